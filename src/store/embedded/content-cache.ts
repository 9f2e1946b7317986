/** What a stored content is compared by. */
export interface CachedContent {
  readonly signature: Uint32Array
  /** Size of the shingle set; undefined where only a signature is known. */
  readonly shingleCount: number | undefined
  /** The shingle set, once it was needed. */
  shingles: Uint32Array | undefined
}

interface Entry {
  readonly content: CachedContent
  /** Where its signature lies; its set lies there or in a later slab. */
  readonly slab: Slab
  /** Whether it was used since it was put there. */
  isUsed: boolean
}

/** As many slabs fill the room. */
const slabCount = 64
/** What takes more than this part of the room would take it from many, and is not kept. */
const largestPart = 1 / 16
/** What stays of a slab that is given up takes so much of one at most, so that the work to make room is bounded. */
const stayingPart = 1 / 2

/**
 * What stored contents are compared by, within a bound on memory. The numbers of many contents lie in one buffer, a
 * slab: thousands of small buffers a second would have the garbage collector run all the time. The oldest slab is
 * given up as a whole; what was used since it was put there has a second chance in the newest (the clock algorithm).
 * Nothing is overwritten: who still holds numbers of a slab that was given up keeps it alive.
 */
export class ContentCache {
  readonly #maxWords: number
  readonly #entries = new Map<number, Entry>()
  /** The oldest first. */
  readonly #slabs: Slab[] = []
  #words = 0

  /** @param maxBytes bound on the bytes of signatures and sets */
  constructor(maxBytes: number) {
    this.#maxWords = maxBytes / Uint32Array.BYTES_PER_ELEMENT
  }

  /**
   * A content by its number, read when it is not at hand.
   *
   * @param read what it gives is copied
   */
  get(number: number, read: (number: number) => CachedContent): CachedContent {
    const known = this.#entries.get(number)
    if (known !== undefined) {
      known.isUsed = true
      return known.content
    }
    const content = read(number)
    if (this.#isLarge(wordsOf(content))) return copied(content, words => words.slice())
    const kept = this.#keep(number, content)
    this.#shrink()
    return kept
  }

  /** The shingle set of a content that {@link get} gave, made when it is not at hand. */
  shinglesOf(number: number, content: CachedContent, make: () => Uint32Array): Uint32Array {
    if (content.shingles !== undefined) return content.shingles
    const shingles = make()
    if (this.#isLarge(shingles.length) || this.#entries.get(number)?.content !== content) return shingles
    content.shingles = this.#slabFor(shingles.length).add(shingles)
    this.#shrink()
    return content.shingles
  }

  delete(number: number): void {
    this.#entries.delete(number)
  }

  #isLarge(words: number): boolean {
    return words > this.#maxWords * largestPart
  }

  #keep(number: number, content: CachedContent): CachedContent {
    const slab = this.#slabFor(wordsOf(content))
    const kept = copied(content, words => slab.add(words))
    slab.contents.push(number)
    this.#entries.set(number, { content: kept, slab, isUsed: false })
    return kept
  }

  /** The newest slab, or one newer where that has no room. */
  #slabFor(words: number): Slab {
    const newest = this.#slabs.at(-1)
    if (newest?.hasRoomFor(words)) return newest
    const slab = new Slab(Math.max(words, Math.floor(this.#maxWords / slabCount)))
    this.#slabs.push(slab)
    this.#words += slab.length
    return slab
  }

  #shrink(): void {
    while (this.#words > this.#maxWords) {
      const slab = this.#slabs.shift() as Slab
      this.#words -= slab.length
      let staying = slab.length * stayingPart
      for (const number of slab.contents) {
        const entry = this.#entries.get(number)
        // It was deleted, or has had its second chance.
        if (entry?.slab !== slab) continue
        const words = wordsOf(entry.content)
        if (entry.isUsed && words <= staying) {
          staying -= words
          this.#keep(number, entry.content)
        } else this.#entries.delete(number)
      }
    }
  }
}

class Slab {
  /** The contents whose signatures were put here. */
  readonly contents: number[] = []
  readonly #words: Uint32Array
  #end = 0

  constructor(words: number) {
    this.#words = new Uint32Array(words)
  }

  get length(): number {
    return this.#words.length
  }

  hasRoomFor(words: number): boolean {
    return this.#end + words <= this.#words.length
  }

  /** Puts a copy of some numbers here, for which there is room. */
  add(numbers: Uint32Array): Uint32Array {
    const start = this.#end
    this.#words.set(numbers, start)
    this.#end += numbers.length
    return this.#words.subarray(start, this.#end)
  }
}

function wordsOf({ signature, shingles }: CachedContent): number {
  return signature.length + (shingles?.length ?? 0)
}

function copied({ signature, shingleCount, shingles }: CachedContent, copy: (words: Uint32Array) => Uint32Array) {
  return { signature: copy(signature), shingleCount, shingles: shingles && copy(shingles) }
}
