import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Turns } from './turns.ts'

/** A computation on a state, and whether that state is still the one on which it was begun. */
export interface Reading<Result> {
  readonly steps: Steps<Result>
  readonly isStale: () => boolean
}

/** How often a reading is tried again because a commit failed on which it depends. */
const maxAttempts = 5

/**
 * Computes answers in steps, each of one state of the store. Where something changes between two
 * steps, the answer is computed anew in the place of an operation of the writer, so that nothing does.
 */
export class ConsistentReads {
  readonly #turns: Turns
  readonly #writer: GroupCommit

  constructor(turns: Turns, writer: GroupCommit) {
    this.#turns = turns
    this.#writer = writer
  }

  /**
   * Gives an answer once everything it tells of is durable; computes it again when that was taken back.
   *
   * @param begin begins the computation on the present state
   */
  async read<Result>(begin: () => Reading<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const outcome = (await this.#inTurns(begin)) ?? (await this.#instead(begin, attempt === maxAttempts))
      if (outcome !== undefined && (await this.#holds(outcome))) return outcome.answer()
    }
  }

  /** Whether what an answer tells of became durable. */
  async #holds({ settled, undoneCount }: Outcome<unknown>): Promise<boolean> {
    return settled === undefined || ((await settled) && this.#writer.undoneCount === undoneCount)
  }

  /** Undefined where something changed. */
  #inTurns<Result>(begin: () => Reading<Result>): Promise<Outcome<Result> | undefined> {
    const { steps, isStale } = begin()
    return this.#turns.run(this.#outcomeOf(steps), isStale)
  }

  /**
   * Undefined where the commit of its group failed.
   *
   * @throws DoppelError STORE_BUSY when too much is waiting, and on the last attempt what the commit failed with
   */
  async #instead<Result>(begin: () => Reading<Result>, isLast: boolean): Promise<Outcome<Result> | undefined> {
    const reads = this
    const steps = function* (): Steps<Outcome<Result>> {
      const { answer } = yield* reads.#outcomeOf(begin().steps)
      // It is given with what was written before it.
      return { answer, settled: undefined, undoneCount: 0 }
    }
    try {
      return await this.#writer.runInSteps(steps, 1, true)
    } catch (error) {
      if (isLast || (error instanceof DoppelError && error.code === 'STORE_BUSY')) throw error
      return undefined
    }
  }

  /** What the steps give or throw, and what must become durable for it to hold. */
  *#outcomeOf<Result>(steps: Steps<Result>): Steps<Outcome<Result>> {
    let answer: () => Result
    try {
      const result = yield* steps
      answer = () => result
    } catch (error) {
      answer = () => {
        throw error
      }
    }
    const { settled, undoneCount } = this.#writer
    return { answer, settled, undoneCount }
  }
}

interface Outcome<Result> {
  readonly answer: () => Result
  readonly settled: Promise<boolean> | undefined
  readonly undoneCount: number
}
