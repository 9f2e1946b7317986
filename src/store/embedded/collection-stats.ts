import { similarityBins } from '../../cluster/cluster-tallies.ts'
import type { CollectionStats, HistogramBin } from '../stats.ts'
import type { CollectionIndex } from './collection-index.ts'

/** Gives the figures of a collection, which its index keeps. */
export function statsOf(index: CollectionIndex, ingestPerSecond: number): CollectionStats {
  const { tallies, count } = index.clusters
  const documents = index.ordered.size
  return {
    documents,
    clusters: tallies.multiple,
    duplicates: documents - count,
    bytes: index.textBytes,
    truncatedDocuments: tallies.truncatedDocuments,
    clusterSizes: sizeHistogram(tallies.sizes),
    matchSimilarities: tallies.similarities.map((count, bin) => ({
      from: bin / similarityBins,
      to: (bin + 1) / similarityBins,
      count
    })),
    ingestPerSecond
  }
}

/** Up to the bin of the largest cluster. */
function sizeHistogram(sizes: readonly number[]): HistogramBin[] {
  const last = sizes.findLastIndex(count => count > 0)
  return sizes.slice(0, last + 1).map((count, bin) => ({ from: 2 ** bin, to: 2 ** (bin + 1), count }))
}
