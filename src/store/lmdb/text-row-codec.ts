import type { CollectionRow } from '../embedded/journal.ts'
import type { Arena } from './arena.ts'
import { checkSeal, seal, sealBytes } from './seal.ts'

/**
 * Writes a text in UTF-8 after its checksum.
 *
 * @param text as a string, of which lone surrogates become U+FFFD, or in UTF-8
 */
export function encodeText(table: string, number: number, text: string | Uint8Array, arena: Arena): Buffer {
  const encoded = typeof text === 'string' ? Buffer.from(text) : text
  const bytes = arena.take(sealBytes + encoded.length)
  bytes.set(encoded, sealBytes)
  return seal(table, number, bytes)
}

/** Reads what {@link encodeText} wrote. */
export function decodeText(table: string, number: number, bytes: Buffer): string {
  checkSeal(table, number, bytes)
  return bytes.toString('utf8', sealBytes)
}

/** Writes a collection as JSON. */
export function encodeCollection(row: CollectionRow, arena: Arena): Buffer {
  return encodeText('collections', row.number, JSON.stringify(row), arena)
}

/** Reads what {@link encodeCollection} wrote. Settings that are undefined are missing. */
export function decodeCollection(number: number, bytes: Buffer): CollectionRow {
  return JSON.parse(decodeText('collections', number, bytes)) as CollectionRow
}
