import { Worker } from 'node:worker_threads'
import { DoppelError } from '../../errors.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { LinePreparer, PreparedLine } from './line-preparer.ts'
import { type PackedLines, unpackLines } from './packed-lines.ts'
import type { LinesToPrepare } from './preparation-worker.ts'

/** The compiler turns the name of the module into that of what it emits, not the one in an address. */
const preparationWorker = new URL(`./preparation-worker${import.meta.url.slice(-3)}`, import.meta.url)

/** Documents die young: with more room fewer of them are copied first. */
const maxYoungGenerationSizeMb = 64

interface Waiting {
  readonly resolve: (lines: PreparedLine[]) => void
  readonly reject: (error: Error) => void
}

/**
 * Prepares lines on threads of their own, so that the thread that answers has time for the index. A thread starts
 * when it is first needed; one that dies fails what it was given, and another takes its place.
 */
export class WorkerPreparer implements LinePreparer {
  readonly #threads: readonly Thread[]

  /**
   * @param count threads, at least one
   * @param entry what they run
   */
  constructor(count: number, entry = preparationWorker) {
    this.#threads = Array.from({ length: count }, () => new Thread(entry))
  }

  async prepare(lines: readonly Buffer[], settings: SketchSettings): Promise<readonly PreparedLine[]> {
    const free = this.#threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least))
    return free.prepare(lines, settings)
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(thread => thread.close()))
  }
}

class Thread {
  readonly #entry: URL
  #worker: Worker | undefined
  /** A thread answers in order. */
  #waiting: Waiting[] = []

  constructor(entry: URL) {
    this.#entry = entry
  }

  /** Batches that it has not answered yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  prepare(lines: readonly Buffer[], { shingle, signature, threshold }: SketchSettings): Promise<PreparedLine[]> {
    let end = 0
    const ends = lines.map(line => (end += line.length))
    const bytes = new Uint8Array(end)
    for (const [i, line] of lines.entries()) bytes.set(line, (ends[i] as number) - line.length)
    const message: LinesToPrepare = { bytes, ends, settings: { shingle, signature, threshold } }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker ??= this.#start()
      this.#worker.postMessage(message, [bytes.buffer])
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#end(new DoppelError('STORE_CLOSING', 'the service is shutting down'))
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { resourceLimits: { maxYoungGenerationSizeMb } })
    worker.unref()
    worker.on('message', (packed: PackedLines) => this.#waiting.shift()?.resolve(unpackLines(packed)))
    worker.on('error', error => this.#end(new DoppelError('STORE_UNAVAILABLE', 'a thread failed', { cause: error })))
    return worker
  }

  #end(reason: DoppelError): void {
    this.#worker = undefined
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(reason)
  }
}
