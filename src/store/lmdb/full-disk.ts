import { statfsSync } from 'node:fs'

/** With less free space than this a failed write is taken for a full disk, in bytes. */
const fullDiskBytes = 16 * 1024 * 1024

/** Whether a write into a directory may have failed for lack of space. */
export function isFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize < fullDiskBytes
}
