import { Uint32Column, uint32Mask } from './column.ts'
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
    const bucket = this.#bucketOf(hash)
    let head = this.#heads.get(bucket)
    const isFull = this.#maxEqual !== Number.POSITIVE_INFINITY && this.#dropOldestOfFull(head, hash)
    if (isFull) head = this.#heads.get(bucket)
    this.#link(slot, hash, bucket, head)
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
    const bucket = this.#bucketOf(hash)
    this.#link(slot, hash, bucket, this.#heads.get(bucket))
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

  /** Reads the buckets that further additions split, so that reading those of many chains overlaps. */
  headToSplit(): number {
    return this.#linked + 1 > load * (this.#level + this.#split) ? this.#heads.get(this.#split) : 0
  }

  entryChunk(slot: number): Uint32Array {
    return this.#entries.chunkOf(2 * slot)
  }

  #firstEqual(start: number, hash: number): number {
    const entries = this.#entries
    let slot = start
    while (slot !== 0) {
      const chunk = entries.chunkOf(2 * slot)
      const position = (2 * slot) & uint32Mask
      if (chunk[position] === hash) return slot
      slot = (chunk[position + 1] as number) - 1
    }
    return 0
  }

  /** Without a branch, because half of all guesses would be wrong. */
  #bucketOf(hash: number): number {
    const bucket = hash & (this.#level - 1)
    const isSplit = (bucket - this.#split) >> 31
    return bucket + (hash & this.#level & isSplit)
  }

  /** Drops the oldest slot of a hash if the chain, from its head on, holds as many as it may. */
  #dropOldestOfFull(head: number, hash: number): boolean {
    const entries = this.#entries
    let room = this.#maxEqual
    let oldest = 0
    for (let slot = head; slot !== 0; ) {
      const chunk = entries.chunkOf(2 * slot)
      const position = (2 * slot) & uint32Mask
      if (chunk[position] === hash) {
        room--
        oldest = slot
      }
      slot = (chunk[position + 1] as number) - 1
    }
    if (room > 0) return false
    this.delete(oldest)
    entries.set(2 * oldest + 1, dropped)
    return true
  }

  #link(slot: number, hash: number, bucket: number, head: number): void {
    this.#entries.set(2 * slot, hash)
    this.#entries.set(2 * slot + 1, head + 1)
    this.#heads.set(bucket, slot)
    this.#linked++
    if (this.#linked > load * (this.#level + this.#split)) this.#splitBucket()
  }

  /** Parts the next bucket by one more bit of the hashes; both parts keep their order. */
  #splitBucket(): void {
    const entries = this.#entries
    const level = this.#level
    const lower = this.#split
    const slot0 = this.#heads.get(lower)
    let slot = slot0
    let lowerHead = 0
    let upperHead = 0
    let lowerTail = 0
    let upperTail = 0
    while (slot !== 0) {
      const chunk = entries.chunkOf(2 * slot)
      const position = (2 * slot) & uint32Mask
      const older = (chunk[position + 1] as number) - 1
      if (((chunk[position] as number) & level) === 0) {
        if (lowerTail === 0) lowerHead = slot
        else entries.set(2 * lowerTail + 1, slot + 1)
        lowerTail = slot
      } else {
        if (upperTail === 0) upperHead = slot
        else entries.set(2 * upperTail + 1, slot + 1)
        upperTail = slot
      }
      slot = older
    }
    if (lowerTail !== 0) entries.set(2 * lowerTail + 1, 1)
    if (upperTail !== 0) entries.set(2 * upperTail + 1, 1)
    if (lowerHead !== slot0) this.#heads.set(lower, lowerHead)
    this.#heads.set(lower + level, upperHead)
    this.#split++
    if (this.#split === level) {
      this.#level *= 2
      this.#split = 0
    }
  }
}
