import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decompress } from '../../bytes/decompress.ts'
import { askForBody } from '../connections/expect-continue.ts'
import { HttpError } from '../http-error.ts'
import type { BodyHolder, BodyRoom } from './body-room.ts'

/** Least speed of a body that is to arrive within a time, in bytes a millisecond: 16 kB a second. */
const leastBytesPerMs = 16

/** How an upload is read. */
export interface UploadOptions {
  readonly isGzip: boolean
  /** How long the client may send nothing while it is waited for, in milliseconds. */
  readonly idleTimeoutMs: number
  /** Whether the whole must arrive within that time, and a second more for every 16 kB. */
  readonly isTimed: boolean
  /** Where the bytes count that are held while more is to come. */
  readonly room: BodyRoom
}

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
export class Upload implements BodyHolder {
  readonly #payload: Readable
  readonly #options: UploadOptions
  #receivedBytes = 0
  #startedAt = 0
  #isRefused = false
  #isComplete = false
  #isStopped = false
  #isAborted = false
  #wake: () => void = () => {}

  constructor(payload: Readable, options: UploadOptions) {
    this.#payload = payload
    this.#options = options
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

  /** Says how many bytes of the body are held until more arrives. */
  hold(bytes: number): void {
    this.#options.room.hold(this, bytes)
  }

  /** Makes `chunks` throw, because what is held is more than there is room for. */
  refuse(): void {
    this.#isRefused = true
    this.#wake()
  }

  /**
   * The body, once.
   *
   * @throws HttpError REQUEST_TIMEOUT when the client pauses too long, MALFORMED_BODY for bad gzip, TOO_MANY_BODIES
   * @throws UploadAborted
   */
  chunks(): AsyncGenerator<Buffer, void, void> {
    const received = this.#received()
    if (!this.#options.isGzip) return received
    return decompress(received, { create: createGunzip, isCut: () => this.#isStopped, fault: badGzip })
  }

  async *#received(): AsyncGenerator<Buffer, void, void> {
    const onReadable = () => this.#wake()
    this.#payload.on('readable', onReadable)
    this.#startedAt = performance.now()
    askForBody(this.#payload)
    try {
      while (!this.#isStopped) {
        if (this.#isRefused) throw new HttpError('TOO_MANY_BODIES', 'the bodies under way take too much memory')
        const chunk: Buffer | null = this.#isAborted ? null : this.#payload.read()
        if (chunk !== null) {
          this.#receivedBytes += chunk.length
          yield chunk
        } else if (this.#isComplete) return
        else if (this.#isAborted) throw new UploadAborted('the client closed the connection')
        else await this.#arrival()
      }
    } finally {
      this.#payload.off('readable', onReadable)
      this.hold(0)
    }
  }

  #arrival(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { timeoutMs, reason } = this.#patience()
      // One turn later: what arrived while this process was busy wakes first.
      const timer = setTimeout(() => setImmediate(() => reject(new HttpError('REQUEST_TIMEOUT', reason))), timeoutMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** How long the next bytes may take. */
  #patience(): { timeoutMs: number; reason: string } {
    const { idleTimeoutMs, isTimed } = this.#options
    const leftMs = idleTimeoutMs + this.#receivedBytes / leastBytesPerMs - (performance.now() - this.#startedAt)
    if (isTimed && leftMs < idleTimeoutMs && this.#receivedBytes > 0) {
      return { timeoutMs: Math.max(0, leftMs), reason: 'the body arrives too slowly' }
    }
    const seconds = Math.round(idleTimeoutMs / 100) / 10
    return { timeoutMs: idleTimeoutMs, reason: `nothing more of the body arrived for ${seconds} s` }
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
