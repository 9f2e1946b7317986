import { DoppelError } from '../../errors.ts'
import type { ClusterPage, ClusterQuery, SingleClusterView } from '../clusters.ts'
import type { CollectionRecord, CollectionSettings, SettingsPatch } from '../collections.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { ComparisonSide, DocumentStore, IngestOptions, Page, PageRequest, TextSide } from '../document-store.ts'
import type {
  Checked,
  ComparedTexts,
  Comparison,
  IncomingDocument,
  Ingested,
  Matches,
  StoredDocument
} from '../documents.ts'
import type { CollectionStats } from '../stats.ts'
import { createdOf } from './cluster-id.ts'
import type { Collection } from './collection.ts'
import type { CollectionIndex } from './collection-index.ts'
import { CollectionRegistry } from './collection-registry.ts'
import { check, compare, compareTexts, documentView, matchesOf, requireDocument } from './document-queries.ts'
import { DocumentWriter } from './document-writer.ts'
import { GroupCommit } from './group-commit.ts'
import type { Journal, JournalRows } from './journal.ts'
import { buildIndexes, type Loaded } from './load.ts'
import { MemoryLimit } from './memory-limit.ts'
import { Purge, rowsOf } from './purge.ts'
import { type Restored, restoreIndexes } from './restore.ts'
import { RowReader } from './row-reader.ts'
import { SnapshotKeeper, type SnapshotSubject } from './snapshot-keeper.ts'
import type { SnapshotPlace } from './snapshot-place.ts'
import type { Transaction } from './transaction.ts'

/** How often expired documents are looked for, in milliseconds. */
const sweepIntervalMs = 1000
/** Most expired documents that are removed in one step. */
const expirySlice = 256

/** What an engine may be given. */
export interface EmbeddedStoreOptions {
  readonly memory?: MemoryLimit
  readonly notice?: (message: string) => void
}

/**
 * The embedded engine: the truth in a journal, all indexes in memory, one writer.
 *
 * Answers are computed in memory and given once everything they tell of is durable.
 */
export class EmbeddedStore implements DocumentStore {
  readonly #journal: Journal
  readonly #clock: () => number
  readonly #memory: MemoryLimit
  readonly #collections: CollectionRegistry
  readonly #writer: GroupCommit
  readonly #rows: RowReader
  readonly #documents: DocumentWriter
  readonly #purge: Purge
  readonly #snapshots: SnapshotKeeper | undefined
  readonly #notice: (message: string) => void
  #nextNumber = 1
  #state: 'loading' | 'open' | 'closed' = 'loading'
  #sweeper: NodeJS.Timeout | undefined

  /**
   * @param clock milliseconds since 1970
   * @param options.memory refuses documents when there is no room for them
   * @param options.notice is told, in a sentence, what an operator should know
   */
  constructor(journal: Journal, clock: () => number, { memory, notice }: EmbeddedStoreOptions = {}) {
    this.#memory = memory ?? new MemoryLimit(Number.POSITIVE_INFINITY)
    this.#notice = notice ?? (() => {})
    this.#journal = journal
    this.#clock = clock
    this.#writer = new GroupCommit(async ({ changes }) => {
      await journal.commit(changes, this.#nextNumber)
      this.#snapshots?.committed(changes.length)
    })
    this.#rows = new RowReader(journal, () => this.#writer.pending)
    const takeNumber = () => this.#nextNumber++
    this.#documents = new DocumentWriter(this.#rows, takeNumber)
    this.#purge = new Purge(this.#writer)
    this.#collections = new CollectionRegistry({ rows: this.#rows, clock, takeNumber })
    this.#snapshots = journal.snapshots && new SnapshotKeeper(journal, journal.snapshots, this.#subject())
  }

  async open(onProgress: (share: number) => void): Promise<void> {
    const rows = await this.#journal.open()
    this.#nextNumber = rows.nextNumber
    const { indexes, orphans } = await this.#load(rows, onProgress)
    for (const index of indexes) this.#collections.adopt(index)
    this.#state = 'open'
    await this.#writer.run(transaction => this.#collections.ensureDefault(transaction))
    this.#sweeper = setInterval(() => this.#sweep(), sweepIntervalMs).unref()
    this.#purge.add(orphans)
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper)
    const isOpen = this.#state === 'open'
    this.#state = 'closed'
    await this.#purge.stop()
    await this.#writer.idle()
    if (isOpen) await this.#snapshots?.close()
    await this.#journal.close()
  }

  async putCollection(
    name: string,
    settings: CollectionSettings
  ): Promise<{ created: boolean; collection: CollectionRecord }> {
    const created = await this.#write(transaction => {
      if (this.#collections.find(name) !== undefined) this.#expire(name, transaction)
      return this.#collections.put(transaction, name, settings)
    })
    return { created, collection: await this.getCollection(name) }
  }

  async patchCollection(name: string, patch: SettingsPatch): Promise<CollectionRecord> {
    await this.#writeTo(name, transaction => {
      this.#expire(name, transaction)
      this.#collections.patch(transaction, name, patch)
    })
    return this.getCollection(name)
  }

  deleteCollection(name: string): Promise<void> {
    return this.#write(transaction => this.#collections.delete(transaction, name)).then(({ clusters }) => {
      this.#purge.add(rowsOf(clusters))
    })
  }

  getCollection(name: string): Promise<CollectionRecord> {
    return this.#read(name, collection => collection.record())
  }

  async settingsOf(name: string): Promise<CollectionSettings> {
    this.#checkState()
    return this.#collections.require(name).index.row.settings
  }

  async listCollections({ cursor, limit }: PageRequest): Promise<Page<CollectionRecord>> {
    const after = cursor === undefined ? '' : decodeCursor<[string]>('collections', cursor, ['string'])[0]
    this.#checkState()
    await Promise.all(this.#collections.names.map(name => this.#expireDue(name)))
    return this.#settled(() => {
      const names = this.#collections.names.filter(name => name > after)
      const shown = names.slice(0, limit)
      return {
        items: shown.map(name => this.#collections.require(name).record()),
        nextCursor: names.length > limit ? encodeCursor('collections', [shown.at(-1) as string]) : undefined
      }
    })
  }

  async ingest(
    name: string,
    documents: readonly IncomingDocument[],
    options: IngestOptions
  ): Promise<readonly (Ingested | Error)[]> {
    this.#memory.check()
    return this.#writeTo(
      name,
      transaction => {
        const collection = this.#collections.require(name)
        const now = this.#clock()
        this.#documents.expire(collection.index, transaction, now)
        const answers = documents.map(document =>
          this.#ingestOne(collection.index, transaction, document, options, now)
        )
        collection.rate.count(answers.filter(answer => !(answer instanceof Error)).length, now)
        return answers
      },
      documents.length
    )
  }

  check(name: string, document: IncomingDocument, query: { threshold: number; matchLimit: number }): Promise<Checked> {
    return this.#read(name, ({ index }) => check(index, this.#rows, document, query))
  }

  remove(name: string, id: string): Promise<void> {
    return this.#writeTo(name, transaction => {
      this.#expire(name, transaction)
      const { index } = this.#collections.require(name)
      this.#documents.remove(index, transaction, requireDocument(index, id))
    })
  }

  getDocument(name: string, id: string): Promise<StoredDocument> {
    return this.#read(name, ({ index }) =>
      documentView(index, this.#rows, requireDocument(index, id), { withText: true })
    )
  }

  async listDocuments(name: string, { cursor, limit }: PageRequest): Promise<Page<StoredDocument>> {
    const after = cursor === undefined ? 0 : decodeCursor<[number]>('documents', cursor, ['number'])[0]
    return this.#read(name, ({ index }) => {
      const items: StoredDocument[] = []
      let last = after
      for (const document of index.documentsAfter(after)) {
        if (items.length === limit) return { items, nextCursor: encodeCursor('documents', [last]) }
        items.push(documentView(index, this.#rows, document, { withText: false }))
        last = index.clusters.documents.created.get(document)
      }
      return { items, nextCursor: undefined }
    })
  }

  matchesOf(name: string, id: string, query: { threshold: number; limit: number }): Promise<Matches> {
    return this.#read(name, ({ index }) => matchesOf(index, this.#rows, requireDocument(index, id), query))
  }

  compare(name: string, left: ComparisonSide, right: ComparisonSide): Promise<Comparison> {
    return this.#read(name, ({ index }) => compare(index, this.#rows, left, right))
  }

  compareTexts(name: string, left: TextSide, right: TextSide, sketcherKey: string): Promise<ComparedTexts> {
    return this.#read(name, ({ index }) => compareTexts(index, this.#rows, left, right, sketcherKey))
  }

  listClusters(name: string, query: ClusterQuery): Promise<ClusterPage> {
    return this.#read(name, ({ listing, views }) => {
      const { clusters, nextCursor, asOf } = listing.page(query)
      return { clusters: clusters.map(cluster => views.listed(cluster, query.threshold)), nextCursor, asOf }
    })
  }

  getCluster(
    name: string,
    id: string,
    { threshold, ...page }: { threshold: number } & PageRequest
  ): Promise<SingleClusterView> {
    return this.#read(name, ({ index, views }) => {
      const created = createdOf(id)
      const document = created === undefined ? 0 : index.createdAs(created)
      if (document === 0) throw new DoppelError('CLUSTER_NOT_FOUND', `there is no cluster "${id}"`)
      return views.single(index.partOf(index.clusters.documents.content.get(document), threshold), threshold, page)
    })
  }

  stats(name: string): Promise<CollectionStats> {
    return this.#read(name, collection => collection.stats())
  }

  #ingestOne(
    index: CollectionIndex,
    transaction: Transaction,
    document: IncomingDocument,
    options: IngestOptions,
    now: number
  ): Ingested | Error {
    const savepoint = transaction.savepoint
    try {
      return this.#documents.ingest(index, transaction, document, options, now)
    } catch (error) {
      if (!(error instanceof DoppelError)) throw error
      transaction.undo(savepoint)
      return error
    }
  }

  #subject(): SnapshotSubject {
    const writer = this.#writer
    const collections = this.#collections
    return {
      get version() {
        return writer.version
      },
      get isSettled() {
        return writer.pending.length === 0
      },
      get indexes() {
        return collections.names.map(name => collections.require(name).index)
      }
    }
  }

  /** Runs an operation of the writer. */
  async #write<Result>(operation: (transaction: Transaction) => Result, weight = 1): Promise<Result> {
    this.#checkState()
    return this.#writer.run(operation, weight)
  }

  /**
   * The same for an operation on documents, once what has expired is gone. Where nothing has, the operation
   * is queued before this returns, so that operations run in the order of their calls.
   */
  async #writeTo<Result>(
    name: string,
    operation: (transaction: Transaction) => Result,
    weight?: number
  ): Promise<Result> {
    this.#checkState()
    if (this.#collections.find(name)?.index.hasExpired(this.#clock())) await this.#expireDue(name)
    return this.#writer.run(operation, weight)
  }

  /** Computes an answer about a collection without what has expired, and gives it once it is durable. */
  async #read<Result>(name: string, compute: (collection: Collection) => Result): Promise<Result> {
    this.#checkState()
    await this.#expireDue(name)
    return this.#settled(() => compute(this.#collections.require(name)))
  }

  /** Gives an answer once everything it tells of is durable; computes it again when that was taken back. */
  async #settled<Result>(compute: () => Result): Promise<Result> {
    for (;;) {
      const settled = this.#writer.settled
      const answer = attempt(compute)
      if (settled === undefined || (await settled)) return answer()
    }
  }

  /** Removes what has expired, a slice at a time, so that others get a turn. */
  async #expireDue(name: string): Promise<void> {
    const { index } = this.#collections.require(name)
    while (index.hasExpired(this.#clock())) {
      // By the index, not the name: the collection may be deleted meanwhile.
      await this.#writer.run(
        transaction => this.#documents.expire(index, transaction, this.#clock(), expirySlice),
        expirySlice
      )
    }
  }

  async #load(rows: JournalRows, onProgress: (share: number) => void): Promise<Loaded> {
    const place = this.#journal.snapshots
    const restored = place && (await this.#restore(place, rows, onProgress))
    const loaded = restored ?? (await buildIndexes(rows, this.#rows, onProgress))
    this.#snapshots?.started(rows.identity, restored?.sequence, restored?.changes ?? rows.count)
    return loaded
  }

  /** A snapshot that cannot be used costs time, and nothing else. */
  async #restore(
    place: SnapshotPlace,
    rows: JournalRows,
    onProgress: (share: number) => void
  ): Promise<Restored | undefined> {
    try {
      const restored = await restoreIndexes(place, this.#journal, rows, this.#rows, onProgress)
      if (restored === undefined) await place.remove()
      return restored
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#notice(`the snapshot cannot be used, the indexes are built from all rows: ${reason}`)
      await place.remove()
      return undefined
    }
  }

  #sweep(): void {
    this.#snapshots?.tick(performance.now())
    for (const name of this.#collections.names) {
      // What cannot be removed now is tried again, and no answer shows it meanwhile.
      this.#expireDue(name).catch(() => {})
    }
  }

  /** Removes what has expired. */
  #expire(name: string, transaction: Transaction): void {
    this.#documents.expire(this.#collections.require(name).index, transaction, this.#clock())
  }

  #checkState(): void {
    if (this.#state === 'loading') throw new DoppelError('STORE_LOADING', 'the store is still being loaded')
    if (this.#state === 'closed') throw new DoppelError('STORE_CLOSING', 'the store is being closed')
  }
}

/** Runs a computation now and gives its result, or throws its error, later. */
function attempt<Result>(compute: () => Result): () => Result {
  try {
    const result = compute()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}
