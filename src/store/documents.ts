import type { Score } from '../cluster/score.ts'
import type { Sketch, Sketcher } from '../signature/sketch.ts'
import type { Truncated } from './truncation.ts'

/** How the text of a web page was found. */
export interface PageExtraction {
  /** `page` where no article was surely found: the text is all visible text but what stands around an article. */
  readonly kind: 'article' | 'page'
}

/** What a document has besides its text. */
export interface DocumentFields {
  readonly url?: string
  readonly title?: string
  readonly metadata?: Readonly<Record<string, unknown>>
  /** RFC 3339, as the client wrote it. */
  readonly publishedAt?: string
  readonly retentionSeconds?: number
  /** Of a document that came as a page; no client sends it. */
  readonly extraction?: PageExtraction
}

/**
 * A document on its way into the store, already sketched. Its bytes and numbers may be in memory that is used for
 * others once the store has answered: what it keeps, it copies.
 */
export interface IncomingDocument {
  readonly id: string
  /** The text in UTF-8, as it is stored and as it crosses from thread to thread; undefined where only a signature was sent. */
  readonly text: Uint8Array | undefined
  /** Bytes of the text, where it is not sent along. */
  readonly textBytes?: number
  /** Digest of the text or the signature, to tell whether it changed: 16 bytes in base64url. */
  readonly textDigest: string
  /** Digest of all other fields, to tell whether they changed: 16 bytes in base64url. */
  readonly fieldsDigest: string
  readonly fields: DocumentFields
  readonly sketch: Sketch
  /** {@link Sketcher.key} of the sketch; a collection with other settings refuses it with COLLECTION_CHANGED. */
  readonly sketcherKey: string
}

/** The cluster of a document, in brief. */
export interface ClusterReference {
  /** Opaque; derived from the cluster's earliest member. */
  readonly id: string
  /** Number of members. */
  readonly size: number
  /** Id of the document that speaks for the cluster. */
  readonly representative: string
}

/** A stored document. Times are milliseconds since 1970. */
export interface StoredDocument extends DocumentFields {
  readonly id: string
  /** Undefined where texts are not kept or only a signature was sent, and in lists. */
  readonly text: string | undefined
  readonly ingestedAt: number
  readonly updatedAt: number
  readonly expiresAt: number | undefined
  /** Whether it is blank, and so like no other. */
  readonly isEmpty: boolean
  readonly cluster: ClusterReference
}

/** A document with its text as it is exported; the score is that against the representative of its cluster. */
export interface ExportedDocument extends StoredDocument, Score {}

/** A document near the one asked about. */
export interface Match extends Score {
  readonly id: string
  /** Share of the asked document's shingles that this one has too; null when a set is unknown or empty. */
  readonly containment: number | null
}

/** What the documents stored before say about a document. */
export type Verdict = 'unique' | 'near-duplicate' | 'exact-duplicate'

/** Matches of a document, best first. */
export interface Matches extends Truncated {
  readonly matches: readonly Match[]
}

/** The answer to an ingest, given once the document is durable. */
export interface Ingested extends Matches {
  readonly id: string
  readonly status: 'created' | 'updated' | 'unchanged'
  readonly verdict: Verdict
  readonly isEmpty: boolean
  readonly cluster: ClusterReference
  /** Of a page. */
  readonly extraction?: PageExtraction | undefined
}

/** The answer to a check, which stores nothing. */
export interface Checked extends Matches {
  readonly verdict: Verdict
  readonly isEmpty: boolean
  /** The cluster of the best match; null without a match. */
  readonly cluster: ClusterReference | null
  /** Of a page. */
  readonly extraction?: PageExtraction | undefined
  /** The text that was compared, where it was asked for. */
  readonly text?: string | undefined
}

/** How two documents compare. */
export interface Comparison extends Score {
  /** Shared shingles over the document's own; null where there are none or they are unknown. */
  readonly containment: { readonly left: number | null; readonly right: number | null } | null
  /** Shingles in both sets; null when a set is unknown. */
  readonly shared: number | null
  /** Shingles in either set; null when a set is unknown. */
  readonly union: number | null
}

/** How two documents compare, with their texts. */
export interface ComparedTexts {
  readonly comparison: Comparison
  readonly left: string
  readonly right: string
}
