import type { CallOptions, Document, Problem } from './contract.ts'
import { DoppelConnectionError, DoppelProblem, isRetryable } from './errors.ts'
import { textLines } from './ndjson.ts'
import type { Call, QueryValues, Transport } from './transport.ts'
import { UploadQueue } from './upload-queue.ts'

/** What became of one document of an upload. */
export type UploadResult<Item, Answer> =
  | { readonly line: number; readonly item: Item; readonly answer: Answer; readonly problem?: never }
  | { readonly line: number; readonly item: Item; readonly answer?: never; readonly problem: Problem }

/** How documents are sent as a stream. */
export interface UploadOptions<Item> extends Omit<CallOptions, 'timeoutMs'> {
  /** The document that stands for an item; the item itself when absent. */
  readonly document?: (item: Item) => Document
  /** Most documents that are on their way, read and without a result. Default 1,000. */
  readonly maxPending?: number
  /** How long one request waits for the next document, in milliseconds; then the next one begins another. Default 5,000. */
  readonly idleMs?: number
}

/** What items need that are no documents themselves. */
export interface DocumentOf<Item> {
  readonly document: (item: Item) => Document
}

/** What is uploaded, and where to. */
export interface Upload<Item> {
  readonly items: AsyncIterable<Item> | Iterable<Item>
  readonly path: readonly string[]
  readonly query: QueryValues
  readonly options: UploadOptions<Item>
  /** Whether a document without an id may be sent twice. */
  readonly storesNothing: boolean
}

/** A line of the answer: an answer, an error, or the summary. */
type ResultLine<Answer> = Answer & { readonly error?: Problem; readonly summary?: object }

/** Most UTF-16 code units of lines that are on their way. */
const maxPendingLength = 16 * 1024 * 1024
/** A chunk of the body that is so long takes no further line. */
const fullChunkLength = 64 * 1024

/**
 * Sends documents and gives out their results, in order, while the upload goes on. Where the stream breaks it is taken up
 * again with the documents that have no result yet.
 *
 * @throws DoppelProblem, DoppelConnectionError when the service refuses the upload, or retries did not help
 * @throws what the source throws, once all that was read from it has its results
 */
export async function* uploadLines<Item, Answer>(
  transport: Transport,
  upload: Upload<Item>
): AsyncGenerator<UploadResult<Item, Answer>, void, void> {
  const { options, items, storesNothing } = upload
  const { signal, maxPending = 1000 } = options
  const documentOf = options.document ?? (item => item as Document)
  if (!(maxPending >= 1)) throw new RangeError(`maxPending is ${maxPending}: it must be at least 1`)
  const queue = new UploadQueue(items, documentOf, { maxLines: maxPending, maxLength: maxPendingLength })
  const stop = () => void queue.stop()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    for (let failures = 0; ; ) {
      signal?.throwIfAborted()
      if ((await queue.from(queue.firstLine, 1)).length === 0) break
      const request = new UploadRequest<Item, Answer>(transport, upload, queue)
      try {
        for await (const result of request.results()) {
          failures = 0
          yield result
        }
      } catch (error) {
        signal?.throwIfAborted()
        const mayRepeat = storesNothing || queue.before(request.nextLine).every(({ hasId }) => hasId)
        if (!mayRepeat) throw error
        await transport.pauseAfter(error, failures++, signal)
      }
    }
    signal?.throwIfAborted()
    queue.throwSourceError()
  } finally {
    signal?.removeEventListener('abort', stop)
    await queue.stop()
  }
}

/** A line that is no JSON is not from the service: something between garbled or cut it. */
function parsed<Value>(text: string): Value {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DoppelConnectionError(`a line of the answer is no JSON: ${text.slice(0, 200)}`, { cause })
  }
}

/** One of the requests of an upload. */
class UploadRequest<Item, Answer> {
  readonly #transport: Transport
  readonly #upload: Upload<Item>
  readonly #queue: UploadQueue<Item>
  /** The line that is sent next. */
  nextLine: number

  constructor(transport: Transport, upload: Upload<Item>, queue: UploadQueue<Item>) {
    this.#transport = transport
    this.#upload = upload
    this.#queue = queue
    this.nextLine = queue.firstLine
  }

  /**
   * Sends and yields until the source pauses for too long or ends.
   *
   * @throws DoppelProblem, DoppelConnectionError when it ends before all that was sent has its result
   */
  async *results(): AsyncGenerator<UploadResult<Item, Answer>, void, void> {
    const { path, query, options } = this.#upload
    // While the source pauses no result is due either.
    const timeoutMs = this.#transport.timeoutMs + this.#idleMs
    const call: Call = { method: 'POST', path, query, signal: options.signal, timeoutMs, isRepeatable: false }
    const { read, close } = await this.#transport.open(call, this.#body())
    try {
      for await (const text of textLines(read)) {
        const line = parsed<ResultLine<Answer>>(text)
        if (line.summary === undefined) yield this.#take(line)
      }
    } finally {
      close()
    }
    if (this.#queue.firstLine < this.nextLine) {
      throw new DoppelConnectionError(`the upload ended before line ${this.#queue.firstLine} had its result`)
    }
  }

  get #idleMs(): number {
    return this.#upload.options.idleMs ?? 5_000
  }

  #take(result: ResultLine<Answer>): UploadResult<Item, Answer> {
    const problem = result.error
    if (problem !== undefined) {
      const error = new DoppelProblem(problem)
      if (isRetryable(error)) throw error
    }
    const queued = this.#queue.first
    if (queued === undefined || queued.line >= this.nextLine) {
      throw new DoppelConnectionError('there are more results than documents')
    }
    this.#queue.shift()
    const { line, item } = queued
    return problem === undefined ? { line, item, answer: result } : { line, item, problem }
  }

  #body(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder()
    let isCancelled = false
    return new ReadableStream<Uint8Array>(
      {
        pull: async controller => {
          const lines = await this.#queue.from(this.nextLine, fullChunkLength, this.#idleMs)
          if (isCancelled) return
          if (lines.length === 0) return controller.close()
          this.nextLine += lines.length
          controller.enqueue(encoder.encode(lines.map(({ text }) => text).join('')))
        },
        cancel: () => {
          isCancelled = true
        }
      },
      { highWaterMark: 0 }
    )
  }
}
