import { Readable } from 'node:stream'
import { SpoolFile, type SpoolSpace } from './spool-file.ts'

/** Most bytes of unread results that are kept in memory. */
const memoryLimitBytes = 1024 * 1024
/** Most bytes that are read from the spool at once. */
const takeBytes = 256 * 1024

/** Where unread results go. */
export interface SpoolOptions {
  readonly spoolDirectory: string
  /** Most bytes of unread results in the spool; beyond it the stream is destroyed. */
  readonly spoolLimitBytes: number
  /** What the spools of all streams share. */
  readonly spoolSpace: SpoolSpace
}

/**
 * The body of an answer that grows whether or not the client reads it: what is unread beyond a
 * bound in memory waits in a file.
 *
 * `add` is to be awaited before the next call: it waits for the disk, never for the client.
 */
export class ResultStream extends Readable {
  readonly #options: SpoolOptions
  /** The newest results; everything in the spool is older. */
  #queue: Buffer[] = []
  #queuedBytes = 0
  #spool: SpoolFile | undefined
  #spooledBytes = 0
  /** The operation on the spool that runs, or ran last: they run one after another. */
  #spoolUse: Promise<unknown> = Promise.resolve()
  #isSpilling = false
  #isTaking = false
  #isWanted = false
  #isFinished = false

  constructor(options: SpoolOptions) {
    super()
    this.#options = options
  }

  /** Bytes that went through the spool so far. */
  get spooledBytes(): number {
    return this.#spooledBytes
  }

  /** Appends to the answer. After an error of the spool, or when the client has gone, it does nothing. */
  async add(text: string): Promise<void> {
    if (this.destroyed || text === '') return
    const bytes = Buffer.from(text)
    this.#queue.push(bytes)
    this.#queuedBytes += bytes.length
    this.#feed()
    if (this.#queuedBytes > memoryLimitBytes) await this.#spill()
  }

  /** Ends the answer behind what was added. */
  finish(): void {
    this.#isFinished = true
    this.#feed()
  }

  override _read(): void {
    this.#isWanted = true
    this.#feed()
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#queue = []
    const close = async () => this.#spool?.close()
    this.#spoolUse.then(close, close).then(
      () => callback(error),
      () => callback(error)
    )
  }

  #feed(): void {
    if (!this.#isWanted || this.#isTaking || this.destroyed) return
    if (this.#isSpilling || (this.#spool?.length ?? 0) > 0) void this.#take()
    else if (this.#queuedBytes > 0) this.#give(this.#takeQueue())
    else if (this.#isFinished) this.push(null)
  }

  #give(bytes: Buffer): void {
    this.#isWanted = false
    this.push(bytes)
  }

  #takeQueue(): Buffer {
    const bytes = Buffer.concat(this.#queue)
    this.#queue = []
    this.#queuedBytes = 0
    return bytes
  }

  async #spill(): Promise<void> {
    const bytes = this.#takeQueue()
    this.#isSpilling = true
    await this.#useSpool(async spool => {
      await spool.append(bytes)
      this.#spooledBytes += bytes.length
    })
    this.#isSpilling = false
    this.#feed()
  }

  async #take(): Promise<void> {
    this.#isTaking = true
    await this.#useSpool(async spool => {
      const bytes = await spool.take(takeBytes)
      if (spool.length === 0) await spool.clear()
      this.#isTaking = false
      if (!this.destroyed) this.#give(bytes)
    })
  }

  /** Runs one operation behind the others; its failure ends the stream. */
  async #useSpool(operation: (spool: SpoolFile) => Promise<void>): Promise<void> {
    const { spoolDirectory, spoolLimitBytes, spoolSpace } = this.#options
    const use = this.#spoolUse.then(async () => {
      if (this.destroyed) return
      this.#spool ??= new SpoolFile(spoolDirectory, spoolLimitBytes, spoolSpace)
      await operation(this.#spool)
    })
    this.#spoolUse = use
    await use.catch((error: Error) => this.destroy(error))
  }
}
