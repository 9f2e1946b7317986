import { type Column, Float64Column, Uint32Column } from '../columns/column.ts'
import type { SortedSlots } from '../columns/sorted-slots.ts'
import type { DocumentTable } from './document-table.ts'
import { MemberOrders } from './member-orders.ts'

/** What is large and what is few. */
export interface FigureLimits {
  /** Documents of a cluster above which they are kept in order. Up to here they are looked through. */
  readonly largeSize: number
  /** Documents that leave their orders one by one; and as a share of all. */
  readonly fewLeaving: number
  readonly smallShare: number
}

const usualLimits: FigureLimits = { largeSize: 256, fewLeaving: 1024, smallShare: 1 / 16 }

/** Gives the documents of a cluster, in any order. */
type DocumentsOf = (cluster: number) => Iterable<number>

/**
 * Which document of each cluster is the earliest and which the longest, and when one last changed, kept while
 * documents come and go. What a document costs does not depend on how large its cluster is: only
 * the documents of a small cluster are looked through, when the one that was first goes.
 */
export class ClusterFigures {
  readonly #documents: DocumentTable
  readonly #documentsOf: DocumentsOf
  readonly #limits: FigureLimits
  /** By cluster; 0 while a change leaves the figures to be found again. */
  readonly #earliest = new Uint32Column()
  readonly #longest = new Uint32Column()
  readonly #updatedAt = new Float64Column()
  /** Those of a large cluster, which decide until a change is at its end. */
  readonly #orders = new Map<number, MemberOrders>()

  constructor(documents: DocumentTable, documentsOf: DocumentsOf, limits: FigureLimits = usualLimits) {
    this.#limits = limits
    this.#documents = documents
    this.#documentsOf = documentsOf
  }

  earliest(cluster: number): number {
    return this.#earliest.get(cluster)
  }

  longest(cluster: number): number {
    return this.#longest.get(cluster)
  }

  updatedAt(cluster: number): number {
    return this.#updatedAt.get(cluster)
  }

  /** The documents of a large cluster in order of creation; undefined for a small one. */
  inOrder(cluster: number): SortedSlots | undefined {
    return this.#orders.get(cluster)?.byCreation
  }

  /** Begins a cluster without documents. */
  begin(cluster: number): void {
    this.#forget(cluster)
  }

  end(cluster: number): void {
    this.#orders.delete(cluster)
  }

  /**
   * Adds a document.
   *
   * @param others how many others the cluster has
   */
  add(cluster: number, document: number, others: number): void {
    const orders = this.#orders.get(cluster)
    if (orders !== undefined) orders.add(document)
    // What others there are may have to be found again; this one will then be found with them.
    else if (others === 0 || this.#earliest.get(cluster) !== 0) this.#include(cluster, document)
  }

  /** Takes a document out that the table still has. */
  remove(cluster: number, document: number): void {
    const orders = this.#orders.get(cluster)
    if (orders !== undefined) orders.delete(document)
    else if (this.#isFirst(cluster, document)) this.#forget(cluster)
  }

  /** Records when a document last changed, in the table of documents too. */
  update(cluster: number, document: number, updatedAt: number): void {
    const orders = this.#orders.get(cluster)
    if (orders !== undefined) {
      orders.update(document, updatedAt)
      return
    }
    const wasLast = this.#documents.updatedAt.get(document) === this.#updatedAt.get(cluster)
    this.#documents.updatedAt.set(document, updatedAt)
    if (updatedAt >= this.#updatedAt.get(cluster)) this.#updatedAt.set(cluster, updatedAt)
    else if (wasLast) this.#forget(cluster)
  }

  /**
   * Takes the documents of one cluster into another; both still have theirs.
   *
   * @param size documents of the one that grows, and of the other
   */
  merge(into: number, from: number, size: { readonly into: number; readonly from: number }): void {
    const [orders, others] = [this.#orders.get(into), this.#orders.get(from)]
    if (orders === undefined && others === undefined) {
      if (size.from > 0) this.#mergeSmall(into, from, size.into)
    } else if (orders === undefined) {
      for (const document of this.#documentsOf(into)) others?.add(document)
      this.#orders.set(into, others as MemberOrders)
    } else if (others === undefined) {
      for (const document of this.#documentsOf(from)) orders.add(document)
    } else if (orders.size < others.size) {
      others.addAll(orders)
      this.#orders.set(into, others)
    } else {
      orders.addAll(others)
    }
    this.end(from)
  }

  /**
   * Takes out what has left a cluster.
   *
   * @param parts the clusters that were made of it, with their numbers of documents
   * @param clusterOf gives the cluster that a document is in now
   */
  leave(cluster: number, parts: ReadonlyMap<number, number>, clusterOf: (document: number) => number): void {
    const orders = this.#orders.get(cluster)
    if (orders === undefined) {
      this.#forget(cluster)
      return
    }
    const { largeSize, fewLeaving, smallShare } = this.#limits
    let leaving = 0
    for (const size of parts.values()) leaving += size
    if (leaving <= fewLeaving || leaving < smallShare * orders.size) {
      for (const part of parts.keys()) for (const document of this.#documentsOf(part)) orders.delete(document)
      return
    }
    for (const [part, size] of parts) {
      if (size <= largeSize || size < smallShare * orders.size) continue
      this.#orders.set(
        part,
        orders.select(document => clusterOf(document) === part)
      )
    }
    orders.keep(document => clusterOf(document) === cluster)
  }

  /** Brings the figures of a cluster up to date at the end of a change. */
  settle(cluster: number, size: number): void {
    const { largeSize } = this.#limits
    let orders = this.#orders.get(cluster)
    if (orders === undefined && size > largeSize) {
      orders = new MemberOrders(this.#documents)
      orders.fill(this.#documentsOf(cluster))
      this.#orders.set(cluster, orders)
    }
    if (orders !== undefined) this.#take(cluster, orders)
    else if (this.#earliest.get(cluster) === 0) this.#findAgain(cluster)
    if (size <= largeSize / 2) this.#orders.delete(cluster)
  }

  /** Whether a document was created before another, or there is no other. */
  isEarlier(document: number, other: number): boolean {
    const { created } = this.#documents
    return other === 0 || created.get(document) < created.get(other)
  }

  /** Whether a document has a longer text than another, or as long a one and was created before. */
  isLonger(document: number, other: number): boolean {
    if (other === 0) return true
    const { textBytes } = this.#documents
    const difference = textBytes.get(document) - textBytes.get(other)
    return difference > 0 || (difference === 0 && this.isEarlier(document, other))
  }

  #isFirst(cluster: number, document: number): boolean {
    return (
      document === this.#earliest.get(cluster) ||
      document === this.#longest.get(cluster) ||
      this.#documents.updatedAt.get(document) === this.#updatedAt.get(cluster)
    )
  }

  #mergeSmall(into: number, from: number, others: number): void {
    const isKnown = this.#earliest.get(from) !== 0 && (others === 0 || this.#earliest.get(into) !== 0)
    if (!isKnown) {
      this.#forget(into)
      return
    }
    const updatedAt = Math.max(this.#updatedAt.get(into), this.#updatedAt.get(from))
    this.#include(into, this.#earliest.get(from))
    this.#include(into, this.#longest.get(from))
    this.#updatedAt.set(into, updatedAt)
  }

  #include(cluster: number, document: number): void {
    if (this.isEarlier(document, this.#earliest.get(cluster))) this.#earliest.set(cluster, document)
    if (this.isLonger(document, this.#longest.get(cluster))) this.#longest.set(cluster, document)
    this.#updatedAt.set(cluster, Math.max(this.#updatedAt.get(cluster), this.#documents.updatedAt.get(document)))
  }

  #take(cluster: number, { earliest, longest, updatedAt }: MemberOrders): void {
    this.#earliest.set(cluster, earliest)
    this.#longest.set(cluster, longest)
    this.#updatedAt.set(cluster, updatedAt)
  }

  #forget(cluster: number): void {
    this.#earliest.set(cluster, 0)
    this.#longest.set(cluster, 0)
    this.#updatedAt.set(cluster, 0)
  }

  #findAgain(cluster: number): void {
    for (const document of this.#documentsOf(cluster)) this.#include(cluster, document)
  }

  get columns(): readonly Column[] {
    return [this.#earliest, this.#longest, this.#updatedAt]
  }

  /** The large clusters, which {@link parts} belong to. */
  get large(): readonly number[] {
    return [...this.#orders.keys()]
  }

  /** The orders of the large clusters, which a snapshot saves beside the columns: as many of each. */
  get parts(): readonly SortedSlots[] {
    return [...this.#orders.values()].flatMap(orders => orders.parts)
  }

  /** Makes room for the orders of large clusters, which are then to be loaded. */
  expect(large: readonly number[]): void {
    this.#orders.clear()
    for (const cluster of large) this.#orders.set(cluster, new MemberOrders(this.#documents))
  }
}
