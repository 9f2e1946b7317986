import { randomBytes, randomUUID } from 'node:crypto'
import { type Secret, secretBytes } from '../../text/secret.ts'
import type { Change, CollectionRow, ContentRow, DocumentRow, Journal, JournalRows } from '../embedded/journal.ts'
import { ownContent } from '../embedded/own-content-row.ts'

/** Keeps rows in the heap: for tests and trials. What it holds ends with the process. */
export class MemoryJournal implements Journal {
  readonly snapshots = undefined
  readonly #collections = new Map<number, CollectionRow>()
  readonly #documents = new Map<number, { readonly row: DocumentRow; readonly text: string | undefined }>()
  readonly #contents = new Map<number, ContentRow>()
  readonly #identity = randomUUID()
  readonly #secret: Secret
  #nextNumber = 1
  #sequence = 0

  /** @param secret of the store; a random one where none is given */
  constructor(secret: Secret = randomBytes(secretBytes).toString('hex')) {
    this.#secret = secret
  }

  async open(): Promise<JournalRows> {
    return {
      identity: this.#identity,
      secret: this.#secret,
      sequence: this.#sequence,
      nextNumber: this.#nextNumber,
      collections: this.#collections.values(),
      contents: this.#contents.values(),
      documents: [...this.#documents.values()].map(({ row }) => row),
      count: this.#documents.size + this.#contents.size,
      changesSince: () => undefined
    }
  }

  get sequence(): number {
    return this.#sequence
  }

  async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    for (const change of changes) this.#apply(change)
    this.#nextNumber = nextNumber
    this.#sequence++
  }

  /** There is no log. */
  trimLog(): void {}

  readDocument(number: number): DocumentRow | undefined {
    return this.#documents.get(number)?.row
  }

  readText(number: number): string | undefined {
    return this.#documents.get(number)?.text
  }

  readContent(number: number): ContentRow | undefined {
    return this.#contents.get(number)
  }

  async close(): Promise<void> {}

  #apply(change: Change): void {
    switch (change.kind) {
      case 'put-collection':
        this.#collections.set(change.row.number, change.row)
        break
      case 'drop-collection':
        this.#collections.delete(change.number)
        break
      case 'put-document':
        this.#documents.set(change.row.number, {
          row: change.row,
          text: change.text && Buffer.from(change.text).toString()
        })
        break
      case 'change-document':
        this.#documents.set(change.row.number, { row: change.row, text: this.readText(change.row.number) })
        break
      case 'drop-document':
        this.#documents.delete(change.number)
        break
      case 'put-content':
      case 'change-content':
        this.#contents.set(change.row.number, ownContent(change.row))
        break
      case 'drop-content':
        this.#contents.delete(change.number)
        break
    }
  }
}
