import { type Content, cutAround } from '../../cluster/cluster-index.ts'
import { type Comparable, jaccard, overlapOf } from '../../cluster/overlap.ts'
import { scoreOf } from '../../cluster/score.ts'
import { DoppelError } from '../../errors.ts'
import type { ComparisonSide, TextSide } from '../document-store.ts'
import type { Checked, ComparedTexts, Comparison, IncomingDocument, Matches, StoredDocument } from '../documents.ts'
import { referenceTo } from './cluster-id.ts'
import type { CollectionIndex } from './collection-index.ts'
import { checkSettings, type DocumentWriter, earlierThan } from './document-writer.ts'
import type { Entry } from './entry.ts'
import { matchesAmong, type Neighbourhood, neighbour, neighbourhoodOf, verdictAmong } from './neighbours.ts'
import type { RowReader } from './row-reader.ts'

/** @throws DoppelError DOCUMENT_NOT_FOUND */
export function requireDocument(index: CollectionIndex, id: string): Entry {
  const entry = index.document(id)
  if (entry === undefined) throw new DoppelError('DOCUMENT_NOT_FOUND', `there is no document "${id}"`)
  return entry
}

/** Shows a stored document. */
export function documentView(
  index: CollectionIndex,
  rows: RowReader,
  entry: Entry,
  { withText }: { readonly withText: boolean }
): StoredDocument {
  return {
    ...rows.document(entry).fields,
    id: entry.id,
    text: withText ? rows.text(entry) : undefined,
    ingestedAt: entry.ingestedAt,
    updatedAt: entry.updatedAt,
    expiresAt: index.expiresAt(entry),
    cluster: referenceTo(index.clusters.clusterOf(entry.content))
  }
}

/** The documents that match a stored one, earlier and later. */
export function matchesOf(
  index: CollectionIndex,
  entry: Entry,
  query: { readonly threshold: number; readonly limit: number }
): Matches {
  const near = stored(index, entry)
  const { threshold, limit } = query
  const found = matchesAmong(near, other => other !== entry, { threshold, limit: limit + 1 })
  return { matches: found.slice(0, limit).map(({ match }) => match), truncated: found.length > limit }
}

/** What an ingest of a document would say. */
export function check(
  index: CollectionIndex,
  rows: RowReader,
  writer: DocumentWriter,
  document: IncomingDocument,
  { threshold, matchLimit }: { readonly threshold: number; readonly matchLimit: number }
): Checked {
  checkSettings(index, document)
  const known = index.document(document.id)
  const isUnchanged = known !== undefined && rows.document(known).textDigest === document.textDigest
  const near = isUnchanged ? stored(index, known) : arriving(index, writer, document)
  const isEarlier = isUnchanged ? earlierThan(known.number) : (other: Entry) => other !== known
  // The best match decides the cluster even when no match is asked for.
  const found = matchesAmong(near, isEarlier, { threshold, limit: Math.max(1, matchLimit) })
  const [best] = found
  return {
    verdict: verdictAmong(near, isEarlier, threshold),
    cluster: best === undefined ? null : referenceTo(cutAround(best.entry.content, threshold)),
    matches: found.slice(0, matchLimit).map(({ match }) => match),
    truncated: false
  }
}

/** Compares two documents, stored or not. */
export function compare(
  index: CollectionIndex,
  rows: RowReader,
  left: ComparisonSide,
  right: ComparisonSide
): Comparison {
  const [leftContent, rightContent] = [left, right].map(side =>
    'id' in side ? requireDocument(index, side.id).content : undefined
  )
  if (leftContent !== undefined && leftContent === rightContent) return compareCopies(leftContent)
  const comparable = (side: ComparisonSide, content: Content<Entry> | undefined): Comparable =>
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
  const text = rows.text(requireDocument(index, side.id))
  if (text !== undefined) return text
  const reason = index.row.settings.storeText ? 'only a signature was sent' : 'the collection keeps no texts'
  throw new DoppelError('TEXT_NOT_KEPT', `the text of document "${side.id}" is not there: ${reason}`)
}

// A document against itself is 1, even an empty one, which no other document is like.
function compareCopies({ shingleCount: size }: Content<Entry>): Comparison {
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

function stored(index: CollectionIndex, { content }: Entry): Neighbourhood {
  return neighbourhoodOf(content, index.factsOf(content).key === undefined)
}

function arriving(index: CollectionIndex, writer: DocumentWriter, { sketch }: IncomingDocument): Neighbourhood {
  const copies = index.lookUp(sketch).content
  if (copies !== undefined) return neighbourhoodOf(copies, false)
  return {
    shingleCount: sketch.shingles?.length,
    copies: undefined,
    neighbours: writer.matching(index, sketch).map(([content, overlap]) => {
      const sizes = [sketch.shingles?.length ?? 0, content.shingleCount ?? 0] as const
      return neighbour(content, scoreOf(overlap, ...sizes, index.sketcher.slotCount), overlap)
    })
  }
}
