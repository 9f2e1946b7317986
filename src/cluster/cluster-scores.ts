import type { ClusterIndex } from './cluster-index.ts'
import type { ClusterPart } from './cluster-part.ts'
import { byScore, decisive, type Score } from './score.ts'
import { StepCounter, type Steps } from './steps.ts'

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

/** What all matching pairs of a cluster's documents come to. */
export interface MatchSummary {
  /** Null when no pair has a similarity. */
  readonly similarity: SimilaritySummary | null
  /** The strongest pairs, strongest first; ties in order of creation. */
  readonly pairs: readonly MatchingPair[]
  /** Whether there are more pairs. */
  readonly isTruncated: boolean
}

/**
 * Summarises the matches of a cluster. Nothing may change between two steps.
 *
 * @param threshold the matches that count are those that reach it
 * @param limit most pairs to return
 */
export function* matchSummary(
  index: ClusterIndex,
  part: ClusterPart,
  threshold: number,
  limit: number
): Steps<MatchSummary> {
  const summary = new MatchSummarizer(index, threshold, limit)
  const counter = new StepCounter()
  for (const content of part.contents) if (counter.isFull(summary.add(content))) yield
  return summary.result
}

/** Makes a {@link MatchSummary}, content by content. */
class MatchSummarizer {
  readonly #index: ClusterIndex
  readonly #threshold: number
  readonly #limit: number
  readonly #byStrength: (x: MatchingPair, y: MatchingPair) => number
  /** Pairs of contents by their strongest documents: one beyond the first `limit + 1` can add none to the result. */
  readonly #strongest: MatchingPair[] = []
  readonly #contents: ContentPair[] = []
  #weakest = Number.NEGATIVE_INFINITY
  #total = 0
  #min = 1
  #max = 0
  #count = 0
  readonly #sum = new ExactSum()

  constructor(index: ClusterIndex, threshold: number, limit: number) {
    this.#index = index
    this.#threshold = threshold
    this.#limit = limit
    const { created } = index.documents
    this.#byStrength = (x, y) =>
      byScore(x, y) || created.get(x.a) - created.get(y.a) || created.get(x.b) - created.get(y.b)
  }

  /**
   * Adds the copies of a content, and one half of its matches: every content of the cluster is to be added.
   *
   * @returns how many matches were looked at, and 1 more
   */
  add(left: number): number {
    let looked = 1
    const { graph, contents } = this.#index
    const copies = contents.copies.get(left)
    if (copies > 1) {
      const isExact = contents.shingleCount(left) !== undefined
      this.#add({ left, right: left, edge: 0 }, 1, isExact, (copies * (copies - 1)) / 2)
    }
    for (let edge = graph.first(left); edge !== 0; edge = graph.next(edge)) {
      looked++
      // Of the two halves of a match, one.
      if (edge % 2 === 1) continue
      const strength = graph.strength(edge)
      if (strength < this.#threshold) continue
      const right = graph.target(edge)
      this.#add({ left, right, edge }, strength, graph.isExact(edge), copies * contents.copies.get(right))
    }
    return looked
  }

  /** The summary of what was added. */
  get result(): MatchSummary {
    const { similarity } = this
    const pairs = this.#contents.flatMap(pair => documentPairs(this.#index, pair, this.#limit))
    pairs.sort(this.#byStrength)
    return { similarity, pairs: pairs.slice(0, this.#limit), isTruncated: this.#total > this.#limit }
  }

  get similarity(): SimilaritySummary | null {
    const min = this.#min
    const max = this.#max
    return this.#count === 0 ? null : { min, mean: Math.min(max, Math.max(min, this.#sum.value / this.#count)), max }
  }

  /** @param pairs how many pairs of documents the contents make */
  #add(pair: ContentPair, strength: number, isExact: boolean, pairs: number): void {
    this.#total += pairs
    if (isExact && pairs > 0) {
      this.#min = Math.min(this.#min, strength)
      this.#max = Math.max(this.#max, strength)
      this.#sum.add(strength, pairs)
      this.#count += pairs
    }
    if (strength >= this.#weakest) this.#rank(pair)
  }

  #rank(pair: ContentPair): void {
    const strongest = this.#strongest
    const first = firstDocumentPair(this.#index, pair)
    const place = placeFor(first, strongest, this.#byStrength)
    if (place > this.#limit) return
    strongest.splice(place, 0, first)
    this.#contents.splice(place, 0, pair)
    if (strongest.length > this.#limit + 1) {
      strongest.pop()
      this.#contents.pop()
    }
    if (strongest.length > this.#limit) this.#weakest = decisive(strongest.at(-1) as MatchingPair)
  }
}

interface ContentPair {
  readonly left: number
  /** The same as the left one for the copies of a content. */
  readonly right: number
  /** The match; 0 for the copies of a content. */
  readonly edge: number
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
