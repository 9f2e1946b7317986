import type { Content } from '../../cluster/cluster-index.ts'
import { scoreOfCopies } from '../../cluster/cluster-scores.ts'
import type { Overlap } from '../../cluster/overlap.ts'
import { byScore, decisive, type Score } from '../../cluster/score.ts'
import type { Match, Verdict } from '../documents.ts'
import type { Entry } from './entry.ts'

/** A content near the one asked about. */
export interface Neighbour extends Score {
  readonly content: Content<Entry>
  /** Shingles in both; undefined where a set is unknown. */
  readonly shared: number | undefined
}

/** The document asked about: its content, where it is stored, and what is near it. */
export interface Neighbourhood {
  readonly shingleCount: number | undefined
  /** The same content, where it is stored and not empty. */
  readonly copies: Content<Entry> | undefined
  /** Other contents, each a match of the collection. */
  readonly neighbours: readonly Neighbour[]
}

/** The neighbourhood of a stored content. */
export function neighbourhoodOf(content: Content<Entry>, isEmpty: boolean): Neighbourhood {
  return {
    shingleCount: content.shingleCount,
    copies: isEmpty ? undefined : content,
    neighbours: [...content.matches].map(([other, match]) => neighbour(other, match, match.overlap))
  }
}

export function neighbour(content: Content<Entry>, { similarity, estimate }: Score, overlap: Overlap): Neighbour {
  return { content, similarity, estimate, shared: overlap.shared }
}

/**
 * The matching documents of a neighbourhood, best first, ties in order of creation.
 *
 * @param isAsked which documents count
 */
export function matchesAmong(
  { shingleCount, copies, neighbours }: Neighbourhood,
  isAsked: (entry: Entry) => boolean,
  { threshold, limit }: { readonly threshold: number; readonly limit: number }
): { entry: Entry; match: Match }[] {
  const found: { entry: Entry; match: Match }[] = []
  const collect = (content: Content<Entry>, score: Score, containment: number | null): void => {
    if (decisive(score) < threshold) return
    let count = 0
    for (const entry of content.members) {
      if (count === limit) return
      if (!isAsked(entry)) continue
      count++
      const { similarity, estimate } = score
      found.push({ entry, match: { id: entry.id, similarity, estimate, containment } })
    }
  }
  if (copies) collect(copies, scoreOfCopies(copies), shingleCount === undefined ? null : 1)
  for (const near of neighbours) {
    const isKnown = near.shared !== undefined && shingleCount !== undefined && shingleCount > 0
    collect(near.content, near, isKnown ? (near.shared as number) / (shingleCount as number) : null)
  }
  return found.sort((a, b) => byScore(a.match, b.match) || a.entry.created - b.entry.created).slice(0, limit)
}

/** The verdict on a document, given which documents count as earlier. */
export function verdictAmong(
  neighbourhood: Neighbourhood,
  isEarlier: (entry: Entry) => boolean,
  threshold: number
): Verdict {
  const { copies } = neighbourhood
  if (copies?.shingleCount !== undefined && copies.members.some(isEarlier)) return 'exact-duplicate'
  const hasMatch = matchesAmong(neighbourhood, isEarlier, { threshold, limit: 1 }).length > 0
  return hasMatch ? 'near-duplicate' : 'unique'
}
