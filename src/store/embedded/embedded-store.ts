import type { Steps } from '../../cluster/steps.ts'
import { partitionPoint } from '../../columns/sorted-slots.ts'
import { DoppelError } from '../../errors.ts'
import type { Secret } from '../../text/secret.ts'
import type { ClusterPage, ClusterQuery, ClusterView, SingleClusterView } from '../clusters.ts'
import type { CollectionRecord, CollectionSettings, SettingsPatch } from '../collections.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type {
  ComparisonSide,
  DocumentStore,
  ExportRequest,
  IngestOptions,
  Page,
  PageRequest,
  TextSide
} from '../document-store.ts'
import type {
  Checked,
  ComparedTexts,
  Comparison,
  ExportedDocument,
  IncomingDocument,
  Ingested,
  Matches,
  StoredDocument
} from '../documents.ts'
import type { CollectionStats } from '../stats.ts'
import type { ClusterCut } from './cluster-cut.ts'
import { requireCluster } from './cluster-id.ts'
import type { ClusterListing } from './cluster-listing.ts'
import type { Collection } from './collection.ts'
import type { CollectionIndex } from './collection-index.ts'
import { CollectionRegistry } from './collection-registry.ts'
import { ConsistentReads } from './consistent-reads.ts'
import {
  check,
  compare,
  compareTexts,
  documentView,
  listDocuments,
  matchesOf,
  requireDocument
} from './document-queries.ts'
import { DocumentWriter } from './document-writer.ts'
import { DueExpiry } from './due-expiry.ts'
import { GroupCommit } from './group-commit.ts'
import type { Journal } from './journal.ts'
import { isEmptyIndex } from './load.ts'
import { MemoryLimit } from './memory-limit.ts'
import { Purge, rowsOf } from './purge.ts'
import { RowReader } from './row-reader.ts'
import { SnapshotKeeper, type SnapshotSubject, type SnapshotThresholds } from './snapshot-keeper.ts'
import { startIndexes } from './start-indexes.ts'
import type { Transaction } from './transaction.ts'
import { Turns } from './turns.ts'

/** How often expired documents are looked for, and whether it is time for a snapshot, in milliseconds. */
const usualSweepMs = 1000

/** What an engine may be given. */
export interface EmbeddedStoreOptions {
  readonly memory?: MemoryLimit
  readonly notice?: (message: string) => void
  readonly snapshots?: SnapshotThresholds
  readonly sweepMs?: number
  readonly turnMs?: number
  readonly collectionLimit?: number
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
  readonly #dueExpiry: DueExpiry
  readonly #turns: Turns
  readonly #reads: ConsistentReads
  readonly #sweepMs: number
  #secret: Secret | undefined
  readonly #collectionLimit: number
  #nextNumber = 1
  #state: 'loading' | 'open' | 'closed' = 'loading'
  #sweeper: NodeJS.Timeout | undefined

  /**
   * @param clock milliseconds since 1970
   * @param options.memory refuses documents when there is no room for them
   * @param options.notice is told, in a sentence, what an operator should know
   * @param options.snapshots when snapshots of the indexes are taken
   * @param options.sweepMs how often it is looked for what is due: expired documents, a snapshot
   * @param options.collectionLimit most collections
   * @param options.turnMs how long documents are stored before others get a turn; 0 for one document
   */
  constructor(journal: Journal, clock: () => number, options: EmbeddedStoreOptions = {}) {
    this.#memory = options.memory ?? new MemoryLimit(Number.POSITIVE_INFINITY)
    this.#notice = options.notice ?? (() => {})
    this.#collectionLimit = options.collectionLimit ?? Number.POSITIVE_INFINITY
    this.#sweepMs = options.sweepMs ?? usualSweepMs
    this.#journal = journal
    this.#clock = clock
    this.#writer = new GroupCommit(async ({ changes }) => {
      await journal.commit(changes, this.#nextNumber)
      this.#snapshots?.committed(changes.length)
    }, options.turnMs)
    this.#rows = new RowReader(journal, () => this.#writer.pending)
    const takeNumber = () => this.#nextNumber++
    this.#documents = new DocumentWriter(this.#rows, takeNumber)
    this.#purge = new Purge(this.#writer)
    this.#turns = new Turns(options.turnMs)
    this.#reads = new ConsistentReads(this.#turns, this.#writer)
    this.#dueExpiry = new DueExpiry(this.#writer, this.#documents, clock)
    this.#collections = new CollectionRegistry({
      rows: this.#rows,
      clock,
      takeNumber,
      secret: () => this.#secret as Secret
    })
    this.#snapshots =
      journal.snapshots &&
      new SnapshotKeeper(journal, journal.snapshots, this.#subject(), this.#notice, options.snapshots)
  }

  async open(onProgress: (share: number) => void): Promise<void> {
    const rows = await this.#journal.open()
    this.#nextNumber = rows.nextNumber
    this.#secret = rows.secret
    const started = await startIndexes(this.#journal, rows, this.#rows, this.#notice, onProgress)
    const indexes = new Map(started.indexes.map(index => [index.row.number, index]))
    for (const row of started.rows) this.#collections.adopt(row, indexes.get(row.number))
    this.#snapshots?.started(rows.identity, started.sequence, started.changes)
    this.#state = 'open'
    if (rows.sequence > 0) this.#collections.checkDefault()
    else await this.#writer.run(transaction => this.#collections.createDefault(transaction))
    this.#sweeper = setInterval(() => this.#sweep(), this.#sweepMs).unref()
    this.#purge.add(started.orphans)
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

  get diskBytes(): number | undefined {
    return this.#journal.diskBytes
  }

  get secret(): Secret {
    this.#checkState()
    return this.#secret as Secret
  }

  async putCollection(
    name: string,
    settings: CollectionSettings
  ): Promise<{ created: boolean; collection: CollectionRecord }> {
    if (this.#collections.find(name) === undefined) this.#checkRoom()
    const created = await this.#afterExpiry(name, () =>
      this.#writer.runInSteps(transaction => this.#put(transaction, name, settings))
    )
    return { created, collection: await this.getCollection(name) }
  }

  async patchCollection(name: string, patch: SettingsPatch): Promise<CollectionRecord> {
    await this.#writeTo(name, transaction => this.#collections.patch(transaction, name, patch))
    return this.getCollection(name)
  }

  deleteCollection(name: string): Promise<void> {
    return this.#write(transaction => this.#collections.delete(transaction, name)).then(index => {
      if (index !== undefined) this.#purge.add(rowsOf(index.clusters))
    })
  }

  getCollection(name: string): Promise<CollectionRecord> {
    return this.#read(name, collection => collection.record())
  }

  async settingsOf(name: string): Promise<CollectionSettings> {
    this.#checkState()
    return this.#collections.require(name).row.settings
  }

  async listCollections({ cursor, limit }: PageRequest): Promise<Page<CollectionRecord>> {
    const after = cursor === undefined ? '' : decodeCursor<[string]>('collections', cursor, ['string'])[0]
    this.#checkState()
    await Promise.all(this.#namesAfter(after, limit).map(name => this.#expireDue(name)))
    return this.#settled(() => {
      const names = this.#namesAfter(after, limit + 1)
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
    const ingest = (transaction: Transaction) => this.#ingestAll(name, transaction, documents, options)
    return this.#afterExpiry(name, () => this.#writer.runInSteps(ingest, documents.length, options.overtakes))
  }

  check(name: string, document: IncomingDocument, query: { threshold: number; matchLimit: number }): Promise<Checked> {
    return this.#readInSteps(name, ({ index }) => check(index, this.#rows, document, query))
  }

  remove(name: string, id: string): Promise<void> {
    return this.#writeTo(name, transaction => {
      const { index } = this.#collections.require(name)
      return this.#documents.remove(index, transaction, requireDocument(index, id))
    })
  }

  getDocument(name: string, id: string): Promise<StoredDocument> {
    return this.#read(name, ({ index }) =>
      documentView(index, this.#rows, requireDocument(index, id), { withText: true })
    )
  }

  listDocuments(name: string, page: PageRequest): Promise<Page<StoredDocument>> {
    return this.#read(name, ({ index }) => listDocuments(index, this.#rows, page))
  }

  exportDocuments(name: string, request: ExportRequest): Promise<Page<ExportedDocument>> {
    return this.#read(name, ({ exports }) => exports.page(request))
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

  async listClusters(name: string, query: ClusterQuery): Promise<ClusterPage> {
    this.#checkState()
    await this.#expireDue(name)
    const { listing } = this.#collections.require(name)
    const cut = await listing.prepare(
      query,
      steps => this.#turns.run(steps),
      begin => this.#readInSteps(name, begin)
    )
    const page = await this.#readInSteps(name, collection => pageOf(collection, listing, query, cut))
    return page ?? this.listClusters(name, query)
  }

  getCluster(
    name: string,
    id: string,
    { threshold, ...page }: { threshold: number } & PageRequest
  ): Promise<SingleClusterView> {
    return this.#readInSteps(name, function* ({ index, views }) {
      return yield* views.single(yield* requireCluster(index, id, threshold), threshold, page)
    })
  }

  stats(name: string): Promise<CollectionStats> {
    return this.#read(name, collection => collection.stats())
  }

  #namesAfter(name: string, limit: number): readonly string[] {
    const { names } = this.#collections
    const start = partitionPoint(names.length, place => (names[place] as string) > name)
    return names.slice(start, start + limit)
  }

  /** @throws DoppelError STORE_FULL where there is no room for another collection */
  #checkRoom(): void {
    this.#checkState()
    this.#memory.check()
    if (this.#collections.size < this.#collectionLimit) return
    throw new DoppelError('STORE_FULL', `there are ${this.#collections.size} collections, which is the limit`)
  }

  /** A step a document, after those in which what has expired is removed. */
  *#ingestAll(
    name: string,
    transaction: Transaction,
    documents: readonly IncomingDocument[],
    options: IngestOptions
  ): Steps<readonly (Ingested | Error)[]> {
    const { index, rate } = this.#collections.require(name)
    const now = this.#clock()
    yield* this.#documents.expire(index, transaction, now)
    const answers: (Ingested | Error)[] = []
    for (const document of documents) {
      answers.push(yield* this.#ingestOne(index, transaction, document, options, now))
      yield
    }
    rate.count(answers.filter(answer => !(answer instanceof Error)).length, now)
    return answers
  }

  *#ingestOne(
    index: CollectionIndex,
    transaction: Transaction,
    document: IncomingDocument,
    options: IngestOptions,
    now: number
  ): Steps<Ingested | Error> {
    const savepoint = transaction.savepoint
    try {
      return yield* this.#documents.ingest(index, transaction, document, options, now)
    } catch (error) {
      if (!(error instanceof DoppelError)) throw error
      transaction.undo(savepoint)
      return error
    }
  }

  #subject(): SnapshotSubject {
    const writer = this.#writer
    const collections = this.#collections
    const purge = this.#purge
    return {
      get version() {
        return writer.version
      },
      get isSettled() {
        return writer.pending.length === 0
      },
      get isComplete() {
        return purge.isDone
      },
      get indexes() {
        return Array.from(collections.opened(), ({ index }) => index).filter(index => !isEmptyIndex(index))
      }
    }
  }

  /** Runs an operation of the writer. */
  async #write<Result>(operation: (transaction: Transaction) => Result, weight = 1): Promise<Result> {
    this.#checkState()
    return this.#writer.run(operation, weight)
  }

  /** The same in steps, for an operation on what a collection holds, once what has expired is gone. */
  #writeTo<Result>(name: string, operation: (transaction: Transaction) => Steps<Result>): Promise<Result> {
    const store = this
    return this.#afterExpiry(name, () =>
      this.#writer.runInSteps(function* (transaction) {
        yield* store.#expire(name, transaction)
        return yield* operation(transaction)
      })
    )
  }

  /**
   * Queues an operation on documents once what has expired is gone. Where nothing has, it is queued before this
   * returns, so that operations run in the order of their calls.
   */
  async #afterExpiry<Result>(name: string, queue: () => Promise<Result>): Promise<Result> {
    this.#checkState()
    if (this.#collections.find(name) !== undefined) {
      const expiry = this.#expireDue(name)
      if (expiry !== undefined) await expiry
    }
    return queue()
  }

  /** Computes an answer about a collection without what has expired, and gives it once it is durable. */
  async #read<Result>(name: string, compute: (collection: Collection) => Result): Promise<Result> {
    this.#checkState()
    await this.#expireDue(name)
    return this.#settled(() => compute(this.#collections.require(name)))
  }

  /** The same in steps, of one state of the collection. */
  async #readInSteps<Result>(name: string, compute: (collection: Collection) => Steps<Result>): Promise<Result> {
    this.#checkState()
    await this.#expireDue(name)
    return this.#reads.read(() => {
      const collection = this.#collections.require(name)
      const { index } = collection
      const { revision } = index
      const isStale = (): boolean => this.#collections.find(name) !== collection || index.revision !== revision
      return { steps: compute(collection), isStale }
    })
  }

  /** Gives an answer once everything it tells of is durable; computes it again when that was taken back. */
  async #settled<Result>(compute: () => Result): Promise<Result> {
    for (;;) {
      const { settled, undoneCount } = this.#writer
      const answer = attempt(compute)
      if (settled === undefined || ((await settled) && this.#writer.undoneCount === undoneCount)) return answer()
    }
  }

  /** Removes what has expired; undefined where nothing has. */
  #expireDue(name: string): Promise<void> | undefined {
    const { known } = this.#collections.require(name)
    return known && this.#dueExpiry.run(known)
  }

  #sweep(): void {
    this.#snapshots?.tick(performance.now())
    for (const { index } of this.#collections.opened()) {
      // What cannot be removed now is tried again, and no answer shows it meanwhile.
      this.#dueExpiry.run(index)?.catch(() => {})
    }
  }

  /** Removes what has expired. */
  *#expire(name: string, transaction: Transaction): Steps<void> {
    const { known } = this.#collections.require(name)
    if (known !== undefined) yield* this.#documents.expire(known, transaction, this.#clock())
  }

  *#put(transaction: Transaction, name: string, settings: CollectionSettings): Steps<boolean> {
    if (this.#collections.find(name) === undefined) this.#checkRoom()
    else yield* this.#expire(name, transaction)
    return this.#collections.put(transaction, name, settings)
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

/** A page of a listing; undefined where the collection was emptied or replaced since its cut was made. */
function* pageOf(
  { listing, views }: Collection,
  former: ClusterListing,
  query: ClusterQuery,
  cut: ClusterCut | undefined
): Steps<ClusterPage | undefined> {
  if (listing !== former) return undefined
  const { clusters, nextCursor, asOf } = yield* listing.page(query, cut)
  const shown: ClusterView[] = []
  for (const part of clusters) {
    shown.push(yield* views.listed(part, query.threshold))
    yield
  }
  return { clusters: shown, nextCursor, asOf }
}
