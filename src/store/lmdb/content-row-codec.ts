import type { ContentRow, MatchRow } from '../embedded/journal.ts'

/** Bytes before the variable parts. */
const headerBytes = 8 + 5 * 4
const bytesPerMatch = 8 + 2 * 4

/**
 * Writes a content as bytes, little-endian:
 *
 *     f64 collection
 *     u32 bytes of the key, 0 for none
 *     u32 slots of the signature
 *     u32 size of the shingle set plus 1, 0 where it is unknown
 *     u32 stored shingles plus 1, 0 where they are not stored
 *     u32 matches
 *     key in UTF-8; slots, u32 each; stored shingles, u32 each
 *     matches: f64 content, u32 equal slots, u32 shared shingles plus 1 or 0
 */
export function encodeContent(row: ContentRow): Buffer {
  const key = Buffer.from(row.key ?? '')
  const shingles = row.shingles ?? new Uint32Array(0)
  const size =
    headerBytes + key.length + 4 * (row.signature.length + shingles.length) + bytesPerMatch * row.matches.length
  const bytes = Buffer.alloc(size)
  let at = bytes.writeDoubleLE(row.collection)
  at = bytes.writeUInt32LE(key.length, at)
  at = bytes.writeUInt32LE(row.signature.length, at)
  at = bytes.writeUInt32LE(row.shingleCount === undefined ? 0 : row.shingleCount + 1, at)
  at = bytes.writeUInt32LE(row.shingles === undefined ? 0 : shingles.length + 1, at)
  at = bytes.writeUInt32LE(row.matches.length, at)
  at += key.copy(bytes, at)
  for (const slot of row.signature) at = bytes.writeUInt32LE(slot, at)
  for (const shingle of shingles) at = bytes.writeUInt32LE(shingle, at)
  for (const { content, equalSlots, shared } of row.matches) {
    at = bytes.writeDoubleLE(content, at)
    at = bytes.writeUInt32LE(equalSlots, at)
    at = bytes.writeUInt32LE(shared === undefined ? 0 : shared + 1, at)
  }
  return bytes
}

/** Reads what {@link encodeContent} wrote. */
export function decodeContent(number: number, bytes: Buffer): ContentRow {
  const keyBytes = bytes.readUInt32LE(8)
  const slotCount = bytes.readUInt32LE(12)
  const shingleCount = bytes.readUInt32LE(16)
  const storedShingles = bytes.readUInt32LE(20)
  const matchCount = bytes.readUInt32LE(24)
  const signatureAt = headerBytes + keyBytes
  const shinglesAt = signatureAt + 4 * slotCount
  const matchesAt = shinglesAt + 4 * Math.max(0, storedShingles - 1)
  return {
    number,
    collection: bytes.readDoubleLE(0),
    key: keyBytes === 0 ? undefined : bytes.toString('utf8', headerBytes, signatureAt),
    signature: readUint32s(bytes, signatureAt, slotCount),
    shingleCount: shingleCount === 0 ? undefined : shingleCount - 1,
    shingles: storedShingles === 0 ? undefined : readUint32s(bytes, shinglesAt, storedShingles - 1),
    matches: Array.from({ length: matchCount }, (_, i) => readMatch(bytes, matchesAt + i * bytesPerMatch)),
    truncated: false
  }
}

function readMatch(bytes: Buffer, at: number): MatchRow {
  const shared = bytes.readUInt32LE(at + 12)
  return {
    content: bytes.readDoubleLE(at),
    equalSlots: bytes.readUInt32LE(at + 8),
    shared: shared === 0 ? undefined : shared - 1
  }
}

function readUint32s(bytes: Buffer, at: number, count: number): Uint32Array {
  const values = new Uint32Array(count)
  for (let i = 0; i < count; i++) values[i] = bytes.readUInt32LE(at + 4 * i)
  return values
}
