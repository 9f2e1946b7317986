import { mixedWord } from '../corpus/mixed-words.ts'

/** Pairs of sets of one size and one similarity. */
export interface Cell {
  /** Size of each set. */
  readonly size: number
  /** Elements in both. */
  readonly shared: number
  /** Exact Jaccard similarity. */
  readonly similarity: number
  readonly pairs: number
  /** Number of the first word of the first pair; see {@link mixedWord}. */
  readonly firstWord: number
}

/** How many pairs of sets up to so large. */
export type PairCounts = readonly { readonly upTo: number; readonly pairs: number }[]

const similarities = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95]

/**
 * All cells of the given sizes: each similarity as near as whole elements allow. Where two come out
 * the same, or as 1, where every scheme is exact, there is one cell less.
 */
export function cellsOf(sizes: readonly number[], counts: PairCounts): Cell[] {
  const cells: Cell[] = []
  let firstWord = 0
  for (const size of sizes) {
    const pairs = counts.find(({ upTo }) => size <= upTo)!.pairs
    const seen = new Set<number>()
    for (const wanted of similarities) {
      const cell = cellOf(size, wanted, pairs, firstWord)
      if (cell.similarity === 1 || seen.has(cell.shared)) continue
      seen.add(cell.shared)
      cells.push(cell)
      firstWord += pairs * (2 * size - cell.shared)
    }
  }
  return cells
}

/** The cell whose similarity is nearest to the one wanted. */
export function cellOf(size: number, wanted: number, pairs: number, firstWord: number): Cell {
  const shared = Math.max(1, Math.round((2 * size * wanted) / (1 + wanted)))
  return { size, shared, similarity: shared / (2 * size - shared), pairs, firstWord }
}

/** The words of the two sets of a pair. No word is in more than one pair. */
export function setsOf({ size, shared, firstWord }: Cell, pair: number): [left: string[], right: string[]] {
  const union = 2 * size - shared
  const first = firstWord + pair * union
  const words = Array.from({ length: union }, (_, i) => mixedWord(first + i))
  return [words.slice(0, size), words.slice(size - shared)]
}
