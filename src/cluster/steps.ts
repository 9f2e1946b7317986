/** A work in steps, each short, between which others may get a turn. */
export type Steps<Result> = Generator<void, Result, void>

/** Runs all steps of a work and gives its result. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** Tells when enough was done for one step. */
export class StepCounter {
  readonly #limit: number
  #count = 0

  /** @param limit how much a step does, in whatever is counted; a few thousand memory accesses take less than a millisecond */
  constructor(limit = 4096) {
    this.#limit = limit
  }

  /** Counts what was done, and says whether it is time for a new step. */
  isFull(count = 1): boolean {
    this.#count += count
    if (this.#count < this.#limit) return false
    this.#count = 0
    return true
  }
}
