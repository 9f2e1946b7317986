import type { ClusterPart } from '../../cluster/cluster-part.ts'
import { MatchSummarizer, type MatchSummary, matchSummary } from '../../cluster/cluster-scores.ts'
import type { CollectionIndex } from './collection-index.ts'
import { inTurns } from './turns.ts'

/** Most pairs that a cluster shows. */
const maxPairs = 20
/** Clusters whose summaries are kept: more than one page shows. */
const maxKept = 256
/** Summaries of one cluster that are kept: more parts than one page shows of it. */
const maxPerCluster = 256
/** A smaller cluster is summarised when it is shown, which takes some dozen microseconds. */
const leastSize = 32

/** The summaries of one cluster, whole or cut. */
interface Kept {
  isStale: boolean
  /** By threshold and earliest document. */
  readonly summaries: Map<string, MatchSummary>
}

/** Summaries of the matches of clusters, kept until the clusters change. */
export class MatchSummaries {
  readonly #index: CollectionIndex
  readonly #kept = new Map<number, Kept>()

  constructor(index: CollectionIndex) {
    this.#index = index
    index.clusters.onChange = cluster => this.#drop(cluster)
  }

  /** Makes the summaries of clusters that will be shown, in turns with everything else. One that changes meanwhile has none then. */
  async prepare(parts: readonly ClusterPart[], threshold: number): Promise<void> {
    // All before the first turn of others: what was kept from then on and is not stale is as it was.
    const missing = parts
      .filter(part => part.size >= leastSize && this.#find(part, threshold) === undefined)
      .map(part => ({ part, kept: this.#keep(this.#clusterOf(part)) }))
    for (const { part, kept } of missing) {
      if (kept.isStale) continue
      const summarizer = new MatchSummarizer(this.#index.clusters, threshold, maxPairs)
      await inTurns(
        part.contents,
        content => summarizer.add(content),
        () => kept.isStale
      )
      if (kept.isStale) continue
      if (kept.summaries.size === maxPerCluster) kept.summaries.clear()
      kept.summaries.set(keyOf(part, threshold), summarizer.result)
    }
  }

  /** The summary of a cluster: as it was prepared, unless it changed. */
  of(part: ClusterPart, threshold: number): MatchSummary {
    return this.#find(part, threshold) ?? matchSummary(this.#index.clusters, part, threshold, maxPairs)
  }

  #find(part: ClusterPart, threshold: number): MatchSummary | undefined {
    return this.#kept.get(this.#clusterOf(part))?.summaries.get(keyOf(part, threshold))
  }

  #keep(cluster: number): Kept {
    const kept = this.#kept.get(cluster) ?? { isStale: false, summaries: new Map() }
    this.#kept.set(cluster, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > maxKept && oldest !== undefined) this.#drop(oldest)
    return kept
  }

  #drop(cluster: number): void {
    const kept = this.#kept.get(cluster)
    if (kept === undefined) return
    kept.isStale = true
    this.#kept.delete(cluster)
  }

  #clusterOf({ earliest }: ClusterPart): number {
    const { clusters } = this.#index
    return clusters.clusterOf(clusters.documents.content.get(earliest))
  }
}

function keyOf({ earliest }: ClusterPart, threshold: number): string {
  return `${threshold}:${earliest}`
}
