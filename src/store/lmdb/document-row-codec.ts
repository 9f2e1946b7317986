import type { DocumentFields } from '../documents.ts'
import type { DocumentRow } from '../embedded/journal.ts'
import type { Arena } from './arena.ts'
import { checkSeal, damagedRow, seal } from './seal.ts'

const table = 'documents'
const layout = 1
/** Bytes before the parts that not every row has. */
const headerBytes = 56
const digestBytes = 16
const digestLength = 22
const numberBytes = 6
/** What a row has of its own; else it is as the comment says. */
const has = {
  /** Else the number of the row. */
  created: 1,
  /** Else the number of the row. */
  content: 2,
  /** Else when it was ingested. */
  updatedAt: 4,
  /** Else when it was updated. */
  retainedFrom: 8,
  /** Else none. */
  fields: 16
}

/**
 * Writes a version of a document as bytes, little-endian:
 *
 *     u32 CRC-32 of the rest
 *     u8 layout, u8 flags, u16 bytes of the id
 *     u48 collection, u48 ingested at, u32 bytes of the text
 *     digest of the text, digest of the fields, 16 bytes each
 *     u48 each, where the flags say so: created, content, updated at, retained from
 *     id in UTF-8; fields in JSON, where the flags say so
 */
export function encodeDocument(row: DocumentRow, arena: Arena): Buffer {
  const { number, ingestedAt, updatedAt } = row
  const own = [
    [has.created, row.created, number],
    [has.content, row.content, number],
    [has.updatedAt, updatedAt, ingestedAt],
    [has.retainedFrom, row.retainedFrom, updatedAt]
  ] as const
  const json = JSON.stringify(row.fields)
  const fields = json === '{}' ? '' : json
  let flags = fields === '' ? 0 : has.fields
  let ownBytes = 0
  for (const [flag, value, usual] of own) {
    if (value === usual) continue
    flags |= flag
    ownBytes += numberBytes
  }
  const idBytes = Buffer.byteLength(row.id)
  const bytes = arena.take(headerBytes + ownBytes + idBytes + Buffer.byteLength(fields))
  bytes[4] = layout
  bytes[5] = flags
  bytes.writeUInt16LE(idBytes, 6)
  bytes.writeUIntLE(row.collection, 8, numberBytes)
  bytes.writeUIntLE(ingestedAt, 14, numberBytes)
  bytes.writeUInt32LE(row.textBytes, 20)
  writeDigest(row.textDigest, bytes, 24)
  writeDigest(row.fieldsDigest, bytes, 40)
  let at = headerBytes
  for (const [flag, value] of own) if (flags & flag) at = bytes.writeUIntLE(value, at, numberBytes)
  at += bytes.write(row.id, at)
  bytes.write(fields, at)
  return seal(table, number, bytes)
}

/** Reads what {@link encodeDocument} wrote. */
export function decodeDocument(number: number, bytes: Buffer): DocumentRow {
  checkSeal(table, number, bytes, headerBytes)
  if (bytes[4] !== layout) throw damagedRow(table, number, `it has layout ${bytes[4]}`)
  const flags = bytes[5] as number
  let at = headerBytes
  const own = (flag: number, usual: number): number => {
    if ((flags & flag) === 0) return usual
    at += numberBytes
    return bytes.readUIntLE(at - numberBytes, numberBytes)
  }
  const idBytes = bytes.readUInt16LE(6)
  const ingestedAt = bytes.readUIntLE(14, numberBytes)
  const created = own(has.created, number)
  const content = own(has.content, number)
  const updatedAt = own(has.updatedAt, ingestedAt)
  const retainedFrom = own(has.retainedFrom, updatedAt)
  const fieldsAt = at + idBytes
  if (flags & has.fields ? fieldsAt >= bytes.length : fieldsAt !== bytes.length) {
    throw damagedRow(table, number, 'it has a wrong length')
  }
  return {
    number,
    collection: bytes.readUIntLE(8, numberBytes),
    id: bytes.toString('utf8', at, fieldsAt),
    created,
    content,
    ingestedAt,
    updatedAt,
    retainedFrom,
    textDigest: bytes.toString('base64url', 24, 24 + digestBytes),
    fieldsDigest: bytes.toString('base64url', 40, 40 + digestBytes),
    textBytes: bytes.readUInt32LE(20),
    fields: flags & has.fields ? (JSON.parse(bytes.toString('utf8', fieldsAt)) as DocumentFields) : {}
  }
}

function writeDigest(digest: string, bytes: Buffer, at: number): void {
  if (digest.length !== digestLength || bytes.write(digest, at, digestBytes, 'base64url') !== digestBytes) {
    throw new TypeError(`a digest is ${digestBytes} bytes in base64url, not "${digest}"`)
  }
}
