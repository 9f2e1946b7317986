import type { DocumentInput } from '../../src/service/document-input.ts'
import { prepareDocument } from '../../src/service/document-input.ts'
import type { Sketcher } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import type { ClusterQuery, ClusterView } from '../../src/store/clusters.ts'
import { type CollectionSettings, defaultSettings } from '../../src/store/collections.ts'
import type { DocumentStore, IngestOptions, Page } from '../../src/store/document-store.ts'
import type { IncomingDocument, Ingested, StoredDocument } from '../../src/store/documents.ts'
import { canonical } from './components.ts'

/** A clock that stands still until it is set forward; milliseconds since 1970. */
export class ManualClock {
  now = Date.UTC(2026, 0, 1)

  readonly read = (): number => this.now

  advance(ms: number): void {
    this.now += ms
  }
}

/** What a test says of a document: an id and a text, or all that a client may say. */
export type TestInput = DocumentInput & { readonly id: string }

const ingestOptions: IngestOptions = { matchLimit: 100, renew: false }

/** One collection of a store, spoken to as the service does. */
export class TestCollection {
  readonly store: DocumentStore
  readonly name: string
  readonly settings: CollectionSettings
  readonly sketcher: Sketcher

  constructor(store: DocumentStore, name: string, settings: CollectionSettings) {
    this.store = store
    this.name = name
    this.settings = settings
    this.sketcher = createSketcher({ ...settings, secret: store.secret })
  }

  /** Makes a collection; what the settings do not say is as in the default ones. */
  static async create(
    store: DocumentStore,
    name: string,
    settings: Partial<CollectionSettings> = {}
  ): Promise<TestCollection> {
    const complete = { ...defaultSettings, ...settings }
    await store.putCollection(name, complete)
    return new TestCollection(store, name, complete)
  }

  /** The same collection of a store that was opened again. */
  in(store: DocumentStore): TestCollection {
    return new TestCollection(store, this.name, this.settings)
  }

  prepare(input: TestInput): IncomingDocument {
    return prepareDocument(input, input.id, this.sketcher)
  }

  /** Ingests one document; rejects with the error that an answer holds. */
  async put(id: string, text: string, fields: Omit<DocumentInput, 'id' | 'text'> = {}): Promise<Ingested> {
    return this.ingest({ id, text, ...fields })
  }

  async ingest(input: TestInput, options: Partial<IngestOptions> = {}): Promise<Ingested> {
    const [answer] = await this.ingestAll([this.prepare(input)], options)
    return answer as Ingested
  }

  /** Ingests a batch in one call. */
  async ingestAll(
    documents: readonly IncomingDocument[],
    options: Partial<IngestOptions> = {}
  ): Promise<readonly Ingested[]> {
    const answers = await this.store.ingest(this.name, documents, { ...ingestOptions, ...options })
    for (const answer of answers) if (answer instanceof Error) throw answer
    return answers as readonly Ingested[]
  }

  remove(id: string): Promise<void> {
    return this.store.remove(this.name, id)
  }

  get(id: string): Promise<StoredDocument> {
    return this.store.getDocument(this.name, id)
  }

  /** All clusters, singletons too unless said otherwise, page by page. */
  async clusters(query: Partial<ClusterQuery> = {}): Promise<ClusterView[]> {
    const { threshold } = this.settings
    const complete = { threshold, minSize: 1, order: '-size', limit: 7, ...query } as const
    return allItems(async cursor => {
      const { clusters, nextCursor } = await this.store.listClusters(this.name, { ...complete, cursor })
      return { items: clusters, nextCursor }
    })
  }

  /** The ids of all members of a cluster, page by page. */
  async membersOf(id: string, threshold = this.settings.threshold, limit = 9): Promise<string[]> {
    const members = await allItems(async cursor => {
      const cluster = await this.store.getCluster(this.name, id, { threshold, cursor, limit })
      return { items: cluster.members, nextCursor: cluster.nextCursor }
    })
    return members.map(member => member.id)
  }

  /** The ids of the members of every cluster, in one order. */
  async partition(threshold = this.settings.threshold): Promise<string[][]> {
    const clusters = await this.clusters({ threshold, limit: 100 })
    const members = clusters.map(({ id, size, members }) =>
      size > members.length ? this.membersOf(id, threshold, 100) : members.map(member => member.id)
    )
    return canonical(await Promise.all(members))
  }

  /** All documents, page by page. */
  documents(limit = 7): Promise<StoredDocument[]> {
    return allItems(cursor => this.store.listDocuments(this.name, { cursor, limit }))
  }
}

/** Reads a listing to its end. */
export async function allItems<Item>(page: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await page(cursor)
    all.push(...items)
    cursor = nextCursor
  } while (cursor !== undefined)
  return all
}
