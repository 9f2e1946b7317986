import { Uint32Column } from './column.ts'
import { type Columnar, expectCounters } from './columnar.ts'

/** Linked slots a bucket before another bucket is split: two fill the memory well and keep chains short. */
const load = 2

/**
 * Slots by a 32-bit hash, as chains in the buckets of a hash table.
 *
 * The table grows by linear hashing (Litwin, "Linear hashing: a new tool for file and table
 * addressing", 1980): an addition splits at most one bucket, so none of them ever waits for a rehash. It
 * does not shrink. The low bits of a hash choose its bucket, so the hashes must be well mixed.
 *
 * The time for `delete` and for a split grows with the number of slots that share a hash.
 *
 * Slots are whole numbers from 1 to 2^30 - 1. The slots are also the indexes of a column, so they
 * should be dense.
 */
export class HashChains implements Columnar {
  /** The newest slot of each bucket. */
  readonly #heads = new Uint32Column()
  /** For each slot its hash and the link to the next older one plus 1, side by side: one cache line holds both. */
  readonly #entries = new Uint32Column()
  #linked = 0
  /** Buckets at the beginning of this round of splits, a power of two. */
  #level = 1
  /** Buckets of this round that are split. The upper halves follow after those of the level. */
  #split = 0

  /**
   * Adds a slot as the newest of its hash.
   *
   * @throws RangeError when the slot is there already
   */
  add(slot: number, hash: number): void {
    if (this.has(slot)) throw new RangeError(`slot ${slot} has a hash already`)
    const bucket = this.#bucketOf(hash)
    this.#entries.set(2 * slot, hash)
    this.#entries.set(2 * slot + 1, this.#heads.get(bucket) + 1)
    this.#heads.set(bucket, slot)
    this.#linked++
    if (this.#linked > load * (this.#level + this.#split)) this.#splitBucket()
  }

  /**
   * Takes a slot out.
   *
   * @returns whether it was there
   */
  delete(slot: number): boolean {
    if (!this.has(slot)) return false
    const bucket = this.#bucketOf(this.hashOf(slot))
    const older = this.#older(slot)
    let newer = 0
    for (let at = this.#heads.get(bucket); at !== slot; at = this.#older(at)) newer = at
    if (newer === 0) this.#heads.set(bucket, older)
    else this.#entries.set(2 * newer + 1, older + 1)
    this.#entries.set(2 * slot + 1, 0)
    this.#linked--
    return true
  }

  /** Whether a slot is there. */
  has(slot: number): boolean {
    return this.#entries.get(2 * slot + 1) !== 0
  }

  /** The newest slot of a hash, or 0. */
  first(hash: number): number {
    return this.#firstEqual(this.#heads.get(this.#bucketOf(hash)), hash)
  }

  /** The slot of the same hash that is next older than a slot, or 0. */
  next(slot: number): number {
    return this.#firstEqual(this.#older(slot), this.hashOf(slot))
  }

  /** The hash of a slot that is there. */
  hashOf(slot: number): number {
    return this.#entries.get(2 * slot)
  }

  get columns(): readonly [Uint32Column, Uint32Column] {
    return [this.#heads, this.#entries]
  }

  get counters(): readonly number[] {
    return [this.#linked, this.#level, this.#split]
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 3)
    ;[this.#linked, this.#level, this.#split] = counters as [number, number, number]
  }

  /** The slot next older than one in the same bucket, whatever its hash, or 0. */
  #older(slot: number): number {
    return this.#entries.get(2 * slot + 1) - 1
  }

  #firstEqual(start: number, hash: number): number {
    let slot = start
    while (slot !== 0 && this.hashOf(slot) !== hash) slot = this.#older(slot)
    return slot
  }

  /** Without a branch, because half of all guesses would be wrong. */
  #bucketOf(hash: number): number {
    const bucket = hash & (this.#level - 1)
    const isSplit = (bucket - this.#split) >> 31
    return bucket + (hash & this.#level & isSplit)
  }

  /** Parts the next bucket by one more bit of the hashes; both parts keep their order. */
  #splitBucket(): void {
    const lower = this.#split
    const upper = lower + this.#level
    let slot = this.#heads.get(lower)
    let lowerTail = 0
    let upperTail = 0
    this.#heads.set(lower, 0)
    this.#heads.set(upper, 0)
    while (slot !== 0) {
      const older = this.#older(slot)
      if ((this.hashOf(slot) & this.#level) === 0) {
        this.#append(slot, lowerTail, lower)
        lowerTail = slot
      } else {
        this.#append(slot, upperTail, upper)
        upperTail = slot
      }
      slot = older
    }
    this.#split++
    if (this.#split === this.#level) {
      this.#level *= 2
      this.#split = 0
    }
  }

  /** Makes a slot the oldest of a chain. */
  #append(slot: number, tail: number, bucket: number): void {
    this.#entries.set(2 * slot + 1, 1)
    if (tail === 0) this.#heads.set(bucket, slot)
    else this.#entries.set(2 * tail + 1, slot + 1)
  }
}
