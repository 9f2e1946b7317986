/** Counts how often each slot is added. It is made once and used again and again, so that counting allocates nothing. */
export class SharedBands {
  /** The distinct slots in order of first appearance. */
  readonly #slots: Uint32Array
  /** For each of them how often it was added. */
  readonly #counts: Uint32Array
  /** A hash table of positions in these, plus one, with open addressing; never more than half full. */
  readonly #table: Uint32Array
  readonly #shift: number
  #size = 0

  /** @param capacity distinct slots at most */
  constructor(capacity: number) {
    const bits = 1 + Math.ceil(Math.log2(Math.max(capacity, 2)))
    this.#slots = new Uint32Array(capacity)
    this.#counts = new Uint32Array(capacity)
    this.#table = new Uint32Array(2 ** bits)
    this.#shift = 32 - bits
  }

  /** How many distinct slots were added. */
  get size(): number {
    return this.#size
  }

  add(slot: number): void {
    const cell = this.#cellOf(slot)
    const position = this.#table[cell] as number
    if (position !== 0) {
      this.#counts[position - 1] = (this.#counts[position - 1] as number) + 1
      return
    }
    this.#slots[this.#size] = slot
    this.#counts[this.#size] = 1
    this.#size++
    this.#table[cell] = this.#size
  }

  /** Empties it. */
  clear(): void {
    for (let position = this.#size - 1; position >= 0; position--) {
      this.#table[this.#cellOf(this.#slots[position] as number)] = 0
    }
    this.#size = 0
  }

  /** The slots added most often first, and of equals those with the lower number; empties it. */
  takeRanked(): number[] {
    const counts = this.#counts
    const slots = this.#slots
    const positions = Array.from({ length: this.#size }, (_, position) => position)
    positions.sort(
      (a, b) => (counts[b] as number) - (counts[a] as number) || (slots[a] as number) - (slots[b] as number)
    )
    const ranked = positions.map(position => slots[position] as number)
    this.clear()
    return ranked
  }

  #cellOf(slot: number): number {
    const mask = this.#table.length - 1
    let cell = Math.imul(slot, 0x9e3779b1) >>> this.#shift
    for (;;) {
      const position = this.#table[cell] as number
      if (position === 0 || this.#slots[position - 1] === slot) return cell
      cell = (cell + 1) & mask
    }
  }
}
