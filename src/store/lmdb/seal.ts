import { crc32 } from 'node:zlib'
import { DoppelError } from '../../errors.ts'

/** Bytes at the start of a row that hold the CRC-32 of all others. */
export const sealBytes = 4

/** Writes the checksum of a row, and of its place, into its first bytes. */
export function seal(table: string, number: number, bytes: Buffer): Buffer {
  bytes.writeUInt32LE(checksum(table, number, bytes))
  return bytes
}

/**
 * @param least bytes that every row of the table has
 * @throws DoppelError STORE_UNAVAILABLE when the row is not what was written
 */
export function checkSeal(table: string, number: number, bytes: Buffer, least = sealBytes): void {
  if (bytes.length < least) throw damagedRow(table, number, 'it is too short')
  if (checksum(table, number, bytes) !== bytes.readUInt32LE()) {
    throw damagedRow(table, number, 'its checksum is wrong')
  }
}

/** Begins with the place, so that the row of one number is never taken for that of another: the keys are in pages without a checksum. */
function checksum(table: string, number: number, bytes: Buffer): number {
  const high = Math.floor(number / 2 ** 32)
  const place = number ^ Math.imul(high, 0x9e3779b1) ^ Math.imul(table.charCodeAt(0), 0x85ebca6b)
  return crc32(bytes.subarray(sealBytes), place >>> 0)
}

export function damagedRow(table: string, number: number, how: string): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `the store is damaged: row ${number} of "${table}": ${how}`)
}
