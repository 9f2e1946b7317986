import type { ContentRow } from './journal.ts'

/** The row of a content with arrays of its own: those of a document that comes in are used for others later. */
export function ownContent(row: ContentRow): ContentRow {
  return { ...row, signature: row.signature.slice(), shingles: row.shingles?.slice() }
}
