import type { ClusterIndex } from './cluster-index.ts'
import type { ClusterPart } from './cluster-part.ts'

/** Which member speaks for a cluster. */
export type RepresentativePolicy = 'earliest' | 'longest' | 'central'

/** Up to this many members the most central one is found; a larger cluster has the earliest. */
const maxCentralMembers = 1000

/**
 * The document that speaks for a cluster: the earliest, the one with the longest text, or the one with the highest
 * sum of similarities to the documents that it matches. Among equals the earliest.
 *
 * @param threshold the matches that count are those that reach it
 * @returns its slot
 */
export function representativeOf(
  index: ClusterIndex,
  part: ClusterPart,
  policy: RepresentativePolicy,
  threshold: number
): number {
  if (policy === 'longest') return part.longest
  if (policy === 'central' && part.size <= maxCentralMembers) return mostCentral(index, part, threshold)
  return part.earliest
}

function mostCentral(index: ClusterIndex, part: ClusterPart, threshold: number): number {
  let most = Number.NEGATIVE_INFINITY
  let found = 0
  for (const content of part.contents) {
    // Copies have the same sum, so that the first of them stands for all.
    const first = index.contents.firstCopy(content)
    const sum = sumOfSimilarities(index, content, threshold)
    if (sum < most || (sum === most && !index.isEarlier(first, found))) continue
    most = sum
    found = first
  }
  return found
}

function sumOfSimilarities({ graph, contents }: ClusterIndex, content: number, threshold: number): number {
  // Each copy has the others, at 1 or their estimate.
  const terms = [contents.copies.get(content) - 1]
  for (const edge of graph.edges(content)) {
    const strength = graph.strength(edge)
    if (strength >= threshold) terms.push(strength * contents.copies.get(graph.target(edge)))
  }
  // In one order, since a sum of fractions depends on it, and rounded, so that sums which are equal on paper are a tie.
  const sum = terms.sort((a, b) => a - b).reduce((total, term) => total + term, 0)
  return Math.round(sum * 2 ** 32) / 2 ** 32
}
