import type { CollectionRow } from '../embedded/journal.ts'
import type { Arena } from './arena.ts'
import { checkSeal, damagedRow, seal, sealBytes } from './seal.ts'

/** Writes a text in UTF-8 after its checksum. Lone surrogates become U+FFFD. */
export function encodeText(text: string, arena: Arena): Buffer {
  const bytes = arena.take(sealBytes + Buffer.byteLength(text))
  bytes.write(text, sealBytes)
  return seal(bytes)
}

/** Reads what {@link encodeText} wrote. */
export function decodeText(table: string, number: number, bytes: Buffer): string {
  checkSeal(table, number, bytes)
  return bytes.toString('utf8', sealBytes)
}

/** Writes a collection as JSON. */
export function encodeCollection(row: CollectionRow, arena: Arena): Buffer {
  return encodeText(JSON.stringify(row), arena)
}

/** Reads what {@link encodeCollection} wrote. Settings that are undefined are missing. */
export function decodeCollection(number: number, bytes: Buffer): CollectionRow {
  const row = JSON.parse(decodeText('collections', number, bytes)) as CollectionRow
  if (row.number !== number) throw damagedRow('collections', number, `it is that of collection ${row.number}`)
  return row
}
