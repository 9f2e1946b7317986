import { crc32 } from 'node:zlib'
import { DoppelError } from '../../errors.ts'

/** Bytes at the start of a row that hold the CRC-32 of all others. */
export const sealBytes = 4

/** Writes the checksum of a row into its first bytes. */
export function seal(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(crc32(bytes.subarray(sealBytes)))
  return bytes
}

/**
 * @param least bytes that every row of the table has
 * @throws DoppelError STORE_UNAVAILABLE when the row is not what was written
 */
export function checkSeal(table: string, number: number, bytes: Buffer, least = sealBytes): void {
  if (bytes.length < least) throw damagedRow(table, number, 'it is too short')
  if (crc32(bytes.subarray(sealBytes)) !== bytes.readUInt32LE()) {
    throw damagedRow(table, number, 'its checksum is wrong')
  }
}

export function damagedRow(table: string, number: number, how: string): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `the store is damaged: row ${number} of "${table}": ${how}`)
}
