import { type ClusterPart, cutCluster } from '../../cluster/cluster-part.ts'
import { atOnce, StepCounter, type Steps } from '../../cluster/steps.ts'
import { Float64Column, Uint32Column } from '../../columns/column.ts'
import { SortedSlots } from '../../columns/sorted-slots.ts'
import type { ClusterOrder } from '../clusters.ts'
import { comparePlaces, type Place } from './cluster-place.ts'
import type { CollectionIndex } from './collection-index.ts'

/** Documents of a cluster up to which it is cut at once. */
const smallCluster = 256

/** Computes something on one state of the collection, in steps. */
export type Consistently = <Result>(begin: () => Steps<Result>) => Promise<Result>
/** Does a work in steps, whatever changes between them. */
export type InTurns = (steps: Steps<void>) => Promise<unknown>

/**
 * Where the parts of all clusters of two or more stand when they are cut at a threshold.
 *
 * It takes turns with everything else, so clusters that change meanwhile may stand where they
 * were or where they are; what a place leads to is looked up when it is shown.
 */
export class ClusterCut {
  /** State of the collection when it was begun. */
  readonly revision: number
  readonly threshold: number
  /** Milliseconds since 1970. */
  readonly asOf: number
  readonly #index: CollectionIndex
  /** By part, from 1 on. */
  readonly #created = new Float64Column()
  readonly #sizes = new Uint32Column()
  readonly #updatedAt = new Float64Column()
  #count = 0
  readonly #orders = new Map<ClusterOrder, SortedSlots>()

  private constructor(index: CollectionIndex, threshold: number, asOf: number) {
    this.threshold = threshold
    this.#index = index
    this.revision = index.revision
    this.asOf = asOf
  }

  /**
   * @param asOf the present, in milliseconds since 1970
   * @param consistently cuts a large cluster
   */
  static async make(
    index: CollectionIndex,
    threshold: number,
    asOf: number,
    inTurns: InTurns,
    consistently: Consistently
  ): Promise<ClusterCut> {
    const cut = new ClusterCut(index, threshold, asOf)
    const large: number[] = []
    await inTurns(cut.#addSmall(threshold, large))
    for (const cluster of large) await consistently(() => cut.#addLarge(cluster, threshold))
    return cut
  }

  /** Puts the parts in an order, if they are not yet. */
  async sort(order: ClusterOrder, inTurns: InTurns): Promise<void> {
    if (this.#orders.has(order)) return
    const sorted = new SortedSlots((a, b) => comparePlaces(order, this.#place(a, order), this.#place(b, order)))
    await inTurns(this.#addTo(sorted))
    this.#orders.set(order, sorted)
  }

  /**
   * The parts behind a place, each by the creation of its earliest document; 0 now and then, for a new step.
   *
   * @param minSize documents of a part at least
   */
  *after(place: Place | undefined, order: ClusterOrder, minSize: number): Generator<number> {
    const start: Place | undefined = place ?? (order === 'size' ? [minSize - 1, Number.POSITIVE_INFINITY] : undefined)
    const isPast = (slot: number): boolean =>
      start === undefined || comparePlaces(order, this.#place(slot, order), start) > 0
    for (const slot of this.#orders.get(order)?.after(isPast) ?? []) {
      const isLargeEnough = this.#sizes.get(slot) >= minSize
      if (!isLargeEnough && order === '-size') return
      yield isLargeEnough ? this.#created.get(slot) : 0
    }
  }

  /** @param large gets the clusters that take longer */
  *#addSmall(threshold: number, large: number[]): Steps<void> {
    const { clusters } = this.#index
    for (const cluster of clusters.orders.multiple()) {
      if (clusters.size(cluster) > smallCluster) large.push(cluster)
      // It may have gone since the list of clusters was made.
      else if (clusters.size(cluster) > 1) this.#addAll(atOnce(cutCluster(clusters, cluster, threshold)))
      yield
    }
  }

  *#addLarge(cluster: number, threshold: number): Steps<void> {
    const { clusters } = this.#index
    if (clusters.size(cluster) > 1) this.#addAll(yield* cutCluster(clusters, cluster, threshold))
  }

  #addAll(parts: readonly ClusterPart[]): void {
    for (const { earliest, size, updatedAt } of parts) {
      this.#count++
      this.#created.set(this.#count, this.#index.clusters.documents.created.get(earliest))
      this.#sizes.set(this.#count, size)
      this.#updatedAt.set(this.#count, updatedAt)
    }
  }

  *#addTo(sorted: SortedSlots): Steps<void> {
    const counter = new StepCounter(64)
    for (let slot = 1; slot <= this.#count; slot++) {
      sorted.add(slot)
      if (counter.isFull()) yield
    }
  }

  #place(slot: number, order: ClusterOrder): Place {
    const values = order === '-updatedAt' ? this.#updatedAt : this.#sizes
    return [values.get(slot), this.#created.get(slot)]
  }
}
