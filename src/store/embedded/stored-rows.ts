import type { CollectionRow, ContentRow, DocumentRow, Journal, Touched } from './journal.ts'

/** A row as it was found: whole, or in words what is wrong with it. */
export type Found<Row> = Whole<Row> | { readonly number: number; readonly fault: string }

interface Whole<Row> {
  readonly number: number
  readonly row: Row
}

/** What a commit left in the log. */
export interface Commit {
  /** The next free number after it. */
  readonly nextNumber: number
  readonly touched: readonly Touched[]
}

/** Everything that is stored, damaged rows included, in ascending order of number within each kind. */
export interface StoredRows {
  readonly collections: Iterable<Found<CollectionRow>>
  readonly contents: Iterable<Found<ContentRow>>
  readonly documents: Iterable<Found<DocumentRow>>
  /** By the numbers of their documents. */
  readonly texts: Iterable<Found<string>>
  /** By sequence number. */
  readonly log: Iterable<Found<Commit>>
}

/** A journal whose rows can be looked at one by one, so that damage to one does not hide the others. */
export interface InspectedJournal extends Journal {
  inspect(): StoredRows
}
