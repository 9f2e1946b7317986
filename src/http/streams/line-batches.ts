import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Line, LineSplitter } from '../../bytes/line-splitter.ts'
import { DoppelError } from '../../errors.ts'
import { type Upload, UploadAborted } from '../bodies/upload.ts'
import { HttpError } from '../http-error.ts'

/** A line that is to be answered: what it says, or why that cannot be read. */
export type BatchLine =
  | { readonly line: number; readonly bytes: Buffer }
  | { readonly line: number; readonly error: unknown }

/** Most lines of a batch; single requests are stored between batches, and wait for one. */
const maxBatchLines = 64
/** A batch that has so many bytes takes no further line. */
const fullBatchBytes = 256 * 1024
/** After so many bytes others have a turn, whatever the bytes hold: blank lines alone never fill a batch. */
const turnBytes = 256 * 1024

/**
 * Gathers the lines of an upload into batches. A batch is given out when it is full, and when nothing more has arrived:
 * a client may wait for its results before it goes on. Blank lines are counted and left out.
 *
 * Where the upload breaks off, the last line of the last batch says why, except when the client closed the connection.
 *
 * @throws UploadAborted
 */
export async function* lineBatches(upload: Upload, maxLineBytes: number): AsyncGenerator<BatchLine[], void, void> {
  const splitter = new LineSplitter(maxLineBytes)
  const batch = new Batch(maxLineBytes)
  const chunks = upload.chunks()
  let bytes = 0
  try {
    for (;;) {
      if (bytes >= turnBytes) {
        bytes = 0
        await nextTurn()
      }
      const next = chunks.next()
      if (!batch.isEmpty && !(await isSettledSoon(next))) yield batch.take()
      const { value: chunk } = await next
      if (!chunk) break
      bytes += chunk.length
      yield* batch.fill(splitter.push(chunk))
      upload.hold(splitter.heldBytes)
    }
    addRest(batch, splitter, upload)
  } catch (error) {
    if (error instanceof UploadAborted) throw error
    batch.fail(splitter.number, error)
  } finally {
    upload.stop()
    await chunks.return()
  }
  if (!batch.isEmpty) yield batch.take()
}

/** A line without an end is complete where the client ended the upload, and cut where we did. */
function addRest(batch: Batch, splitter: LineSplitter, upload: Upload): void {
  if (upload.isStopped && splitter.isWithinLine) {
    batch.fail(splitter.number, new DoppelError('STORE_CLOSING', 'the service is shutting down'))
    return
  }
  const line = splitter.end()
  if (line !== undefined) batch.add(line.number, line.bytes)
}

class Batch {
  readonly #maxLineBytes: number
  #lines: BatchLine[] = []
  #bytes = 0

  constructor(maxLineBytes: number) {
    this.#maxLineBytes = maxLineBytes
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0
  }

  /** Adds lines, and gives out each batch that is full. */
  *fill(lines: Iterable<Line>): Generator<BatchLine[], void, void> {
    for (const { number, bytes } of lines) {
      this.add(number, bytes)
      if (this.#lines.length >= maxBatchLines || this.#bytes >= fullBatchBytes) yield this.take()
    }
  }

  add(line: number, bytes: Buffer | undefined): void {
    if (bytes === undefined) {
      const message = `the line is longer than the limit of ${this.#maxLineBytes} bytes`
      this.fail(line, new HttpError('BODY_TOO_LARGE', message))
    } else {
      this.#lines.push({ line, bytes })
      this.#bytes += bytes.length
    }
  }

  fail(line: number, error: unknown): void {
    this.#lines.push({ line, error })
  }

  take(): BatchLine[] {
    const lines = this.#lines
    this.#lines = []
    this.#bytes = 0
    return lines
  }
}

/** Whether a promise is settled once what has arrived by now was read. */
async function isSettledSoon(promise: Promise<unknown>): Promise<boolean> {
  const isSettled = promise.then(
    () => true,
    () => true
  )
  return Promise.race([isSettled, nextTurn(false)])
}
