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
  let min = 1
  let max = 0
  let count = 0
  const sum = new ExactSum()
  for (const { left, right, score } of contentPairs(cluster, threshold)) {
    const pairs = pairCount(left, right)
    if (score.similarity === null || pairs === 0) continue
    min = Math.min(min, score.similarity)
    max = Math.max(max, score.similarity)
    sum.add(score.similarity, pairs)
    count += pairs
  }
  return count === 0 ? null : { min, mean: Math.min(max, Math.max(min, sum.value / count)), max }
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
  // A pair of contents beyond the first `limit + 1`, ordered by their strongest documents, can add none to the result.
  const strongest: MatchingPair<M>[] = []
  const contents: ContentPair<M>[] = []
  let total = 0
  for (const pair of contentPairs(cluster, threshold)) {
    total += pairCount(pair.left, pair.right)
    const first = firstDocumentPair(pair)
    const place = placeFor(first, strongest)
    if (place > limit) continue
    strongest.splice(place, 0, first)
    contents.splice(place, 0, pair)
    if (strongest.length > limit + 1) {
      strongest.pop()
      contents.pop()
    }
  }
  const pairs = contents.flatMap(({ left, right, score }) => [...documentPairs(left, right, score, limit)])
  return { pairs: pairs.sort(byStrength).slice(0, limit), isTruncated: total > limit }
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

/** How many pairs of documents two contents make, or the copies of one. */
function pairCount<M extends Member>(left: Content<M>, right: Content<M>): number {
  const count = left.members.length
  return left === right ? (count * (count - 1)) / 2 : count * right.members.length
}

function firstDocumentPair<M extends Member>({ left, right, score }: ContentPair<M>): MatchingPair<M> {
  const { similarity, estimate } = score
  const x = left.members[0] as M
  const y = (left === right ? left.members[1] : right.members[0]) as M
  return x.created < y.created ? { a: x, b: y, similarity, estimate } : { a: y, b: x, similarity, estimate }
}

/** Strongest first, ties in order of creation. */
function byStrength<M extends Member>(x: MatchingPair<M>, y: MatchingPair<M>): number {
  return byScore(x, y) || x.a.created - y.a.created || x.b.created - y.b.created
}

/** Where a pair belongs among pairs in order; most pairs belong at the end, so it looks from there. */
function placeFor<M extends Member>(pair: MatchingPair<M>, ordered: readonly MatchingPair<M>[]): number {
  let place = ordered.length
  while (place > 0 && byStrength(pair, ordered[place - 1] as MatchingPair<M>) < 0) place--
  return place
}

/**
 * A weighted sum of numbers from 0 to 1 in whole steps of 2^-53, kept in two halves so that its
 * order does not matter while the weights add up to less than 2^26.
 */
class ExactSum {
  static readonly #lowerSteps = 2 ** 26
  static readonly #upperSteps = 2 ** 27
  #upper = 0
  #lower = 0

  add(value: number, weight: number): void {
    const steps = Math.round(value * ExactSum.#upperSteps * ExactSum.#lowerSteps)
    const upper = Math.floor(steps / ExactSum.#lowerSteps)
    this.#upper += upper * weight
    this.#lower += (steps - upper * ExactSum.#lowerSteps) * weight
  }

  get value(): number {
    return (this.#upper + this.#lower / ExactSum.#lowerSteps) / ExactSum.#upperSteps
  }
}
