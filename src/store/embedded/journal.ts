import type { Secret } from '../../text/secret.ts'
import type { CollectionSettings } from '../collections.ts'
import type { DocumentFields } from '../documents.ts'
import type { SnapshotPlace } from './snapshot-place.ts'

/** A collection. Numbers of collections, documents and contents come from one counter and are never used again. */
export interface CollectionRow {
  readonly number: number
  readonly name: string
  readonly settings: CollectionSettings
  /** The signature scheme of the settings, by which another version of the program knows its own. */
  readonly scheme: string
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number
}

/** One version of a document. A change of the text makes a new version with a new number. */
export interface DocumentRow {
  readonly number: number
  readonly collection: number
  readonly id: string
  /** Number of the document's first version: its place in the order of members. */
  readonly created: number
  /** Number of its {@link ContentRow}. */
  readonly content: number
  readonly ingestedAt: number
  readonly updatedAt: number
  /** From when the retention counts. */
  readonly retainedFrom: number
  /** 16 bytes in base64url, as the other. */
  readonly textDigest: string
  readonly fieldsDigest: string
  /** Bytes of the text in UTF-8, kept or not; 0 where only a signature was sent. */
  readonly textBytes: number
  readonly fields: DocumentFields
}

/** A match, kept with one of the two contents: with the later one, unless a later search found it. */
export interface MatchRow {
  readonly content: number
  readonly equalSlots: number
  readonly shared: number | undefined
}

/** A distinct content with its matches among the contents stored before it. */
export interface ContentRow {
  readonly number: number
  readonly collection: number
  /** See {@link Sketch.contentKey}. */
  readonly key: string | undefined
  readonly signature: Uint32Array
  /** Size of the shingle set; undefined where only a signature is known. */
  readonly shingleCount: number | undefined
  /** The shingle set, where the text is not kept to make it from, or is long. */
  readonly shingles: Uint32Array | undefined
  /** Contents that have since been dropped may be among them. */
  readonly matches: readonly MatchRow[]
  /** Whether a cap cut the candidates. */
  readonly truncated: boolean
}

/** One step of a commit. */
export type Change =
  | { readonly kind: 'put-collection'; readonly row: CollectionRow }
  | { readonly kind: 'drop-collection'; readonly number: number }
  /** The text in UTF-8. */
  | { readonly kind: 'put-document'; readonly row: DocumentRow; readonly text: Uint8Array | undefined }
  /** Replaces the row of a document and keeps its text. */
  | { readonly kind: 'change-document'; readonly row: DocumentRow }
  | { readonly kind: 'drop-document'; readonly number: number }
  | { readonly kind: 'put-content'; readonly row: ContentRow }
  /** Replaces the row of a content. */
  | { readonly kind: 'change-content'; readonly row: ContentRow }
  | { readonly kind: 'drop-content'; readonly number: number }

/** What a commit wrote, changed or removed. */
export interface Touched {
  readonly kind: 'collection' | 'document' | 'content'
  readonly number: number
}

/** Everything that is stored, in ascending order of number within each kind. */
export interface JournalRows {
  /** Of this very store: no copy of it has the same. */
  readonly identity: string
  /** Made with the store, and the same in each copy of it. To be shown nowhere. */
  readonly secret: Secret
  /** Number of the last commit. Commits are numbered in order, without gaps, from 1. */
  readonly sequence: number
  readonly nextNumber: number
  readonly collections: Iterable<CollectionRow>
  readonly contents: Iterable<ContentRow>
  readonly documents: Iterable<DocumentRow>
  /** Number of contents and documents, for progress. */
  readonly count: number
  /**
   * What the commits after one touched, the same thing perhaps more than once; its row tells what
   * became of it. Undefined where the log does not reach back so far, or the commit is not known.
   */
  changesSince(sequence: number): Iterable<Touched> | undefined
}

/**
 * The durable side of the embedded engine: rows by number, written in groups.
 *
 * Reads are synchronous and see every commit that has resolved. Methods throw DoppelError
 * STORE_UNAVAILABLE or STORE_FULL.
 */
export interface Journal {
  /** Opens for the only user, and gives what is stored. */
  open(): Promise<JournalRows>
  /** Where a snapshot of the indexes may be kept; undefined where nothing outlives the process. */
  readonly snapshots: SnapshotPlace | undefined
  /** Number of the last commit that resolved. */
  readonly sequence: number
  /** Size of the data file, in bytes; absent where nothing is on disk. */
  readonly diskBytes?: number
  /** Writes all changes or none; durable when the promise resolves. One commit at a time. */
  commit(changes: readonly Change[], nextNumber: number): Promise<void>
  /** Lets the log forget the commits up to one, with the next commit. */
  trimLog(upTo: number): void
  readDocument(number: number): DocumentRow | undefined
  readText(number: number): string | undefined
  readContent(number: number): ContentRow | undefined
  close(): Promise<void>
}
