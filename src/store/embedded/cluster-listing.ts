import { type Cluster, cutCluster } from '../../cluster/cluster-index.ts'
import type { ClusterOrder, ClusterQuery } from '../clusters.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { Entry } from './entry.ts'

/** A cluster with what listings are ordered by. */
interface ListedCluster {
  readonly cluster: Cluster<Entry>
  readonly updatedAt: number
}

interface Cut {
  readonly revision: number
  readonly asOf: number
  readonly byOrder: Map<ClusterOrder, readonly ListedCluster[]>
}

/** How many cuts at different thresholds are kept. */
const maxCuts = 8

const comparisons: Readonly<Record<ClusterOrder, (a: ListedCluster, b: ListedCluster) => number>> = {
  '-size': (a, b) => b.cluster.size - a.cluster.size,
  size: (a, b) => a.cluster.size - b.cluster.size,
  '-updatedAt': (a, b) => b.updatedAt - a.updatedAt
}

/** Lists the clusters of a collection; a cut is computed once for each threshold and revision. */
export class ClusterListing {
  readonly #index: CollectionIndex
  readonly #clock: () => number
  readonly #cuts = new Map<number, Cut>()

  constructor(index: CollectionIndex, clock: () => number) {
    this.#index = index
    this.#clock = clock
  }

  /**
   * One page of clusters. A cursor holds the place of the last cluster of a page, so that a
   * cluster which does not change during a listing appears in it exactly once.
   */
  page(query: ClusterQuery): { clusters: Cluster<Entry>[]; nextCursor: string | undefined; asOf: number } {
    const { threshold, minSize, order, limit, cursor } = query
    const isAfter = cursor === undefined ? () => true : afterCursor(cursor, threshold, order)
    const cut = this.#cutAt(threshold)
    const page: ListedCluster[] = []
    for (const listed of this.#sorted(cut, threshold, order)) {
      if (listed.cluster.size < minSize || !isAfter(listed)) continue
      page.push(listed)
      if (page.length > limit) break
    }
    const last = page.length > limit ? page[limit - 1] : undefined
    return {
      clusters: page.slice(0, limit).map(({ cluster }) => cluster),
      nextCursor:
        last && encodeCursor('clusters', [threshold, order, sortValue(last, order), last.cluster.earliest.created]),
      asOf: cut.asOf
    }
  }

  /** The number of clusters of two or more, and of all. */
  counts(): { clusters: number; all: number } {
    let clusters = 0
    let all = 0
    for (const { size } of this.#index.clusters.clusters) {
      all++
      if (size > 1) clusters++
    }
    return { clusters, all }
  }

  #cutAt(threshold: number): Cut {
    const { revision } = this.#index
    const known = this.#cuts.get(threshold)
    if (known?.revision === revision) return known
    const cut: Cut = { revision, asOf: this.#clock(), byOrder: new Map() }
    this.#cuts.delete(threshold)
    this.#cuts.set(threshold, cut)
    for (const [oldest] of this.#cuts) {
      if (this.#cuts.size <= maxCuts) break
      this.#cuts.delete(oldest)
    }
    return cut
  }

  #sorted(cut: Cut, threshold: number, order: ClusterOrder): readonly ListedCluster[] {
    const known = cut.byOrder.get(order)
    if (known !== undefined) return known
    const [computed] = cut.byOrder.values()
    const listed = [...(computed ?? this.#list(threshold))]
    const compare = comparisons[order]
    listed.sort((a, b) => compare(a, b) || a.cluster.earliest.created - b.cluster.earliest.created)
    cut.byOrder.set(order, listed)
    return listed
  }

  #list(threshold: number): ListedCluster[] {
    const isWhole = threshold <= this.#index.row.settings.threshold
    const listed: ListedCluster[] = []
    for (const cluster of this.#index.clusters.clusters) {
      const parts = isWhole || cluster.contents.size === 1 ? [cluster] : cutCluster(cluster, threshold)
      for (const part of parts) listed.push({ cluster: part, updatedAt: updatedAtOf(part) })
    }
    return listed
  }
}

/** When a member of a cluster last changed. */
export function updatedAtOf(cluster: Cluster<Entry>): number {
  let latest = 0
  for (const { members } of cluster.contents) {
    for (const { updatedAt } of members) latest = Math.max(latest, updatedAt)
  }
  return latest
}

function sortValue({ cluster, updatedAt }: ListedCluster, order: ClusterOrder): number {
  return order === '-updatedAt' ? updatedAt : cluster.size
}

function afterCursor(cursor: string, threshold: number, order: ClusterOrder): (listed: ListedCluster) => boolean {
  const shape = ['number', 'string', 'number', 'number'] as const
  const [cutAt, listedBy, value, created] = decodeCursor<[number, string, number, number]>('clusters', cursor, shape)
  if (cutAt !== threshold || listedBy !== order) decodeCursor('clusters', '', shape)
  const direction = order === 'size' ? 1 : -1
  return listed => {
    const difference = (sortValue(listed, order) - value) * direction
    return difference > 0 || (difference === 0 && listed.cluster.earliest.created > created)
  }
}
