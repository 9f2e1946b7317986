import type { ContentMatch } from '../../cluster/cluster-index.ts'
import type { DocumentFacts } from '../../cluster/document-table.ts'
import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import type { IngestOptions } from '../document-store.ts'
import type { IncomingDocument, Ingested } from '../documents.ts'
import { truncation } from '../truncation.ts'
import { referenceTo } from './cluster-id.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { ContentRow, DocumentRow, MatchRow } from './journal.ts'
import { findMatches, maxVerified } from './matching.ts'
import { earlierThan, matchesAmong, neighbourhoodOf, verdictAmong } from './neighbours.ts'
import type { RowReader } from './row-reader.ts'
import type { Transaction } from './transaction.ts'

/** The set of a text of so many bytes is kept beside it: to make it again holds everybody up. */
const leastBytesWithSet = 64 * 1024

/** Stores and removes documents of a collection: in memory at once, and in the transaction for the journal. */
export class DocumentWriter {
  readonly #rows: RowReader
  readonly #takeNumber: () => number

  /** @param takeNumber gives a number that was never used */
  constructor(rows: RowReader, takeNumber: () => number) {
    this.#rows = rows
    this.#takeNumber = takeNumber
  }

  /**
   * Stores a document, in steps: nothing else may change between them.
   *
   * @throws DoppelError COLLECTION_CHANGED when the document was sketched under other settings
   */
  *ingest(
    index: CollectionIndex,
    transaction: Transaction,
    document: IncomingDocument,
    options: IngestOptions,
    now: number
  ): Steps<Ingested> {
    checkSettings(index, document)
    const stored = index.document(document.id)
    if (stored === 0) {
      return this.#answer(index, this.#insert(index, transaction, document, undefined, now), 'created', options)
    }
    const row = this.#rows.document(index, stored)
    if (row.textDigest !== document.textDigest) {
      const parts = yield* index.partsWithout(stored)
      const replaced = index.clusters.change(() => {
        this.#remove(index, transaction, stored, parts)
        return this.#insert(index, transaction, document, row, now)
      })
      return this.#answer(index, replaced, 'updated', options)
    }
    if (row.fieldsDigest !== document.fieldsDigest) {
      this.#change(index, transaction, stored, { ...row, ...fieldsOf(document), updatedAt: now, retainedFrom: now })
      return this.#answer(index, stored, 'updated', options)
    }
    if (options.renew) this.#change(index, transaction, stored, { ...row, retainedFrom: now })
    return this.#answer(index, stored, 'unchanged', options)
  }

  /** Removes a document, in steps: nothing else may change between them. */
  *remove(index: CollectionIndex, transaction: Transaction, document: number): Steps<void> {
    this.#remove(index, transaction, document, yield* index.partsWithout(document))
  }

  /**
   * Removes what has expired, in steps.
   *
   * @param limit most documents to remove
   */
  *expire(
    index: CollectionIndex,
    transaction: Transaction,
    now: number,
    limit = Number.POSITIVE_INFINITY
  ): Steps<void> {
    for (let left = limit; left > 0; left--) {
      const document = index.takeExpired(now)
      if (document === 0) return
      // First: where its rows cannot be read it is still there, and still to be removed.
      transaction.onUndo(() => index.queueExpiry(document))
      yield* this.remove(index, transaction, document)
      yield
    }
  }

  #remove(
    index: CollectionIndex,
    transaction: Transaction,
    document: number,
    parts: readonly (readonly number[])[] | undefined
  ): void {
    const { documents, contents } = index.clusters
    const number = documents.number.get(document)
    const content = contents.number.get(documents.content.get(document))
    const { isContentGone, neighbours, undo } = index.remove(document, parts)
    transaction.onUndo(undo)
    transaction.write({ kind: 'drop-document', number })
    if (!isContentGone) return
    transaction.write({ kind: 'drop-content', number: content })
    this.#rows.forget(content)
    for (const neighbour of neighbours) this.#makeUpFor(index, transaction, neighbour)
  }

  #insert(
    index: CollectionIndex,
    transaction: Transaction,
    document: IncomingDocument,
    former: DocumentRow | undefined,
    now: number
  ): number {
    const { text } = document
    const number = this.#takeNumber()
    const isTextKept = index.row.settings.storeText && text !== undefined
    const times = { updatedAt: now, retainedFrom: now }
    const created = former?.created ?? number
    const textBytes = text?.length ?? document.textBytes ?? 0
    const slot = index.clusters.change(() => {
      const content = index.contentOf(document.sketch) || this.#addContent(index, transaction, document, number)
      const { retentionSeconds } = document.fields
      const facts: DocumentFacts = { number, created, content, ...times, retentionSeconds, textBytes }
      return index.addDocument(facts, document.id)
    })
    transaction.onUndo(() => {
      // Those that it drove out of full buckets get their places back.
      for (const neighbour of index.remove(slot).neighbours) repostIfReadable(index, neighbour)
    })
    const content = index.clusters.contents.number.get(index.clusters.documents.content.get(slot))
    const row: DocumentRow = {
      number,
      collection: index.row.number,
      id: document.id,
      created,
      content,
      ingestedAt: former?.ingestedAt ?? now,
      ...times,
      textBytes,
      textDigest: document.textDigest,
      ...fieldsOf(document)
    }
    transaction.writeDocument(row, isTextKept ? text : undefined)
    return slot
  }

  // Undone with the first document of the content, which removes it again.
  #addContent(index: CollectionIndex, transaction: Transaction, document: IncomingDocument, number: number): number {
    const { contentKey, signature, bandKeys, shingles } = document.sketch
    const textBytes = document.text?.length ?? document.textBytes ?? 0
    const isSetMadeFromText = index.row.settings.storeText && textBytes < leastBytesWithSet
    const { matches, isTruncated } = findMatches(index, this.#rows, document.sketch)
    const facts = { number, shingleCount: shingles?.length, isTruncated }
    const content = index.addContent(facts, contentKey, bandKeys, matches)
    const row: ContentRow = {
      number,
      collection: index.row.number,
      key: contentKey,
      signature,
      shingleCount: shingles?.length,
      shingles: isSetMadeFromText ? undefined : shingles,
      matches: rowsOf(index, matches),
      truncated: isTruncated
    }
    transaction.writeContent(row, shingles)
    return content
  }

  /**
   * Gives a content back what a cap took from it, now that one of its matches is gone: places in buckets that
   * were full, and, where it lost most of its matches, a new search for others.
   */
  #makeUpFor(index: CollectionIndex, transaction: Transaction, content: number): void {
    const { contents, graph } = index.clusters
    index.repost(content)
    // Others that it has not met may have taken its places; with a match among them it learns when they go.
    const wasCut = contents.isTruncated(content) || index.postings.isDropped(content)
    if (!wasCut || graph.degree(content) >= maxVerified / 2) return
    const stored = this.#rows.comparable(index, content)
    const found = findMatches(index, this.#rows, { ...stored, bandKeys: index.bandKeysOf(content) }, content)
    const added = found.matches.filter(([other]) => graph.between(content, other) === 0)
    if (added.length === 0 && found.isTruncated) return
    for (const [other, overlap] of added) index.clusters.connect(content, other, overlap)
    const wasTruncated = contents.isTruncated(content)
    index.clusters.setTruncated(content, found.isTruncated)
    index.touch()
    transaction.onUndo(() => {
      for (const [other] of added) index.clusters.disconnect(content, other)
      index.clusters.setTruncated(content, wasTruncated)
      index.touch()
    })
    const row = this.#rows.content(contents.number.get(content))
    const matches = [...row.matches, ...rowsOf(index, added)]
    transaction.changeContent({ ...row, matches, truncated: found.isTruncated })
  }

  #change(index: CollectionIndex, transaction: Transaction, document: number, row: DocumentRow): void {
    const former = index.clusters.documents.facts(document)
    index.change(document, { ...row, retentionSeconds: row.fields.retentionSeconds })
    transaction.onUndo(() => index.change(document, former))
    transaction.changeDocument(row)
  }

  #answer(
    index: CollectionIndex,
    document: number,
    status: Ingested['status'],
    { matchLimit }: IngestOptions
  ): Ingested {
    const { threshold } = index.row.settings
    const { documents } = index.clusters
    const content = documents.content.get(document)
    const near = neighbourhoodOf(index, content)
    const isEarlier = earlierThan(index, documents.number.get(document))
    const cluster = index.clusterOf(content)
    return {
      id: this.#rows.idOf(documents.number.get(document)),
      status,
      verdict: verdictAmong(near, isEarlier, threshold),
      isEmpty: index.isEmpty(content),
      cluster: referenceTo(index, this.#rows, cluster),
      matches: this.#rows.matches(index, matchesAmong(near, isEarlier, { threshold, limit: matchLimit })),
      ...truncation({ candidates: near.isTruncated })
    }
  }
}

/** Where the row cannot be read, since the commit failed with the journal, the content stays marked as dropped. */
function repostIfReadable(index: CollectionIndex, content: number): void {
  try {
    index.repost(content)
  } catch {
    // A later change near it tries again.
  }
}

/** @throws DoppelError COLLECTION_CHANGED */
export function checkSettings(index: CollectionIndex, document: Pick<IncomingDocument, 'sketcherKey'>): void {
  if (document.sketcherKey !== index.sketcher.key) {
    throw new DoppelError('COLLECTION_CHANGED', 'the settings of the collection have just changed')
  }
}

function rowsOf({ clusters }: CollectionIndex, matches: readonly ContentMatch[]): MatchRow[] {
  const { number } = clusters.contents
  return matches.map(([other, { equalSlots, shared }]) => ({ content: number.get(other), equalSlots, shared }))
}

function fieldsOf({ fields, fieldsDigest }: IncomingDocument): Pick<DocumentRow, 'fields' | 'fieldsDigest'> {
  return { fields, fieldsDigest }
}
