import { scoreOfCopies } from '../../cluster/cluster-scores.ts'
import { decisive } from '../../cluster/score.ts'
import type { CollectionStats, HistogramBin } from '../stats.ts'
import type { CollectionIndex } from './collection-index.ts'

/** Bins of the histogram of similarities. */
const similarityBins = 20

/** Computes the figures of a collection; linear in its clusters and matches. */
export function statsOf(index: CollectionIndex, ingestPerSecond: number): CollectionStats {
  let clusters = 0
  let all = 0
  const sizes: number[] = []
  for (const { size } of index.clusters.clusters) {
    all++
    if (size > 1) clusters++
    const bin = Math.floor(Math.log2(size))
    sizes[bin] = (sizes[bin] ?? 0) + 1
  }
  const documents = index.ordered.size
  return {
    documents,
    clusters,
    duplicates: documents - all,
    bytes: index.textBytes,
    truncatedDocuments: 0,
    clusterSizes: Array.from(sizes, (count, bin) => ({ from: 2 ** bin, to: 2 ** (bin + 1), count: count ?? 0 })),
    matchSimilarities: matchHistogram(index),
    ingestPerSecond
  }
}

function matchHistogram(index: CollectionIndex): HistogramBin[] {
  const counts = new Array<number>(similarityBins).fill(0)
  const countPairs = (score: number, pairs: number): void => {
    const bin = Math.min(similarityBins - 1, Math.floor(score * similarityBins))
    counts[bin] = (counts[bin] as number) + pairs
  }
  for (const { contents } of index.clusters.clusters) {
    for (const content of contents) {
      const copies = content.members.length
      if (copies > 1) countPairs(decisive(scoreOfCopies(content)), (copies * (copies - 1)) / 2)
      for (const [other, score] of content.matches) {
        if (content.number < other.number) countPairs(decisive(score), copies * other.members.length)
      }
    }
  }
  return counts.map((count, bin) => ({ from: bin / similarityBins, to: (bin + 1) / similarityBins, count }))
}
