import type { Change, Touched } from '../embedded/journal.ts'
import type { Arena } from './arena.ts'
import { checkSeal, damagedRow, seal, sealBytes } from './seal.ts'

const table = 'log'
const layout = 1
/** The order of their lists in a row. */
const kinds = ['collection', 'document', 'content'] as const
const headerBytes = sealBytes + 1
const maxVarintBytes = 8

/** One commit: the next free number after it, and whose rows it wrote or removed. */
export interface LogRow {
  readonly nextNumber: number
  readonly touched: readonly Touched[]
}

/** Whose rows a commit writes or removes, in ascending order within each kind. */
export function touchedBy(changes: readonly Change[]): Touched[] {
  const numbers = { collection: new Set<number>(), document: new Set<number>(), content: new Set<number>() }
  for (const change of changes) {
    const kind = change.kind.slice(change.kind.indexOf('-') + 1) as Touched['kind']
    numbers[kind].add('row' in change ? change.row.number : change.number)
  }
  return kinds.flatMap(kind => [...numbers[kind]].sort((a, b) => a - b).map(number => ({ kind, number })))
}

/**
 * Writes a commit as bytes:
 *
 *     u32 CRC-32 of the rest, u8 layout
 *     the next free number; then for collections, documents and contents
 *     how many there are, and each number less the one before
 *
 * All numbers are varints: seven bits a byte, lowest first, the high bit where more follow.
 */
export function encodeLog(sequence: number, { nextNumber, touched }: LogRow, arena: Arena): Buffer {
  const bytes = Buffer.allocUnsafeSlow(headerBytes + maxVarintBytes * (1 + kinds.length + touched.length))
  bytes[4] = layout
  let at = writeVarint(nextNumber, bytes, headerBytes)
  for (const kind of kinds) {
    const numbers = touched.filter(one => one.kind === kind)
    at = writeVarint(numbers.length, bytes, at)
    let last = 0
    for (const { number } of numbers) {
      at = writeVarint(number - last, bytes, at)
      last = number
    }
  }
  const row = arena.take(at)
  bytes.copy(row, 0, 0, at)
  return seal(table, sequence, row)
}

/** Reads what {@link encodeLog} wrote. */
export function decodeLog(sequence: number, bytes: Buffer): LogRow {
  checkSeal(table, sequence, bytes, headerBytes)
  if (bytes[4] !== layout) throw damagedRow(table, sequence, `it has layout ${bytes[4]}`)
  let at = headerBytes
  const read = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw damagedRow(table, sequence, 'it has a wrong length')
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  const nextNumber = read()
  const touched: Touched[] = []
  for (const kind of kinds) {
    let number = 0
    for (let left = read(); left > 0; left--) {
      number += read()
      touched.push({ kind, number })
    }
  }
  if (at !== bytes.length) throw damagedRow(table, sequence, 'it has a wrong length')
  return { nextNumber, touched }
}

function writeVarint(value: number, bytes: Buffer, from: number): number {
  let at = from
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128
  bytes[at++] = rest
  return at
}
