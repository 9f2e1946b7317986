import type { CollectionSettings } from '../collections.ts'
import type { DocumentFields } from '../documents.ts'

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
  /** The shingle set, where the text is not kept to make it from. */
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
  | { readonly kind: 'put-document'; readonly row: DocumentRow; readonly text: string | undefined }
  /** Replaces the row of a document and keeps its text. */
  | { readonly kind: 'change-document'; readonly row: DocumentRow }
  | { readonly kind: 'drop-document'; readonly number: number }
  | { readonly kind: 'put-content'; readonly row: ContentRow }
  /** Replaces the row of a content. */
  | { readonly kind: 'change-content'; readonly row: ContentRow }
  | { readonly kind: 'drop-content'; readonly number: number }

/** Everything that is stored, in ascending order of number within each kind. */
export interface JournalRows {
  readonly nextNumber: number
  readonly collections: Iterable<CollectionRow>
  readonly contents: Iterable<ContentRow>
  readonly documents: Iterable<DocumentRow>
  /** Number of contents and documents, for progress. */
  readonly count: number
}

/**
 * The durable side of the embedded engine: rows by number, written in groups.
 *
 * Reads are synchronous and see every commit that was begun. Methods throw DoppelError
 * STORE_UNAVAILABLE or STORE_FULL.
 */
export interface Journal {
  /** Opens for the only user, and gives what is stored. */
  open(): Promise<JournalRows>
  /** Writes all changes or none; durable when the promise resolves. */
  commit(changes: readonly Change[], nextNumber: number): Promise<void>
  readDocument(number: number): DocumentRow | undefined
  readText(number: number): string | undefined
  readContent(number: number): ContentRow | undefined
  close(): Promise<void>
}
