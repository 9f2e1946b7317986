import { longestTimerMs } from './backoff.ts'
import type { Document } from './contract.ts'

/** A document on its way: read from the source, and without a result so far. */
export interface QueuedLine<Item> {
  /** Counted from 1 over the whole upload, however many requests it takes. */
  readonly line: number
  readonly item: Item
  readonly text: string
  readonly hasId: boolean
}

/** How much may be on its way. */
export interface QueueLimits {
  readonly maxLines: number
  /** In UTF-16 code units of the lines. */
  readonly maxLength: number
}

/**
 * The documents of an upload that have no result yet, in order. It reads ahead of what is sent, up to its limits; that is
 * what holds the source back.
 */
export class UploadQueue<Item> {
  readonly #iterator: AsyncIterator<Item> | Iterator<Item>
  readonly #documentOf: (item: Item) => Document
  readonly #limits: QueueLimits
  #lines: QueuedLine<Item>[] = []
  #length = 0
  /** The line that is read next. */
  #nextLine = 1
  #isReading = false
  #isWaitingForSource = false
  #isEnded = false
  #error: { readonly reason: unknown } | undefined
  #wake: (() => void)[] = []

  constructor(items: AsyncIterable<Item> | Iterable<Item>, documentOf: (item: Item) => Document, limits: QueueLimits) {
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
    this.#documentOf = documentOf
    this.#limits = limits
  }

  /** The earliest line without a result. */
  get first(): QueuedLine<Item> | undefined {
    return this.#lines[0]
  }

  /** The number of the earliest line without a result, read or not. */
  get firstLine(): number {
    return this.#lines[0]?.line ?? this.#nextLine
  }

  /** The lines without a result before some line. */
  before(line: number): readonly QueuedLine<Item>[] {
    return this.#lines.slice(0, Math.max(0, line - this.firstLine))
  }

  /** Takes the earliest line out: it has its result. */
  shift(): void {
    const line = this.#lines.shift()
    if (line === undefined) return
    this.#length -= line.text.length
    this.#notify()
  }

  /**
   * Waits for lines from some number on.
   *
   * @param patienceMs how long to wait
   * @returns all that are there, up to a bound of their length; none when the source has ended or the time is over
   */
  async from(
    line: number,
    maxLength: number,
    patienceMs = Number.POSITIVE_INFINITY
  ): Promise<readonly QueuedLine<Item>[]> {
    const deadline = performance.now() + patienceMs
    for (;;) {
      void this.#read()
      const start = line - this.firstLine
      if (start < this.#lines.length) return this.#slice(start, maxLength)
      const restMs = deadline - performance.now()
      if (this.#isEnded || restMs <= 0) return []
      await this.#change(restMs)
    }
  }

  /** @throws what the source threw, or what was wrong with an item of it */
  throwSourceError(): void {
    if (this.#error !== undefined) throw this.#error.reason
  }

  /** Lets go of the source. One that is just being waited for is told, and not waited for. */
  async stop(): Promise<void> {
    const hasEnded = this.#isEnded
    this.#isEnded = true
    this.#notify()
    if (hasEnded) return
    const returned = (async () => this.#iterator.return?.())()
    if (this.#isWaitingForSource) returned.catch(() => {})
    else await returned
  }

  #slice(start: number, maxLength: number): readonly QueuedLine<Item>[] {
    let end = start + 1
    let length = (this.#lines[start] as QueuedLine<Item>).text.length
    for (; end < this.#lines.length && length < maxLength; end++)
      length += (this.#lines[end] as QueuedLine<Item>).text.length
    return this.#lines.slice(start, end)
  }

  async #read(): Promise<void> {
    if (this.#isReading || this.#isEnded) return
    this.#isReading = true
    try {
      while (!this.#isEnded && !this.#isFull()) {
        this.#isWaitingForSource = true
        const { done, value } = await this.#iterator.next()
        this.#isWaitingForSource = false
        if (done === true) this.#isEnded = true
        else if (!this.#isEnded) this.#push(value)
        this.#notify()
      }
    } catch (reason) {
      this.#isWaitingForSource = false
      this.#error = { reason }
      this.#isEnded = true
      this.#notify()
    } finally {
      this.#isReading = false
    }
  }

  #isFull(): boolean {
    return this.#lines.length >= this.#limits.maxLines || this.#length >= this.#limits.maxLength
  }

  #push(item: Item): void {
    const document = this.#documentOf(item)
    const text = `${JSON.stringify(document)}\n`
    this.#lines.push({ line: this.#nextLine++, item, text, hasId: typeof document?.id === 'string' })
    this.#length += text.length
  }

  #notify(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }

  async #change(patienceMs: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    await new Promise<void>(resolve => {
      this.#wake.push(resolve)
      if (patienceMs !== Number.POSITIVE_INFINITY) timer = setTimeout(resolve, Math.min(patienceMs, longestTimerMs))
    })
    clearTimeout(timer)
  }
}
