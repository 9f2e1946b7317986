import { statfsSync } from 'node:fs'
import { DoppelError } from '../../errors.ts'

/** With less free space than this a failed write is taken for a full disk, in bytes. */
const fullDiskBytes = 16 * 1024 * 1024

/**
 * What a failure means to those who use the store.
 *
 * @param directory where it was written to
 */
export function failureOf(cause: unknown, directory: string): DoppelError {
  if (cause instanceof DoppelError) return cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  // LMDB reports a full disk as an input/output error.
  if (freeBytes(directory) < fullDiskBytes) {
    return new DoppelError('STORE_FULL', `the disk is full: ${reason}`, { cause })
  }
  return new DoppelError('STORE_UNAVAILABLE', `the directory ${directory} cannot be used: ${reason}`, { cause })
}

/**
 * Refuses to write where the disk may get full of it, for systems on which a write must not fail.
 *
 * @throws DoppelError STORE_FULL
 */
export function requireSpace(directory: string): void {
  const free = freeBytes(directory)
  if (free < fullDiskBytes) throw new DoppelError('STORE_FULL', `the disk is nearly full: ${free} bytes are left`)
}

function freeBytes(directory: string): number {
  try {
    const { bavail, bsize } = statfsSync(directory)
    return bavail * bsize
  } catch {
    // It is gone, or was never there.
    return Number.POSITIVE_INFINITY
  }
}
