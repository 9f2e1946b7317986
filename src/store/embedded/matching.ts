import type { ContentMatch } from '../../cluster/cluster-index.ts'
import { sharedOf } from '../../cluster/overlap.ts'
import { decisive } from '../../cluster/score.ts'
import { spreadOverGroups } from '../../lsh/spread.ts'
import type { Sketch } from '../../signature/sketch.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { RowReader } from './row-reader.ts'

/** Most candidates whose signatures are compared: those that share the most bands, and some of other clusters. */
export const maxCandidates = 64
/** Most candidates that are verified: those with the highest estimates, and some of other clusters. */
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
  const clusterOf = (content: number): number => index.clusters.clusterOf(content)
  const limit = maxCandidates + (own === 0 ? 0 : 1)
  const { slots, isCut } = index.postings.candidates(sketch.bandKeys, limit, clusterOf)
  const candidates = own === 0 ? slots : slots.filter(slot => slot !== own)
  if (candidates.length === 0) return isCut ? { matches: [], isTruncated: true } : nothing
  const matches = verify(index, rows, sketch, mostAlike(index, rows, sketch, candidates))
  return { matches, isTruncated: isCut || candidates.length > maxVerified }
}

interface Alike {
  readonly content: number
  readonly equalSlots: number
}

/** Of the candidates of one search, by place, the slots that are equal; and both as one number, while they are sorted. */
const equalOf = new Uint32Array(maxCandidates + 1)
const ranks = new Uint32Array(maxCandidates + 1)

/** The candidates to verify; of many, those with the highest estimates, ties in the order given, and some of other clusters. */
function mostAlike(
  index: CollectionIndex,
  rows: RowReader,
  { signature }: Searched,
  candidates: readonly number[]
): readonly Alike[] {
  const { number } = index.clusters.contents
  const count = candidates.length
  const read = (content: number): Uint32Array => rows.signatureOf(index, content)
  for (let place = 0; place < count; place++) {
    const content = candidates[place] as number
    const equalSlots = index.signatures.countEqualSlots(signature, content, number.get(content), read)
    equalOf[place] = equalSlots
    // As one number, which sorts without a comparator.
    ranks[place] = (signature.length - equalSlots) * count + place
  }
  const alike = (place: number): Alike => ({
    content: candidates[place] as number,
    equalSlots: equalOf[place] as number
  })
  if (count <= maxVerified) return candidates.map((_content, place) => alike(place))
  const ranked = Array.from(ranks.subarray(0, count).sort(), rank => rank % count)
  return spreadOverGroups(ranked, maxVerified, place => index.clusters.clusterOf(candidates[place] as number)).map(
    alike
  )
}

/** The matches among some candidates, the strongest first, of equals the newest. */
function verify(
  index: CollectionIndex,
  rows: RowReader,
  { shingles }: Searched,
  candidates: readonly Alike[]
): ContentMatch[] {
  const { threshold } = index.row.settings
  const { graph, contents } = index.clusters
  const found: { readonly match: ContentMatch; readonly strength: number; readonly number: number }[] = []
  for (const { content, equalSlots } of candidates) {
    const stored = rows.shinglesOf(index, content)
    const overlap = { equalSlots, shared: sharedOf(shingles, stored) }
    const strength = decisive(graph.scoreOfSizes(overlap, shingles?.length, stored?.length))
    if (strength >= threshold) found.push({ match: [content, overlap], strength, number: contents.number.get(content) })
  }
  // Whole numbers, since a fraction is an object of its own to the sort.
  found.sort((a, b) => Math.sign(b.strength - a.strength) || b.number - a.number)
  return found.map(({ match }) => match)
}
