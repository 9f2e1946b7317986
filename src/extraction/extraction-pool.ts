import { EventEmitter, once } from 'node:events'
import { DoppelError } from '../errors.ts'
import type { ExtractedPage, PageExtractor } from '../service/page-extractor.ts'
import { closing, ExtractionThread } from './extraction-thread.ts'
import { refuseBinary } from './refuse-binary.ts'

/** What pages may cost. */
export interface ExtractionLimits {
  /** Most bytes of a page in UTF-8. */
  readonly pageBytes: number
  /** Most time for one page, in milliseconds. */
  readonly timeoutMs: number
  /** Pages that are taken apart at the same time, at least one. */
  readonly threads: number
}

/** Most UTF-16 code units of pages that may wait together; further pages are refused. */
const maxWaitingLength = 256 * 1024 * 1024

interface WaitingPage {
  readonly length: number
  readonly resolve: (thread: ExtractionThread) => void
  readonly reject: (error: Error) => void
}

/** Takes pages apart on threads of its own, first come, first served. */
export class ExtractionPool implements PageExtractor {
  readonly #pageBytes: number
  readonly #threads: readonly ExtractionThread[]
  readonly #idle: ExtractionThread[]
  #waiting: WaitingPage[] = []
  #waitingLength = 0
  /** Tells `idle` when no page is on a thread any more. */
  readonly #events = new EventEmitter()
  #isClosed = false

  constructor({ pageBytes, timeoutMs, threads }: ExtractionLimits) {
    this.#pageBytes = pageBytes
    this.#threads = Array.from({ length: threads }, () => new ExtractionThread(timeoutMs))
    this.#idle = [...this.#threads]
  }

  async extract(html: string): Promise<ExtractedPage> {
    const bytes = Buffer.byteLength(html)
    if (bytes > this.#pageBytes) {
      throw new DoppelError('HTML_TOO_LARGE', `the page has ${bytes} bytes, the limit is ${this.#pageBytes}`)
    }
    refuseBinary(html)
    const thread = await this.#takeThread(html.length)
    try {
      return await thread.extract(html)
    } finally {
      this.#giveBack(thread)
    }
  }

  async close(patienceMs = 0): Promise<void> {
    this.#isClosed = true
    for (const { reject } of this.#waiting) reject(closing())
    this.#waiting = []
    this.#waitingLength = 0
    if (!this.#isIdle) {
      await once(this.#events, 'idle', { signal: AbortSignal.timeout(patienceMs) }).catch(() => {})
    }
    await Promise.all(this.#threads.map(thread => thread.end()))
  }

  get #isIdle(): boolean {
    return this.#idle.length === this.#threads.length
  }

  async #takeThread(length: number): Promise<ExtractionThread> {
    if (this.#isClosed) throw closing()
    const thread = this.#idle.pop()
    if (thread) return thread
    if (this.#waitingLength + length > maxWaitingLength) {
      throw new DoppelError('STORE_BUSY', 'too many pages are waiting to be taken apart')
    }
    this.#waitingLength += length
    return new Promise((resolve, reject) => this.#waiting.push({ length, resolve, reject }))
  }

  #giveBack(thread: ExtractionThread): void {
    const next = this.#waiting.shift()
    if (next === undefined) {
      this.#idle.push(thread)
      if (this.#isIdle) this.#events.emit('idle')
    } else {
      this.#waitingLength -= next.length
      next.resolve(thread)
    }
  }
}
