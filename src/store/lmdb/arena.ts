const slabBytes = 256 * 1024

/**
 * Hands out bytes to write rows into. What was handed out is never handed out again:
 * LMDB reads a row on a thread of its own, until its transaction is committed.
 */
export class Arena {
  #slab = Buffer.alloc(0)
  #used = 0

  /** @returns bytes with random content */
  take(size: number): Buffer {
    if (size > slabBytes / 4) return Buffer.allocUnsafeSlow(size)
    if (this.#used + size > this.#slab.length) {
      this.#slab = Buffer.allocUnsafeSlow(slabBytes)
      this.#used = 0
    }
    const bytes = this.#slab.subarray(this.#used, this.#used + size)
    this.#used += size
    return bytes
  }
}
