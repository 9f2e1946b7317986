import { Worker } from 'node:worker_threads'
import { DoppelError } from '../../errors.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { LinePreparer, OtherFields, PreparedLines } from './line-preparer.ts'
import { type PackedLines, unpackLines } from './packed-lines.ts'
import type { LinesToPrepare } from './preparation-worker.ts'

/** The compiler turns the name of the module into that of what it emits, not the one in an address. */
const preparationWorker = new URL(`./preparation-worker${import.meta.url.slice(-3)}`, import.meta.url)

/** Documents die young: with more room fewer of them are copied first. */
const resourceLimits = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 1024 }
/** Enough for the lines of a batch and for the documents made of them; larger ones have buffers of their own. */
const roomBytes = 1 * 1024 * 1024
/** Rooms of a thread that are kept for later batches. */
const maxFreeRooms = 32

interface Waiting {
  readonly room: SharedArrayBuffer | undefined
  readonly resolve: (lines: PreparedLines) => void
  readonly reject: (error: Error) => void
}

/**
 * Prepares lines on threads of their own, so that the thread that answers has time for the index. A thread starts
 * when it is first needed; one that dies fails what it was given, and another takes its place.
 *
 * Lines and documents cross in shared memory that is used again and again: a buffer for each batch would have the
 * collector of either thread run after every few thousand documents.
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

  async prepare(
    lines: readonly Buffer[],
    settings: SketchSettings,
    otherFields: OtherFields = 'refuse'
  ): Promise<PreparedLines> {
    const free = this.#threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least))
    return free.prepare(lines, settings, otherFields)
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
  readonly #freeRooms: SharedArrayBuffer[] = []

  constructor(entry: URL) {
    this.#entry = entry
  }

  /** Batches that it has not answered yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  prepare(
    lines: readonly Buffer[],
    { shingle, signature, threshold }: SketchSettings,
    otherFields: OtherFields
  ): Promise<PreparedLines> {
    let end = 0
    const ends = lines.map(line => {
      end += line.length
      return end
    })
    const room = end > roomBytes ? undefined : (this.#freeRooms.pop() ?? new SharedArrayBuffer(roomBytes))
    const buffer = room ?? new ArrayBuffer(end)
    const bytes = new Uint8Array(buffer)
    for (const [i, line] of lines.entries()) bytes.set(line, (ends[i] as number) - line.length)
    const message: LinesToPrepare = { buffer, ends, settings: { shingle, signature, threshold }, otherFields }
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#start()
      this.#worker.postMessage(message, buffer instanceof ArrayBuffer ? [buffer] : [])
      // Only what the thread was given: it answers in order.
      this.#waiting.push({ room, resolve, reject })
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#end(new DoppelError('STORE_CLOSING', 'the service is shutting down'))
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { resourceLimits })
    worker.unref()
    // What one that died had said may be heard after its end, when another is waited for.
    worker.on('message', (packed: PackedLines) => {
      if (worker === this.#worker) this.#answer(packed)
    })
    worker.on('error', cause => {
      if (worker === this.#worker) this.#end(new DoppelError('STORE_UNAVAILABLE', 'a thread failed', { cause }))
    })
    return worker
  }

  #answer(packed: PackedLines): void {
    const waiting = this.#waiting.shift()
    if (waiting === undefined) return
    let { room } = waiting
    const release = () => {
      if (room !== undefined && this.#freeRooms.length < maxFreeRooms) this.#freeRooms.push(room)
      room = undefined
    }
    waiting.resolve({ lines: unpackLines(packed), release })
  }

  /** What waits fails. The rooms are given up: the thread may still write to them. */
  #end(reason: DoppelError): void {
    this.#worker = undefined
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(reason)
  }
}
