import { ClusterIndex, type ContentMatch } from '../../cluster/cluster-index.ts'
import { type ClusterPart, wholeCluster } from '../../cluster/cluster-part.ts'
import type { ContentFacts } from '../../cluster/content-table.ts'
import type { DocumentFacts } from '../../cluster/document-table.ts'
import { representativeOf } from '../../cluster/representative.ts'
import { atOnce, StepCounter, type Steps } from '../../cluster/steps.ts'
import type { Column } from '../../columns/column.ts'
import { type Columnar, columnsOf, countersOf, restoreParts } from '../../columns/columnar.ts'
import { DueQueue } from '../../columns/due-queue.ts'
import { HashChains } from '../../columns/hash-chains.ts'
import { SortedSlots } from '../../columns/sorted-slots.ts'
import { Postings } from '../../lsh/postings.ts'
import type { Sketch, Sketcher } from '../../signature/sketch.ts'
import { hashOfKey, hashOfText } from './hashes.ts'
import type { CollectionRow } from './journal.ts'
import { KeptOfClusters } from './kept-of-clusters.ts'
import { KeptParts } from './kept-parts.ts'
import { SignatureTable } from './signature-table.ts'

/** What the index asks of the rows: it keeps hashes, and they decide. Arguments are numbers, not slots. */
export interface IndexedRows {
  idOf(document: number): string
  contentOf(content: number): { readonly key: string | undefined; readonly signature: Uint32Array }
}

/** A content as it was before it was removed, to put it back. */
interface RemovedContent {
  readonly facts: ContentFacts
  readonly key: number | undefined
  readonly bandKeys: Uint32Array
  readonly matches: readonly ContentMatch[]
}

/** One collection in memory: its documents, bands, matches and clusters. Documents and contents are slots, 0 is none. */
export class CollectionIndex implements Columnar {
  row: CollectionRow
  readonly sketcher: Sketcher
  readonly clusters: ClusterIndex
  readonly postings: Postings
  /** What {@link findMatches} compared with. */
  readonly signatures: SignatureTable
  /** Documents in order of creation. */
  readonly ordered: SortedSlots
  readonly #rows: IndexedRows
  readonly #ids = new HashChains()
  readonly #keys = new HashChains()
  #due = new DueQueue()
  readonly #keptParts: KeptParts
  /** The most central documents of clusters, by threshold and earliest document. */
  readonly #representatives: KeptOfClusters<string, number>
  #revision = 0
  #textBytes = 0

  constructor(row: CollectionRow, sketcher: Sketcher, rows: IndexedRows) {
    this.row = row
    this.sketcher = sketcher
    this.#rows = rows
    this.clusters = new ClusterIndex(sketcher.slotCount)
    this.postings = new Postings(sketcher.banding.count, { keys: sketcher.keys })
    this.signatures = new SignatureTable(sketcher.slotCount)
    this.#keptParts = new KeptParts(this.clusters)
    this.#representatives = new KeptOfClusters(this.clusters)
    const { created } = this.clusters.documents
    this.ordered = new SortedSlots((a, b) => created.get(a) - created.get(b))
  }

  /** Changes with every change of the collection. */
  get revision(): number {
    return this.#revision
  }

  /** Bytes of kept text. */
  get textBytes(): number {
    return this.row.settings.storeText ? this.#textBytes : 0
  }

  /** The document with an id; 0 for none. */
  document(id: string): number {
    const { number } = this.clusters.documents
    const ids = this.#ids
    for (let document = ids.first(hashOfText(id, this.sketcher.keys)); document !== 0; document = ids.next(document)) {
      if (this.#rows.idOf(number.get(document)) === id) return document
    }
    return 0
  }

  /** The document that was created with a number; 0 for none. */
  createdAs(created: number): number {
    const { documents } = this.clusters
    for (const document of this.ordered.after(document => documents.created.get(document) >= created)) {
      return documents.created.get(document) === created ? document : 0
    }
    return 0
  }

  /** The documents created after a number, in order. */
  documentsAfter(created: number): Iterable<number> {
    const { documents } = this.clusters
    return this.ordered.after(document => documents.created.get(document) > created)
  }

  /** The stored content of a sketch; 0 for none. Keys may coincide: signature and number of shingles decide too. */
  contentOf({ contentKey, signature, shingles }: Sketch): number {
    if (contentKey === undefined) return 0
    const { contents } = this.clusters
    const keys = this.#keys
    for (let content = keys.first(hashOfKey(contentKey)); content !== 0; content = keys.next(content)) {
      if (contents.shingleCount(content) !== shingles?.length) continue
      const stored = this.#rows.contentOf(contents.number.get(content))
      if (stored.key === contentKey && isEqual(stored.signature, signature)) return content
    }
    return 0
  }

  /** Whether a content is blank; it is like no other. */
  isEmpty(content: number): boolean {
    return !this.#keys.has(content)
  }

  /** The keys by which a content is posted, from the signature in its row; none where it is blank. */
  bandKeysOf(content: number): Uint32Array {
    if (this.isEmpty(content)) return noBands
    const { signature } = this.#rows.contentOf(this.clusters.contents.number.get(content))
    return this.sketcher.bandKeysOf(signature)
  }

  /** Posts a content again by the keys that it was dropped from and that have room now. */
  repost(content: number): void {
    if (this.postings.isDropped(content)) this.postings.repost(content, this.bandKeysOf(content))
  }

  /** The cluster of a content. */
  clusterOf(content: number): ClusterPart {
    return wholeCluster(this.clusters, this.clusters.clusterOf(content))
  }

  /** The cluster of a content, cut at a threshold. Nothing may change between two steps. */
  *partOf(content: number, threshold: number): Steps<ClusterPart> {
    const isWhole = threshold <= this.row.settings.threshold
    return isWhole ? this.clusterOf(content) : yield* this.#keptParts.around(content, threshold)
  }

  /** The document that speaks for a cluster, or for a part of one at a threshold. */
  representative(part: ClusterPart, threshold: number = this.row.settings.threshold): number {
    const policy = this.row.settings.representative
    // The most central one takes long to find.
    if (policy !== 'central' || part.size < 3) return representativeOf(this.clusters, part, policy, threshold)
    const kept = this.#representatives.of(this.clusters.clusterOf(this.clusters.documents.content.get(part.earliest)))
    const key = `${threshold}:${part.earliest}`
    const representative = kept.get(key) ?? representativeOf(this.clusters, part, policy, threshold)
    kept.set(key, representative)
    return representative
  }

  /**
   * Adds a content with its matches; its first document makes it visible.
   *
   * @param key the content's key; undefined where it has no tokens
   */
  addContent(
    facts: ContentFacts,
    key: string | undefined,
    bandKeys: Uint32Array,
    matches: Iterable<ContentMatch>
  ): number {
    return this.#addContent(facts, key === undefined ? undefined : hashOfKey(key), bandKeys, matches)
  }

  /** Adds a document, or a new version of one whose former version was removed. */
  addDocument(facts: DocumentFacts, id: string): number {
    return this.#addDocument(facts, hashOfText(id, this.sketcher.keys))
  }

  /**
   * What the cluster of a document falls into without it, for {@link remove}; undefined where its content stays.
   * Changes nothing, and nothing may change between two steps.
   */
  *partsWithout(document: number): Steps<readonly (readonly number[])[] | undefined> {
    const { contents, documents } = this.clusters
    const content = documents.content.get(document)
    return contents.copies.get(content) > 1 ? undefined : yield* this.clusters.partsWithout(content)
  }

  /**
   * Removes a document; its content goes with the last of its documents.
   *
   * @param parts what {@link partsWithout} gave for it
   * @returns how to take it back, and the contents that matched the one that went
   * @throws DoppelError STORE_UNAVAILABLE where a row cannot be read; nothing has changed then
   */
  remove(
    document: number,
    parts?: readonly (readonly number[])[]
  ): { isContentGone: boolean; neighbours: number[]; undo: () => void } {
    const { contents, documents, graph } = this.clusters
    const last = documents.content.get(document)
    const bandKeys = contents.copies.get(last) > 1 ? noBands : this.bandKeysOf(last)
    return this.clusters.change(() => {
      const { facts, idHash } = this.removeDocument(document)
      const { content } = facts
      const isContentGone = contents.firstCopy(content) === 0
      const neighbours = isContentGone ? Array.from(graph.edges(content), edge => graph.target(edge)) : []
      const removed = isContentGone ? this.#removeContent(content, bandKeys, parts) : undefined
      const undo = (): void => {
        this.clusters.change(() => {
          if (removed !== undefined) this.#addContent(removed.facts, removed.key, removed.bandKeys, removed.matches)
          this.#addDocument(facts, idHash)
        })
      }
      return { isContentGone, neighbours, undo }
    })
  }

  /** Removes a document and leaves its content. */
  removeDocument(document: number): { facts: DocumentFacts; idHash: number } {
    const facts = this.clusters.documents.facts(document)
    const idHash = this.#ids.hashOf(document)
    this.ordered.delete(document)
    this.#ids.delete(document)
    this.#textBytes -= facts.textBytes
    this.#revision++
    this.clusters.removeDocument(document)
    return { facts, idHash }
  }

  /** Removes a content that has no documents. */
  #removeContent(content: number, bandKeys: Uint32Array, parts?: readonly (readonly number[])[]): RemovedContent {
    const { contents, graph } = this.clusters
    const isEmpty = this.isEmpty(content)
    const removed: RemovedContent = {
      facts: contents.facts(content),
      key: isEmpty ? undefined : this.#keys.hashOf(content),
      bandKeys,
      matches: Array.from(graph.edges(content), edge => [graph.target(edge), graph.overlap(edge)] as const)
    }
    if (!isEmpty) {
      this.#keys.delete(content)
      this.postings.delete(content, bandKeys)
    }
    this.clusters.removeContent(content, parts)
    return removed
  }

  /**
   * Removes contents that have no documents and whose rows are gone, so that nothing tells where they were posted.
   * Yields now and then, to be continued before anything else changes.
   */
  *removeLost(lost: ReadonlySet<number>): Generator<void, void, undefined> {
    if (lost.size > 0) yield* this.postings.deleteAll(lost)
    for (const content of lost) {
      this.#keys.delete(content)
      this.clusters.removeContent(content)
    }
  }

  /** Records when a document last changed and from when its retention counts. */
  change(document: number, times: Pick<DocumentFacts, 'updatedAt' | 'retainedFrom' | 'retentionSeconds'>): void {
    const { documents } = this.clusters
    this.clusters.setUpdatedAt(document, times.updatedAt)
    documents.retainedFrom.set(document, times.retainedFrom)
    documents.retentionSeconds.set(document, times.retentionSeconds ?? 0)
    this.#revision++
    this.queueExpiry(document)
  }

  /** Tells that settings or matches changed, which cached views must not outlive. */
  touch(): void {
    this.#revision++
  }

  /** When a document expires; undefined for never. */
  expiresAt(document: number): number | undefined {
    const { documents } = this.clusters
    const seconds = documents.retentionSeconds.get(document) || this.row.settings.retentionSeconds
    return seconds === undefined ? undefined : documents.retainedFrom.get(document) + seconds * 1000
  }

  /** Whether a document is due to expire. */
  hasExpired(now: number): boolean {
    return this.#due.isDue(now)
  }

  /** Takes the next document that has expired, which must be removed; 0 for none. */
  takeExpired(now: number): number {
    const { documents } = this.clusters
    for (let document = this.#due.takeDue(now); document !== 0; document = this.#due.takeDue(now)) {
      // What was renewed, replaced or removed meanwhile is queued again under its new time, if it has one.
      const expiresAt = documents.has(document) ? this.expiresAt(document) : undefined
      if (expiresAt !== undefined && expiresAt <= now) return document
    }
    return 0
  }

  /** Queues a document whose time of expiry is new. */
  queueExpiry(document: number): void {
    const expiresAt = this.expiresAt(document)
    if (expiresAt === undefined) return
    this.#due.add(expiresAt, document)
    // What was renewed or replaced stays in the queue until it is due, unless there is too much of it.
    if (this.#due.size > 2 * this.ordered.size + 64) this.requeueExpiry()
  }

  /** Queues all documents anew, after the collection's retention changed. */
  requeueExpiry(): void {
    this.#due = atOnce(this.#queueAll(this.row.settings.retentionSeconds))
  }

  /**
   * Changes the settings that may change while there are documents: nothing is seen of it before the last step, and
   * nothing may change between two steps.
   *
   * @returns how to take it back
   */
  *changeRow(row: CollectionRow): Steps<() => void> {
    const { retentionSeconds } = this.row.settings
    const former = { row: this.row, due: this.#due }
    const isSame = row.settings.retentionSeconds === retentionSeconds
    const due = isSame ? this.#due : yield* this.#queueAll(row.settings.retentionSeconds)
    const set = (to: { row: CollectionRow; due: DueQueue }): void => {
      this.row = to.row
      this.#due = to.due
      this.touch()
    }
    set({ row, due })
    return () => set(former)
  }

  *#queueAll(retentionSeconds: number | undefined): Steps<DueQueue> {
    const due = new DueQueue()
    const { documents } = this.clusters
    const counter = new StepCounter()
    for (const document of this.ordered.after(() => true)) {
      const seconds = documents.retentionSeconds.get(document) || retentionSeconds
      if (seconds !== undefined) due.add(documents.retainedFrom.get(document) + seconds * 1000, document)
      if (counter.isFull()) yield
    }
    return due
  }

  #addDocument(facts: DocumentFacts, idHash: number): number {
    const document = this.clusters.addDocument(facts)
    this.#ids.add(document, idHash)
    this.ordered.add(document)
    this.#textBytes += facts.textBytes
    this.queueExpiry(document)
    this.#revision++
    return document
  }

  #addContent(
    facts: ContentFacts,
    key: number | undefined,
    bandKeys: Uint32Array,
    matches: Iterable<ContentMatch>
  ): number {
    const content = this.clusters.addContent(facts, matches)
    // A content without tokens is in no bucket.
    if (key === undefined) return content
    this.#keys.add(content, key)
    this.postings.add(content, bandKeys)
    return content
  }

  /** The orders, which a snapshot saves beside the columns. */
  get orders(): readonly SortedSlots[] {
    return [this.ordered, ...this.clusters.orders.parts, ...this.clusters.figures.parts]
  }

  get columns(): readonly Column[] {
    return columnsOf(this.#parts)
  }

  get counters(): readonly number[] {
    return [this.#textBytes, ...countersOf(this.#parts)]
  }

  restore([textBytes = 0, ...counters]: readonly number[]): void {
    this.#textBytes = textBytes
    restoreParts(this.#parts, counters)
    this.requeueExpiry()
  }

  get #parts(): Columnar[] {
    return [this.clusters, this.postings, this.#ids, this.#keys]
  }
}

const noBands = new Uint32Array(0)

function isEqual(left: Uint32Array, right: Uint32Array): boolean {
  return left.length === right.length && left.every((value, i) => value === right[i])
}
