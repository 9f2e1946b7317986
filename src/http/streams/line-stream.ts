import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DoppelError } from '../../errors.ts'
import type { DocumentInput } from '../../service/document-input.ts'
import { discard } from '../bodies/unread-body.ts'
import { type Upload, UploadAborted } from '../bodies/upload.ts'
import type { HttpConfig } from '../http-config.ts'
import { problemTypes } from '../problem-types.ts'
import { codeOf, problemOf } from '../problems.ts'
import { type DocumentLine, lineBatches, type ParseLine } from './line-batches.ts'
import { ResultStream } from './result-stream.ts'

/** What is done with the documents of a stream. */
export interface LineTask<Answer> {
  readonly parse: ParseLine
  /** Answers documents in order; each has its answer or its own error. */
  answer(documents: readonly DocumentInput[]): Promise<readonly (Answer | Error)[]>
  /** The result line of an answer; undefined where the client does not want it. */
  show(answer: Answer): object | undefined
  /** Which count of the summary an answer adds to. */
  countOf(answer: Answer): string
  /** The counts of the summary, in their order. */
  readonly counts: readonly string[]
  readonly showsErrors: boolean
}

/** Most batches that are answered at the same time. */
const maxBatchesInFlight = 3
/** How long a batch waits for a store that is busy, in all and between two attempts. */
const busyPatienceMs = 60_000
const busyPauseMs = 50
/** How long a client may pause in reading the rest of its results once the service shuts down. */
const closingPatienceMs = 5_000
/** How long a client may go on sending when its upload was broken off. */
const farewell = { totalMs: 5_000, idleMs: 1_000 }

/**
 * Answers an NDJSON upload line by line while it goes on: every line that is not blank gets one result line, in
 * order, and a summary follows.
 *
 * The answer is sent with status 200, so whatever refuses the request as a whole must be checked before.
 */
export function sendLineStream<Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  task: LineTask<Answer>,
  config: HttpConfig
): FastifyReply {
  const upload = request.body as Upload
  const results = new ResultStream(config)
  const stream = new LineStream(request, upload, results, task)
  // Headers go out with the first result unless sent now; a client may wait for them.
  results.once('resume', () => reply.raw.flushHeaders())
  results.once('error', err =>
    request.log.error({ err, spooledBytes: results.spooledBytes }, 'stream cut: spool failed')
  )
  stream.run(config.bodyLimitBytes).then(
    summary => {
      if (results.destroyed) return
      request.log.info({ ...summary, spooledBytes: results.spooledBytes }, 'stream answered')
      endAnswer(request, reply, results, upload.isStopped ? closingPatienceMs : config.idleTimeoutMs)
    },
    error => abandon(request, results, error)
  )
  return reply.code(200).type('application/x-ndjson').send(results)
}

/**
 * Ends the results, and sees to it that neither a client that stops reading nor one that goes on sending keeps the
 * connection. What is still sent is thrown away first: a connection that ends on unread bytes is reset,
 * and the client might lose its last results.
 */
function endAnswer({ raw, log }: FastifyRequest, reply: FastifyReply, results: ResultStream, patienceMs: number): void {
  const end = () => {
    reply.raw.setTimeout(patienceMs, () => {
      log.warn('stream cut: the client does not read its results')
      results.destroy()
      reply.raw.destroy()
    })
    if (raw.complete === false) reply.raw.once('finish', () => raw.socket.destroySoon())
    results.finish()
  }
  if (raw.complete === false) discard(raw, farewell, end)
  else end()
}

function abandon(request: FastifyRequest, results: ResultStream, error: unknown): void {
  if (!(error instanceof UploadAborted)) request.log.error({ err: error }, 'stream cut: unexpected error')
  results.destroy()
}

function isBusy(error: unknown): boolean {
  return error instanceof DoppelError && error.code === 'STORE_BUSY'
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

class LineStream<Answer> {
  readonly #request: FastifyRequest
  readonly #upload: Upload
  readonly #results: ResultStream
  readonly #task: LineTask<Answer>
  readonly #counts: Map<string, number>
  /** The batch that was begun last. */
  #newest: readonly DocumentLine[] = []
  #maxInFlight = maxBatchesInFlight
  #logged: unknown
  #lines = 0
  #failed = 0

  constructor(request: FastifyRequest, upload: Upload, results: ResultStream, task: LineTask<Answer>) {
    this.#request = request
    this.#upload = upload
    this.#results = results
    this.#task = task
    this.#counts = new Map(task.counts.map(name => [name, 0]))
  }

  /** Reads and answers up to the summary, which it returns; less where nobody is left to read the results. */
  async run(maxLineBytes: number): Promise<object> {
    const inFlight: Promise<void>[] = []
    let last: Promise<void> = Promise.resolve()
    for await (const batch of lineBatches(this.#upload, maxLineBytes, this.#task.parse)) {
      while (inFlight.length >= this.#maxInFlight) await inFlight.shift()
      if (this.#results.destroyed) break
      last = this.#process(batch, last)
      last.catch(() => {})
      inFlight.push(last)
      // Single requests get their turn between batches.
      await nextTurn()
    }
    await last
    const summary = { lines: this.#lines, ...Object.fromEntries(this.#counts), failed: this.#failed }
    await this.#results.add(`${JSON.stringify({ summary })}\n`)
    return summary
  }

  /** Answers a batch at once, and adds its results behind those of the batch before. */
  async #process(batch: readonly DocumentLine[], before: Promise<void>): Promise<void> {
    const outcomes = this.#answer(batch)
    await before
    await this.#results.add(this.#resultLines(batch, await outcomes))
  }

  /** One outcome a document; what fails a batch as a whole fails each of its documents. */
  async #answer(batch: readonly DocumentLine[]): Promise<readonly (Answer | Error)[]> {
    const documents = batch.flatMap(line => ('document' in line ? [line.document] : []))
    if (documents.length === 0) return []
    this.#newest = batch
    for (const deadline = performance.now() + busyPatienceMs; ; await pause(busyPauseMs)) {
      try {
        const outcomes = await this.#task.answer(documents)
        this.#maxInFlight = maxBatchesInFlight
        return outcomes
      } catch (error) {
        const mayRetry = isBusy(error) && this.#newest === batch && performance.now() < deadline
        if (!mayRetry) return documents.map(() => asError(error))
        // Nothing overtakes the batch while it waits.
        this.#maxInFlight = 1
      }
    }
  }

  #resultLines(batch: readonly DocumentLine[], outcomes: readonly (Answer | Error)[]): string {
    const answers = outcomes.values()
    let text = ''
    for (const line of batch) {
      const result =
        'document' in line
          ? this.#resultOf(line.line, line.document.id, answers.next().value as Answer | Error)
          : this.#failure(line.line, line.id, line.error)
      if (result !== undefined) text += `${JSON.stringify(result)}\n`
    }
    return text
  }

  #resultOf(line: number, id: string | undefined, outcome: Answer | Error): object | undefined {
    if (outcome instanceof Error) return this.#failure(line, id, outcome)
    const name = this.#task.countOf(outcome)
    this.#lines++
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    return this.#task.show(outcome)
  }

  #failure(line: number, id: string | undefined, error: unknown): object | undefined {
    this.#log(line, error)
    this.#lines++
    this.#failed++
    if (!this.#task.showsErrors) return undefined
    return { line, ...(id !== undefined && { id }), error: problemOf(error, this.#request.id) }
  }

  /** Logs what is not the client's fault; what failed a whole batch once. */
  #log(line: number, error: unknown): void {
    const code = codeOf(error)
    if (error === this.#logged || problemTypes[code].status < 500) return
    this.#logged = error
    if (code === 'INTERNAL') this.#request.log.error({ err: error, line }, 'line failed unexpectedly')
    else this.#request.log.warn({ err: error, line }, 'line refused')
  }
}
