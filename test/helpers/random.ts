/** Random numbers that depend on a seed alone (SplitMix64, the low 53 bits at most). */
export class Random {
  #state: bigint

  constructor(seed: number) {
    this.#state = BigInt(seed) * 0x2545f4914f6cdd1dn
  }

  /** An unsigned 64-bit number. */
  next64(): bigint {
    this.#state = BigInt.asUintN(64, this.#state + 0x9e3779b97f4a7c15n)
    let mixed = this.#state
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n)
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn)
    return mixed ^ (mixed >> 31n)
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    return Number(this.next64() >> 11n) / 2 ** 53
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }

  /** A new array with the same items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      ;[shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item]
    }
    return shuffled
  }

  /** Cuts a list into runs of 1 to `longest`. */
  batches<Item>(items: readonly Item[], longest: number): Item[][] {
    const batches: Item[][] = []
    for (let start = 0; start < items.length; ) {
      const end = start + 1 + this.below(longest)
      batches.push(items.slice(start, end))
      start = end
    }
    return batches
  }
}

/** So many well-mixed 64-bit hashes. */
export function randomHashes(seed: number, count: number): bigint[] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => random.next64())
}
