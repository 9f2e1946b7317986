import { type ClusterPart, cutCluster, wholeCluster } from '../../cluster/cluster-part.ts'
import type { ClusterOrder, ClusterQuery } from '../clusters.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { CollectionIndex } from './collection-index.ts'

/** Where a listing goes on: the value by which it is ordered, and the creation of the last cluster's earliest document. */
type Place = readonly [value: number, created: number]

interface Cut {
  readonly revision: number
  readonly asOf: number
  readonly byOrder: Map<ClusterOrder, readonly ClusterPart[]>
}

/** How many cuts at different thresholds are kept. */
const maxCuts = 8

/**
 * Lists the clusters of a collection. At the collection's own threshold the index has them in order; a cut at a
 * higher one is computed once for each threshold and revision.
 */
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
  page(query: ClusterQuery): { clusters: ClusterPart[]; nextCursor: string | undefined; asOf: number } {
    const { threshold, minSize, order, limit, cursor } = query
    const after = cursor === undefined ? undefined : placeOf(cursor, threshold, order)
    const isWhole = threshold <= this.#index.row.settings.threshold
    const cut = isWhole ? undefined : this.#cutAt(threshold)
    const clusters: ClusterPart[] = []
    for (const part of cut ? this.#ofCut(cut, threshold, order, after) : this.#whole(order, minSize, after)) {
      if (part.size < minSize) continue
      clusters.push(part)
      if (clusters.length > limit) break
    }
    const last = clusters.length > limit ? clusters[limit - 1] : undefined
    return {
      clusters: clusters.slice(0, limit),
      nextCursor:
        last && encodeCursor('clusters', [threshold, order, placeValue(last, order), this.#created(last.earliest)]),
      asOf: cut?.asOf ?? this.#clock()
    }
  }

  *#whole(order: ClusterOrder, minSize: number, after: Place | undefined): Generator<ClusterPart> {
    const { clusters } = this.#index
    for (const cluster of this.#ordered(order, minSize, after)) yield wholeCluster(clusters, cluster)
  }

  #ordered(order: ClusterOrder, minSize: number, after: Place | undefined): Iterable<number> {
    if (order === 'size') return this.#ascending(minSize, after)
    if (order === '-size') return this.#descending(minSize, after)
    return this.#index.clusters.orders.byUpdate(after ?? [Number.POSITIVE_INFINITY, 0], minSize < 2)
  }

  *#ascending(minSize: number, after: Place | undefined): Generator<number> {
    const isAmongSingles = after === undefined || after[0] === 1
    if (minSize < 2 && isAmongSingles) yield* this.#singles(after?.[1] ?? 0)
    const start: Place = isAmongSingles ? [minSize - 1, Number.POSITIVE_INFINITY] : after
    yield* this.#index.clusters.orders.bySize(start)
  }

  *#descending(minSize: number, after: Place | undefined): Generator<number> {
    const { orders } = this.#index.clusters
    const isAmongSingles = after?.[0] === 1
    if (!isAmongSingles) yield* this.#largeEnough(orders.bySizeDescending(after ?? [orders.largest, 0]), minSize)
    if (minSize < 2) yield* this.#singles(isAmongSingles ? after[1] : 0)
  }

  *#largeEnough(descending: Iterable<number>, minSize: number): Generator<number> {
    for (const cluster of descending) {
      if (this.#index.clusters.size(cluster) < minSize) return
      yield cluster
    }
  }

  /** Clusters of one, in order of creation. */
  *#singles(after: number): Generator<number> {
    const { clusters } = this.#index
    for (const document of this.#index.documentsAfter(after)) {
      const cluster = clusters.clusterOf(clusters.documents.content.get(document))
      if (clusters.size(cluster) === 1) yield cluster
    }
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

  *#ofCut(cut: Cut, threshold: number, order: ClusterOrder, after: Place | undefined): Generator<ClusterPart> {
    for (const part of this.#sorted(cut, threshold, order)) {
      if (after === undefined || this.#isPast(part, order, after)) yield part
    }
  }

  #isPast(part: ClusterPart, order: ClusterOrder, [value, created]: Place): boolean {
    const difference = (placeValue(part, order) - value) * (order === 'size' ? 1 : -1)
    return difference > 0 || (difference === 0 && this.#created(part.earliest) > created)
  }

  #sorted(cut: Cut, threshold: number, order: ClusterOrder): readonly ClusterPart[] {
    const known = cut.byOrder.get(order)
    if (known !== undefined) return known
    const [computed] = cut.byOrder.values()
    const direction = order === 'size' ? 1 : -1
    const parts = [...(computed ?? this.#cut(threshold))].sort(
      (a, b) =>
        (placeValue(a, order) - placeValue(b, order)) * direction ||
        this.#created(a.earliest) - this.#created(b.earliest)
    )
    cut.byOrder.set(order, parts)
    return parts
  }

  *#cut(threshold: number): Generator<ClusterPart> {
    const { clusters } = this.#index
    for (const cluster of clusters.orders.byUpdate([Number.POSITIVE_INFINITY, 0], true)) {
      if (clusters.size(cluster) === 1) yield wholeCluster(clusters, cluster)
      else yield* cutCluster(clusters, cluster, threshold)
    }
  }

  #created(document: number): number {
    return this.#index.clusters.documents.created.get(document)
  }
}

function placeValue({ size, updatedAt }: ClusterPart, order: ClusterOrder): number {
  return order === '-updatedAt' ? updatedAt : size
}

function placeOf(cursor: string, threshold: number, order: ClusterOrder): Place {
  const shape = ['number', 'string', 'number', 'number'] as const
  const [cutAt, listedBy, value, created] = decodeCursor<[number, string, number, number]>('clusters', cursor, shape)
  if (cutAt !== threshold || listedBy !== order) decodeCursor('clusters', '', shape)
  return [value, created]
}
