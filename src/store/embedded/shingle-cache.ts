/** Shingle sets of stored contents, the most recently used within a bound on memory. */
export class ShingleCache {
  readonly #maxBytes: number
  readonly #sets = new Map<number, Uint32Array>()
  #bytes = 0

  /** @param maxBytes bound on the sets' own bytes */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** The set of a content, made when it is not at hand. */
  get(content: number, make: () => Uint32Array): Uint32Array {
    const known = this.#sets.get(content)
    if (known !== undefined) {
      this.#sets.delete(content)
      this.#sets.set(content, known)
      return known
    }
    const made = make()
    this.set(content, made)
    return made
  }

  set(content: number, shingles: Uint32Array): void {
    if (bytesOf(shingles) > this.#maxBytes / 16) return
    this.delete(content)
    this.#sets.set(content, shingles)
    this.#bytes += bytesOf(shingles)
    for (const [oldest] of this.#sets) {
      if (this.#bytes <= this.#maxBytes) break
      this.delete(oldest)
    }
  }

  delete(content: number): void {
    const known = this.#sets.get(content)
    if (known === undefined) return
    this.#sets.delete(content)
    this.#bytes -= bytesOf(known)
  }
}

/** A set may be a part of an array with other things, which it keeps in memory. */
function bytesOf({ buffer }: Uint32Array): number {
  return buffer.byteLength
}
