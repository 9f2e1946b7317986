import { type Comparable, jaccard, overlapOf } from '../../cluster/overlap.ts'
import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import { cursorOf, placeAfter } from '../cursor.ts'
import type { ComparisonSide, Page, PageRequest, TextSide } from '../document-store.ts'
import type {
  Checked,
  ClusterReference,
  ComparedTexts,
  Comparison,
  IncomingDocument,
  Matches,
  StoredDocument
} from '../documents.ts'
import { truncation } from '../truncation.ts'
import { referenceTo } from './cluster-id.ts'
import type { CollectionIndex } from './collection-index.ts'
import { checkSettings } from './document-writer.ts'
import { findMatches } from './matching.ts'
import {
  earlierThan,
  matchesAmong,
  type Neighbourhood,
  neighbour,
  neighbourhoodOf,
  verdictAmong
} from './neighbours.ts'
import type { RowReader } from './row-reader.ts'

/**
 * Finds a document by its id.
 *
 * @returns its slot
 * @throws DoppelError DOCUMENT_NOT_FOUND
 */
export function requireDocument(index: CollectionIndex, id: string): number {
  const document = index.document(id)
  if (document === 0) throw new DoppelError('DOCUMENT_NOT_FOUND', `there is no document "${id}"`)
  return document
}

/**
 * Shows a stored document.
 *
 * @param cluster where it is known already
 */
export function documentView(
  index: CollectionIndex,
  rows: RowReader,
  document: number,
  { withText, cluster }: { readonly withText: boolean; readonly cluster?: ClusterReference }
): StoredDocument {
  const row = rows.document(index, document)
  const content = index.clusters.documents.content.get(document)
  return {
    ...row.fields,
    id: row.id,
    text: withText ? rows.text(index, document) : undefined,
    ingestedAt: row.ingestedAt,
    updatedAt: row.updatedAt,
    expiresAt: index.expiresAt(document),
    isEmpty: index.isEmpty(content),
    cluster: cluster ?? referenceTo(index, rows, index.clusterOf(content))
  }
}

/** One page of the documents in order of creation, without texts. */
export function listDocuments(
  index: CollectionIndex,
  rows: RowReader,
  { cursor, limit }: PageRequest
): Page<StoredDocument> {
  const scope = [index.row.name]
  const [after = 0] = cursor === undefined ? [] : placeAfter('documents', scope, cursor, 1)
  const items: StoredDocument[] = []
  let last = after
  for (const document of index.documentsAfter(after)) {
    if (items.length === limit) return { items, nextCursor: cursorOf('documents', scope, [last]) }
    items.push(documentView(index, rows, document, { withText: false }))
    last = index.clusters.documents.created.get(document)
  }
  return { items, nextCursor: undefined }
}

/** The documents that match a stored one, earlier and later. */
export function matchesOf(
  index: CollectionIndex,
  rows: RowReader,
  document: number,
  query: { readonly threshold: number; readonly limit: number }
): Matches {
  const near = stored(index, document)
  const { threshold, limit } = query
  const found = matchesAmong(near, other => other !== document, { threshold, limit: limit + 1 })
  return {
    matches: rows.matches(index, found.slice(0, limit)),
    ...truncation({ candidates: near.isTruncated, page: found.length > limit })
  }
}

/** What an ingest of a document would say. Nothing may change between two steps. */
export function* check(
  index: CollectionIndex,
  rows: RowReader,
  document: IncomingDocument,
  { threshold, matchLimit }: { readonly threshold: number; readonly matchLimit: number }
): Steps<Checked> {
  checkSettings(index, document)
  const { documents } = index.clusters
  const known = index.document(document.id)
  const isUnchanged = known !== 0 && rows.document(index, known).textDigest === document.textDigest
  const near = isUnchanged ? stored(index, known) : arriving(index, rows, document)
  const isEarlier = isUnchanged ? earlierThan(index, documents.number.get(known)) : (other: number) => other !== known
  // The best match decides the cluster even when no match is asked for.
  const found = matchesAmong(near, isEarlier, { threshold, limit: Math.max(1, matchLimit) })
  const [best] = found
  const cluster = best && (yield* index.partOf(documents.content.get(best.document), threshold))
  return {
    verdict: verdictAmong(near, isEarlier, threshold),
    isEmpty: document.sketch.contentKey === undefined,
    cluster: cluster === undefined ? null : referenceTo(index, rows, cluster, threshold),
    matches: rows.matches(index, found.slice(0, matchLimit)),
    ...truncation({ candidates: near.isTruncated })
  }
}

/** Compares two documents, stored or not. */
export function compare(
  index: CollectionIndex,
  rows: RowReader,
  left: ComparisonSide,
  right: ComparisonSide
): Comparison {
  const { documents, contents } = index.clusters
  const [leftContent, rightContent] = [left, right].map(side =>
    'id' in side ? documents.content.get(requireDocument(index, side.id)) : undefined
  )
  if (leftContent !== undefined && leftContent === rightContent)
    return compareCopies(contents.shingleCount(leftContent))
  const comparable = (side: ComparisonSide, content: number | undefined): Comparable =>
    content === undefined ? (side as { content: Comparable }).content : rows.comparable(index, content)
  const a = comparable(left, leftContent)
  const b = comparable(right, rightContent)
  const { equalSlots, shared } = overlapOf(a, b)
  const estimate = equalSlots / index.sketcher.slotCount
  if (shared === undefined) return unknownComparison(estimate)
  const leftSize = a.shingles?.length ?? 0
  const rightSize = b.shingles?.length ?? 0
  const union = leftSize + rightSize - shared
  return {
    similarity: jaccard(shared, leftSize, rightSize),
    estimate,
    containment: union === 0 ? null : { left: share(shared, leftSize), right: share(shared, rightSize) },
    shared,
    union
  }
}

/** The same with the texts of both. */
export function compareTexts(
  index: CollectionIndex,
  rows: RowReader,
  left: TextSide,
  right: TextSide,
  sketcherKey: string
): ComparedTexts {
  checkSettings(index, { sketcherKey })
  return {
    comparison: compare(index, rows, left, right),
    left: textOf(index, rows, left),
    right: textOf(index, rows, right)
  }
}

// Of the document itself: copies of one content may be written in different ways.
function textOf(index: CollectionIndex, rows: RowReader, side: TextSide): string {
  if ('text' in side) return side.text
  const text = rows.text(index, requireDocument(index, side.id))
  if (text !== undefined) return text
  const reason = index.row.settings.storeText ? 'only a signature was sent' : 'the collection keeps no texts'
  throw new DoppelError('TEXT_NOT_KEPT', `the text of document "${side.id}" is not there: ${reason}`)
}

// A document against itself is 1, even an empty one, which no other document is like.
function compareCopies(size: number | undefined): Comparison {
  if (size === undefined) return unknownComparison(1)
  const containment = size === 0 ? null : { left: 1, right: 1 }
  return { similarity: 1, estimate: 1, containment, shared: size, union: size }
}

function unknownComparison(estimate: number): Comparison {
  return { similarity: null, estimate, containment: null, shared: null, union: null }
}

function share(shared: number, size: number): number | null {
  return size === 0 ? null : shared / size
}

function stored(index: CollectionIndex, document: number): Neighbourhood {
  return neighbourhoodOf(index, index.clusters.documents.content.get(document))
}

function arriving(index: CollectionIndex, rows: RowReader, { sketch }: IncomingDocument): Neighbourhood {
  const copies = index.contentOf(sketch)
  if (copies !== 0) return neighbourhoodOf(index, copies)
  const { contents, graph } = index.clusters
  const { matches, isTruncated } = findMatches(index, rows, sketch)
  const neighbours = matches.map(([content, overlap]) => {
    const score = graph.scoreOfSizes(overlap, sketch.shingles?.length, contents.shingleCount(content))
    return neighbour(content, score, overlap)
  })
  return { index, shingleCount: sketch.shingles?.length, copies: 0, neighbours, isTruncated }
}
