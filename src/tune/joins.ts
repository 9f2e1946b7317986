import type { SimilarPair } from './similar-pairs.ts'

/** Pairs beyond a spanning forest that are kept before they are sifted. */
const slack = 250_000

/**
 * The pairs that join clusters as the threshold falls: a maximum spanning forest of all pairs given (Kruskal, "On the
 * shortest spanning subtree of a graph", 1956). At any threshold, those of at least its similarity hold the same clusters
 * together as all pairs do. Memory is bounded by the texts, however many pairs there are.
 */
export class Joins {
  readonly #count: number
  #pairs: SimilarPair[] = []

  /** @param count texts of the sample */
  constructor(count: number) {
    this.#count = count
  }

  add(pairs: readonly SimilarPair[]): void {
    for (const pair of pairs) this.#pairs.push(pair)
    if (this.#pairs.length > this.#count + slack) this.#sift()
  }

  /** The joins so far, most similar first. */
  sorted(): readonly SimilarPair[] {
    this.#sift()
    return this.#pairs
  }

  #sift(): void {
    const parents = Uint32Array.from({ length: this.#count }, (_, at) => at)
    this.#pairs.sort((a, b) => b.similarity - a.similarity)
    this.#pairs = this.#pairs.filter(({ left, right }) => {
      const [a, b] = [rootOf(parents, left), rootOf(parents, right)]
      parents[a] = b
      return a !== b
    })
  }
}

function rootOf(parents: Uint32Array, at: number): number {
  let root = at
  while (parents[root] !== root) {
    const grandparent = parents[parents[root] as number] as number
    parents[root] = grandparent
    root = grandparent
  }
  return root
}
