import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decompress } from '../../bytes/decompress.ts'
import { HttpError } from '../http-error.ts'

/** The client went away before its upload was complete; there is nobody to tell. */
export class UploadAborted extends Error {
  override readonly name = 'UploadAborted'
}

/**
 * The body of a request, read piece by piece and inflated where it is gzip.
 *
 * Nothing is read before `chunks` is iterated, and nothing while the consumer is busy:
 * the socket's own flow control holds the client back.
 */
export class Upload {
  readonly #payload: Readable
  readonly #isGzip: boolean
  readonly #idleTimeoutMs: number
  #isComplete = false
  #isStopped = false
  #isAborted = false
  #wake: () => void = () => {}

  /** @param idleTimeoutMs how long the client may send nothing while it is waited for */
  constructor(payload: Readable, { isGzip, idleTimeoutMs }: { isGzip: boolean; idleTimeoutMs: number }) {
    this.#payload = payload
    this.#isGzip = isGzip
    this.#idleTimeoutMs = idleTimeoutMs
    payload.once('end', () => {
      this.#isComplete = true
      this.#wake()
    })
    payload.once('close', () => this.#abort())
    payload.on('error', () => this.#abort())
  }

  /** Whether `stop` ended it before the client did. */
  get isStopped(): boolean {
    return this.#isStopped
  }

  /** Ends `chunks` as soon as what was taken from the network is given out. */
  stop(): void {
    if (this.#isComplete || this.#isAborted) return
    this.#isStopped = true
    this.#wake()
  }

  /**
   * The body, once.
   *
   * @throws HttpError REQUEST_TIMEOUT when the client pauses too long, MALFORMED_BODY for bad gzip
   * @throws UploadAborted
   */
  chunks(): AsyncGenerator<Buffer, void, void> {
    const received = this.#received()
    if (!this.#isGzip) return received
    return decompress(received, { create: createGunzip, isCut: () => this.#isStopped, fault: badGzip })
  }

  async *#received(): AsyncGenerator<Buffer, void, void> {
    const onReadable = () => this.#wake()
    this.#payload.on('readable', onReadable)
    try {
      while (!this.#isStopped) {
        const chunk: Buffer | null = this.#isAborted ? null : this.#payload.read()
        if (chunk !== null) yield chunk
        else if (this.#isComplete) return
        else if (this.#isAborted) throw new UploadAborted('the client closed the connection')
        else await this.#arrival()
      }
    } finally {
      this.#payload.off('readable', onReadable)
    }
  }

  #arrival(): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        const seconds = Math.round(this.#idleTimeoutMs / 100) / 10
        reject(new HttpError('REQUEST_TIMEOUT', `nothing more of the body arrived for ${seconds} s`))
      }
      // One turn later: what arrived while this process was busy wakes first.
      const timer = setTimeout(() => setImmediate(giveUp), this.#idleTimeoutMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #abort(): void {
    if (this.#isComplete) return
    this.#isAborted = true
    this.#wake()
  }
}

function badGzip(cause: Error): HttpError {
  return new HttpError('MALFORMED_BODY', 'the body is not valid gzip, or ends too early', { cause })
}
