import { longestTimerMs } from './backoff.ts'

/**
 * An abort signal that follows another one and can run out of time.
 *
 * `AbortSignal.any` with `AbortSignal.timeout` does the same, but on Node.js 20 keeps memory for as long as the
 * followed signal lives.
 */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #followed: AbortSignal | undefined
  readonly #abort = () => this.#controller.abort(this.#followed?.reason)
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether the time ran out. */
  isOver = false

  constructor(followed: AbortSignal | undefined) {
    this.#followed = followed
    if (followed?.aborted === true) this.#abort()
    else followed?.addEventListener('abort', this.#abort, { once: true })
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Starts the time anew. */
  start(milliseconds: number): void {
    this.pause()
    const abort = () => {
      this.isOver = true
      this.#controller.abort()
    }
    this.#timer = setTimeout(abort, Math.min(milliseconds, longestTimerMs))
  }

  /** Stops the time. */
  pause(): void {
    clearTimeout(this.#timer)
  }

  /** Ends what the signal is for; the followed signal is let go. */
  end(): void {
    this.release()
    this.#controller.abort()
  }

  /** Lets go of the time and of the followed signal. */
  release(): void {
    this.pause()
    this.#followed?.removeEventListener('abort', this.#abort)
  }
}
