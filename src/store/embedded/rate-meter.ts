/** Seconds over which the rate is measured. */
const windowSeconds = 60

/** Counts events of the last minute. */
export class RateMeter {
  readonly #counts = new Array<number>(windowSeconds).fill(0)
  readonly #seconds = new Array<number>(windowSeconds).fill(Number.NEGATIVE_INFINITY)

  /** @param now milliseconds since 1970 */
  count(events: number, now: number): void {
    const second = Math.floor(now / 1000)
    const slot = second % windowSeconds
    if (this.#seconds[slot] !== second) {
      this.#seconds[slot] = second
      this.#counts[slot] = 0
    }
    this.#counts[slot] = (this.#counts[slot] as number) + events
  }

  /** Events a second, over the last minute. */
  perSecond(now: number): number {
    const oldest = Math.floor(now / 1000) - windowSeconds
    let sum = 0
    for (const [slot, second] of this.#seconds.entries()) {
      if (second > oldest) sum += this.#counts[slot] as number
    }
    return sum / windowSeconds
  }
}
