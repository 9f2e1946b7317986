import type { SampledText } from './sample.ts'
import type { SimilarPair } from './similar-pairs.ts'

/** Thresholds are looked at in hundredths from this one, the least of a collection. */
export const lowestLevel = 30
/** The threshold that only texts with the same shingles reach. */
export const highestLevel = 100

/** What a threshold would find in the sample. */
export interface Level {
  /** 0.30 to 1, in steps of 0.01. */
  readonly threshold: number
  /** Pairs of documents of at least this similarity. */
  readonly pairs: number
  /** Clusters of two documents or more. */
  readonly clusters: number
  /** Documents less all clusters: those that a run which keeps one of each cluster drops. */
  readonly duplicates: number
  /** Duplicates that this threshold finds and the next higher one does not. */
  readonly joins: number
}

/** Whether a table of thresholds has a row for this one, in hundredths: every fifth, and the proposed one. */
export function isShown(level: number, proposed: number): boolean {
  return level % 5 === 0 || level === proposed
}

/** The highest threshold, in hundredths, that a similarity reaches. */
export function levelOf(similarity: number): number {
  // 0.57 * 100 is a little less than 57.
  return Math.floor(similarity * 100 + 1e-9)
}

/**
 * What each threshold would find, from the highest to the lowest.
 *
 * @param pairCounts pairs of documents by {@link levelOf}, those of copies of one text left out
 * @param joins the maximum spanning forest of the pairs, most similar first
 */
export function levelsOf(
  texts: readonly SampledText[],
  pairCounts: readonly number[],
  joins: readonly SimilarPair[]
): Level[] {
  const sizes = texts.map(({ ids }) => ids.length)
  const parents = sizes.map((_, at) => at)
  const rootOf = (at: number): number => (parents[at] === at ? at : rootOf(parents[at] as number))
  const copies = sum(sizes.map(size => size - 1))
  let pairs = sum(sizes.map(size => (size * (size - 1)) / 2))
  let clusters = sizes.filter(size => size > 1).length
  let duplicates = copies
  let next = 0
  const levels: Level[] = []
  for (let level = highestLevel; level >= lowestLevel; level--) {
    const before = level === highestLevel ? 0 : duplicates
    for (let join = joins[next]; join !== undefined && levelOf(join.similarity) >= level; join = joins[++next]) {
      const roots = [rootOf(join.left), rootOf(join.right)].sort((a, b) => (sizes[b] as number) - (sizes[a] as number))
      const [larger, smaller] = roots as [number, number]
      clusters += 1 - roots.filter(root => (sizes[root] as number) > 1).length
      parents[smaller] = larger
      sizes[larger] = (sizes[larger] as number) + (sizes[smaller] as number)
      duplicates++
    }
    pairs += pairCounts[level] ?? 0
    levels.push({ threshold: level / 100, pairs, clusters, duplicates, joins: duplicates - before })
  }
  return levels
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
