import { shingleTexts } from '../../src/text/shingle.ts'

/** Two documents by their place in the list, the earlier first, and their exact Jaccard similarity. */
export interface ExactPair {
  readonly a: number
  readonly b: number
  readonly similarity: number
}

/**
 * All pairs of documents that are similar, by counting the shingles they share: an inverted index
 * over the shingles as written out, without hashes or sketches.
 *
 * Costs as many steps as there are pairs of documents for each shingle.
 *
 * @param tokens the tokens of each document
 * @param least least similarity, above 0
 */
export function exactPairs(tokens: readonly (readonly string[])[], least: number): ExactPair[] {
  const numbers = new Map<string, number>()
  const holders: number[][] = []
  const sizes: number[] = []
  const shared = new Uint32Array(tokens.length)
  const pairs: ExactPair[] = []
  for (const [b, words] of tokens.entries()) {
    const shingles = shingleTexts(words, { unit: 'word', size: 3 })
    sizes.push(shingles.length)
    const others: number[] = []
    for (const shingle of shingles) {
      const number = numberOf(shingle, numbers, holders)
      for (const a of holders[number]!) if (shared[a]!++ === 0) others.push(a)
      holders[number]!.push(b)
    }
    for (const a of others) {
      const similarity = shared[a]! / (sizes[a]! + sizes[b]! - shared[a]!)
      if (similarity >= least) pairs.push({ a, b, similarity })
      shared[a] = 0
    }
  }
  return pairs
}

function numberOf(shingle: string, numbers: Map<string, number>, holders: number[][]): number {
  let number = numbers.get(shingle)
  if (number === undefined) {
    number = holders.push([]) - 1
    numbers.set(shingle, number)
  }
  return number
}
