const slabBytes = 256 * 1024

/** Slabs that are kept, of a group of usual size. */
const maxKept = 16

/**
 * Hands out bytes to write rows into. What was handed out is not handed out again before {@link reuse}:
 * LMDB reads a row on a thread of its own, until its transaction is committed.
 */
export class Arena {
  #slab: Buffer = Buffer.alloc(0)
  #used = 0
  readonly #taken: Buffer[] = []
  readonly #free: Buffer[] = []

  /** @returns bytes with random content */
  take(size: number): Buffer {
    if (size > slabBytes / 4) return Buffer.allocUnsafeSlow(size)
    if (this.#used + size > this.#slab.length) {
      this.#slab = this.#free.pop() ?? Buffer.allocUnsafeSlow(slabBytes)
      this.#taken.push(this.#slab)
      this.#used = 0
    }
    const bytes = this.#slab.subarray(this.#used, this.#used + size)
    this.#used += size
    return bytes
  }

  /** Hands out again what was handed out: nobody reads it any more. */
  reuse(): void {
    this.#slab = Buffer.alloc(0)
    this.#used = 0
    this.#free.push(...this.#taken.splice(0, maxKept - this.#free.length))
    this.#taken.length = 0
  }
}
