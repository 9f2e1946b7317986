/** Puts a long text together in pieces: a text of millions of single characters joined would be a tree of them. */
export class TextBuilder {
  #text = ''
  readonly #units = new Uint16Array(4096)
  #count = 0

  append(codePoint: number): void {
    if (this.#count + 2 > this.#units.length) this.#flush()
    if (codePoint > 0xffff) {
      this.#units[this.#count++] = 0xd800 + ((codePoint - 0x10000) >>> 10)
      this.#units[this.#count++] = 0xdc00 + (codePoint & 0x3ff)
    } else this.#units[this.#count++] = codePoint
  }

  toString(): string {
    this.#flush()
    return this.#text
  }

  #flush(): void {
    this.#text += String.fromCharCode(...this.#units.subarray(0, this.#count))
    this.#count = 0
  }
}
