import { SortedSlots } from '../columns/sorted-slots.ts'

/** What clusters are ordered by. */
export interface OrderedClusters {
  /** Number of documents. */
  size(cluster: number): number
  /** When a document last changed. */
  updatedAt(cluster: number): number
  /** Place of the earliest document in the order of creation. */
  createdOf(cluster: number): number
}

/** The clusters of two or more by size, and those and the singletons by the time of their last change. */
export class ClusterOrders {
  readonly #clusters: OrderedClusters
  readonly #bySize: SortedSlots
  readonly #byUpdate: SortedSlots
  readonly #singlesByUpdate: SortedSlots

  constructor(clusters: OrderedClusters) {
    this.#clusters = clusters
    this.#bySize = new SortedSlots(
      (a, b) => clusters.size(a) - clusters.size(b) || clusters.createdOf(a) - clusters.createdOf(b)
    )
    // In reverse the latest change comes first, and among those of one time the one created first.
    const byUpdate = (a: number, b: number): number =>
      clusters.updatedAt(a) - clusters.updatedAt(b) || clusters.createdOf(b) - clusters.createdOf(a)
    this.#byUpdate = new SortedSlots(byUpdate)
    this.#singlesByUpdate = new SortedSlots(byUpdate)
  }

  /** The orders, always in one order. */
  get parts(): readonly SortedSlots[] {
    return [this.#bySize, this.#byUpdate, this.#singlesByUpdate]
  }

  add(cluster: number): void {
    if (this.#clusters.size(cluster) === 1) {
      this.#singlesByUpdate.add(cluster)
    } else {
      this.#bySize.add(cluster)
      this.#byUpdate.add(cluster)
    }
  }

  /** The cluster's size, earliest document and time of change are still those it was added with. */
  remove(cluster: number): void {
    const size = this.#clusters.size(cluster)
    if (size === 1) {
      this.#singlesByUpdate.delete(cluster)
    } else if (size > 1) {
      this.#bySize.delete(cluster)
      this.#byUpdate.delete(cluster)
    }
  }

  /**
   * Clusters of two or more by size, ascending, those of one size in order of creation.
   *
   * @param after size and creation of the last cluster before those wanted
   */
  bySize(after: readonly [size: number, created: number]): Iterable<number> {
    return this.#bySize.after(cluster => this.#isPast(cluster, after))
  }

  /** The same with the largest first. */
  *bySizeDescending([size, created]: readonly [size: number, created: number]): Generator<number> {
    let after = created
    let next: number | undefined = size
    while (next !== undefined) {
      const group: number = next
      for (const cluster of this.bySize([group, after])) {
        if (this.#clusters.size(cluster) !== group) break
        yield cluster
      }
      after = 0
      const [smaller] = this.#bySize.before(cluster => this.#clusters.size(cluster) < group)
      next = smaller === undefined ? undefined : this.#clusters.size(smaller)
    }
  }

  /** The size of the largest cluster; 1 when there is none of two. */
  get largest(): number {
    const { last } = this.#bySize
    return last === 0 ? 1 : this.#clusters.size(last)
  }

  /** All clusters of two or more, in no order; they may change meanwhile. */
  multiple(): Iterable<number> {
    return this.#bySize.toArray()
  }

  /**
   * Clusters of two or more by the time of their last change, latest first, those of one time in order of creation.
   *
   * @param after time and creation of the last cluster before those wanted
   */
  byUpdate(after: readonly [updatedAt: number, created: number]): Iterable<number> {
    return this.#byUpdate.before(cluster => this.#isOlder(cluster, after))
  }

  /** The singletons in the same order. */
  singlesByUpdate(after: readonly [updatedAt: number, created: number]): Iterable<number> {
    return this.#singlesByUpdate.before(cluster => this.#isOlder(cluster, after))
  }

  #isOlder(cluster: number, [updatedAt, created]: readonly [number, number]): boolean {
    const difference = this.#clusters.updatedAt(cluster) - updatedAt
    return difference < 0 || (difference === 0 && this.#clusters.createdOf(cluster) > created)
  }

  #isPast(cluster: number, [size, created]: readonly [number, number]): boolean {
    const difference = this.#clusters.size(cluster) - size
    return difference > 0 || (difference === 0 && this.#clusters.createdOf(cluster) > created)
  }
}
