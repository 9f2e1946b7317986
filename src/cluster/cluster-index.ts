import { type Column, Float64Column, Uint32Column } from '../columns/column.ts'
import { type Columnar, columnsOf, countersOf, restoreParts } from '../columns/columnar.ts'
import { Slots } from '../columns/slots.ts'
import { ClusterOrders, type OrderedClusters } from './cluster-orders.ts'
import { ClusterTallies } from './cluster-tallies.ts'
import { type ContentFacts, ContentTable } from './content-table.ts'
import { type DocumentFacts, DocumentTable } from './document-table.ts'
import { MatchGraph } from './match-graph.ts'
import type { Overlap } from './overlap.ts'
import { SpanningForest } from './spanning-forest.ts'

/** A match of a content that is being added: the other content, and what they have in common. */
export type ContentMatch = readonly [content: number, overlap: Overlap]

/**
 * The clusters of a collection: connected components of the verified matches, kept while
 * documents come and go. Documents, contents and clusters are slots, 0 is none.
 *
 * Joining moves the smaller component into the larger; leaving searches what the spanning forest loses.
 */
export class ClusterIndex implements Columnar, OrderedClusters {
  readonly documents = new DocumentTable()
  readonly contents: ContentTable
  readonly graph: MatchGraph
  readonly forest: SpanningForest
  readonly orders: ClusterOrders
  readonly tallies: ClusterTallies
  readonly #clusters = new Slots()
  /** By content; the contents of a cluster are a ring. */
  readonly #cluster = new Uint32Column()
  readonly #next = new Uint32Column()
  readonly #previous = new Uint32Column()
  /** By cluster. */
  readonly #content = new Uint32Column()
  readonly #contentCount = new Uint32Column()
  readonly #size = new Uint32Column()
  readonly #truncated = new Uint32Column()
  /** 0 while a change leaves them to be found again. */
  readonly #earliest = new Uint32Column()
  readonly #longest = new Uint32Column()
  readonly #updatedAt = new Float64Column()
  /** Clusters that are out of the orders until the end of the change. */
  readonly #changing = new Set<number>()
  /** Called with each cluster that is about to change. */
  onChange: (cluster: number) => void = () => {}
  #depth = 0

  /** @param slotCount slots of a signature */
  constructor(slotCount: number) {
    this.contents = new ContentTable(this.documents)
    this.graph = new MatchGraph(this.contents, slotCount)
    this.forest = new SpanningForest(this.graph)
    this.orders = new ClusterOrders(this)
    this.tallies = new ClusterTallies(this.contents, this.graph)
  }

  /** Number of clusters, singletons included. */
  get count(): number {
    return this.#clusters.size
  }

  /** The cluster of a content. */
  clusterOf(content: number): number {
    return this.#cluster.get(content)
  }

  /** Number of documents of a cluster. */
  size(cluster: number): number {
    return this.#size.get(cluster)
  }

  contentCount(cluster: number): number {
    return this.#contentCount.get(cluster)
  }

  /** The document of a cluster that was created first. */
  earliest(cluster: number): number {
    return this.#earliest.get(cluster)
  }

  /** Place of a cluster's earliest document in the order of creation. */
  createdOf(cluster: number): number {
    return this.documents.created.get(this.#earliest.get(cluster))
  }

  /** The document of a cluster with the longest text; of several the one created first. */
  longest(cluster: number): number {
    return this.#longest.get(cluster)
  }

  /** When a document of a cluster last changed. */
  updatedAt(cluster: number): number {
    return this.#updatedAt.get(cluster)
  }

  /** Whether a cap cut the candidates of a content of a cluster. */
  isTruncated(cluster: number): boolean {
    return this.#truncated.get(cluster) > 0
  }

  /** The contents of a cluster. */
  *contentsOf(cluster: number): Generator<number> {
    const start = this.#content.get(cluster)
    if (start === 0) return
    let content = start
    do {
      yield content
      content = this.#next.get(content)
    } while (content !== start)
  }

  /**
   * Makes changes as one: clusters take their places in the orders at its end, so that a cluster that is changed many
   * times is moved once. Changes outside of one are each one by itself; {@link orders} hold for no time within.
   */
  change<Result>(changes: () => Result): Result {
    this.#depth++
    try {
      return changes()
    } finally {
      this.#depth--
      if (this.#depth === 0) this.#settle()
    }
  }

  /** Adds a content with its matches; it has no documents yet. */
  addContent(facts: ContentFacts, matches: Iterable<ContentMatch>): number {
    return this.change(() => {
      const content = this.contents.add(facts)
      const cluster = this.#newCluster()
      this.#changing.add(cluster)
      this.forest.addRoot(content)
      this.#fill(cluster, [content])
      for (const [other, overlap] of matches) this.#connect(content, other, overlap)
      return content
    })
  }

  /** Records a match of two contents. */
  connect(left: number, right: number, overlap: Overlap): void {
    this.change(() => this.#connect(left, right, overlap))
  }

  /** Takes a match back; other matches may still hold its contents together. */
  disconnect(left: number, right: number): void {
    this.change(() => {
      const edge = this.graph.between(left, right)
      const cluster = this.#open(this.#cluster.get(left))
      this.tallies.countMatch(edge, -1)
      this.#splitOff(cluster, this.forest.removeMatch(edge))
    })
  }

  /** Removes a content, which has no documents any more, with its matches. */
  removeContent(content: number): void {
    this.change(() => {
      const cluster = this.#open(this.#cluster.get(content))
      for (const edge of this.graph.edges(content)) this.tallies.countMatch(edge, -1)
      const parts = this.forest.remove(content)
      this.#unlink(cluster, content)
      this.#splitOff(cluster, parts)
      if (this.#contentCount.get(cluster) === 0) this.#dropCluster(cluster)
      this.contents.remove(content)
    })
  }

  /** Marks a content as one whose candidates a cap cut, or as one whose are all known. */
  setTruncated(content: number, isTruncated: boolean): void {
    if (this.contents.isTruncated(content) === isTruncated) return
    this.tallies.countTruncated(content, -1)
    this.contents.setTruncated(content, isTruncated)
    this.tallies.countTruncated(content, 1)
    const cluster = this.#cluster.get(content)
    this.#truncated.set(cluster, this.#truncated.get(cluster) + (isTruncated ? 1 : -1))
  }

  /** Adds a document to its content. */
  addDocument(facts: DocumentFacts): number {
    return this.change(() => {
      const document = this.documents.add(facts)
      const cluster = this.#open(this.#cluster.get(facts.content))
      this.tallies.countDocument(facts.content, 1)
      this.contents.addMember(document)
      const size = this.#size.get(cluster)
      this.#size.set(cluster, size + 1)
      // What others there were may have to be found again; this one will then be found with them.
      const isKnown = size === 0 || this.#earliest.get(cluster) !== 0
      if (isKnown) this.#include(cluster, document, document, facts.updatedAt)
      return document
    })
  }

  /** Takes a document out; its content stays. */
  removeDocument(document: number): void {
    this.change(() => {
      const content = this.documents.content.get(document)
      const cluster = this.#open(this.#cluster.get(content))
      this.contents.removeMember(document)
      this.tallies.countDocument(content, -1)
      this.#size.set(cluster, this.#size.get(cluster) - 1)
      this.#forget(cluster)
      this.documents.remove(document)
    })
  }

  /** Records when a document last changed. */
  setUpdatedAt(document: number, updatedAt: number): void {
    this.change(() => {
      this.documents.updatedAt.set(document, updatedAt)
      this.#forget(this.#open(this.#cluster.get(this.documents.content.get(document))))
    })
  }

  #connect(left: number, right: number, overlap: Overlap): void {
    const edge = this.graph.add(left, right, overlap)
    this.tallies.countMatch(edge, 1)
    const a = this.#open(this.#cluster.get(left))
    const b = this.#open(this.#cluster.get(right))
    if (a === b) {
      this.forest.offer(edge)
    } else if (this.#contentCount.get(a) <= this.#contentCount.get(b)) {
      this.forest.join(edge)
      this.#merge(b, a)
    } else {
      this.forest.join(edge ^ 1)
      this.#merge(a, b)
    }
  }

  #open(cluster: number): number {
    if (this.#changing.has(cluster)) return cluster
    this.onChange(cluster)
    this.#changing.add(cluster)
    this.orders.remove(cluster)
    this.tallies.countCluster(this.#size.get(cluster), -1)
    return cluster
  }

  #settle(): void {
    for (const cluster of this.#changing) {
      if (this.#earliest.get(cluster) === 0) this.#findAgain(cluster)
      // A content whose first document is still to come has no place.
      if (this.#size.get(cluster) === 0) continue
      this.orders.add(cluster)
      this.tallies.countCluster(this.#size.get(cluster), 1)
    }
    this.#changing.clear()
  }

  #newCluster(): number {
    const cluster = this.#clusters.take()
    for (const column of [this.#content, this.#contentCount, this.#size, this.#truncated]) {
      column.set(cluster, 0)
    }
    this.#forget(cluster)
    return cluster
  }

  #dropCluster(cluster: number): void {
    this.#changing.delete(cluster)
    this.#clusters.release(cluster)
  }

  #splitOff(cluster: number, parts: readonly (readonly number[])[]): void {
    for (const part of parts) {
      for (const moved of part) this.#unlink(cluster, moved)
      const apart = this.#newCluster()
      this.#changing.add(apart)
      this.#fill(apart, part)
    }
  }

  #fill(cluster: number, contents: readonly number[]): void {
    let previous = contents.at(-1) as number
    for (const content of contents) {
      this.#cluster.set(content, cluster)
      this.#next.set(previous, content)
      this.#previous.set(content, previous)
      previous = content
      this.#count(cluster, content, 1)
    }
    this.#content.set(cluster, previous)
    this.#contentCount.set(cluster, contents.length)
  }

  #unlink(cluster: number, content: number): void {
    const next = this.#next.get(content)
    const previous = this.#previous.get(content)
    this.#next.set(previous, next)
    this.#previous.set(next, previous)
    this.#content.set(cluster, next === content ? 0 : next)
    this.#contentCount.set(cluster, this.#contentCount.get(cluster) - 1)
    this.#count(cluster, content, -1)
    this.#forget(cluster)
  }

  #count(cluster: number, content: number, sign: 1 | -1): void {
    this.#size.set(cluster, this.#size.get(cluster) + sign * this.contents.copies.get(content))
    if (this.contents.isTruncated(content)) this.#truncated.set(cluster, this.#truncated.get(cluster) + sign)
  }

  #merge(into: number, from: number): void {
    for (const content of this.contentsOf(from)) this.#cluster.set(content, into)
    const a = this.#content.get(into)
    const b = this.#content.get(from)
    const afterA = this.#next.get(a)
    const afterB = this.#next.get(b)
    this.#next.set(a, afterB)
    this.#previous.set(afterB, a)
    this.#next.set(b, afterA)
    this.#previous.set(afterA, b)
    for (const column of [this.#contentCount, this.#size, this.#truncated]) {
      column.set(into, column.get(into) + column.get(from))
    }
    if (this.#size.get(from) > 0) this.#mergeSpan(into, from)
    this.#dropCluster(from)
  }

  #mergeSpan(into: number, from: number): void {
    const isOnlyFrom = this.#size.get(into) === this.#size.get(from)
    const isKnown = this.#earliest.get(from) !== 0 && (isOnlyFrom || this.#earliest.get(into) !== 0)
    if (!isKnown) {
      this.#forget(into)
      return
    }
    this.#include(into, this.#earliest.get(from), this.#longest.get(from), this.#updatedAt.get(from))
  }

  /** Takes what is earliest, longest and latest of some more documents into account. */
  #include(cluster: number, earliest: number, longest: number, updatedAt: number): void {
    if (this.isEarlier(earliest, this.#earliest.get(cluster))) this.#earliest.set(cluster, earliest)
    if (this.isLonger(longest, this.#longest.get(cluster))) this.#longest.set(cluster, longest)
    this.#updatedAt.set(cluster, Math.max(this.#updatedAt.get(cluster), updatedAt))
  }

  /** Whether a document was created before another, or there is no other. */
  isEarlier(document: number, other: number): boolean {
    const { created } = this.documents
    return other === 0 || created.get(document) < created.get(other)
  }

  /** Whether a document has a longer text than another, or as long a one and was created before. */
  isLonger(document: number, other: number): boolean {
    if (other === 0) return true
    const { textBytes } = this.documents
    const difference = textBytes.get(document) - textBytes.get(other)
    return difference > 0 || (difference === 0 && this.isEarlier(document, other))
  }

  #forget(cluster: number): void {
    this.#earliest.set(cluster, 0)
    this.#longest.set(cluster, 0)
    this.#updatedAt.set(cluster, 0)
  }

  #findAgain(cluster: number): void {
    for (const content of this.contentsOf(cluster)) {
      for (const document of this.contents.members(content)) {
        this.#include(cluster, document, document, this.documents.updatedAt.get(document))
      }
    }
  }

  get columns(): readonly Column[] {
    const ofContents = [this.#cluster, this.#next, this.#previous]
    const ofClusters = [this.#content, this.#contentCount, this.#size, this.#truncated]
    const ends = [this.#earliest, this.#longest, this.#updatedAt]
    return [...columnsOf(this.#parts), ...ofContents, ...ofClusters, ...ends]
  }

  get counters(): readonly number[] {
    return countersOf(this.#parts)
  }

  restore(counters: readonly number[]): void {
    restoreParts(this.#parts, counters)
  }

  get #parts(): Columnar[] {
    return [this.documents, this.contents, this.graph, this.forest, this.#clusters, this.tallies]
  }
}
