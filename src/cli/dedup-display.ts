import type { Writable } from 'node:stream'
import type { Rejection, RepeatedId } from '../dedup/prepare/batch.ts'
import type { RunListener, RunProgress } from '../dedup/run-context.ts'
import { counted } from './data-directory.ts'
import { type ProgressLine, progressLine } from './progress.ts'

/** How often progress is shown where there is no terminal, in milliseconds. */
const plainMs = 10_000
/** Messages of a kind that are printed; the others are counted. */
const maxPrinted = 20
const longestBar = 20

const phases: Readonly<Record<RunProgress['phase'], string>> = {
  loading: 'loading',
  reading: 'reading',
  clusters: 'clusters',
  writing: 'writing'
}

/** Shows how far a run is: a bar on a terminal, a line now and then elsewhere. */
export class RunDisplay implements RunListener {
  readonly #err: Writable
  readonly #isTerminal: boolean
  readonly #bar: ProgressLine
  readonly #clock: () => number
  #shownAt: number
  #phase: RunProgress['phase'] | undefined
  /** When the phase began, and with what. */
  #begun = { at: 0, share: 0, records: 0 }
  #rejected = 0
  #repeatedIds = 0

  /** @param clock milliseconds since some moment */
  constructor(err: Writable, clock: () => number = () => performance.now()) {
    this.#err = err
    this.#isTerminal = 'isTTY' in err && err.isTTY === true
    this.#bar = progressLine(err)
    this.#clock = clock
    this.#shownAt = clock()
  }

  onProgress(progress: RunProgress): void {
    const now = this.#clock()
    // A run that goes on passes over what it has read, which says nothing of how fast it reads.
    const isPassing = progress.phase === 'reading' && progress.records === this.#begun.records
    if (progress.phase !== this.#phase || isPassing) {
      this.#phase = progress.phase
      this.#begun = { at: now, share: progress.share, records: progress.records }
    }
    const line = () => this.#line(progress, (now - this.#begun.at) / 1000)
    if (this.#isTerminal) this.#bar.show(columns => withBar(phases[progress.phase], progress.share, line(), columns))
    else if (now - this.#shownAt >= plainMs) {
      this.#shownAt = now
      this.#err.write(`doppel: ${phases[progress.phase]} ${line()}\n`)
    }
  }

  onRejected(rejections: readonly Rejection[]): void {
    for (const { file, line, message } of rejections) {
      this.#rejected++
      if (this.#rejected > maxPrinted) continue
      this.notice(`${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    }
  }

  onRepeatedIds(repeated: readonly RepeatedId[]): void {
    for (const { file, line, id, firstLine } of repeated) {
      this.#repeatedIds++
      if (this.#repeatedIds > maxPrinted) continue
      this.notice(`${file}:${line}: the id ${JSON.stringify(id)} is also that of line ${firstLine}; both are documents`)
    }
  }

  onNotice(message: string): void {
    this.notice(message)
  }

  /** Prints a message. */
  notice(message: string): void {
    this.#bar.clear()
    this.#err.write(`doppel: ${message}\n`)
  }

  /** Ends the bar, and tells what was not printed. */
  end(): void {
    this.#bar.clear()
    const rejected = this.#rejected - maxPrinted
    if (rejected > 0) this.notice(`${rejected} more cannot be read; --rejected FILE lists all of them`)
    const repeated = this.#repeatedIds - maxPrinted
    if (repeated > 0) this.notice(`${counted(repeated, 'more id')} are repeated`)
  }

  #line({ phase, share, records, duplicates }: RunProgress, seconds: number): string {
    const parts = [`${Math.floor(share * 100)} %`]
    if (phase !== 'loading') parts.push(counted(records, 'record'), counted(duplicates, 'duplicate'))
    if (phase === 'reading' && seconds > 0) parts.push(`${rate(records - this.#begun.records, seconds)}/s`)
    const done = share - this.#begun.share
    if (done > 0 && share < 1) parts.push(`${duration((seconds * (1 - share)) / done)} left`)
    return parts.join(', ')
  }
}

/** A line with a bar as long as there is room for. */
function withBar(phase: string, share: number, figures: string, columns: number): string {
  const room = Math.min(longestBar, columns - phase.length - figures.length - '  []'.length)
  if (room < 1) return `${phase} ${figures}`
  const filled = Math.round(Math.min(share, 1) * room)
  return `${phase} [${'#'.repeat(filled)}${'.'.repeat(room - filled)}] ${figures}`
}

function rate(count: number, seconds: number): string {
  return Math.round(count / seconds).toLocaleString('en-US')
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  const minutes = Math.floor(whole / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`
}
