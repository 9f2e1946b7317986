import { type ClusterPart, wholeCluster } from '../../cluster/cluster-part.ts'
import type { ClusterOrder, ClusterQuery } from '../clusters.ts'
import { ClusterCut } from './cluster-cut.ts'
import { comparePlaces, cursorAfter, type Place, placeOf, placeValue } from './cluster-place.ts'
import type { CollectionIndex } from './collection-index.ts'

/** How many cuts at different thresholds are kept. */
const maxCuts = 8

/**
 * Lists the clusters of a collection. At the collection's own threshold the index has them in order; a cut at a
 * higher one is computed for the first page, and serves the pages after it.
 */
export class ClusterListing {
  readonly #index: CollectionIndex
  readonly #clock: () => number
  readonly #cuts = new Map<number, ClusterCut>()

  constructor(index: CollectionIndex, clock: () => number) {
    this.#index = index
    this.#clock = clock
  }

  /** Makes the cut that {@link page} needs, while others get their turns; undefined where it needs none. */
  async prepare({ threshold, order, cursor }: ClusterQuery): Promise<ClusterCut | undefined> {
    if (threshold <= this.#index.row.settings.threshold) return undefined
    const known = this.#cuts.get(threshold)
    const isGood = known !== undefined && (cursor !== undefined || known.revision === this.#index.revision)
    const cut = isGood ? known : await ClusterCut.make(this.#index, threshold, this.#clock())
    await cut.sort(order)
    this.#cuts.delete(threshold)
    this.#cuts.set(threshold, cut)
    for (const [oldest] of this.#cuts) {
      if (this.#cuts.size <= maxCuts) break
      this.#cuts.delete(oldest)
    }
    return cut
  }

  /**
   * One page of clusters. A cursor holds the place of the last cluster of a page, so that a
   * cluster which does not change during a listing appears in it exactly once.
   *
   * @param cut what {@link prepare} gave for the query
   */
  page(
    query: ClusterQuery,
    cut: ClusterCut | undefined
  ): { clusters: ClusterPart[]; nextCursor: string | undefined; asOf: number } {
    const { threshold, minSize, order, limit, cursor } = query
    const scope = { collection: this.#index.row.name, threshold, order }
    const after = cursor === undefined ? undefined : placeOf(cursor, scope)
    const multiple = cut === undefined ? this.#multiple(query, after) : this.#ofCut(cut, query, after)
    const clusters: ClusterPart[] = []
    for (const part of minSize < 2 ? this.#merged(multiple, order, after) : multiple) {
      if (part.size < minSize) continue
      clusters.push(part)
      if (clusters.length > limit) break
    }
    const last = clusters.length > limit ? clusters[limit - 1] : undefined
    return {
      clusters: clusters.slice(0, limit),
      nextCursor: last && cursorAfter(this.#placeOf(last, order), scope),
      asOf: cut?.asOf ?? this.#clock()
    }
  }

  /** Clusters of two or more. */
  *#multiple({ order, minSize }: ClusterQuery, after: Place | undefined): Generator<ClusterPart> {
    const { clusters } = this.#index
    for (const cluster of this.#ordered(order, minSize, after)) {
      if (order === '-size' && clusters.size(cluster) < minSize) return
      yield wholeCluster(clusters, cluster)
    }
  }

  #ordered(order: ClusterOrder, minSize: number, after: Place | undefined): Iterable<number> {
    const { orders } = this.#index.clusters
    if (order === '-updatedAt') return orders.byUpdate(after ?? [Number.POSITIVE_INFINITY, 0])
    if (order === 'size') return orders.bySize(after ?? [minSize - 1, Number.POSITIVE_INFINITY])
    return orders.bySizeDescending(after ?? [orders.largest, 0])
  }

  /** The parts of a cut that are still what they were, but perhaps for size and time. */
  *#ofCut(cut: ClusterCut, { order, threshold }: ClusterQuery, after: Place | undefined): Generator<ClusterPart> {
    const { documents } = this.#index.clusters
    for (const created of cut.after(after, order)) {
      const document = this.#index.createdAs(created)
      if (document === 0) continue
      const part = this.#index.partOf(documents.content.get(document), threshold)
      if (part.earliest === document) yield part
    }
  }

  /** Adds the clusters that are singletons at any threshold. */
  *#merged(multiple: Generator<ClusterPart>, order: ClusterOrder, after: Place | undefined): Generator<ClusterPart> {
    const single = this.#singles(order, after)
    let left = next(multiple)
    let right = next(single)
    while (left !== undefined || right !== undefined) {
      const isLeft =
        right === undefined ||
        (left !== undefined && comparePlaces(order, this.#placeOf(left, order), this.#placeOf(right, order)) < 0)
      yield (isLeft ? left : right) as ClusterPart
      if (isLeft) left = next(multiple)
      else right = next(single)
    }
  }

  *#singles(order: ClusterOrder, after: Place | undefined): Generator<ClusterPart> {
    const { clusters } = this.#index
    const inOrder =
      order === '-updatedAt'
        ? clusters.orders.singlesByUpdate(after ?? [Number.POSITIVE_INFINITY, 0])
        : this.#singlesByCreation(order, after)
    for (const cluster of inOrder) yield wholeCluster(clusters, cluster)
  }

  *#singlesByCreation(order: ClusterOrder, after: Place | undefined): Generator<number> {
    const { clusters } = this.#index
    // Behind a larger cluster come all singletons, or none.
    if (after !== undefined && after[0] > 1 && order === 'size') return
    for (const document of this.#index.documentsAfter(after?.[0] === 1 ? after[1] : 0)) {
      const cluster = clusters.clusterOf(clusters.documents.content.get(document))
      if (clusters.size(cluster) === 1) yield cluster
    }
  }

  #placeOf(part: ClusterPart, order: ClusterOrder): Place {
    return [placeValue(part, order), this.#index.clusters.documents.created.get(part.earliest)]
  }
}

function next(parts: Generator<ClusterPart>): ClusterPart | undefined {
  const { done, value } = parts.next()
  return done === true ? undefined : value
}
