import type { ClusterIndex } from './cluster-index.ts'
import type { ClusterPart } from './cluster-part.ts'
import { byScore, type Score } from './score.ts'

/** Two documents of a cluster that match, as slots. */
export interface MatchingPair extends Score {
  /** The one created first. */
  readonly a: number
  readonly b: number
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
export function scoreOfCopies(index: ClusterIndex, content: number): Score {
  return index.contents.shingleCount(content) === undefined ? sameSignature : identical
}

/**
 * Summarises the similarities of all matching pairs of documents in a cluster.
 *
 * @param threshold the matches that count are those that reach it
 * @returns null when no pair has a similarity
 */
export function similaritySummary(index: ClusterIndex, part: ClusterPart, threshold: number): SimilaritySummary | null {
  let min = 1
  let max = 0
  let count = 0
  const sum = new ExactSum()
  for (const pair of contentPairs(index, part, threshold)) {
    const pairs = pairCount(index, pair)
    const { similarity } = scoreOfPair(index, pair)
    if (similarity === null || pairs === 0) continue
    min = Math.min(min, similarity)
    max = Math.max(max, similarity)
    sum.add(similarity, pairs)
    count += pairs
  }
  return count === 0 ? null : { min, mean: Math.min(max, Math.max(min, sum.value / count)), max }
}

/**
 * The matching pairs of a cluster, strongest first; ties in order of creation.
 *
 * @param limit most pairs to return
 */
export function strongestPairs(
  index: ClusterIndex,
  part: ClusterPart,
  threshold: number,
  limit: number
): { pairs: MatchingPair[]; isTruncated: boolean } {
  const { created } = index.documents
  // Strongest first, ties in order of creation.
  const byStrength = (x: MatchingPair, y: MatchingPair): number =>
    byScore(x, y) || created.get(x.a) - created.get(y.a) || created.get(x.b) - created.get(y.b)
  // A pair of contents beyond the first `limit + 1`, ordered by their strongest documents, can add none to the result.
  const strongest: MatchingPair[] = []
  const contents: ContentPair[] = []
  let weakest: MatchingPair | undefined
  let total = 0
  for (const pair of contentPairs(index, part, threshold)) {
    total += pairCount(index, pair)
    if (weakest !== undefined && pair.strength < (weakest.similarity ?? weakest.estimate)) continue
    const first = firstDocumentPair(index, pair)
    const place = placeFor(first, strongest, byStrength)
    if (place > limit) continue
    strongest.splice(place, 0, first)
    contents.splice(place, 0, pair)
    if (strongest.length > limit + 1) {
      strongest.pop()
      contents.pop()
    }
    if (strongest.length > limit) weakest = strongest.at(-1)
  }
  const pairs = contents.flatMap(pair => documentPairs(index, pair, limit))
  return { pairs: pairs.sort(byStrength).slice(0, limit), isTruncated: total > limit }
}

interface ContentPair {
  readonly left: number
  /** The same as the left one for the copies of a content. */
  readonly right: number
  /** The match; 0 for the copies of a content. */
  readonly edge: number
  readonly strength: number
}

/** Matching contents of a cluster, each pair once; a content with copies is paired with itself. */
function* contentPairs(
  { graph, contents }: ClusterIndex,
  part: ClusterPart,
  threshold: number
): Generator<ContentPair> {
  for (const left of part.contents) {
    if (contents.copies.get(left) > 1) yield { left, right: left, edge: 0, strength: 1 }
    for (let edge = graph.first(left); edge !== 0; edge = graph.next(edge)) {
      // Of the two halves of a match, one.
      if (edge % 2 === 1) continue
      const strength = graph.strength(edge)
      if (strength >= threshold) yield { left, right: graph.target(edge), edge, strength }
    }
  }
}

function scoreOfPair(index: ClusterIndex, { left, edge }: ContentPair): Score {
  return edge === 0 ? scoreOfCopies(index, left) : index.graph.score(edge)
}

function documentPairs(index: ClusterIndex, pair: ContentPair, limit: number): MatchingPair[] {
  const { created } = index.documents
  const { similarity, estimate } = scoreOfPair(index, pair)
  // The first `limit` members of either side are enough for the first `limit` pairs.
  const left = firstMembers(index, pair.left, limit + 1)
  const right = pair.edge === 0 ? left : firstMembers(index, pair.right, limit)
  const pairs: MatchingPair[] = []
  for (const [place, x] of left.slice(0, limit).entries()) {
    for (const y of pair.edge === 0 ? left.slice(place + 1) : right) {
      const [a, b] = created.get(x) < created.get(y) ? [x, y] : [y, x]
      pairs.push({ a, b, similarity, estimate })
    }
  }
  pairs.sort((x, y) => created.get(x.a) - created.get(y.a) || created.get(x.b) - created.get(y.b))
  return pairs.slice(0, limit)
}

function firstMembers(index: ClusterIndex, content: number, limit: number): number[] {
  const members: number[] = []
  for (const document of index.contents.members(content)) {
    if (members.length === limit) break
    members.push(document)
  }
  return members
}

/** How many pairs of documents two contents make, or the copies of one. */
function pairCount({ contents }: ClusterIndex, { left, right, edge }: ContentPair): number {
  const count = contents.copies.get(left)
  return edge === 0 ? (count * (count - 1)) / 2 : count * contents.copies.get(right)
}

function firstDocumentPair(index: ClusterIndex, pair: ContentPair): MatchingPair {
  const { created } = index.documents
  const { similarity, estimate } = scoreOfPair(index, pair)
  const x = index.contents.firstCopy(pair.left)
  const y = pair.edge === 0 ? index.documents.nextCopy.get(x) : index.contents.firstCopy(pair.right)
  const [a, b] = created.get(x) < created.get(y) ? [x, y] : [y, x]
  return { a, b, similarity, estimate }
}

/** Where a pair belongs among pairs in order; most pairs belong at the end, so it looks from there. */
function placeFor(
  pair: MatchingPair,
  ordered: readonly MatchingPair[],
  compare: (x: MatchingPair, y: MatchingPair) => number
): number {
  let place = ordered.length
  while (place > 0 && compare(pair, ordered[place - 1] as MatchingPair) < 0) place--
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
