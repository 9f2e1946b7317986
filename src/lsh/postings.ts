import { uint32Mask, type Uint32Column } from '../columns/column.ts'
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

const WARM = false
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
  /** Per band, scratch of a search: where in its chain it is, and the bands whose chains go on. */
  readonly #at: Uint32Array
  readonly #open: Uint32Array

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
  }

  /**
   * Puts a document into one bucket a band.
   *
   * @returns whether some bucket was full before
   * @throws RangeError when the slot is there already
   */
  add(slot: number, bandKeys: Uint32Array): boolean {
    if (WARM) this.#warm()
    let isFull = false
    for (let band = 0; band < this.#bands.length; band++) {
      if ((this.#bands[band] as HashChains).add(slot, bandKeys[band] as number)) isFull = true
    }
    return isFull
  }

  /**
   * Takes a document out of its buckets.
   *
   * @returns whether some bucket has room for another now
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

  /** Whether a document was dropped out of a bucket. */
  isDropped(slot: number): boolean {
    return this.#bands.some(chains => chains.isDropped(slot))
  }

  /** The keys of a document's buckets, one a band. */
  keysOf(slot: number): Uint32Array {
    return Uint32Array.from(this.#bands, chains => chains.hashOf(slot))
  }

  /** @returns the documents */
  candidates(bandKeys: Uint32Array, limit: number): Candidates {
    let isCut = false
    for (let band = 0; band < this.#bands.length; band++) {
      const chains = this.#bands[band] as HashChains
      let count = 0
      for (let slot = chains.first(bandKeys[band] as number); slot !== 0; slot = chains.next(slot)) {
        this.#shared.add(slot)
        count++
      }
      if (count === this.#bucketCap) isCut = true
    }
    if (this.#shared.size === 0) return none
    const slots = this.#shared.takeRanked()
    if (slots.length > limit) { slots.length = limit; isCut = true }
    return { slots, isCut }
  }

  /** The same in rounds. */
  candidates2(bandKeys: Uint32Array, limit: number): Candidates {
    const at = this.#at
    const open = this.#open
    const bands = this.#bands
    for (let band = 0; band < bands.length; band++) {
      at[band] = (bands[band] as HashChains).head(bandKeys[band] as number)
    }
    let openCount = 0
    for (let band = 0; band < bands.length; band++) {
      open[openCount] = band
      openCount += at[band] === 0 ? 0 : 1
    }
    while (openCount > 0) {
      let stillOpen = 0
      for (let position = 0; position < openCount; position++) {
        const band = open[position] as number
        const chains = bands[band] as HashChains
        const slot = at[band] as number
        const chunk = chains.entryChunk(slot)
        const p = (2 * slot) & uint32Mask
        if (chunk[p] === bandKeys[band]) this.#shared.add(slot)
        const older = (chunk[p + 1] as number) - 1
        at[band] = older
        open[stillOpen] = band
        stillOpen += older === 0 ? 0 : 1
      }
      openCount = stillOpen
    }
    if (this.#shared.size === 0) return none
    let isCut = false
    const slots = this.#shared.takeRanked()
    if (slots.length > limit) { slots.length = limit; isCut = true }
    return { slots, isCut }
  }

  #warm(): void {
    const at = this.#at
    const bands = this.#bands
    let n = 0
    for (let band = 0; band < bands.length; band++) {
      const head = (bands[band] as HashChains).headToSplit()
      at[band] = head
      this.#open[n] = band
      n += head === 0 ? 0 : 1
    }
    while (n > 0) {
      let m = 0
      for (let i = 0; i < n; i++) {
        const band = this.#open[i] as number
        const slot = at[band] as number
        const o = ((bands[band] as HashChains).entryChunk(slot)[((2 * slot) & uint32Mask) + 1] as number) - 1
        at[band] = o
        this.#open[m] = band
        m += o === 0 ? 0 : 1
      }
      n = m
    }
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
}
