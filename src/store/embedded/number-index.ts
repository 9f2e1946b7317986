import type { Float64Column } from '../../columns/column.ts'
import { HashChains } from '../../columns/hash-chains.ts'
import { hashOfNumber } from './hashes.ts'

/** Finds slots by the numbers that a column holds for them. */
export class NumberIndex {
  readonly #numbers: Float64Column
  readonly #slots = new HashChains()

  constructor(numbers: Float64Column) {
    this.#numbers = numbers
  }

  /** Takes in a slot whose number the column has. */
  add(slot: number): void {
    this.#slots.add(slot, hashOfNumber(this.#numbers.get(slot)))
  }

  /** The slot with a number; 0 for none. */
  find(number: number): number {
    const slots = this.#slots
    for (let slot = slots.first(hashOfNumber(number)); slot !== 0; slot = slots.next(slot)) {
      if (this.#numbers.get(slot) === number) return slot
    }
    return 0
  }
}
