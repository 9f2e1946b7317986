/** Numbers of a slot: two halves of a hash, and a line. */
const slotWords = 3

/**
 * Tells where an id was seen before. It keeps hashes of 64 bits, 24 to 48 bytes an id; two different ids among a
 * million have the same one with a probability of 3 in 100 million.
 */
export class SeenIds {
  #slots = new Uint32Array(1024 * slotWords)
  #count = 0

  /** Forgets all of them. */
  clear(): void {
    if (this.#count > 0) this.#slots = new Uint32Array(1024 * slotWords)
    this.#count = 0
  }

  /**
   * Notes an id.
   *
   * @param line from 1
   * @returns the line where it was seen first; undefined where it is new
   */
  add(id: string, line: number): number | undefined {
    if (this.#count * slotWords * 2 >= this.#slots.length) this.#grow()
    const [high, low] = hashOf(id)
    const at = this.#place(high, low)
    const seen = this.#slots[at + 2] as number
    if (seen !== 0) return seen
    this.#slots.set([high, low, line], at)
    this.#count++
    return undefined
  }

  /** Where a hash lies, or may be put. */
  #place(high: number, low: number): number {
    const slots = this.#slots
    let at = (low % (slots.length / slotWords)) * slotWords
    while (slots[at + 2] !== 0 && (slots[at] !== high || slots[at + 1] !== low)) {
      at = at + slotWords === slots.length ? 0 : at + slotWords
    }
    return at
  }

  #grow(): void {
    const former = this.#slots
    this.#slots = new Uint32Array(former.length * 2)
    for (let at = 0; at < former.length; at += slotWords) {
      if (former[at + 2] === 0) continue
      const place = this.#place(former[at] as number, former[at + 1] as number)
      this.#slots.set(former.subarray(at, at + slotWords), place)
    }
  }
}

// Unknown to whoever wrote the file: no choice of ids makes the table slow.
const highStart = Math.floor(Math.random() * 2 ** 32)
const lowStart = Math.floor(Math.random() * 2 ** 32)

/** Two hashes of 32 bits, mixed into each other. */
function hashOf(id: string): [high: number, low: number] {
  let high = highStart
  let low = lowStart
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    high ^= high >>> 15
    low = Math.imul(low ^ unit, 0x5f356495)
    low ^= low >>> 13
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x27d4eb2f) ^ Math.imul(high ^ (high >>> 13), 0x165667b1)
  return [high >>> 0, low >>> 0]
}
