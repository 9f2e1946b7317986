/** Counts how often each slot is added. It is made once and used again and again, so that counting allocates nothing. */
export class SharedBands {
  /** The distinct slots in order of first appearance. */
  readonly #slots: Uint32Array
  /** For each of them how often it was added. */
  readonly #counts: Uint32Array
  /** A hash table of positions in these, plus one, with open addressing; never more than half full. */
  readonly #table: Uint32Array
  readonly #shift: number
  /** How many slots were added how often, while they are ranked. */
  readonly #histogram: Uint32Array
  /** The slots to rank, each below how often it was not added, to be sorted as one number. */
  readonly #ranked: Float64Array
  #size = 0

  /**
   * @param capacity distinct slots at most
   * @param most how often a slot is added at most
   */
  constructor(capacity: number, most: number) {
    const bits = 1 + Math.ceil(Math.log2(Math.max(capacity, 2)))
    this.#slots = new Uint32Array(capacity)
    this.#counts = new Uint32Array(capacity)
    this.#table = new Uint32Array(2 ** bits)
    this.#shift = 32 - bits
    this.#histogram = new Uint32Array(most + 1)
    this.#ranked = new Float64Array(capacity)
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

  /**
   * The slots added most often first, and of equals those with the lower number; behind them the first of each group
   * that none of them is of, where it was added more than once. Empties it.
   *
   * @param limit slots to return at most, not counting the first of other groups
   */
  takeRanked(limit: number, groupOf: (slot: number) => number): number[] {
    const least = this.#leastCount(limit)
    let end = 0
    for (let position = 0; position < this.#size; position++) {
      const count = this.#counts[position] as number
      if (count < least) continue
      this.#ranked[end++] = this.#rankOf(position)
    }
    const first = Array.from(this.#ranked.subarray(0, end).sort().subarray(0, limit), slotOf)
    const others = this.#size > limit ? this.#firstOfOthers(first, groupOf) : []
    this.clear()
    return [...first, ...others]
  }

  /** The first of each group that none of some slots is of. One shared band is no sign that two are near. */
  #firstOfOthers(slots: readonly number[], groupOf: (slot: number) => number): number[] {
    const groups = new Set(slots.map(groupOf))
    const first = new Map<number, number>()
    for (let position = 0; position < this.#size; position++) {
      if ((this.#counts[position] as number) < 2) continue
      const group = groupOf(this.#slots[position] as number)
      if (groups.has(group)) continue
      const rank = this.#rankOf(position)
      if (rank < (first.get(group) ?? Number.POSITIVE_INFINITY)) first.set(group, rank)
    }
    return Array.from(Float64Array.from(first.values()).sort(), slotOf)
  }

  /** The slot below how often it was not added, as one number. */
  #rankOf(position: number): number {
    const most = this.#histogram.length - 1
    return (most - (this.#counts[position] as number)) * 2 ** 32 + (this.#slots[position] as number)
  }

  /** How often the slots of the highest ranks were added at least. */
  #leastCount(ranks: number): number {
    if (this.#size <= ranks) return 0
    const histogram = this.#histogram.fill(0)
    for (let position = 0; position < this.#size; position++) {
      const count = this.#counts[position] as number
      histogram[count] = (histogram[count] as number) + 1
    }
    let least = histogram.length
    for (let found = 0; found < ranks; found += histogram[least] as number) least--
    return least
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

function slotOf(rank: number): number {
  return rank % 2 ** 32
}
