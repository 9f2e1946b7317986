import type { ClusterIndex } from '../../cluster/cluster-index.ts'

/** Clusters of which something is kept: more than one page shows. */
const maxClusters = 256
/** How much is kept of one: more parts than one page shows of it. */
const maxPerCluster = 256

/** What was found out about clusters, kept until they change. */
export class KeptOfClusters<Key, Value> {
  readonly #kept = new Map<number, Bounded<Key, Value>>()

  constructor(clusters: ClusterIndex) {
    clusters.watch(cluster => this.#kept.delete(cluster))
  }

  /** What is kept of a cluster, to look up and to add to at once. */
  of(cluster: number): Map<Key, Value> {
    const known = this.#kept.get(cluster)
    if (known !== undefined) return known
    const kept = new Bounded<Key, Value>()
    const [oldest] = this.#kept.keys()
    if (this.#kept.size === maxClusters && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(cluster, kept)
    return kept
  }

  /** Forgets everything. */
  clear(): void {
    this.#kept.clear()
  }
}

/** A map that begins anew when it is full. */
class Bounded<Key, Value> extends Map<Key, Value> {
  override set(key: Key, value: Value): this {
    if (this.size === maxPerCluster && !this.has(key)) this.clear()
    return super.set(key, value)
  }
}
