import { type ClusterPart, wholeCluster } from '../../cluster/cluster-part.ts'
import { StepCounter, type Steps } from '../../cluster/steps.ts'
import type { ClusterOrder, ClusterQuery } from '../clusters.ts'
import { ClusterCut, type Consistently, type InTurns } from './cluster-cut.ts'
import { comparePlaces, cursorAfter, type Place, placeOf, placeValue } from './cluster-place.ts'
import type { CollectionIndex } from './collection-index.ts'

/** How many cuts at different thresholds are kept: some 40 bytes for each of their parts. */
const maxCuts = 4

/** A cluster, or undefined now and then, for a new step. */
type Parts = Generator<ClusterPart | undefined>

/**
 * Lists the clusters of a collection. At the collection's own threshold the index has them in order; a cut at a
 * higher one is computed for the first page, and serves the pages after it.
 */
export class ClusterListing {
  readonly #index: CollectionIndex
  readonly #clock: () => number
  readonly #cuts = new Map<number, ClusterCut>()
  #making: Promise<ClusterCut> | undefined

  constructor(index: CollectionIndex, clock: () => number) {
    this.#index = index
    this.#clock = clock
  }

  /** Makes the cut that {@link page} needs, while others get their turns; undefined where it needs none. */
  async prepare(
    { threshold, order, cursor }: ClusterQuery,
    inTurns: InTurns,
    consistently: Consistently
  ): Promise<ClusterCut | undefined> {
    if (threshold <= this.#index.row.settings.threshold) return undefined
    const known = this.#cuts.get(threshold)
    const isGood = known !== undefined && (cursor !== undefined || known.revision === this.#index.revision)
    const cut = isGood ? known : await this.#make(threshold, inTurns, consistently)
    await cut.sort(order, inTurns)
    this.#cuts.delete(threshold)
    this.#cuts.set(threshold, cut)
    for (const [oldest] of this.#cuts) {
      if (this.#cuts.size <= maxCuts) break
      this.#cuts.delete(oldest)
    }
    return cut
  }

  /** One at a time: others that want the same cut get it. */
  async #make(threshold: number, inTurns: InTurns, consistently: Consistently): Promise<ClusterCut> {
    const { revision } = this.#index
    const former = this.#making
    const making = (async () => {
      const known = await former?.catch(() => undefined)
      if (known?.threshold === threshold && known.revision >= revision) return known
      return ClusterCut.make(this.#index, threshold, this.#clock(), inTurns, consistently)
    })()
    this.#making = making
    try {
      return await making
    } finally {
      if (this.#making === making) this.#making = undefined
    }
  }

  /**
   * One page of clusters. A cursor holds the place of the last cluster of a page, so that a
   * cluster which does not change during a listing appears in it exactly once. Nothing may change between two steps.
   *
   * @param cut what {@link prepare} gave for the query
   */
  *page(
    query: ClusterQuery,
    cut: ClusterCut | undefined
  ): Steps<{ clusters: ClusterPart[]; nextCursor: string | undefined; asOf: number }> {
    const { threshold, minSize, order, limit, cursor } = query
    const scope = { collection: this.#index.row.name, threshold, order }
    const after = cursor === undefined ? undefined : placeOf(cursor, scope)
    const multiple = cut === undefined ? this.#multiple(query, after) : this.#ofCut(cut, query, after)
    const all = minSize < 2 ? this.#merged(multiple, order, after) : multiple
    const clusters = yield* firstOfSize(all, minSize, limit + 1)
    const last = clusters.length > limit ? clusters[limit - 1] : undefined
    return {
      clusters: clusters.slice(0, limit),
      nextCursor: last && cursorAfter(this.#placeOf(last, order), scope),
      asOf: cut?.asOf ?? this.#clock()
    }
  }

  /** Clusters of two or more. */
  *#multiple({ order, minSize }: ClusterQuery, after: Place | undefined): Parts {
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
  *#ofCut(cut: ClusterCut, { order, threshold, minSize }: ClusterQuery, after: Place | undefined): Parts {
    const { documents } = this.#index.clusters
    const counter = new StepCounter(256)
    for (const created of cut.after(after, order, minSize)) {
      if (counter.isFull()) yield undefined
      const document = created === 0 ? 0 : this.#index.createdAs(created)
      if (document === 0) continue
      const steps = this.#index.partOf(documents.content.get(document), threshold)
      let step = steps.next()
      for (; step.done !== true; step = steps.next()) yield undefined
      if (step.value.earliest === document) yield step.value
    }
  }

  /** Adds the clusters that are singletons at any threshold. */
  *#merged(multiple: Parts, order: ClusterOrder, after: Place | undefined): Parts {
    const single = this.#singles(order, after)
    let left = yield* next(multiple)
    let right = yield* next(single)
    while (left !== undefined || right !== undefined) {
      const isLeft =
        right === undefined ||
        (left !== undefined && comparePlaces(order, this.#placeOf(left, order), this.#placeOf(right, order)) < 0)
      yield isLeft ? left : right
      if (isLeft) left = yield* next(multiple)
      else right = yield* next(single)
    }
  }

  *#singles(order: ClusterOrder, after: Place | undefined): Parts {
    const { clusters } = this.#index
    const inOrder =
      order === '-updatedAt'
        ? clusters.orders.singlesByUpdate(after ?? [Number.POSITIVE_INFINITY, 0])
        : this.#singlesByCreation(order, after)
    for (const cluster of inOrder) yield cluster === 0 ? undefined : wholeCluster(clusters, cluster)
  }

  /** Gives 0 now and then, for a new step. */
  *#singlesByCreation(order: ClusterOrder, after: Place | undefined): Generator<number> {
    const { clusters } = this.#index
    const counter = new StepCounter()
    // Behind a larger cluster come all singletons, or none.
    if (after !== undefined && after[0] > 1 && order === 'size') return
    for (const document of this.#index.documentsAfter(after?.[0] === 1 ? after[1] : 0)) {
      if (counter.isFull()) yield 0
      const cluster = clusters.clusterOf(clusters.documents.content.get(document))
      if (clusters.size(cluster) === 1) yield cluster
    }
  }

  #placeOf(part: ClusterPart, order: ClusterOrder): Place {
    return [placeValue(part, order), this.#index.clusters.documents.created.get(part.earliest)]
  }
}

/** The first so many clusters that are large enough. */
function* firstOfSize(parts: Parts, minSize: number, count: number): Steps<ClusterPart[]> {
  const found: ClusterPart[] = []
  const counter = new StepCounter(256)
  for (const part of parts) {
    if (part === undefined || counter.isFull()) yield
    if (part === undefined || part.size < minSize) continue
    if (found.push(part) === count) break
  }
  return found
}

/** The next cluster; undefined where there is none. */
function* next(parts: Parts): Generator<undefined, ClusterPart | undefined> {
  for (;;) {
    const { done, value } = parts.next()
    if (done === true) return undefined
    if (value !== undefined) return value
    yield undefined
  }
}
