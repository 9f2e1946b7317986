import { isDeepStrictEqual } from 'node:util'
import { cutAround } from '../../cluster/cluster-index.ts'
import { DoppelError } from '../../errors.ts'
import { schemeName } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { ClusterPage, ClusterQuery, SingleClusterView } from '../clusters.ts'
import { type CollectionRecord, type CollectionSettings, defaultSettings, type SettingsPatch } from '../collections.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { ComparisonSide, DocumentStore, IngestOptions, Page, PageRequest } from '../document-store.ts'
import type { Checked, Comparison, IncomingDocument, Ingested, Matches, StoredDocument } from '../documents.ts'
import type { CollectionStats } from '../stats.ts'
import { createdOf } from './cluster-id.ts'
import { Collection } from './collection.ts'
import { CollectionIndex } from './collection-index.ts'
import { check, compare, documentView, matchesOf, requireDocument } from './document-queries.ts'
import { DocumentWriter } from './document-writer.ts'
import { GroupCommit } from './group-commit.ts'
import type { CollectionRow, Journal } from './journal.ts'
import { loadCollections } from './load.ts'
import { RowReader } from './row-reader.ts'
import type { Transaction } from './transaction.ts'

/** The collection that always exists. */
const defaultCollection = 'default'
/** How often expired documents are looked for, in milliseconds. */
const sweepIntervalMs = 1000

/**
 * The embedded engine: the truth in a journal, all indexes in memory, one writer.
 *
 * Answers are computed in memory and given once everything they tell of is durable.
 */
export class EmbeddedStore implements DocumentStore {
  readonly #journal: Journal
  readonly #clock: () => number
  readonly #collections = new Map<string, Collection>()
  readonly #writer: GroupCommit
  readonly #rows: RowReader
  readonly #documents: DocumentWriter
  #nextNumber = 1
  #state: 'loading' | 'open' | 'closed' = 'loading'
  #sweeper: NodeJS.Timeout | undefined

  /** @param clock milliseconds since 1970 */
  constructor(journal: Journal, clock: () => number) {
    this.#journal = journal
    this.#clock = clock
    this.#writer = new GroupCommit(({ changes }) => journal.commit(changes, this.#nextNumber))
    this.#rows = new RowReader(journal, () => this.#writer.current)
    this.#documents = new DocumentWriter(this.#rows, () => this.#nextNumber++)
  }

  async open(onProgress: (share: number) => void): Promise<void> {
    const rows = await this.#journal.open()
    this.#nextNumber = rows.nextNumber
    for await (const index of loadCollections(rows, onProgress)) this.#adopt(index)
    this.#state = 'open'
    if (!this.#collections.has(defaultCollection)) {
      await this.#writer.run(transaction => this.#create(transaction, defaultCollection, defaultSettings))
    }
    this.#sweeper = setInterval(() => this.#sweep(), sweepIntervalMs).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper)
    this.#state = 'closed'
    await this.#writer.idle()
    await this.#journal.close()
  }

  async putCollection(
    name: string,
    settings: CollectionSettings
  ): Promise<{ created: boolean; collection: CollectionRecord }> {
    const created = await this.#write(transaction => {
      const existing = this.#collections.get(name)
      if (existing === undefined) {
        this.#create(transaction, name, settings)
        return true
      }
      this.#documents.expire(existing.index, transaction, this.#clock())
      const { index } = existing
      if (isDeepStrictEqual(index.row.settings, settings)) return false
      if (index.ordered.size > 0) {
        throw new DoppelError('COLLECTION_NOT_EMPTY', `the collection "${name}" holds documents under other settings`)
      }
      this.#replace(transaction, { ...index.row, settings, scheme: schemeName(settings) })
      return false
    })
    return { created, collection: await this.getCollection(name) }
  }

  async patchCollection(name: string, patch: SettingsPatch): Promise<CollectionRecord> {
    await this.#write(transaction => {
      const { index } = this.#require(name)
      this.#documents.expire(index, transaction, this.#clock())
      const { row } = index
      const settings = {
        ...row.settings,
        ...(patch.representative !== undefined && { representative: patch.representative }),
        ...(patch.retentionSeconds !== undefined && { retentionSeconds: patch.retentionSeconds ?? undefined })
      }
      const change = (to: CollectionRow): void => {
        index.row = to
        index.touch()
        index.requeueExpiry()
      }
      change({ ...row, settings })
      transaction.onUndo(() => change(row))
      transaction.write({ kind: 'put-collection', row: index.row })
    })
    return this.getCollection(name)
  }

  deleteCollection(name: string): Promise<void> {
    return this.#write(transaction => {
      const { index } = this.#require(name)
      for (const entry of index.ordered.after(0)) transaction.write({ kind: 'drop-document', number: entry.number })
      for (const number of index.contentNumbers) transaction.write({ kind: 'drop-content', number })
      if (name === defaultCollection) this.#replace(transaction, index.row)
      else this.#drop(transaction, name)
    })
  }

  getCollection(name: string): Promise<CollectionRecord> {
    return this.#read(name, collection => collection.record())
  }

  async settingsOf(name: string): Promise<CollectionSettings> {
    this.#checkState()
    return this.#require(name).index.row.settings
  }

  async listCollections({ cursor, limit }: PageRequest): Promise<Page<CollectionRecord>> {
    const after = cursor === undefined ? '' : decodeCursor<[string]>(cursor, ['string'])[0]
    this.#checkState()
    await Promise.all([...this.#collections.keys()].map(name => this.#expireDue(name)))
    return this.#settled(() => {
      const names = [...this.#collections.keys()].filter(name => name > after).sort()
      const shown = names.slice(0, limit)
      return {
        items: shown.map(name => this.#require(name).record()),
        nextCursor: names.length > limit ? encodeCursor([shown.at(-1) as string]) : undefined
      }
    })
  }

  async ingest(
    name: string,
    documents: readonly IncomingDocument[],
    options: IngestOptions
  ): Promise<readonly (Ingested | Error)[]> {
    return this.#write(transaction => {
      const collection = this.#require(name)
      const now = this.#clock()
      this.#documents.expire(collection.index, transaction, now)
      const answers = documents.map(document => this.#ingestOne(collection.index, transaction, document, options, now))
      collection.rate.count(answers.filter(answer => !(answer instanceof Error)).length, now)
      return answers
    }, documents.length)
  }

  check(name: string, document: IncomingDocument, query: { threshold: number; matchLimit: number }): Promise<Checked> {
    return this.#read(name, ({ index }) => check(index, this.#rows, this.#documents, document, query))
  }

  remove(name: string, id: string): Promise<void> {
    return this.#write(transaction => {
      const { index } = this.#require(name)
      this.#documents.expire(index, transaction, this.#clock())
      this.#documents.remove(index, transaction, requireDocument(index, id))
    })
  }

  getDocument(name: string, id: string): Promise<StoredDocument> {
    return this.#read(name, ({ index }) =>
      documentView(index, this.#rows, requireDocument(index, id), { withText: true })
    )
  }

  async listDocuments(name: string, { cursor, limit }: PageRequest): Promise<Page<StoredDocument>> {
    const after = cursor === undefined ? 0 : decodeCursor<[number]>(cursor, ['number'])[0]
    return this.#read(name, ({ index }) => {
      const items: StoredDocument[] = []
      let last = after
      for (const entry of index.ordered.after(after)) {
        if (items.length === limit) return { items, nextCursor: encodeCursor([last]) }
        items.push(documentView(index, this.#rows, entry, { withText: false }))
        last = entry.created
      }
      return { items, nextCursor: undefined }
    })
  }

  matchesOf(name: string, id: string, query: { threshold: number; limit: number }): Promise<Matches> {
    return this.#read(name, ({ index }) => matchesOf(index, requireDocument(index, id), query))
  }

  compare(name: string, left: ComparisonSide, right: ComparisonSide): Promise<Comparison> {
    return this.#read(name, ({ index }) => compare(index, this.#rows, left, right))
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
      const entry = created === undefined ? undefined : index.ordered.get(created)
      if (entry === undefined) throw new DoppelError('CLUSTER_NOT_FOUND', `there is no cluster "${id}"`)
      return views.single(cutAround(entry.content, threshold), threshold, page)
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

  /** Runs an operation of the writer. */
  async #write<Result>(operation: (transaction: Transaction) => Result, weight = 1): Promise<Result> {
    this.#checkState()
    return this.#writer.run(operation, weight)
  }

  /** Computes an answer about a collection without what has expired, and gives it once it is durable. */
  async #read<Result>(name: string, compute: (collection: Collection) => Result): Promise<Result> {
    this.#checkState()
    await this.#expireDue(name)
    return this.#settled(() => compute(this.#require(name)))
  }

  /** Gives an answer once everything it tells of is durable; computes it again when that was taken back. */
  async #settled<Result>(compute: () => Result): Promise<Result> {
    for (;;) {
      const settled = this.#writer.settled
      const answer = attempt(compute)
      if (settled === undefined || (await settled)) return answer()
    }
  }

  async #expireDue(name: string): Promise<void> {
    const { index } = this.#require(name)
    if (!index.hasExpired(this.#clock())) return
    await this.#writer.run(transaction => this.#documents.expire(index, transaction, this.#clock()))
  }

  #sweep(): void {
    for (const name of this.#collections.keys()) {
      // What cannot be removed now is tried again, and no answer shows it meanwhile.
      this.#expireDue(name).catch(() => {})
    }
  }

  #create(transaction: Transaction, name: string, settings: CollectionSettings): void {
    const row = {
      number: this.#nextNumber++,
      name,
      settings,
      scheme: schemeName(settings),
      createdAt: this.#clock()
    }
    this.#adopt(newIndex(row))
    transaction.onUndo(() => this.#collections.delete(name))
    transaction.write({ kind: 'put-collection', row })
  }

  /** Puts an empty collection in the place of one. */
  #replace(transaction: Transaction, row: CollectionRow): void {
    const former = this.#require(row.name)
    this.#adopt(newIndex(row))
    transaction.onUndo(() => this.#collections.set(row.name, former))
    transaction.write({ kind: 'put-collection', row })
  }

  #drop(transaction: Transaction, name: string): void {
    const former = this.#require(name)
    this.#collections.delete(name)
    transaction.onUndo(() => this.#collections.set(name, former))
    transaction.write({ kind: 'drop-collection', number: former.index.row.number })
  }

  #adopt(index: CollectionIndex): void {
    this.#collections.set(index.row.name, new Collection(index, this.#rows, this.#clock))
  }

  #require(name: string): Collection {
    const collection = this.#collections.get(name)
    if (collection === undefined) throw new DoppelError('COLLECTION_NOT_FOUND', `there is no collection "${name}"`)
    return collection
  }

  #checkState(): void {
    if (this.#state === 'loading') throw new DoppelError('STORE_LOADING', 'the store is still being loaded')
    if (this.#state === 'closed') throw new DoppelError('STORE_CLOSING', 'the store is being closed')
  }
}

function newIndex(row: CollectionRow): CollectionIndex {
  return new CollectionIndex(row, createSketcher(row.settings))
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
