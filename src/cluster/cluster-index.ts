import { type Column, Uint32Column } from '../columns/column.ts'
import { type Columnar, columnsOf, countersOf, restoreParts } from '../columns/columnar.ts'
import { Slots } from '../columns/slots.ts'
import { ClusterFigures, type FigureLimits } from './cluster-figures.ts'
import { ClusterOrders, type OrderedClusters } from './cluster-orders.ts'
import { ClusterTallies } from './cluster-tallies.ts'
import { type ContentFacts, ContentTable } from './content-table.ts'
import { type DocumentFacts, DocumentTable } from './document-table.ts'
import { MatchGraph } from './match-graph.ts'
import type { Overlap } from './overlap.ts'
import { separate } from './separate.ts'
import { atOnce, type Steps } from './steps.ts'

/** A match of a content that is being added: the other content, and what they have in common. */
export type ContentMatch = readonly [content: number, overlap: Overlap]

/**
 * The clusters of a collection: connected components of the verified matches, kept while
 * documents come and go. Documents, contents and clusters are slots, 0 is none.
 *
 * Joining moves the smaller component into the larger; leaving searches whether the neighbours are still connected.
 */
export class ClusterIndex implements Columnar, OrderedClusters {
  readonly documents = new DocumentTable()
  readonly contents: ContentTable
  readonly graph: MatchGraph
  readonly figures: ClusterFigures
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
  /** Clusters that are out of the orders until the end of the change. */
  readonly #changing = new Set<number>()
  readonly #watchers: ((cluster: number) => void)[] = []
  #depth = 0

  /**
   * @param slotCount slots of a signature
   * @param limits which clusters are large, where not the usual ones
   */
  constructor(slotCount: number, limits?: FigureLimits) {
    this.contents = new ContentTable(this.documents)
    this.graph = new MatchGraph(this.contents, slotCount)
    this.figures = new ClusterFigures(this.documents, cluster => this.documentsOf(cluster), limits)
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
    return this.figures.earliest(cluster)
  }

  /** Place of a cluster's earliest document in the order of creation. */
  createdOf(cluster: number): number {
    return this.documents.created.get(this.figures.earliest(cluster))
  }

  /** The document of a cluster with the longest text; of several the one created first. */
  longest(cluster: number): number {
    return this.figures.longest(cluster)
  }

  /** When a document of a cluster last changed. */
  updatedAt(cluster: number): number {
    return this.figures.updatedAt(cluster)
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

  /** The documents of a cluster, in no order. */
  *documentsOf(cluster: number): Generator<number> {
    for (const content of this.contentsOf(cluster)) yield* this.contents.members(content)
  }

  /** The documents of a large cluster that were created after a number, in order; undefined for a small cluster. */
  documentsAfter(cluster: number, created: number): Iterable<number> | undefined {
    return this.figures.inOrder(cluster)?.after(document => this.documents.created.get(document) > created)
  }

  /** Has somebody called with each cluster that is about to change. */
  watch(watcher: (cluster: number) => void): void {
    this.#watchers.push(watcher)
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
      this.graph.remove(edge)
      this.#splitOff(cluster, atOnce(separate(this.graph, [left, right], 0)))
    })
  }

  /**
   * The parts of its cluster that a content alone holds together, but one. Changes nothing, and yields now and then.
   *
   * @returns for {@link removeContent}, unless something changes before
   */
  partsWithout(content: number): Steps<readonly (readonly number[])[]> {
    const { graph } = this
    return separate(
      graph,
      Array.from(graph.edges(content), edge => graph.target(edge)),
      content
    )
  }

  /**
   * Removes a content, which has no documents any more, with its matches.
   *
   * @param parts what {@link partsWithout} gave for it
   */
  removeContent(content: number, parts = atOnce(this.partsWithout(content))): void {
    this.change(() => {
      const { graph } = this
      const cluster = this.#open(this.#cluster.get(content))
      for (let edge = graph.first(content); edge !== 0; edge = graph.first(content)) {
        this.tallies.countMatch(edge, -1)
        graph.remove(edge)
      }
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
    this.#tell(cluster)
    this.#truncated.set(cluster, this.#truncated.get(cluster) + (isTruncated ? 1 : -1))
  }

  /** Adds a document to its content. */
  addDocument(facts: DocumentFacts): number {
    return this.change(() => {
      const document = this.documents.add(facts)
      const cluster = this.#open(this.#cluster.get(facts.content))
      this.tallies.countDocument(facts.content, 1)
      this.contents.addMember(document, () => this.#documentsBefore(cluster, facts.created))
      const others = this.#size.get(cluster)
      this.#size.set(cluster, others + 1)
      this.figures.add(cluster, document, others)
      return document
    })
  }

  /** The documents of a large cluster that were created before a number, the latest first. */
  #documentsBefore(cluster: number, number: number): Iterable<number> {
    const { created } = this.documents
    return this.figures.inOrder(cluster)?.before(document => created.get(document) < number) ?? []
  }

  /** Takes a document out; its content stays. */
  removeDocument(document: number): void {
    this.change(() => {
      const content = this.documents.content.get(document)
      const cluster = this.#open(this.#cluster.get(content))
      this.figures.remove(cluster, document)
      this.contents.removeMember(document)
      this.tallies.countDocument(content, -1)
      this.#size.set(cluster, this.#size.get(cluster) - 1)
      this.documents.remove(document)
    })
  }

  /** Records when a document last changed. */
  setUpdatedAt(document: number, updatedAt: number): void {
    this.change(() => {
      const cluster = this.#open(this.#cluster.get(this.documents.content.get(document)))
      this.figures.update(cluster, document, updatedAt)
    })
  }

  #connect(left: number, right: number, overlap: Overlap): void {
    const edge = this.graph.add(left, right, overlap)
    this.tallies.countMatch(edge, 1)
    const a = this.#open(this.#cluster.get(left))
    const b = this.#open(this.#cluster.get(right))
    if (a === b) return
    if (this.#contentCount.get(a) <= this.#contentCount.get(b)) this.#merge(b, a)
    else this.#merge(a, b)
  }

  #open(cluster: number): number {
    if (this.#changing.has(cluster)) return cluster
    this.#tell(cluster)
    this.#changing.add(cluster)
    this.orders.remove(cluster)
    this.tallies.countCluster(this.#size.get(cluster), -1)
    return cluster
  }

  #tell(cluster: number): void {
    for (const watcher of this.#watchers) watcher(cluster)
  }

  #settle(): void {
    for (const cluster of this.#changing) {
      this.figures.settle(cluster, this.#size.get(cluster))
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
    this.figures.begin(cluster)
    return cluster
  }

  #dropCluster(cluster: number): void {
    this.#changing.delete(cluster)
    this.figures.end(cluster)
    this.#clusters.release(cluster)
  }

  #splitOff(cluster: number, parts: readonly (readonly number[])[]): void {
    if (parts.length === 0) return
    const sizes = new Map<number, number>()
    for (const part of parts) {
      for (const moved of part) this.#unlink(cluster, moved)
      const apart = this.#newCluster()
      this.#changing.add(apart)
      this.#fill(apart, part)
      sizes.set(apart, this.#size.get(apart))
    }
    this.figures.leave(cluster, sizes, document => this.#cluster.get(this.documents.content.get(document)))
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
  }

  #count(cluster: number, content: number, sign: 1 | -1): void {
    this.#size.set(cluster, this.#size.get(cluster) + sign * this.contents.copies.get(content))
    if (this.contents.isTruncated(content)) this.#truncated.set(cluster, this.#truncated.get(cluster) + sign)
  }

  #merge(into: number, from: number): void {
    this.figures.merge(into, from, { into: this.#size.get(into), from: this.#size.get(from) })
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
    this.#dropCluster(from)
  }

  /** Whether a document was created before another, or there is no other. */
  isEarlier(document: number, other: number): boolean {
    return this.figures.isEarlier(document, other)
  }

  /** Whether a document has a longer text than another, or as long a one and was created before. */
  isLonger(document: number, other: number): boolean {
    return this.figures.isLonger(document, other)
  }

  get columns(): readonly Column[] {
    const ofContents = [this.#cluster, this.#next, this.#previous]
    const ofClusters = [this.#content, this.#contentCount, this.#size, this.#truncated]
    return [...columnsOf(this.#parts), ...ofContents, ...ofClusters, ...this.figures.columns]
  }

  get counters(): readonly number[] {
    return countersOf(this.#parts)
  }

  restore(counters: readonly number[]): void {
    restoreParts(this.#parts, counters)
  }

  get #parts(): Columnar[] {
    return [this.documents, this.contents, this.graph, this.#clusters, this.tallies]
  }
}
