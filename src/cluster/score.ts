import { jaccard, type Overlap } from './overlap.ts'

/** How near two documents are. */
export interface Score {
  /** Exact Jaccard similarity of the shingle sets, 0 to 1; null when a set is unknown. */
  readonly similarity: number | null
  /** Estimate from the signatures, 0 to 1. */
  readonly estimate: number
}

/**
 * The score of two documents with a given overlap.
 *
 * @param leftSize shingles of one document, ignored when the overlap knows no shared shingles
 * @param slotCount slots of a signature
 */
export function scoreOf(overlap: Overlap, leftSize: number, rightSize: number, slotCount: number): Score {
  const { shared, equalSlots } = overlap
  return {
    similarity: shared === undefined ? null : jaccard(shared, leftSize, rightSize),
    estimate: equalSlots / slotCount
  }
}

/** The number that decides about a match and its place: the similarity, or the estimate where there is none. */
export function decisive(score: Score): number {
  return score.similarity ?? score.estimate
}

/**
 * Orders by nearness, nearest first.
 *
 * @returns a whole number: a fraction would be an object of its own to a sort
 */
export function byScore(left: Score, right: Score): number {
  return Math.sign(decisive(right) - decisive(left)) || Math.sign(right.estimate - left.estimate)
}
