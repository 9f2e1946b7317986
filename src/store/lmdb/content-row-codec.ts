import type { ContentRow, MatchRow } from '../embedded/journal.ts'
import type { Arena } from './arena.ts'
import { checkSeal, damagedRow, seal } from './seal.ts'

const table = 'contents'
const layout = 2
/** Bytes before the signature. */
const headerBytes = 40
const keyAt = 24
const signatureKeyBytes = 8
const bytesPerMatch = 12
const numberBytes = 6
/** Stands for an unknown count of shared shingles. */
const unknown = 0xffff_ffff
const has = { shingleCount: 1, shingles: 2, truncated: 4 }
/** How the key is kept, in the flags. */
const keyKinds = { none: 0, text: 16, signature: 32, other: 48 }
const keyMask = 48
const textKey = /^[0-9a-f]{32}$/
const signatureKey = /^s[0-9a-f]{16}$/

/**
 * Writes a content as bytes, little-endian:
 *
 *     u32 CRC-32 of the rest
 *     u8 layout, u8 flags, u16 slots of the signature
 *     u48 collection, u16 bytes of a key of another form
 *     u32 size of the shingle set, u32 matches
 *     key: 16 bytes, of the usual forms: of a text 32 hexadecimal digits, of a signature 16 and zeros
 *     slots, u32 each; the shingle set, u32 each, where it is stored
 *     matches: u48 content, u16 equal slots, u32 shared shingles or 0xffffffff
 *     key in UTF-8, of another form
 */
export function encodeContent(row: ContentRow, arena: Arena): Buffer {
  const { signature, shingles, matches } = row
  if (shingles !== undefined && shingles.length !== row.shingleCount) {
    throw new TypeError(`${shingles.length} shingles are not the set of ${row.shingleCount}`)
  }
  const kind = keyKindOf(row.key)
  const otherKey = kind === keyKinds.other ? (row.key as string) : ''
  const otherBytes = Buffer.byteLength(otherKey)
  const slots = signature.length + (shingles?.length ?? 0)
  const bytes = arena.take(headerBytes + 4 * slots + bytesPerMatch * matches.length + otherBytes)
  bytes[4] = layout
  bytes[5] =
    kind |
    (row.shingleCount === undefined ? 0 : has.shingleCount) |
    (shingles === undefined ? 0 : has.shingles) |
    (row.truncated ? has.truncated : 0)
  bytes.writeUInt16LE(signature.length, 6)
  bytes.writeUIntLE(row.collection, 8, numberBytes)
  bytes.writeUInt16LE(otherBytes, 14)
  bytes.writeUInt32LE(row.shingleCount ?? 0, 16)
  bytes.writeUInt32LE(matches.length, 20)
  bytes.fill(0, keyAt, headerBytes)
  if (kind === keyKinds.text) bytes.write(row.key as string, keyAt, 'hex')
  if (kind === keyKinds.signature) bytes.write((row.key as string).slice(1), keyAt, 'hex')
  let at = writeUint32s(signature, bytes, headerBytes)
  if (shingles !== undefined) at = writeUint32s(shingles, bytes, at)
  for (const { content, equalSlots, shared } of matches) {
    at = bytes.writeUIntLE(content, at, numberBytes)
    at = bytes.writeUInt16LE(equalSlots, at)
    at = bytes.writeUInt32LE(shared ?? unknown, at)
  }
  bytes.write(otherKey, at)
  return seal(table, row.number, bytes)
}

/**
 * Reads what {@link encodeContent} wrote.
 *
 * @param bytes may be used again afterwards: what the row keeps is copied
 */
export function decodeContent(number: number, bytes: Buffer): ContentRow {
  checkSeal(table, number, bytes, headerBytes)
  if (bytes[4] !== layout) throw damagedRow(table, number, `it has layout ${bytes[4]}`)
  const flags = bytes[5] as number
  const shingleCount = bytes.readUInt32LE(16)
  const shinglesAt = headerBytes + 4 * bytes.readUInt16LE(6)
  const matchesAt = shinglesAt + (flags & has.shingles ? 4 * shingleCount : 0)
  const matchesEnd = matchesAt + bytesPerMatch * bytes.readUInt32LE(20)
  if (matchesEnd + bytes.readUInt16LE(14) !== bytes.length) throw damagedRow(table, number, 'it has a wrong length')
  return {
    number,
    collection: bytes.readUIntLE(8, numberBytes),
    key: keyOf(flags & keyMask, bytes, matchesEnd),
    signature: readUint32s(bytes, headerBytes, shinglesAt),
    shingleCount: flags & has.shingleCount ? shingleCount : undefined,
    shingles: flags & has.shingles ? readUint32s(bytes, shinglesAt, matchesAt) : undefined,
    matches: readMatches(bytes, matchesAt, matchesEnd),
    truncated: (flags & has.truncated) !== 0
  }
}

function keyKindOf(key: string | undefined): number {
  if (key === undefined) return keyKinds.none
  if (textKey.test(key)) return keyKinds.text
  return signatureKey.test(key) ? keyKinds.signature : keyKinds.other
}

function keyOf(kind: number, bytes: Buffer, otherAt: number): string | undefined {
  if (kind === keyKinds.none) return undefined
  if (kind === keyKinds.other) return bytes.toString('utf8', otherAt)
  return kind === keyKinds.text
    ? bytes.toString('hex', keyAt, headerBytes)
    : `s${bytes.toString('hex', keyAt, keyAt + signatureKeyBytes)}`
}

function readMatches(bytes: Buffer, from: number, to: number): MatchRow[] {
  const matches: MatchRow[] = []
  for (let at = from; at < to; at += bytesPerMatch) {
    const shared = bytes.readUInt32LE(at + 8)
    matches.push({
      content: bytes.readUIntLE(at, numberBytes),
      equalSlots: bytes.readUInt16LE(at + 6),
      shared: shared === unknown ? undefined : shared
    })
  }
  return matches
}

/** The processors that lmdb is built for are all little-endian. */
function writeUint32s(values: Uint32Array, bytes: Buffer, at: number): number {
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
  return at + values.byteLength
}

/** Space for the arrays of many rows: one allocation each would take most of the time of reading a store. */
let slab = new Uint8Array(0)
let used = 0
const slabBytes = 64 * 1024

function readUint32s(bytes: Buffer, from: number, to: number): Uint32Array {
  const size = to - from
  if (size > slabBytes / 4) return new Uint32Array(Uint8Array.prototype.slice.call(bytes, from, to).buffer)
  if (used + size > slab.length) {
    slab = new Uint8Array(slabBytes)
    used = 0
  }
  slab.set(bytes.subarray(from, to), used)
  used += size
  return new Uint32Array(slab.buffer, used - size, size / 4)
}
