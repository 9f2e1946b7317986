import { Uint32Column } from './column.ts'
import { type Columnar, expectCounters } from './columnar.ts'

/** Linked slots a bucket before another bucket is split: two fill the memory well and keep chains short. */
const load = 2

/** Stands for the link of a slot that was dropped. Links are stored plus one; 0 is a slot that is not there. */
const dropped = 0xffff_ffff

/**
 * Slots by a 32-bit hash, as chains in the buckets of a hash table.
 *
 * The table grows by linear hashing (Litwin, "Linear hashing: a new tool for file and table
 * addressing", 1980): an addition splits at most one bucket, so none of them ever waits for a rehash. It
 * does not shrink. The low bits of a hash choose its bucket, so the hashes must be well mixed.
 *
 * With `maxEqual`, a chain holds so many slots of one hash at most. One more drops the oldest of them
 * out of the chain; a dropped slot is remembered, but not found. So every operation is short, however many
 * slots share a hash. Without, the time for `delete` and for a split grows with that number.
 *
 * Slots are whole numbers from 1 to 2^30 - 1. The slots are also the indexes of a column, so they
 * should be dense.
 */
export class HashChains implements Columnar {
  readonly #maxEqual: number
  /** The newest slot of each bucket. */
  readonly #heads = new Uint32Column()
  /** For each slot its hash and the link to the next older one, side by side: one cache line holds both. */
  readonly #entries = new Uint32Column()
  #linked = 0
  /** Buckets at the beginning of this round of splits, a power of two. */
  #level = 1
  /** Buckets of this round that are split. The upper halves follow after those of the level. */
  #split = 0

  /**
   * @param options.maxEqual 1 or more
   */
  constructor({ maxEqual = Number.POSITIVE_INFINITY }: { readonly maxEqual?: number } = {}) {
    if (!(maxEqual >= 1)) throw new RangeError(`maxEqual must be 1 or more, not ${maxEqual}`)
    this.#maxEqual = maxEqual
  }

  /**
   * Adds a slot as the newest of its hash.
   *
   * @returns whether the chain held `maxEqual` slots of the hash before; the oldest is dropped then
   * @throws RangeError when the slot is there already, linked or dropped
   */
  add(slot: number, hash: number): boolean {
    if (this.has(slot)) throw new RangeError(`slot ${slot} has a hash already`)
    const isFull = this.#maxEqual !== Number.POSITIVE_INFINITY && this.#dropOldestOfFull(hash)
    this.#entries.set(2 * slot, hash)
    this.#link(slot, hash)
    return isFull
  }

  /**
   * Links a dropped slot again, as the newest of its hash, if fewer than `maxEqual` of that hash are linked.
   *
   * @returns whether it was dropped and is now linked
   */
  addIfRoom(slot: number): boolean {
    if (!this.isDropped(slot)) return false
    const hash = this.hashOf(slot)
    let room = this.#maxEqual
    for (let equal = this.first(hash); equal !== 0 && room > 0; equal = this.next(equal)) room--
    if (room === 0) return false
    this.#link(slot, hash)
    return true
  }

  /**
   * Takes a slot out.
   *
   * @returns whether it was linked; not so when it was dropped or is unknown
   */
  delete(slot: number): boolean {
    const isLinked = this.has(slot) && !this.isDropped(slot)
    if (isLinked) {
      const bucket = this.#bucketOf(this.hashOf(slot))
      const older = this.older(slot)
      let newer = 0
      for (let at = this.#heads.get(bucket); at !== slot; at = this.older(at)) newer = at
      if (newer === 0) this.#heads.set(bucket, older)
      else this.#entries.set(2 * newer + 1, older + 1)
      this.#linked--
    }
    this.#entries.set(2 * slot + 1, 0)
    return isLinked
  }

  /** Whether a slot is there, linked or dropped. */
  has(slot: number): boolean {
    return this.#entries.get(2 * slot + 1) !== 0
  }

  /** Whether a slot is there, but out of the chain. */
  isDropped(slot: number): boolean {
    return this.#entries.get(2 * slot + 1) === dropped
  }

  /** The newest linked slot of a hash, or 0. */
  first(hash: number): number {
    return this.#firstEqual(this.head(hash), hash)
  }

  /** The linked slot of the same hash that is next older than a linked slot, or 0. */
  next(slot: number): number {
    return this.#firstEqual(this.older(slot), this.hashOf(slot))
  }

  /** The newest slot in the bucket of a hash, whatever its own hash, or 0. */
  head(hash: number): number {
    return this.#heads.get(this.#bucketOf(hash))
  }

  /** The slot next older than a linked slot in the same bucket, whatever its hash, or 0. */
  older(slot: number): number {
    return this.#entries.get(2 * slot + 1) - 1
  }

  /** The hash of a slot that is there. */
  hashOf(slot: number): number {
    return this.#entries.get(2 * slot)
  }

  /**
   * The newest slot of the bucket that the next addition splits, or 0. Who walks these chains of many tables
   * side by side before adding to each waits for memory once instead of many times.
   */
  headToSplit(): number {
    return this.#linked < load * (this.#level + this.#split) ? 0 : this.#heads.get(this.#split)
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

  #firstEqual(start: number, hash: number): number {
    let slot = start
    while (slot !== 0 && this.hashOf(slot) !== hash) slot = this.older(slot)
    return slot
  }

  /** Without a branch, because half of all guesses would be wrong. */
  #bucketOf(hash: number): number {
    const bucket = hash & (this.#level - 1)
    const isSplit = (bucket - this.#split) >> 31
    return bucket + (hash & this.#level & isSplit)
  }

  /** Drops the oldest slot of a hash if its chain holds as many as it may. */
  #dropOldestOfFull(hash: number): boolean {
    let room = this.#maxEqual
    let oldest = 0
    for (let slot = this.head(hash); slot !== 0; slot = this.older(slot)) {
      if (this.hashOf(slot) === hash) {
        room--
        oldest = slot
      }
    }
    if (room > 0) return false
    this.delete(oldest)
    this.#entries.set(2 * oldest + 1, dropped)
    return true
  }

  #link(slot: number, hash: number): void {
    const bucket = this.#bucketOf(hash)
    this.#entries.set(2 * slot + 1, this.#heads.get(bucket) + 1)
    this.#heads.set(bucket, slot)
    this.#linked++
    if (this.#linked > load * (this.#level + this.#split)) this.#splitBucket()
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
      const older = this.older(slot)
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
