import type { ResourceLimits } from 'node:worker_threads'
import { DoppelError } from '../../errors.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { SharedSpans } from '../../text/spans.ts'
import { type Asker, nobody } from '../../threads/asker.ts'
import { ThreadFault } from '../../threads/thread-fault.ts'
import { ThreadPool } from '../../threads/thread-pool.ts'
import { inlinePreparer } from './inline-preparer.ts'
import { type PackedError, unpackError } from './packed-error.ts'
import { type PackedLines, unpackLines } from './packed-lines.ts'
import type { PreparationOrder, PreparationReply } from './preparation-worker.ts'
import { type ComparedSide, comparedSide } from './prepare-comparison.ts'
import { idOfLine } from './prepare-line.ts'
import type { ComparedTexts, PreparedLine, PreparedLines, PrepareOptions, Preparer } from './preparer.ts'
import { Rooms, roomBytes } from './rooms.ts'

/** What preparation may cost, and by what it is done. */
export interface PreparationOptions {
  /** Threads, at least one; one more where one connection takes them all. */
  readonly threads: number
  /** Most time for one document, in milliseconds. */
  readonly timeoutMs: number
  /** What the threads run; for tests. */
  readonly entry?: URL
}

/** The compiler turns the name of the module into that of what it emits, not the one in an address. */
const preparationWorker = new URL(`./preparation-worker${import.meta.url.slice(-3)}`, import.meta.url)

/** Documents die young: with more room fewer of them are copied first. */
const resourceLimits: ResourceLimits = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 1024 }
/** Bytes that a thread is sent ahead. */
const aheadBytes = 2 * roomBytes
/** Most bytes that may wait together. */
const waitingBytes = 1024 * 1024 * 1024
/** Texts that are shorter together are looked at where they are, in UTF-16 units. */
const shortTexts = 32 * 1024

/**
 * Prepares on threads of their own, so that the thread that answers has time for the index, and is never held up by
 * one document. A text that takes too much time or memory fails alone.
 */
export class WorkerPreparer implements Preparer {
  readonly #threads: ThreadPool<PreparationReply>
  readonly #rooms = new Rooms()

  constructor({ threads, timeoutMs, entry = preparationWorker }: PreparationOptions) {
    this.#threads = new ThreadPool({ entry, count: threads, timeoutMs, resourceLimits, aheadBytes, waitingBytes })
  }

  /** Whether a thread would hold up the end of the process. */
  get isBusy(): boolean {
    return this.#threads.isBusy
  }

  async prepare(
    lines: readonly Buffer[],
    settings: SketchSettings,
    { asker = nobody, ...options }: PrepareOptions = {}
  ): Promise<PreparedLines> {
    const ends = endsOf(lines)
    let release = () => {}
    const order = () => {
      const { buffer, giveBack } = this.#rooms.fill(lines, ends)
      release = giveBack
      return orderOf({ kind: 'lines', buffer, ends, settings: plain(settings), options })
    }
    try {
      const packed = await this.#threads.run({ asker, weight: ends.at(-1) ?? 0, order })
      return { lines: unpackLines(packed as PackedLines) as PreparedLine[], release }
    } catch (error) {
      if (!(error instanceof ThreadFault)) throw error
      return this.#prepareOthers(lines, error, settings, { asker, ...options })
    }
  }

  async readBody(bytes: Buffer, schema: string, asker: Asker = nobody): Promise<unknown> {
    const { heads } = await this.#run(bytes, asker, { kind: 'body', schema })
    const { value, error } = JSON.parse(heads) as { value?: unknown; error?: PackedError }
    if (error !== undefined) throw unpackError(error)
    return value
  }

  async prepareComparison(bytes: Buffer, settings: SketchSettings, asker: Asker = nobody) {
    const packed = await this.#run(bytes, asker, { kind: 'comparison', settings: plain(settings) })
    const [left, right] = unpackLines(packed as PackedLines).map(comparedSide)
    return [left, right] as [ComparedSide, ComparedSide]
  }

  async findSpans(texts: ComparedTexts, settings: SketchSettings, asker: Asker = nobody): Promise<SharedSpans> {
    const weight = texts.left.length + texts.right.length
    if (weight <= shortTexts) return inlinePreparer.findSpans(texts, settings)
    const order = () => ({ message: { kind: 'spans', texts, settings: plain(settings) } satisfies PreparationOrder })
    const { heads } = await this.#threads.run({ asker, weight, order }).catch(asFault)
    return JSON.parse(heads) as SharedSpans
  }

  close(): Promise<void> {
    return this.#threads.close()
  }

  #run(
    bytes: Buffer,
    asker: Asker,
    what: { kind: 'body'; schema: string } | { kind: 'comparison'; settings: SketchSettings }
  ): Promise<PreparationReply> {
    const order = () => {
      const buffer = new ArrayBuffer(bytes.length)
      new Uint8Array(buffer).set(bytes)
      return orderOf({ ...what, buffer, ends: [bytes.length] })
    }
    return this.#threads.run({ asker, weight: bytes.length, order }).catch(asFault)
  }

  /** Prepares all lines but the one that a thread did not get through. */
  async #prepareOthers(
    lines: readonly Buffer[],
    fault: ThreadFault,
    settings: SketchSettings,
    options: PrepareOptions
  ): Promise<PreparedLines> {
    const place = fault.step ?? (lines.length === 1 ? 0 : undefined)
    if (place === undefined) throw described(fault)
    const id = idOfLine(lines[place] as Buffer)
    const parts = [lines.slice(0, place), lines.slice(place + 1)]
    const [before, after] = (await Promise.all(
      parts.map(part => (part.length === 0 ? nothing : this.prepare(part, settings, options)))
    )) as [PreparedLines, PreparedLines]
    return {
      lines: [...before.lines, { id, outcome: described(fault) }, ...after.lines],
      release: () => {
        before.release()
        after.release()
      }
    }
  }
}

const nothing: PreparedLines = { lines: [], release: () => {} }

function orderOf(message: PreparationOrder & { readonly buffer: ArrayBuffer | SharedArrayBuffer }) {
  const { buffer } = message
  return { message, ...(buffer instanceof ArrayBuffer && { transfer: [buffer] }) }
}

function endsOf(lines: readonly Buffer[]): number[] {
  let end = 0
  return lines.map(line => {
    end += line.length
    return end
  })
}

/** Settings without what a collection has besides. */
function plain({ shingle, signature, threshold, secret }: SketchSettings): SketchSettings {
  return { shingle, signature, threshold, ...(secret !== undefined && { secret }) }
}

function asFault(error: unknown): never {
  throw error instanceof ThreadFault ? described(error) : error
}

/** What a thread did not get through, for the client: its text is at fault, unless the thread has a defect. */
function described(fault: ThreadFault): DoppelError {
  const cause = { cause: fault.cause ?? fault }
  if (fault.kind === 'defect') return new DoppelError('STORE_UNAVAILABLE', 'a thread failed', cause)
  return new DoppelError('DOCUMENT_TOO_COMPLEX', `reading the document ${fault.message}`, cause)
}
