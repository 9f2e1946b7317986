/**
 * Bytes that arrive in pieces. A single piece is not copied; more are collected in a block that doubles,
 * because a list of very small pieces would take many times the memory of their bytes.
 */
export class GrowingBytes {
  #block: Buffer = Buffer.alloc(0)
  #length = 0

  get length(): number {
    return this.#length
  }

  append(piece: Buffer): void {
    const length = this.#length + piece.length
    if (this.#length === 0) this.#block = piece
    else {
      if (length > this.#block.length) this.#block = grown(this.#block, this.#length, length)
      piece.copy(this.#block, this.#length)
    }
    this.#length = length
  }

  /** Gives the bytes away and starts anew. */
  take(): Buffer {
    const bytes = this.#block.subarray(0, this.#length)
    this.clear()
    return bytes
  }

  clear(): void {
    this.#block = Buffer.alloc(0)
    this.#length = 0
  }
}

function grown(block: Buffer, used: number, needed: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, used * 2))
  block.copy(larger, 0, 0, used)
  return larger
}
