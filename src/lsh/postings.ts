import type { Uint32Column } from '../columns/column.ts'
import { type Columnar, columnsOf, countersOf, restoreParts } from '../columns/columnar.ts'
import { HashChains } from '../columns/hash-chains.ts'
import { SharedBands } from './shared-bands.ts'

/** What a search of the buckets finds. */
export interface Candidates {
  /** Those that share most bands first. */
  readonly slots: readonly number[]
  /** Whether there may be more: more than the limit were found, or some bucket was full. */
  readonly isCut: boolean
}

const none: Candidates = Object.freeze({ slots: Object.freeze([]), isCut: false })

/**
 * Which documents lie in which bucket, in memory: for each band, the slots of documents by
 * the key of their bucket.
 *
 * A bucket holds `bucketCap` documents at most. A further one drops the oldest out of that bucket,
 * which `repost` puts back once there is room. So the time for a document is bounded, whatever the others are.
 */
export class Postings implements Columnar {
  readonly #bands: readonly HashChains[]
  readonly #bucketCap: number
  readonly #shared: SharedBands
  /** Scratch of a walk: per band where in its chain it is; the bands whose chains go on; per band the documents found. */
  readonly #at: Uint32Array
  readonly #open: Uint32Array
  readonly #equal: Uint32Array

  /**
   * @param bandCount bands of a document
   * @param options.bucketCap documents that a bucket holds, 1 or more
   */
  constructor(bandCount: number, { bucketCap = 32 }: { readonly bucketCap?: number } = {}) {
    this.#bands = Array.from({ length: bandCount }, () => new HashChains({ maxEqual: bucketCap }))
    this.#bucketCap = bucketCap
    this.#shared = new SharedBands(bandCount * bucketCap)
    this.#at = new Uint32Array(bandCount)
    this.#open = new Uint32Array(bandCount)
    this.#equal = new Uint32Array(bandCount)
  }

  /**
   * Puts a document into one bucket a band.
   *
   * @returns whether some bucket was full before
   * @throws RangeError when the slot is there already
   */
  add(slot: number, bandKeys: Uint32Array): boolean {
    this.#readBucketsToSplit()
    let isFull = false
    for (let band = 0; band < this.#bands.length; band++) {
      if ((this.#bands[band] as HashChains).add(slot, bandKeys[band] as number)) isFull = true
    }
    return isFull
  }

  /**
   * Takes a document out of its buckets.
   *
   * @returns whether it was linked in some band, so that a bucket may have room for another now
   */
  delete(slot: number): boolean {
    let wasLinked = false
    for (const chains of this.#bands) if (chains.delete(slot)) wasLinked = true
    return wasLinked
  }

  /**
   * Puts a document back into those of its buckets that it was dropped from and that have room now.
   *
   * @returns whether there was one
   */
  repost(slot: number): boolean {
    let isPosted = false
    for (const chains of this.#bands) if (chains.addIfRoom(slot)) isPosted = true
    return isPosted
  }

  /**
   * The documents that share a bucket with the given keys: those that share most bands first, of equals
   * the one with the lower slot.
   *
   * The chains of all bands are walked side by side, one step of each in turn: the processor then waits for
   * the memory of many of them at once. Chain after chain takes half as long again.
   *
   * @param bandKeys one key a band
   * @param limit documents to answer at most
   */
  candidates(bandKeys: Uint32Array, limit: number): Candidates {
    const bands = this.#bands
    const at = this.#at
    for (let band = 0; band < bands.length; band++) {
      at[band] = (bands[band] as HashChains).head(bandKeys[band] as number)
      this.#open[band] = band
    }
    for (let openCount = this.#closeEnded(bands.length); openCount > 0; openCount = this.#closeEnded(openCount)) {
      for (let position = 0; position < openCount; position++) {
        const band = this.#open[position] as number
        const chains = bands[band] as HashChains
        const slot = at[band] as number
        if (chains.hashOf(slot) === bandKeys[band]) this.#note(band, slot)
        at[band] = chains.older(slot)
      }
    }
    return this.#shared.size === 0 ? none : this.#takeCandidates(limit)
  }

  /** Whether a document was dropped out of a bucket. */
  isDropped(slot: number): boolean {
    return this.#bands.some(chains => chains.isDropped(slot))
  }

  /** The keys of a document's buckets, one a band. */
  keysOf(slot: number): Uint32Array {
    return Uint32Array.from(this.#bands, chains => chains.hashOf(slot))
  }

  /** Bytes allocated. */
  get bytes(): number {
    return this.columns.reduce((sum, column) => sum + column.byteLength, 0)
  }

  get columns(): readonly Uint32Column[] {
    return columnsOf(this.#bands) as Uint32Column[]
  }

  get counters(): readonly number[] {
    return countersOf(this.#bands)
  }

  restore(counters: readonly number[]): void {
    restoreParts(this.#bands, counters)
  }

  #note(band: number, slot: number): void {
    this.#shared.add(slot)
    this.#equal[band] = (this.#equal[band] as number) + 1
  }

  #takeCandidates(limit: number): Candidates {
    const isFull = this.#equal.includes(this.#bucketCap)
    this.#equal.fill(0)
    const slots = this.#shared.takeRanked()
    return { slots: slots.slice(0, limit), isCut: isFull || slots.length > limit }
  }

  /** Reads, side by side, what an addition is about to read one after the other. */
  #readBucketsToSplit(): void {
    const bands = this.#bands
    const at = this.#at
    for (let band = 0; band < bands.length; band++) {
      at[band] = (bands[band] as HashChains).headToSplit()
      this.#open[band] = band
    }
    for (let openCount = this.#closeEnded(bands.length); openCount > 0; openCount = this.#closeEnded(openCount)) {
      for (let position = 0; position < openCount; position++) {
        const band = this.#open[position] as number
        at[band] = (bands[band] as HashChains).older(at[band] as number)
      }
    }
  }

  /** Moves the bands whose chains go on to the front, and counts them; without a branch that is hard to guess. */
  #closeEnded(openCount: number): number {
    let stillOpen = 0
    for (let position = 0; position < openCount; position++) {
      const band = this.#open[position] as number
      this.#open[stillOpen] = band
      stillOpen += this.#at[band] === 0 ? 0 : 1
    }
    return stillOpen
  }
}
