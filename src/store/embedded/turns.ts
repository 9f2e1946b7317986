import { setImmediate } from 'node:timers/promises'
import type { Steps } from '../../cluster/steps.ts'

/** How long one turn lasts, in milliseconds. */
const usualTurnMs = 5

/** Goes on with a work for one turn, and says whether it is done. */
type Turn = () => boolean

/**
 * Lets long works have turns, one work in each turn of the event loop, whoever asked for how many. A work that needs
 * no more than one turn is done at once where no other is under way.
 */
export class Turns {
  readonly #turnMs: number
  readonly #waiting: Turn[] = []
  #isWorking = false

  /** @param turnMs how long a turn lasts; 0 for one step */
  constructor(turnMs = usualTurnMs) {
    this.#turnMs = turnMs
  }

  /**
   * Does a work.
   *
   * @param isOver asked before every turn but the first; the rest is left out when it is
   * @returns what the work gives; undefined when it was over before
   * @throws what the work throws
   */
  run<Result>(steps: Steps<Result>, isOver: () => boolean = () => false): Promise<Result | undefined> {
    return new Promise((resolve, reject) => {
      let isBegun = false
      this.#waiting.push(() => {
        if (isBegun && isOver()) {
          resolve(undefined)
          return true
        }
        isBegun = true
        try {
          const step = this.#advance(steps)
          if (step.done === true) resolve(step.value)
          return step.done === true
        } catch (error) {
          reject(error)
          return true
        }
      })
      if (!this.#isWorking) void this.#work()
    })
  }

  #advance<Result>(steps: Steps<Result>): IteratorResult<void, Result> {
    const end = performance.now() + this.#turnMs
    let step = steps.next()
    while (step.done !== true && performance.now() < end) step = steps.next()
    return step
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    for (let turn = this.#waiting.shift(); turn !== undefined; turn = this.#waiting.shift()) {
      if (!turn()) this.#waiting.push(turn)
      if (this.#waiting.length > 0) await setImmediate()
    }
    this.#isWorking = false
  }
}
