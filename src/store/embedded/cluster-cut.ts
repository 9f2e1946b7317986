import { cutCluster } from '../../cluster/cluster-part.ts'
import { SortedSlots } from '../../columns/sorted-slots.ts'
import type { ClusterOrder } from '../clusters.ts'
import { comparePlaces, type Place } from './cluster-place.ts'
import type { CollectionIndex } from './collection-index.ts'
import { inTurns } from './turns.ts'

/**
 * Where the parts of all clusters of two or more stand when they are cut at a threshold.
 *
 * It takes turns with everything else, so clusters that change meanwhile may stand where they
 * were or where they are; what a place leads to is looked up when it is shown.
 */
export class ClusterCut {
  /** State of the collection when it was begun. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly asOf: number
  readonly #index: CollectionIndex
  readonly #created: number[] = []
  readonly #sizes: number[] = []
  readonly #updatedAt: number[] = []
  readonly #orders = new Map<ClusterOrder, SortedSlots>()

  private constructor(index: CollectionIndex, asOf: number) {
    this.#index = index
    this.revision = index.revision
    this.asOf = asOf
  }

  /** @param asOf the present, in milliseconds since 1970 */
  static async make(index: CollectionIndex, threshold: number, asOf: number): Promise<ClusterCut> {
    const cut = new ClusterCut(index, asOf)
    await inTurns(index.clusters.orders.multiple(), cluster => cut.#add(cluster, threshold))
    return cut
  }

  /** Puts the parts in an order, if they are not yet. */
  async sort(order: ClusterOrder): Promise<void> {
    if (this.#orders.has(order)) return
    const sorted = new SortedSlots((a, b) => comparePlaces(order, this.#place(a, order), this.#place(b, order)))
    await inTurns(this.#created.keys(), position => sorted.add(position + 1))
    this.#orders.set(order, sorted)
  }

  /** The parts behind a place, each by the creation of its earliest document. */
  *after(place: Place | undefined, order: ClusterOrder): Generator<number> {
    const isPast = (slot: number): boolean =>
      place === undefined || comparePlaces(order, this.#place(slot, order), place) > 0
    for (const slot of this.#orders.get(order)?.after(isPast) ?? []) yield this.#created[slot - 1] as number
  }

  #add(cluster: number, threshold: number): void {
    const { clusters } = this.#index
    // It may have gone since the list of clusters was made.
    if (clusters.size(cluster) < 2) return
    for (const { earliest, size, updatedAt } of cutCluster(clusters, cluster, threshold)) {
      this.#created.push(clusters.documents.created.get(earliest))
      this.#sizes.push(size)
      this.#updatedAt.push(updatedAt)
    }
  }

  #place(slot: number, order: ClusterOrder): Place {
    const values = order === '-updatedAt' ? this.#updatedAt : this.#sizes
    return [values[slot - 1] as number, this.#created[slot - 1] as number]
  }
}
