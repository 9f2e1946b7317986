/** What a stored content is compared by. */
export interface CachedContent {
  readonly signature: Uint32Array
  /** Size of the shingle set; undefined where only a signature is known. */
  readonly shingleCount: number | undefined
  /** The shingle set, once it was needed. */
  shingles: Uint32Array | undefined
}

/** What stored contents are compared by, the most recently used within a bound on memory. */
export class ContentCache {
  readonly #maxBytes: number
  readonly #contents = new Map<number, CachedContent>()
  #bytes = 0

  /** @param maxBytes bound on the bytes of signatures and sets */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** A content by its number, read when it is not at hand. */
  get(number: number, read: () => CachedContent): CachedContent {
    const known = this.#contents.get(number)
    if (known !== undefined) {
      this.#contents.delete(number)
      this.#contents.set(number, known)
      return known
    }
    const content = read()
    this.#contents.set(number, content)
    this.#bytes += bytesOf(content)
    this.#shrink()
    return content
  }

  /** The shingle set of a content that {@link get} gave, made when it is not at hand. */
  shinglesOf(number: number, content: CachedContent, make: () => Uint32Array): Uint32Array {
    if (content.shingles !== undefined) return content.shingles
    const shingles = make()
    // A set that takes much of the room would take it from many.
    if (shingles.byteLength > this.#maxBytes / 16 || this.#contents.get(number) !== content) return shingles
    content.shingles = shingles
    this.#bytes += shingles.byteLength
    this.#shrink()
    return shingles
  }

  delete(number: number): void {
    const content = this.#contents.get(number)
    if (content === undefined) return
    this.#contents.delete(number)
    this.#bytes -= bytesOf(content)
  }

  #shrink(): void {
    for (const [oldest] of this.#contents) {
      if (this.#bytes <= this.#maxBytes) break
      this.delete(oldest)
    }
  }
}

function bytesOf({ signature, shingles }: CachedContent): number {
  return signature.byteLength + (shingles?.byteLength ?? 0)
}
