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

/** Reads rows from the journal, or from the group that is being written. */
export class RowReader {
  readonly #journal: Journal
  readonly #current: () => Transaction | undefined
  readonly #cache = new ShingleCache(cacheBytes)

  /** @param current the group that is applied and not yet written */
  constructor(journal: Journal, current: () => Transaction | undefined) {
    this.#journal = journal
    this.#current = current
  }

  document(entry: Entry): DocumentRow {
    const row = this.#current()?.document(entry.number) ?? this.#journal.readDocument(entry.number)
    if (row === undefined) throw missing('document', entry.number)
    return row
  }

  /** The text of a document; undefined where it is not kept. */
  text(entry: Entry): string | undefined {
    return this.#current()?.text(entry.number) ?? this.#journal.readText(entry.number)
  }

  /** What a stored content is compared by. */
  comparable(index: CollectionIndex, content: Content<Entry>): Comparable {
    const { signature } = index.factsOf(content)
    if (content.shingleCount === undefined) return { signature, shingles: undefined }
    const known = this.#current()?.shingles(content.number)
    return { signature, shingles: known ?? this.#cache.get(content.number, () => this.#makeShingles(index, content)) }
  }

  /** Remembers the shingle set of a new content, since what is new is often asked for soon. */
  remember(content: number, shingles: Uint32Array): void {
    this.#cache.set(content, shingles)
  }

  forget(content: number): void {
    this.#cache.delete(content)
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
