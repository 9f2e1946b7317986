import type { Cluster, Content, Member } from './cluster-index.ts'
import { byScore, decisive, type Score } from './score.ts'

/** Two documents of a cluster that match. */
export interface MatchingPair<M extends Member> extends Score {
  /** The one created first. */
  readonly a: M
  readonly b: M
}

/** Least, mean and greatest similarity. */
export interface SimilaritySummary {
  readonly min: number
  readonly mean: number
  readonly max: number
}

const identical: Score = { similarity: 1, estimate: 1 }
const sameSignature: Score = { similarity: null, estimate: 1 }

/** The score of two documents with the same content: never exact where only a signature is known. */
export function scoreOfCopies(content: { readonly shingleCount: number | undefined }): Score {
  return content.shingleCount === undefined ? sameSignature : identical
}

/**
 * Summarises the similarities of all matching pairs of documents in a cluster.
 *
 * @param threshold the matches that count are those that reach it
 * @returns null when no pair has a similarity
 */
export function similaritySummary<M extends Member>(cluster: Cluster<M>, threshold: number): SimilaritySummary | null {
  const found: { similarity: number; pairs: number }[] = []
  for (const { left, right, score } of contentPairs(cluster, threshold)) {
    const pairs = left === right ? pairsWithin(left.members.length) : left.members.length * right.members.length
    if (score.similarity !== null && pairs > 0) found.push({ similarity: score.similarity, pairs })
  }
  if (found.length === 0) return null
  // In one order, whatever the order of the contents, so that the rounding of the sum is always the same.
  found.sort((a, b) => a.similarity - b.similarity || a.pairs - b.pairs)
  const min = (found[0] as { similarity: number }).similarity
  const max = (found.at(-1) as { similarity: number }).similarity
  let sum = 0
  let count = 0
  for (const { similarity, pairs } of found) {
    sum += similarity * pairs
    count += pairs
  }
  return { min, mean: Math.min(max, Math.max(min, sum / count)), max }
}

/**
 * The matching pairs of a cluster, strongest first; ties in order of creation.
 *
 * @param limit most pairs to return
 */
export function strongestPairs<M extends Member>(
  cluster: Cluster<M>,
  threshold: number,
  limit: number
): { pairs: MatchingPair<M>[]; isTruncated: boolean } {
  const byStrength = [...contentPairs(cluster, threshold)].sort((x, y) => byScore(x.score, y.score))
  const pairs: MatchingPair<M>[] = []
  for (const [index, { left, right, score }] of byStrength.entries()) {
    const previous = byStrength[index - 1]
    if (pairs.length > limit && previous && byScore(previous.score, score) !== 0) break
    pairs.push(...documentPairs(left, right, score, limit + 1))
  }
  pairs.sort((x, y) => byScore(x, y) || x.a.created - y.a.created || x.b.created - y.b.created)
  return { pairs: pairs.slice(0, limit), isTruncated: pairs.length > limit }
}

interface ContentPair<M extends Member> {
  readonly left: Content<M>
  readonly right: Content<M>
  readonly score: Score
}

/** Matching contents of a cluster, each pair once; a content with copies is paired with itself. */
function* contentPairs<M extends Member>(cluster: Cluster<M>, threshold: number): Generator<ContentPair<M>> {
  for (const left of cluster.contents) {
    if (left.members.length > 1) yield { left, right: left, score: scoreOfCopies(left) }
    for (const [right, score] of left.matches) {
      if (left.number < right.number && decisive(score) >= threshold) yield { left, right, score }
    }
  }
}

function* documentPairs<M extends Member>(
  left: Content<M>,
  right: Content<M>,
  score: Score,
  limit: number
): Generator<MatchingPair<M>> {
  const pairs: [M, M][] = []
  // The first `limit` members of either side are enough for the first `limit` pairs.
  for (const [index, a] of left.members.slice(0, limit).entries()) {
    const others = left === right ? left.members.slice(index + 1, index + 1 + limit) : right.members.slice(0, limit)
    for (const b of others) pairs.push(a.created < b.created ? [a, b] : [b, a])
  }
  pairs.sort(([a, b], [c, d]) => a.created - c.created || b.created - d.created)
  for (const [a, b] of pairs.slice(0, limit)) yield { a, b, similarity: score.similarity, estimate: score.estimate }
}

function pairsWithin(count: number): number {
  return (count * (count - 1)) / 2
}
