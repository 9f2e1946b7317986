import type { Content } from '../../cluster/cluster-index.ts'
import type { Comparable } from '../../cluster/overlap.ts'
import { DoppelError } from '../../errors.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { Entry } from './entry.ts'
import type { DocumentRow, Journal } from './journal.ts'
import { ShingleCache } from './shingle-cache.ts'
import type { Transaction } from './transaction.ts'

/** Bound on cached shingle sets, in bytes. */
const cacheBytes = 64 * 1024 * 1024

/** Reads rows from the journal, or from the groups that are not yet written. */
export class RowReader {
  readonly #journal: Journal
  readonly #pending: () => readonly Transaction[]
  readonly #cache = new ShingleCache(cacheBytes)

  /** @param pending the groups that are applied and not yet written, newest first */
  constructor(journal: Journal, pending: () => readonly Transaction[]) {
    this.#journal = journal
    this.#pending = pending
  }

  document(entry: Entry): DocumentRow {
    const row = this.#inPending(group => group.document(entry.number)) ?? this.#journal.readDocument(entry.number)
    if (row === undefined) throw missing('document', entry.number)
    return row
  }

  /** The text of a document; undefined where it is not kept. */
  text(entry: Entry): string | undefined {
    return this.#inPending(group => group.text(entry.number)) ?? this.#journal.readText(entry.number)
  }

  /** What a stored content is compared by. */
  comparable(index: CollectionIndex, content: Content<Entry>): Comparable {
    const { signature } = index.factsOf(content)
    if (content.shingleCount === undefined) return { signature, shingles: undefined }
    const known = this.#inPending(group => group.shingles(content.number))
    return { signature, shingles: known ?? this.#cache.get(content.number, () => this.#makeShingles(index, content)) }
  }

  /** Remembers the shingle set of a new content, since what is new is often asked for soon. */
  remember(content: number, shingles: Uint32Array): void {
    this.#cache.set(content, shingles)
  }

  forget(content: number): void {
    this.#cache.delete(content)
  }

  #inPending<Found>(find: (group: Transaction) => Found | undefined): Found | undefined {
    for (const group of this.#pending()) {
      const found = find(group)
      if (found !== undefined) return found
    }
    return undefined
  }

  #makeShingles(index: CollectionIndex, content: Content<Entry>): Uint32Array {
    const stored = this.#journal.readShingles(content.number)
    if (stored !== undefined) return stored
    const text = this.text(content.members[0] as Entry)
    if (text === undefined) throw missing('text of content', content.number)
    return index.sketcher.shinglesOf(text)
  }
}

function missing(what: string, number: number): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `the store lacks ${what} ${number}`)
}
