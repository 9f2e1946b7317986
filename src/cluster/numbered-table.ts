import { type Column, Float64Column } from '../columns/column.ts'
import type { Columnar } from '../columns/columnar.ts'
import { Slots } from '../columns/slots.ts'

/** Rows of a collection by slot, each with the number that it has in the journal. */
export class NumberedTable implements Columnar {
  readonly #slots = new Slots()
  readonly number = new Float64Column()

  /** Number of rows. */
  get size(): number {
    return this.#slots.size
  }

  /** Gives a new row a slot. */
  protected take(number: number): number {
    const slot = this.#slots.take()
    this.number.set(slot, number)
    return slot
  }

  remove(slot: number): void {
    this.number.set(slot, 0)
    this.#slots.release(slot)
  }

  /** Whether there is a row in a slot. */
  has(slot: number): boolean {
    return this.number.get(slot) !== 0
  }

  /** The slots of all rows. */
  *slots(): Generator<number> {
    for (let slot = 1; slot < this.#slots.end; slot++) if (this.has(slot)) yield slot
  }

  /** The numbers of all rows. */
  *numbers(): Generator<number> {
    for (const slot of this.slots()) yield this.number.get(slot)
  }

  get columns(): readonly Column[] {
    return [...this.#slots.columns, this.number]
  }

  get counters(): readonly number[] {
    return this.#slots.counters
  }

  restore(counters: readonly number[]): void {
    this.#slots.restore(counters)
  }
}
