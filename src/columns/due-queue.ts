import { type Column, Float64Column, Uint32Column } from './column.ts'
import { type Columnar, expectCounters } from './columnar.ts'

/** Slots by the time at which they are due, as a binary heap. */
export class DueQueue implements Columnar {
  readonly #times = new Float64Column()
  readonly #slots = new Uint32Column()
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Adds a slot; it may be queued more than once. */
  add(at: number, slot: number): void {
    let child = this.#size
    this.#size++
    while (child > 0) {
      const parent = (child - 1) >>> 1
      if (this.#times.get(parent) <= at) break
      this.#put(child, this.#times.get(parent), this.#slots.get(parent))
      child = parent
    }
    this.#put(child, at, slot)
  }

  /** Whether a slot is due by a time. */
  isDue(now: number): boolean {
    return this.#size > 0 && this.#times.get(0) <= now
  }

  /** Takes the next slot that is due by a time; 0 if there is none. */
  takeDue(now: number): number {
    if (!this.isDue(now)) return 0
    const slot = this.#slots.get(0)
    this.#size--
    this.#sink(this.#times.get(this.#size), this.#slots.get(this.#size))
    return slot
  }

  clear(): void {
    this.#size = 0
  }

  get columns(): readonly Column[] {
    return [this.#times, this.#slots]
  }

  get counters(): readonly number[] {
    return [this.#size]
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 1)
    this.#size = counters[0] as number
  }

  /** Finds the place for an item, from the top down. */
  #sink(at: number, slot: number): void {
    let parent = 0
    for (let child = 1; child < this.#size; child = 2 * parent + 1) {
      if (child + 1 < this.#size && this.#times.get(child + 1) < this.#times.get(child)) child++
      if (at <= this.#times.get(child)) break
      this.#put(parent, this.#times.get(child), this.#slots.get(child))
      parent = child
    }
    this.#put(parent, at, slot)
  }

  #put(position: number, at: number, slot: number): void {
    this.#times.set(position, at)
    this.#slots.set(position, slot)
  }
}
