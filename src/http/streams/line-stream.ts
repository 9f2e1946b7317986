import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DoppelError } from '../../errors.ts'
import type { PreparedBatch } from '../../service/dedup-service.ts'
import type { DocumentSource } from '../../service/document-preparer.ts'
import type { Asker } from '../../threads/asker.ts'
import { discard } from '../bodies/unread-body.ts'
import { type Upload, UploadAborted } from '../bodies/upload.ts'
import type { HttpConfig } from '../http-config.ts'
import { LineSource } from '../preparation/document-source.ts'
import { idOfLine } from '../preparation/prepare-line.ts'
import type { OtherFields, Preparer } from '../preparation/preparer.ts'
import { RequestAsker } from '../preparation/request-asker.ts'
import { problemTypes } from '../problem-types.ts'
import { codeOf, problemOf } from '../problems.ts'
import { type BatchLine, lineBatches } from './line-batches.ts'
import { ResultStream } from './result-stream.ts'
import type { SpoolSpace } from './spool-file.ts'

/** What is done with the documents of a stream. */
export interface LineTask<Answer> {
  prepare(source: DocumentSource): Promise<PreparedBatch>
  /**
   * Answers documents in order; each has its answer or its own error. Batches are handed over in the order of
   * the calls.
   *
   * @param before resolves once the batch before is answered
   */
  answer(batch: PreparedBatch, before: Promise<unknown>): Promise<readonly (Answer | Error)[]>
  /** The result line of an answer to a line, with the id that it had; undefined where the client does not want it. */
  show(answer: Answer, line: { readonly line: number; readonly id: string | undefined }): object | undefined
  /** Which count of the summary an answer adds to. */
  countOf(answer: Answer): string
  /** The counts of the summary, in their order. */
  readonly counts: readonly string[]
  readonly showsErrors: boolean
  /** What becomes of fields that a document does not have. */
  readonly otherFields: OtherFields
}

/** Most batches that are prepared or answered at the same time: two groups of a commit, and one to come. */
const maxBatchesInFlight = 24
/** How long a batch waits for a store that is busy, in all and between two attempts. */
const busyPatienceMs = 60_000
const busyPauseMs = 50
/** How long a client may pause in reading the rest of its results once the service shuts down. */
const closingPatienceMs = 5_000
/** How long a client may go on sending when its upload was broken off. */
const farewell = { totalMs: 5_000, idleMs: 1_000 }

/** What a stream needs of the application. */
export interface LineStreamOptions {
  readonly config: HttpConfig
  readonly preparer: Preparer
  /** What the spools of all streams share. */
  readonly spoolSpace: SpoolSpace
}

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
  { config, preparer, spoolSpace }: LineStreamOptions
): FastifyReply {
  const upload = request.body as Upload
  const results = new ResultStream({ ...config, spoolSpace })
  const stream = new LineStream(request, upload, results, task, preparer, new RequestAsker(request, reply))
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

/** Never rejects: the error is the result. */
function settle<Result>(promise: Promise<Result>): Promise<Result | Error> {
  return promise.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
}

/** How far a batch is. */
interface BatchProgress {
  /** The next batch may be handed over; by what the documents were sketched, of the last batch with any. Never rejects. */
  readonly handedOver: Promise<{ readonly sketcherKey: string | undefined }>
  /** Its results are added. */
  readonly done: Promise<void>
}

class LineStream<Answer> {
  readonly #request: FastifyRequest
  readonly #upload: Upload
  readonly #results: ResultStream
  readonly #task: LineTask<Answer>
  readonly #preparer: Preparer
  readonly #asker: Asker
  readonly #counts: Map<string, number>
  #logged: unknown
  #lines = 0
  #failed = 0

  constructor(
    request: FastifyRequest,
    upload: Upload,
    results: ResultStream,
    task: LineTask<Answer>,
    preparer: Preparer,
    asker: Asker
  ) {
    this.#request = request
    this.#upload = upload
    this.#results = results
    this.#task = task
    this.#preparer = preparer
    this.#asker = asker
    this.#counts = new Map(task.counts.map(name => [name, 0]))
  }

  /** Reads and answers up to the summary, which it returns; less where nobody is left to read the results. */
  async run(maxLineBytes: number): Promise<object> {
    const inFlight: Promise<void>[] = []
    let last: BatchProgress = { handedOver: Promise.resolve({ sketcherKey: undefined }), done: Promise.resolve() }
    for await (const batch of lineBatches(this.#upload, maxLineBytes)) {
      while (inFlight.length >= maxBatchesInFlight) await inFlight.shift()
      if (this.#results.destroyed) break
      last = this.#process(batch, last)
      last.done.catch(() => {})
      inFlight.push(last.done)
      // Single requests get their turn between batches.
      await nextTurn()
    }
    await last.done
    const summary = { lines: this.#lines, ...Object.fromEntries(this.#counts), failed: this.#failed }
    await this.#results.add(`${JSON.stringify({ summary })}\n`)
    return summary
  }

  /** Prepares a batch at once, hands it over behind the batch before, and adds its results behind those. */
  #process(batch: readonly BatchLine[], before: BatchProgress): BatchProgress {
    const lines = batch.flatMap(line => ('bytes' in line ? [line.bytes] : []))
    const source = new LineSource(lines, this.#preparer, this.#asker, { otherFields: this.#task.otherFields })
    const prepared = lines.length === 0 ? undefined : settle(this.#task.prepare(source))
    const handedOver = (async () => {
      const { sketcherKey } = await before.handedOver
      const ready = await prepared
      if (ready === undefined) return { sketcherKey, outcomes: Promise.resolve([]) }
      if (ready instanceof Error) return { sketcherKey, outcomes: Promise.reject(ready) }
      const answered = settle(before.done)
      // The settings changed: the batch before may have to be prepared again, and still goes first.
      if (ready.sketcherKey !== sketcherKey) await answered
      return { sketcherKey: ready.sketcherKey, ...(await this.#handOver(ready, answered)) }
    })()
    const done = (async () => {
      const outcomes = await settle((await handedOver).outcomes)
      await before.done
      const results = this.#resultLines(batch, source, outcomes)
      source.release()
      await this.#results.add(results)
    })()
    return { handedOver, done }
  }

  /** Has a batch answered; while the store is busy it waits, and nothing overtakes it. */
  async #handOver(
    prepared: PreparedBatch,
    before: Promise<unknown>
  ): Promise<{ outcomes: Promise<readonly (Answer | Error)[]> }> {
    for (const deadline = performance.now() + busyPatienceMs; ; await pause(busyPauseMs)) {
      const outcomes = this.#task.answer(prepared, before)
      const refusal = await Promise.race([settle(outcomes), nextTurn(undefined)])
      if (!isBusy(refusal) || performance.now() >= deadline) return { outcomes }
    }
  }

  /** @param outcomes one a line with bytes; what failed them as a whole fails each */
  #resultLines(batch: readonly BatchLine[], source: LineSource, outcomes: readonly (Answer | Error)[] | Error): string {
    let text = ''
    let next = 0
    for (const line of batch) {
      const result =
        'bytes' in line
          ? this.#resultOf(line, source, outcomes, next++)
          : this.#failure(line.line, undefined, line.error)
      if (result !== undefined) text += `${JSON.stringify(result)}\n`
    }
    return text
  }

  #resultOf(
    { line, bytes }: { readonly line: number; readonly bytes: Buffer },
    source: LineSource,
    outcomes: readonly (Answer | Error)[] | Error,
    index: number
  ): object | undefined {
    if (outcomes instanceof Error) return this.#failure(line, source.idOf(index) ?? idOfLine(bytes), outcomes)
    const outcome = outcomes[index] as Answer | Error
    if (outcome instanceof Error) return this.#failure(line, source.idOf(index), outcome)
    const name = this.#task.countOf(outcome)
    this.#lines++
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    return this.#task.show(outcome, { line, id: source.idOf(index) })
  }

  #failure(line: number, id: string | undefined, error: unknown): object | undefined {
    this.#log(line, error)
    this.#lines++
    this.#failed++
    if (!this.#task.showsErrors) return undefined
    return {
      line,
      ...(id !== undefined && { id }),
      error: problemOf(error, this.#request.id, this.#request.server.basePath)
    }
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
