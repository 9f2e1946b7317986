import type { ContentMatch } from '../../cluster/cluster-index.ts'
import { overlapOf } from '../../cluster/overlap.ts'
import { decisive } from '../../cluster/score.ts'
import type { Sketch } from '../../signature/sketch.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { RowReader } from './row-reader.ts'

/** Most candidates whose signatures are compared: those that share the most bands. */
export const maxCandidates = 64
/** Most candidates that are verified, those with the highest estimates. */
export const maxVerified = 32

/** What a search found. */
export interface Matching {
  readonly matches: readonly ContentMatch[]
  /** Whether a cap cut the candidates. */
  readonly isTruncated: boolean
}

const nothing: Matching = { matches: [], isTruncated: false }

/** The part of a sketch that a search needs. */
export type Searched = Pick<Sketch, 'signature' | 'bandKeys' | 'shingles'>

/**
 * The stored contents that match a sketch.
 *
 * @param own the content of the sketch where it is stored; it does not match itself
 */
export function findMatches(index: CollectionIndex, rows: RowReader, sketch: Searched, own = 0): Matching {
  if (sketch.bandKeys.length === 0) return nothing
  const { slots, isCut } = index.postings.candidates(sketch.bandKeys, maxCandidates + (own === 0 ? 0 : 1))
  const candidates = own === 0 ? slots : slots.filter(slot => slot !== own)
  if (candidates.length === 0) return isCut ? { matches: [], isTruncated: true } : nothing
  const { threshold } = index.row.settings
  const { graph } = index.clusters
  const found: { readonly match: ContentMatch; readonly strength: number }[] = []
  for (const candidate of mostAlike(index, rows, sketch, candidates)) {
    const stored = rows.comparable(index, candidate)
    const overlap = overlapOf(sketch, stored)
    const score = graph.scoreOfSizes(overlap, sketch.shingles?.length, stored.shingles?.length)
    const strength = decisive(score)
    if (strength >= threshold) found.push({ match: [candidate, overlap], strength })
  }
  const { number } = index.clusters.contents
  // The order in which the spanning forest has the least to change.
  found.sort((a, b) => b.strength - a.strength || number.get(b.match[0]) - number.get(a.match[0]))
  return { matches: found.map(({ match }) => match), isTruncated: isCut || candidates.length > maxVerified }
}

/** The candidates to verify; of many, those with the highest estimates, ties in the order given. */
function mostAlike(
  index: CollectionIndex,
  rows: RowReader,
  { signature }: Searched,
  candidates: readonly number[]
): readonly number[] {
  if (candidates.length <= maxVerified) return candidates
  const ranked = candidates.map(candidate => {
    const stored = { signature: rows.signatureOf(index, candidate), shingles: undefined }
    return { candidate, equalSlots: overlapOf({ signature, shingles: undefined }, stored).equalSlots }
  })
  ranked.sort((a, b) => b.equalSlots - a.equalSlots)
  return ranked.slice(0, maxVerified).map(({ candidate }) => candidate)
}
