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
  /** Whether it was used since it was last looked at to make room. */
  isUsed: boolean
}

/**
 * What stored contents are compared by, within a bound on memory. What was used has a second chance when
 * room is needed (the clock algorithm): a use costs a flag.
 */
export class ContentCache {
  readonly #maxBytes: number
  readonly #entries = new Map<number, Entry>()
  #bytes = 0

  /** @param maxBytes bound on the bytes of signatures and sets */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** A content by its number, read when it is not at hand. */
  get(number: number, read: (number: number) => CachedContent): CachedContent {
    const known = this.#entries.get(number)
    if (known !== undefined) {
      known.isUsed = true
      return known.content
    }
    const content = read(number)
    this.#entries.set(number, { content, isUsed: false })
    this.#bytes += bytesOf(content)
    this.#shrink()
    return content
  }

  /** The shingle set of a content that {@link get} gave, made when it is not at hand. */
  shinglesOf(number: number, content: CachedContent, make: () => Uint32Array): Uint32Array {
    if (content.shingles !== undefined) return content.shingles
    const shingles = make()
    // A set that takes much of the room would take it from many.
    if (shingles.byteLength > this.#maxBytes / 16 || this.#entries.get(number)?.content !== content) return shingles
    content.shingles = shingles
    this.#bytes += shingles.byteLength
    this.#shrink()
    return shingles
  }

  delete(number: number): void {
    const entry = this.#entries.get(number)
    if (entry === undefined) return
    this.#entries.delete(number)
    this.#bytes -= bytesOf(entry.content)
  }

  #shrink(): void {
    // What is put back comes again, without its flag: this ends.
    for (const [number, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break
      if (entry.isUsed) {
        entry.isUsed = false
        this.#entries.delete(number)
        this.#entries.set(number, entry)
      } else {
        this.delete(number)
      }
    }
  }
}

function bytesOf({ signature, shingles }: CachedContent): number {
  return signature.byteLength + (shingles?.byteLength ?? 0)
}
