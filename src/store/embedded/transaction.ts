import type { Change, ContentRow, DocumentRow } from './journal.ts'
import { ownContent } from './own-content-row.ts'

/**
 * The changes of one group of operations: what the journal has to write, how to take it
 * back, and what readers in between must see of it.
 */
export class Transaction {
  readonly changes: Change[] = []
  readonly #undo: (() => void)[] = []
  readonly #documents = new Map<number, { row: DocumentRow; text: Uint8Array | undefined }>()
  readonly #contents = new Map<number, ContentRow>()
  readonly #shingles = new Map<number, Uint32Array>()

  /** Records a change to be written. */
  write(change: Change): void {
    this.changes.push(change)
  }

  /** Records a document, and its text in UTF-8, to be written, so that it can be read before the commit. */
  writeDocument(row: DocumentRow, text: Uint8Array | undefined): void {
    this.#show(this.#documents, row.number, { row, text })
    this.write({ kind: 'put-document', row, text })
  }

  /** Records a content to be written. */
  writeContent(row: ContentRow, shingles: Uint32Array | undefined): void {
    this.#show(this.#contents, row.number, row)
    if (shingles !== undefined) this.#shingles.set(row.number, shingles)
    this.write({ kind: 'put-content', row })
  }

  /** Records a content whose matches changed. What it is copied from may be of a group that is done earlier. */
  changeContent(changed: ContentRow): void {
    const row = ownContent(changed)
    this.#show(this.#contents, row.number, row)
    this.write({ kind: 'change-content', row })
  }

  /** Records a document whose fields changed. */
  changeDocument(row: DocumentRow): void {
    this.#show(this.#documents, row.number, { row, text: this.#documents.get(row.number)?.text })
    this.write({ kind: 'change-document', row })
  }

  /** Records how to take the latest change of the state in memory back. */
  onUndo(step: () => void): void {
    this.#undo.push(step)
  }

  /** What an operation shows goes with it when it is taken back alone. */
  #show<Row>(rows: Map<number, Row>, number: number, row: Row): void {
    const former = rows.get(number)
    rows.set(number, row)
    this.onUndo(() => {
      if (former === undefined) rows.delete(number)
      else rows.set(number, former)
    })
  }

  document(number: number): DocumentRow | undefined {
    return this.#documents.get(number)?.row
  }

  text(number: number): string | undefined {
    const text = this.#documents.get(number)?.text
    return text && Buffer.from(text).toString()
  }

  content(number: number): ContentRow | undefined {
    return this.#contents.get(number)
  }

  shingles(content: number): Uint32Array | undefined {
    return this.#shingles.get(content)
  }

  /** A point to return to with {@link undo}. */
  get savepoint(): { readonly changes: number; readonly undo: number } {
    return { changes: this.changes.length, undo: this.#undo.length }
  }

  /** Takes back everything since a savepoint, latest first; without one, everything. */
  undo(savepoint: { readonly changes: number; readonly undo: number } = { changes: 0, undo: 0 }): void {
    while (this.#undo.length > savepoint.undo) this.#undo.pop()?.()
    this.changes.length = savepoint.changes
  }
}
