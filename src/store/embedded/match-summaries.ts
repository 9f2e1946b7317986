import type { ClusterPart } from '../../cluster/cluster-part.ts'
import { type MatchSummary, matchSummary } from '../../cluster/cluster-scores.ts'
import type { Steps } from '../../cluster/steps.ts'
import type { CollectionIndex } from './collection-index.ts'
import { KeptOfClusters } from './kept-of-clusters.ts'

/** Most pairs that a cluster shows. */
const maxPairs = 20
/** A smaller cluster is summarised when it is shown, which takes some dozen microseconds. */
const leastSize = 32

/** Summaries of the matches of clusters, whole or cut, kept until the clusters change. */
export class MatchSummaries {
  readonly #index: CollectionIndex
  /** By threshold and earliest document. */
  readonly #kept: KeptOfClusters<string, MatchSummary>

  constructor(index: CollectionIndex) {
    this.#index = index
    this.#kept = new KeptOfClusters(index.clusters)
  }

  /** The summary of a cluster. Nothing may change between two steps. */
  *of(part: ClusterPart, threshold: number): Steps<MatchSummary> {
    const { clusters } = this.#index
    if (part.size < leastSize) return yield* matchSummary(clusters, part, threshold, maxPairs)
    const cluster = clusters.clusterOf(clusters.documents.content.get(part.earliest))
    const key = `${threshold}:${part.earliest}`
    const known = this.#kept.of(cluster).get(key)
    if (known !== undefined) return known
    const summary = yield* matchSummary(clusters, part, threshold, maxPairs)
    this.#kept.of(cluster).set(key, summary)
    return summary
  }
}
