import type { Comparable } from '../cluster/overlap.ts'
import type { Secret } from '../text/secret.ts'
import type { ClusterPage, ClusterQuery, SingleClusterView } from './clusters.ts'
import type { CollectionRecord, CollectionSettings, SettingsPatch } from './collections.ts'
import type {
  Checked,
  ComparedTexts,
  Comparison,
  ExportedDocument,
  IncomingDocument,
  Ingested,
  Matches,
  StoredDocument
} from './documents.ts'
import type { CollectionStats } from './stats.ts'

/** How an ingest is done. */
export interface IngestOptions {
  /** Most matches to answer, 0 to 100. */
  readonly matchLimit: number
  /** Whether an unchanged document's retention starts anew. */
  readonly renew: boolean
  /** Whether these documents may be stored before others that were handed over earlier and wait for their turn. */
  readonly overtakes?: boolean
}

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the next page starts; undefined on the last. Opaque. */
  readonly nextCursor: string | undefined
}

/** Where a page starts and how long it may be. */
export interface PageRequest {
  readonly cursor: string | undefined
  readonly limit: number
}

/** Which documents to export, and how many at a time. */
export interface ExportRequest extends PageRequest {
  /** Whether only those that speak for their clusters. */
  readonly representatives: boolean
  /** A page with so many bytes of text takes no further document. */
  readonly fullPageBytes: number
}

/** One side of a comparison: a stored document, or one sketched for the purpose. */
export type ComparisonSide = { readonly id: string } | { readonly content: Comparable }

/** The same with the text; a stored one brings its own. */
export type TextSide = { readonly id: string } | { readonly content: Comparable; readonly text: string }

/**
 * Keeps documents and answers with their near-duplicates and clusters.
 *
 * The port is coarse and takes batches, because an engine may need one
 * durable step, or one network round trip, for a whole batch. Every engine passes
 * test/store/conformance.ts. What all of them promise:
 *
 * - what a resolved promise acknowledged is durable, and no answer tells of what is not yet;
 * - within a batch, and between batches in the order of the calls, later documents see earlier ones; only
 *   {@link IngestOptions.overtakes} may change that order;
 * - the partition into clusters is the connected components of the matches, whatever
 *   the order, batching and concurrency of the calls;
 * - expired documents are as good as deleted in every answer.
 *
 * Methods reject with a DoppelError: COLLECTION_NOT_FOUND where the collection does not exist,
 * INVALID_REQUEST for a cursor that is not the store's own, STORE_BUSY
 * when too much is waiting, STORE_FULL, STORE_UNAVAILABLE. After any of these nothing of
 * the call is stored, and it may be made again.
 */
export interface DocumentStore {
  /** Makes the store ready. Reports how much of it has been loaded, 0 to 1. */
  open(onProgress: (share: number) => void): Promise<void>
  /** Waits for what was accepted, then releases the store. */
  close(): Promise<void>

  /** Size of what is on disk, in bytes, free pages included; absent where nothing is. */
  readonly diskBytes?: number | undefined

  /** What documents for this store are to be sketched with, once it is open. To be shown nowhere. */
  readonly secret: Secret

  /**
   * Creates a collection. One that exists keeps its documents where the settings are the
   * same, takes other settings while it is empty, and otherwise rejects with COLLECTION_NOT_EMPTY.
   */
  putCollection(name: string, settings: CollectionSettings): Promise<{ created: boolean; collection: CollectionRecord }>
  patchCollection(name: string, patch: SettingsPatch): Promise<CollectionRecord>
  /** Deletes a collection with its documents; `default` is emptied and stays. */
  deleteCollection(name: string): Promise<void>
  getCollection(name: string): Promise<CollectionRecord>
  /** The settings alone, at once; they may be newer than what is durable. */
  settingsOf(name: string): Promise<CollectionSettings>
  /** In order of name. */
  listCollections(page: PageRequest): Promise<Page<CollectionRecord>>

  /**
   * Stores documents as if one after another.
   *
   * @returns one answer a document, in order; a document that cannot be stored has its error there
   */
  ingest(
    collection: string,
    documents: readonly IncomingDocument[],
    options: IngestOptions
  ): Promise<readonly (Ingested | Error)[]>
  /** Answers what an ingest of the document would, and stores nothing. */
  check(
    collection: string,
    document: IncomingDocument,
    query: { threshold: number; matchLimit: number }
  ): Promise<Checked>
  /** @throws DOCUMENT_NOT_FOUND */
  remove(collection: string, id: string): Promise<void>

  /** @throws DOCUMENT_NOT_FOUND */
  getDocument(collection: string, id: string): Promise<StoredDocument>
  /** In order of first ingest, without texts. */
  listDocuments(collection: string, page: PageRequest): Promise<Page<StoredDocument>>
  /**
   * One page of an export: documents with their texts, in order of first ingest, each as it is at the time of its
   * page. What is first ingested after the first page is left out, so that an export ends however much comes.
   *
   * The work for a page is bounded: it may hold fewer documents than asked for, or none, and have a next one.
   *
   * @throws TEXT_NOT_KEPT where texts are not kept; COLLECTION_NOT_FOUND also where the collection was deleted, and
   * perhaps made again, since the first page
   */
  exportDocuments(collection: string, request: ExportRequest): Promise<Page<ExportedDocument>>
  /** Earlier and later documents. @throws DOCUMENT_NOT_FOUND */
  matchesOf(collection: string, id: string, query: { threshold: number; limit: number }): Promise<Matches>
  /** @throws DOCUMENT_NOT_FOUND */
  compare(collection: string, left: ComparisonSide, right: ComparisonSide): Promise<Comparison>
  /**
   * Compares, and answers the texts of both sides with it, all as of one moment.
   *
   * @param sketcherKey of the sketcher that the caller works with; other settings reject with COLLECTION_CHANGED
   * @throws DOCUMENT_NOT_FOUND, TEXT_NOT_KEPT
   */
  compareTexts(collection: string, left: TextSide, right: TextSide, sketcherKey: string): Promise<ComparedTexts>

  listClusters(collection: string, query: ClusterQuery): Promise<ClusterPage>
  /** @throws CLUSTER_NOT_FOUND */
  getCluster(collection: string, id: string, query: { threshold: number } & PageRequest): Promise<SingleClusterView>
  stats(collection: string): Promise<CollectionStats>
}
