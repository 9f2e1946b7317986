import { type Column, Uint32Column } from '../columns/column.ts'
import type { Columnar } from '../columns/columnar.ts'
import { keysOf, openSecret, secretPlaces } from '../text/secret.ts'
import { BucketTable } from './bucket-table.ts'
import { SharedBands } from './shared-bands.ts'
import { spreadOverGroups } from './spread.ts'

/** What a search of the buckets finds. */
export interface Candidates {
  /** Those that share most bands first. */
  readonly slots: readonly number[]
  /** Whether there may be more: more than the limit were found, or some key had as many documents as it may. */
  readonly isCut: boolean
}

const openKeys = keysOf(openSecret)
/** All of one group, so that the best are taken. */
const alone = () => 0
const none: Candidates = Object.freeze({ slots: Object.freeze([]), isCut: false })

/** One for all tables of a shape: it is empty between two searches, and larger than a small table. */
const countersByShape = new Map<string, SharedBands>()

function sharedBands(bandCount: number, bucketCap: number): SharedBands {
  const shape = `${bandCount}:${bucketCap}`
  const known = countersByShape.get(shape) ?? new SharedBands(bandCount * bucketCap, bandCount)
  countersByShape.set(shape, known)
  return known
}

/**
 * Which documents have which keys, in memory: for each band, the slots of documents by key.
 *
 * A key has `bucketCap` documents at most. A further one drops the oldest, which `repost` puts back
 * once there is room. So the time for a document is bounded, whatever the others are.
 *
 * Nothing is stored by document: who takes one out knows its keys. Slots are whole numbers from 1 to 2^31 - 1.
 */
export class Postings implements Columnar {
  readonly #bandCount: number
  readonly #bucketCap: number
  readonly #table: BucketTable
  readonly #shared: SharedBands
  /** A bit a slot: whether it was dropped from some key and is not back. */
  readonly #dropped = new Uint32Column()
  /** The documents of one key. */
  readonly #found: Uint32Array
  readonly #keys: Uint32Array
  /** Those of one document, as they are in the table. */
  readonly #placed: Uint32Array

  /**
   * @param bandCount bands of a document
   * @param options.bucketCap documents of a key, 1 or more
   * @param options.keys as `keysOf` gives them: nobody can choose documents whose keys lie in one bucket of the table
   */
  constructor(
    bandCount: number,
    { bucketCap = 32, keys = openKeys }: { readonly bucketCap?: number; readonly keys?: Uint32Array } = {}
  ) {
    this.#bandCount = bandCount
    this.#bucketCap = bucketCap
    this.#table = new BucketTable(bandCount)
    this.#shared = sharedBands(bandCount, bucketCap)
    this.#found = new Uint32Array(bucketCap)
    this.#keys = keys
    this.#placed = new Uint32Array(bandCount)
  }

  /**
   * Adds a document that is not there.
   *
   * @param bandKeys one a band
   * @returns whether some key had as many documents as it may before
   */
  add(slot: number, bandKeys: Uint32Array): boolean {
    const keys = this.#place(bandKeys)
    this.#table.readAhead(keys)
    let isFull = false
    for (let band = 0; band < this.#bandCount; band++) {
      const oldest = this.#table.add(band, keys[band] as number, slot, this.#bucketCap)
      if (oldest === 0) continue
      this.#markDropped(oldest, true)
      isFull = true
    }
    this.#table.grow()
    return isFull
  }

  /**
   * Takes a document out.
   *
   * @param bandKeys those that it was added with
   * @returns whether it was found by some key, which may have room for another now
   */
  delete(slot: number, bandKeys: Uint32Array): boolean {
    const keys = this.#place(bandKeys)
    let wasThere = false
    for (let band = 0; band < this.#bandCount; band++) {
      if (this.#table.delete(band, keys[band] as number, slot)) wasThere = true
    }
    this.#markDropped(slot, false)
    return wasThere
  }

  /** Takes documents out whose keys are not known, which reads everything; yields now and then, to be continued soon. */
  *deleteAll(slots: ReadonlySet<number>): Generator<void, void, undefined> {
    for (const slot of slots) this.#markDropped(slot, false)
    yield* this.#table.deleteAll(slots)
  }

  /**
   * Puts a document back under those of its keys that it was dropped from and that have room now.
   *
   * @param bandKeys those that it was added with
   * @returns whether there was one
   */
  repost(slot: number, bandKeys: Uint32Array): boolean {
    if (!this.isDropped(slot)) return false
    const keys = this.#place(bandKeys)
    let isPosted = false
    let isDropped = false
    for (let band = 0; band < this.#bandCount; band++) {
      const key = keys[band] as number
      const count = this.#table.find(band, key, this.#found)
      if (this.#found.subarray(0, count).includes(slot)) continue
      if (count === this.#bucketCap) isDropped = true
      else {
        this.#table.add(band, key, slot, this.#bucketCap)
        isPosted = true
      }
    }
    this.#markDropped(slot, isDropped)
    this.#table.grow()
    return isPosted
  }

  /**
   * The documents that share a key with the given ones: those that share most bands first, of equals
   * the one with the lower slot.
   *
   * @param bandKeys one a band
   * @param limit documents to answer at most
   * @param groupOf where there are more, a quarter of the places goes to groups that have none: see {@link spreadOverGroups}
   */
  candidates(bandKeys: Uint32Array, limit: number, groupOf: (slot: number) => number = alone): Candidates {
    const keys = this.#place(bandKeys)
    this.#table.readAhead(keys)
    let isFull = false
    for (let band = 0; band < this.#bandCount; band++) {
      const count = this.#table.find(band, keys[band] as number, this.#found)
      for (let position = 0; position < count; position++) this.#shared.add(this.#found[position] as number)
      if (count === this.#bucketCap) isFull = true
    }
    if (this.#shared.size === 0) return none
    const isCut = isFull || this.#shared.size > limit
    return { slots: spreadOverGroups(this.#shared.takeRanked(limit, groupOf), limit, groupOf), isCut }
  }

  /** Whether a document was dropped from some key and is not back. */
  isDropped(slot: number): boolean {
    return (this.#dropped.get(slot >>> 5) & (1 << (slot & 31))) !== 0
  }

  /** Bytes allocated. */
  get bytes(): number {
    return this.columns.reduce((sum, column) => sum + column.byteLength, 0)
  }

  get columns(): readonly Column[] {
    return [...this.#table.columns, this.#dropped]
  }

  get counters(): readonly number[] {
    return this.#table.counters
  }

  restore(counters: readonly number[]): void {
    this.#table.restore(counters)
  }

  /** The keys as a secret permutes them: equal ones stay equal, and different ones different. Valid until the next call. */
  #place(bandKeys: Uint32Array): Uint32Array {
    const by = this.#keys[secretPlaces.buckets] as number
    const start = this.#keys[secretPlaces.buckets + 1] as number
    for (let band = 0; band < this.#bandCount; band++) {
      const key = Math.imul((bandKeys[band] as number) ^ start, by)
      const mixed = Math.imul(key ^ (key >>> 15), by)
      this.#placed[band] = mixed ^ (mixed >>> 16)
    }
    return this.#placed
  }

  #markDropped(slot: number, isDropped: boolean): void {
    if (this.isDropped(slot) !== isDropped) {
      this.#dropped.set(slot >>> 5, this.#dropped.get(slot >>> 5) ^ (1 << (slot & 31)))
    }
  }
}
