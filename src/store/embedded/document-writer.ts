import type { Content } from '../../cluster/cluster-index.ts'
import { type Overlap, overlapOf } from '../../cluster/overlap.ts'
import { decisive, scoreOf } from '../../cluster/score.ts'
import { DoppelError } from '../../errors.ts'
import type { Sketch } from '../../signature/sketch.ts'
import type { IngestOptions } from '../document-store.ts'
import type { IncomingDocument, Ingested } from '../documents.ts'
import { referenceTo } from './cluster-id.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { Entry } from './entry.ts'
import type { DocumentRow } from './journal.ts'
import { matchesAmong, neighbourhoodOf, verdictAmong } from './neighbours.ts'
import type { RowReader } from './row-reader.ts'
import type { Transaction } from './transaction.ts'

/** A content that matches, with the overlap. */
export type MatchingContent = readonly [Content<Entry>, Overlap]

/** Stores and removes documents of a collection: in memory at once, and in the transaction for the journal. */
export class DocumentWriter {
  readonly #rows: RowReader
  readonly #takeNumber: () => number

  /** @param takeNumber gives a number that was never used */
  constructor(rows: RowReader, takeNumber: () => number) {
    this.#rows = rows
    this.#takeNumber = takeNumber
  }

  /** @throws DoppelError COLLECTION_CHANGED when the document was sketched under other settings */
  ingest(
    index: CollectionIndex,
    transaction: Transaction,
    document: IncomingDocument,
    options: IngestOptions,
    now: number
  ): Ingested {
    checkSettings(index, document)
    const stored = index.document(document.id)
    if (stored === undefined) {
      return answer(index, this.#insert(index, transaction, document, undefined, now), 'created', options)
    }
    const row = this.#rows.document(stored)
    if (row.textDigest !== document.textDigest) {
      this.remove(index, transaction, stored)
      return answer(index, this.#insert(index, transaction, document, stored, now), 'updated', options)
    }
    if (row.fieldsDigest !== document.fieldsDigest) {
      this.#change(index, transaction, stored, { ...row, ...fieldsOf(document), updatedAt: now, retainedFrom: now })
      return answer(index, stored, 'updated', options)
    }
    if (options.renew) this.#change(index, transaction, stored, { ...row, retainedFrom: now })
    return answer(index, stored, 'unchanged', options)
  }

  remove(index: CollectionIndex, transaction: Transaction, entry: Entry): void {
    const { isContentGone, undo } = index.remove(entry)
    transaction.onUndo(undo)
    transaction.write({ kind: 'drop-document', number: entry.number })
    if (!isContentGone) return
    transaction.write({ kind: 'drop-content', number: entry.content.number })
    this.#rows.forget(entry.content.number)
  }

  /**
   * Removes what has expired.
   *
   * @param limit most documents to remove
   */
  expire(index: CollectionIndex, transaction: Transaction, now: number, limit = Number.POSITIVE_INFINITY): void {
    if (!index.hasExpired(now)) return
    index.clusters.removeInBulk(() => {
      for (let count = 0; count < limit; count++) {
        const entry = index.takeExpired(now)
        if (entry === undefined) return
        this.remove(index, transaction, entry)
      }
    })
  }

  /** The stored contents that match a sketch whose own content is not stored. */
  matching(index: CollectionIndex, sketch: Sketch): MatchingContent[] {
    const { threshold } = index.row.settings
    const matching: MatchingContent[] = []
    for (const candidate of index.bands.candidates(sketch.bandKeys)) {
      const overlap = overlapOf(sketch, this.#rows.comparable(index, candidate))
      const sizes = [sketch.shingles?.length ?? 0, candidate.shingleCount ?? 0] as const
      const score = scoreOf(overlap, ...sizes, index.sketcher.slotCount)
      if (decisive(score) >= threshold) matching.push([candidate, overlap])
    }
    return matching
  }

  #insert(
    index: CollectionIndex,
    transaction: Transaction,
    document: IncomingDocument,
    former: Entry | undefined,
    now: number
  ): Entry {
    const number = this.#takeNumber()
    const known = index.lookUp(document.sketch)
    const content = known.content ?? this.#addContent(index, transaction, document.sketch, known.key, number)
    const isTextKept = index.row.settings.storeText && document.text !== undefined
    const entry: Entry = {
      number,
      id: document.id,
      created: former?.created ?? number,
      content,
      ingestedAt: former?.ingestedAt ?? now,
      updatedAt: now,
      retainedFrom: now,
      retentionSeconds: document.fields.retentionSeconds,
      textBytes: isTextKept ? Buffer.byteLength(document.text as string) : 0
    }
    transaction.onUndo(index.insert(entry))
    const row: DocumentRow = {
      number,
      collection: index.row.number,
      id: entry.id,
      created: entry.created,
      content: content.number,
      ingestedAt: entry.ingestedAt,
      updatedAt: now,
      retainedFrom: now,
      textBytes: entry.textBytes,
      textDigest: document.textDigest,
      ...fieldsOf(document)
    }
    transaction.writeDocument(row, isTextKept ? document.text : undefined)
    return entry
  }

  // Undone with the first document of the content, which removes it again.
  #addContent(
    index: CollectionIndex,
    transaction: Transaction,
    sketch: Sketch,
    key: string | undefined,
    number: number
  ): Content<Entry> {
    const { signature, bandKeys, shingles } = sketch
    const matches = this.matching(index, sketch)
    const content = index.addContent(number, shingles?.length, { key, signature, bandKeys }, matches)
    const row = {
      number,
      collection: index.row.number,
      key,
      signature,
      shingleCount: shingles?.length,
      shingles: index.row.settings.storeText ? undefined : shingles,
      matches: matches.map(([other, { equalSlots, shared }]) => ({ content: other.number, equalSlots, shared })),
      truncated: false
    }
    transaction.writeContent(row, shingles)
    if (shingles !== undefined) this.#rows.remember(number, shingles)
    return content
  }

  #change(index: CollectionIndex, transaction: Transaction, entry: Entry, row: DocumentRow): void {
    const { updatedAt, retainedFrom, retentionSeconds } = entry
    entry.updatedAt = row.updatedAt
    entry.retainedFrom = row.retainedFrom
    entry.retentionSeconds = row.fields.retentionSeconds
    index.touch()
    index.queueExpiry(entry)
    transaction.onUndo(() => {
      Object.assign(entry, { updatedAt, retainedFrom, retentionSeconds })
      index.touch()
      index.queueExpiry(entry)
    })
    transaction.changeDocument(row)
  }
}

/** @throws DoppelError COLLECTION_CHANGED */
export function checkSettings(index: CollectionIndex, document: IncomingDocument): void {
  if (document.sketcherKey !== index.sketcher.key) {
    throw new DoppelError('COLLECTION_CHANGED', 'the settings of the collection have just changed')
  }
}

/** Whether a document counts as earlier than a version: its own current version is older. */
export function earlierThan(version: number): (entry: Entry) => boolean {
  return entry => entry.number < version
}

function fieldsOf({ fields, fieldsDigest }: IncomingDocument): Pick<DocumentRow, 'fields' | 'fieldsDigest'> {
  return { fields, fieldsDigest }
}

function answer(
  index: CollectionIndex,
  entry: Entry,
  status: Ingested['status'],
  { matchLimit }: IngestOptions
): Ingested {
  const { threshold } = index.row.settings
  const near = neighbourhoodOf(entry.content, index.factsOf(entry.content).key === undefined)
  const isEarlier = earlierThan(entry.number)
  return {
    id: entry.id,
    status,
    verdict: verdictAmong(near, isEarlier, threshold),
    cluster: referenceTo(index.clusters.clusterOf(entry.content)),
    matches: matchesAmong(near, isEarlier, { threshold, limit: matchLimit }).map(({ match }) => match),
    truncated: false
  }
}
