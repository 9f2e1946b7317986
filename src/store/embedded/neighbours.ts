import { scoreOfCopies } from '../../cluster/cluster-scores.ts'
import type { Overlap } from '../../cluster/overlap.ts'
import { byScore, decisive, type Score } from '../../cluster/score.ts'
import type { Match, Verdict } from '../documents.ts'
import type { CollectionIndex } from './collection-index.ts'

/** A content near the one asked about. */
export interface Neighbour extends Score {
  /** Its slot. */
  readonly content: number
  /** Shingles in both; undefined where a set is unknown. */
  readonly shared: number | undefined
}

/** The document asked about: its content, where it is stored, and what is near it. */
export interface Neighbourhood {
  readonly index: CollectionIndex
  readonly shingleCount: number | undefined
  /** The same content, where it is stored and not empty; else 0. */
  readonly copies: number
  /** Other contents, each a match of the collection. */
  readonly neighbours: readonly Neighbour[]
  /** Whether a cap cut the candidates. */
  readonly isTruncated: boolean
}

/** A matching document, by its slot. */
export interface NearDocument extends Omit<Match, 'id'> {
  readonly document: number
}

/** The neighbourhood of a stored content. */
export function neighbourhoodOf(index: CollectionIndex, content: number): Neighbourhood {
  const { contents, graph } = index.clusters
  const neighbours: Neighbour[] = []
  for (let edge = graph.first(content); edge !== 0; edge = graph.next(edge)) {
    neighbours.push(neighbour(graph.target(edge), graph.score(edge), graph.overlap(edge)))
  }
  return {
    index,
    shingleCount: contents.shingleCount(content),
    copies: index.isEmpty(content) ? 0 : content,
    // The matches of a new content lie in reverse, the strongest last.
    neighbours: neighbours.reverse(),
    isTruncated: contents.isTruncated(content)
  }
}

export function neighbour(content: number, { similarity, estimate }: Score, overlap: Overlap): Neighbour {
  return { content, similarity, estimate, shared: overlap.shared }
}

/**
 * The matching documents of a neighbourhood, best first, ties in order of creation.
 *
 * @param isAsked which documents count
 */
export function matchesAmong(
  { index, shingleCount, copies, neighbours }: Neighbourhood,
  isAsked: (document: number) => boolean,
  { threshold, limit }: { readonly threshold: number; readonly limit: number }
): NearDocument[] {
  const { contents, documents } = index.clusters
  const found: NearDocument[] = []
  const collect = (content: number, { similarity, estimate }: Score, containment: number | null): void => {
    let count = 0
    for (let document = contents.firstCopy(content); document !== 0; document = documents.nextCopy.get(document)) {
      if (count === limit) return
      if (!isAsked(document)) continue
      count++
      found.push({ document, similarity, estimate, containment })
    }
  }
  if (copies !== 0) collect(copies, scoreOfCopies(index.clusters, copies), shingleCount === undefined ? null : 1)
  for (const near of neighbours.filter(near => decisive(near) >= threshold).sort(byScore)) {
    // Only what is as near as the last that is wanted may still come before it.
    const last = found[limit - 1]
    if (last !== undefined && byScore(near, last) > 0) break
    const isKnown = near.shared !== undefined && shingleCount !== undefined && shingleCount > 0
    collect(near.content, near, isKnown ? (near.shared as number) / (shingleCount as number) : null)
  }
  const { created } = documents
  return found.sort((a, b) => byScore(a, b) || created.get(a.document) - created.get(b.document)).slice(0, limit)
}

/** The verdict on a document, given which documents count as earlier. */
export function verdictAmong(
  neighbourhood: Neighbourhood,
  isEarlier: (document: number) => boolean,
  threshold: number
): Verdict {
  const { index, copies, shingleCount, neighbours } = neighbourhood
  const { contents, documents } = index.clusters
  const hasEarlier = (content: number): boolean => {
    let document = contents.firstCopy(content)
    while (document !== 0 && !isEarlier(document)) document = documents.nextCopy.get(document)
    return document !== 0
  }
  if (copies !== 0 && hasEarlier(copies)) return shingleCount === undefined ? 'near-duplicate' : 'exact-duplicate'
  const isNear = neighbours.some(near => decisive(near) >= threshold && hasEarlier(near.content))
  return isNear ? 'near-duplicate' : 'unique'
}

/** Whether a document counts as earlier than a version: its own current version is older. */
export function earlierThan(index: CollectionIndex, version: number): (document: number) => boolean {
  const { number } = index.clusters.documents
  return document => number.get(document) < version
}
