import { Uint32Column } from './column.ts'
import { type Columnar, expectCounters } from './columnar.ts'

/** Gives out slots: small positive whole numbers, the one released last first. */
export class Slots implements Columnar {
  /** The released slots, as a stack. */
  readonly #free = new Uint32Column()
  #freeCount = 0
  #end = 1

  /** How many are taken. */
  get size(): number {
    return this.#end - 1 - this.#freeCount
  }

  /** All slots that were ever taken are below it. */
  get end(): number {
    return this.#end
  }

  take(): number {
    if (this.#freeCount === 0) return this.#end++
    this.#freeCount--
    return this.#free.get(this.#freeCount)
  }

  /**
   * Gives a slot back. The caller answers for not giving one back twice.
   *
   * @throws RangeError for a slot that was never taken
   */
  release(slot: number): void {
    if (!(slot >= 1 && slot < this.#end)) throw new RangeError(`slot ${slot} was never taken`)
    this.#free.set(this.#freeCount, slot)
    this.#freeCount++
  }

  get columns(): readonly [Uint32Column] {
    return [this.#free]
  }

  get counters(): readonly number[] {
    return [this.#end, this.#freeCount]
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 2)
    ;[this.#end, this.#freeCount] = counters as [number, number]
  }
}
