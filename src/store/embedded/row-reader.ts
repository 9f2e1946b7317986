import type { Comparable } from '../../cluster/overlap.ts'
import { DoppelError } from '../../errors.ts'
import type { Match } from '../documents.ts'
import type { CollectionIndex, IndexedRows } from './collection-index.ts'
import { type CachedContent, ContentCache } from './content-cache.ts'
import type { ContentRow, DocumentRow, Journal } from './journal.ts'
import type { NearDocument } from './neighbours.ts'
import { RecentIds } from './recent-ids.ts'
import type { Transaction } from './transaction.ts'

/** Bound on cached signatures and shingle sets, in bytes. */
const cacheBytes = 64 * 1024 * 1024

/** Reads rows from the journal, or from the groups that are not yet written. */
export class RowReader implements IndexedRows {
  readonly #journal: Journal
  readonly #pending: () => readonly Transaction[]
  readonly #cache = new ContentCache(cacheBytes)
  readonly #ids = new RecentIds()
  readonly #readCompared = (number: number): CachedContent => {
    const { signature, shingleCount, shingles } = this.content(number)
    return { signature, shingleCount, shingles: shingles ?? this.#inPending(group => group.shingles(number)) }
  }
  readonly #readId = (number: number): string => this.#document(number).id

  /** @param pending the groups that are applied and not yet written, newest first */
  constructor(journal: Journal, pending: () => readonly Transaction[]) {
    this.#journal = journal
    this.#pending = pending
  }

  /** The row of a document, by its slot. */
  document(index: CollectionIndex, document: number): DocumentRow {
    return this.#document(index.clusters.documents.number.get(document))
  }

  /** The id of a document, by its number. */
  idOf(number: number): string {
    return this.#ids.get(number, this.#readId)
  }

  /** The text of a document, by its slot; undefined where it is not kept. @throws DoppelError STORE_UNAVAILABLE where it is lost */
  text(index: CollectionIndex, document: number): string | undefined {
    const number = index.clusters.documents.number.get(document)
    const text = this.#inPending(group => group.text(number)) ?? this.#journal.readText(number)
    if (text === undefined && isTextKept(index, document)) throw missing('the text of document', number)
    return text
  }

  /** The row of a content, by its number. */
  content(number: number): ContentRow {
    const row = this.#inPending(group => group.content(number)) ?? this.#journal.readContent(number)
    if (row === undefined) throw missing('content', number)
    return row
  }

  contentOf(number: number): ContentRow {
    return this.content(number)
  }

  /** The signature of a content, given by its slot. */
  signatureOf(index: CollectionIndex, content: number): Uint32Array {
    return this.#compared(index.clusters.contents.number.get(content)).signature
  }

  /** The shingle set of a content, given by its slot; undefined where only a signature is known. */
  shinglesOf(index: CollectionIndex, content: number): Uint32Array | undefined {
    const number = index.clusters.contents.number.get(content)
    const compared = this.#compared(number)
    if (compared.shingles !== undefined || compared.shingleCount === undefined) return compared.shingles
    return this.#cache.shinglesOf(number, compared, () => this.#makeShingles(index, content))
  }

  /** What a stored content, given by its slot, is compared by. */
  comparable(index: CollectionIndex, content: number): Comparable {
    return { signature: this.signatureOf(index, content), shingles: this.shinglesOf(index, content) }
  }

  /** Near documents with their ids. */
  matches(index: CollectionIndex, near: readonly NearDocument[]): Match[] {
    const { number } = index.clusters.documents
    return near.map(({ document, similarity, estimate, containment }) => {
      return { id: this.idOf(number.get(document)), similarity, estimate, containment }
    })
  }

  forget(content: number): void {
    this.#cache.delete(content)
  }

  #document(number: number): DocumentRow {
    const row = this.#inPending(group => group.document(number)) ?? this.#journal.readDocument(number)
    if (row === undefined) throw missing('document', number)
    return row
  }

  #inPending<Found>(find: (group: Transaction) => Found | undefined): Found | undefined {
    for (const group of this.#pending()) {
      const found = find(group)
      if (found !== undefined) return found
    }
    return undefined
  }

  #compared(number: number): CachedContent {
    return this.#cache.get(number, this.#readCompared)
  }

  #makeShingles(index: CollectionIndex, content: number): Uint32Array {
    const text = this.text(index, index.clusters.contents.firstCopy(content))
    if (text === undefined) throw missing('text of content', index.clusters.contents.number.get(content))
    return index.sketcher.shinglesOf(text)
  }
}

/** Where only a signature was sent there is no text to keep. */
function isTextKept({ row, clusters }: CollectionIndex, document: number): boolean {
  return (
    row.settings.storeText && clusters.contents.shingleCount(clusters.documents.content.get(document)) !== undefined
  )
}

function missing(what: string, number: number): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `the store lacks ${what} ${number}`)
}
