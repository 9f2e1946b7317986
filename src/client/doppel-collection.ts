import type {
  CallOptions,
  Checked,
  CheckQuery,
  Cluster,
  ClusterList,
  ClusterQuery,
  ClustersQuery,
  Collection,
  CollectionPatch,
  CollectionSettings,
  CompareQuery,
  CompareRequest,
  Comparison,
  Document,
  DocumentList,
  DocumentsQuery,
  ExportedDocument,
  ExportQuery,
  Ingested,
  IngestQuery,
  MatchesQuery,
  MatchList,
  Member,
  SingleCluster,
  Stats,
  StoredDocument
} from './contract.ts'
import { textLines } from './ndjson.ts'
import { pagedItems } from './pages.ts'
import type { Call, QueryValues, Transport } from './transport.ts'
import { type DocumentOf, type UploadOptions, type UploadResult, uploadLines } from './upload.ts'

/** Parameters of a query together with how the call is made. */
type Options<Query> = Query & CallOptions

/**
 * One collection of a service. Every method rejects with DoppelProblem where the service refuses, with
 * DoppelConnectionError where it cannot be reached, and with the reason of the signal once that is aborted.
 */
export class DoppelCollection {
  readonly name: string
  readonly #transport: Transport

  /** @internal A client makes it: `client.collection(name)`. */
  constructor(transport: Transport, name: string) {
    this.#transport = transport
    this.name = name
  }

  /** Reads the settings and counts. */
  get(options: CallOptions = {}): Promise<Collection> {
    return this.#json('GET', [], options)
  }

  /** Creates the collection; does nothing where it exists with the same settings, which is why it may stand at the start of every run. */
  put(settings: CollectionSettings = {}, options: CallOptions = {}): Promise<Collection> {
    return this.#json('PUT', [], options, settings)
  }

  /** Changes the settings that may change while there are documents. */
  patch(settings: CollectionPatch, options: CallOptions = {}): Promise<Collection> {
    return this.#json('PATCH', [], options, settings)
  }

  /** Deletes the collection with all its documents. */
  delete(options: CallOptions = {}): Promise<void> {
    return this.#json('DELETE', [], options)
  }

  /** Stores a document and answers its verdict. Without an `id` it is not tried again after a failure, since it might be stored twice. */
  ingest(document: Document, options: Options<IngestQuery> = {}): Promise<Ingested> {
    return this.#json('POST', ['documents'], options, document, document.id !== undefined)
  }

  /** Reads a document. */
  async getDocument(id: string, options: CallOptions = {}): Promise<StoredDocument> {
    const { documents } = await this.#json<DocumentList>('GET', ['documents'], withId(id, options))
    return documents[0] as StoredDocument
  }

  /** Deletes a document. */
  deleteDocument(id: string, options: CallOptions = {}): Promise<void> {
    return this.#json('DELETE', ['documents'], withId(id, options))
  }

  /** One page of the documents, without texts, in order of first ingest. */
  listDocuments(options: Options<DocumentsQuery> = {}): Promise<DocumentList> {
    return this.#json('GET', ['documents'], options)
  }

  /** All documents, without texts, page by page. */
  documents(options: Options<DocumentsQuery> = {}): AsyncGenerator<StoredDocument, void, void> {
    return pagedItems(options.cursor, async cursor => {
      const { documents, nextCursor } = await this.listDocuments({ ...options, cursor })
      return { items: documents, nextCursor }
    })
  }

  /** The matches of a stored document, earlier and later, best first. */
  matches(id: string, options: Options<MatchesQuery> = {}): Promise<MatchList> {
    return this.#json('GET', ['matches'], withId(id, options))
  }

  /** Answers what an ingest of the document would find, and stores nothing. */
  check(document: Document, options: Options<CheckQuery> = {}): Promise<Checked> {
    return this.#json('POST', ['check'], options, document)
  }

  /** Compares two texts or stored documents. */
  compare(
    left: CompareRequest['left'],
    right: CompareRequest['right'],
    options: Options<CompareQuery> = {}
  ): Promise<Comparison> {
    return this.#json('POST', ['compare'], options, { left, right })
  }

  /** One page of the clusters. */
  listClusters(options: Options<ClustersQuery> = {}): Promise<ClusterList> {
    return this.#json('GET', ['clusters'], options)
  }

  /** All clusters, page by page. */
  clusters(options: Options<ClustersQuery> = {}): AsyncGenerator<Cluster, void, void> {
    return pagedItems(options.cursor, async cursor => {
      const { clusters, nextCursor } = await this.listClusters({ ...options, cursor })
      return { items: clusters, nextCursor }
    })
  }

  /** One cluster, with a page of its members. */
  getCluster(id: string, options: Options<ClusterQuery> = {}): Promise<SingleCluster> {
    return this.#json('GET', ['clusters', id], options)
  }

  /** All members of a cluster, page by page. */
  members(id: string, options: Options<ClusterQuery> = {}): AsyncGenerator<Member, void, void> {
    return pagedItems(options.cursor, async cursor => {
      const { members, nextCursor } = await this.getCluster(id, { ...options, cursor })
      return { items: members, nextCursor }
    })
  }

  /** Figures of the collection. */
  stats(options: CallOptions = {}): Promise<Stats> {
    return this.#json('GET', ['stats'], options)
  }

  /**
   * Stores a stream of documents; the results come in their order, each once its document is durable, while the upload
   * goes on. Not more than `maxPending` documents are on their way, so a slow service holds the source back, and so does a slow
   * reader of the results. A stream that breaks is taken up again with the documents that have no result yet,
   * which is safe because they carry ids; where one of them does not, the import rejects instead.
   *
   * A document that the service refuses has a `problem`, and the others go on.
   */
  import<Item extends Document>(
    items: AsyncIterable<Item> | Iterable<Item>,
    options?: UploadOptions<Item> & IngestQuery
  ): AsyncGenerator<UploadResult<Item, Ingested>, void, void>
  import<Item>(
    items: AsyncIterable<Item> | Iterable<Item>,
    options: UploadOptions<Item> & IngestQuery & DocumentOf<Item>
  ): AsyncGenerator<UploadResult<Item, Ingested>, void, void>
  import<Item>(
    items: AsyncIterable<Item> | Iterable<Item>,
    options: UploadOptions<Item> & IngestQuery = {}
  ): AsyncGenerator<UploadResult<Item, Ingested>, void, void> {
    return this.#upload('import', items, options, false)
  }

  /** Checks a stream of documents as `import` stores one. */
  checkAll<Item extends Document>(
    items: AsyncIterable<Item> | Iterable<Item>,
    options?: UploadOptions<Item> & CheckQuery
  ): AsyncGenerator<UploadResult<Item, Checked>, void, void>
  checkAll<Item>(
    items: AsyncIterable<Item> | Iterable<Item>,
    options: UploadOptions<Item> & CheckQuery & DocumentOf<Item>
  ): AsyncGenerator<UploadResult<Item, Checked>, void, void>
  checkAll<Item>(
    items: AsyncIterable<Item> | Iterable<Item>,
    options: UploadOptions<Item> & CheckQuery = {}
  ): AsyncGenerator<UploadResult<Item, Checked>, void, void> {
    return this.#upload('check', items, options, true)
  }

  /**
   * All documents as a stream, with how near each is to the representative of its cluster; with `representatives`
   * one document a cluster. It rejects where the stream breaks: what came until then is not all.
   */
  async *export({
    signal,
    timeoutMs,
    ...query
  }: Options<ExportQuery> = {}): AsyncGenerator<ExportedDocument, void, void> {
    const call: Call = { method: 'GET', path: this.#path(['export']), query, signal, timeoutMs, isRepeatable: true }
    const { read, close } = await this.#transport.openAgain(call)
    try {
      for await (const line of textLines(read)) yield JSON.parse(line)
    } finally {
      close()
    }
  }

  #upload<Item, Answer>(
    route: string,
    items: AsyncIterable<Item> | Iterable<Item>,
    options: UploadOptions<Item> & IngestQuery & CheckQuery,
    storesNothing: boolean
  ): AsyncGenerator<UploadResult<Item, Answer>, void, void> {
    const { matches, renew, threshold, text } = options
    const query = { matches, renew, threshold, text }
    return uploadLines(this.#transport, { items, path: this.#path([route]), query, options, storesNothing })
  }

  #json<Answer>(
    method: Call['method'],
    path: readonly string[],
    { signal, timeoutMs, ...query }: Options<object>,
    body?: unknown,
    isRepeatable = true
  ): Promise<Answer> {
    const values = query as QueryValues
    return this.#transport.json({
      method,
      path: this.#path(path),
      query: values,
      body,
      signal,
      timeoutMs,
      isRepeatable
    })
  }

  #path(rest: readonly string[]): readonly string[] {
    return ['v1', 'collections', this.name, ...rest]
  }
}

/** Options of a call for one document. Ids stand in the query, since proxies change what looks like an address in a path. */
function withId<Query>(id: string, options: Options<Query>): Options<Query & { readonly id: string }> {
  return { ...options, id }
}
