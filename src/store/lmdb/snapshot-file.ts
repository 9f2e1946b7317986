import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SnapshotPlace, SnapshotSource } from '../embedded/snapshot-place.ts'

/** Bytes that are gathered for one write, between two turns of others. */
const bufferBytes = 1024 * 1024

/** Keeps a snapshot in a file, which is replaced as a whole. */
export class SnapshotFile implements SnapshotPlace {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async open(): Promise<SnapshotSource | undefined> {
    try {
      const file = await open(this.#path)
      const { size } = await file.stat()
      return new FileSource(file, size)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  async write(parts: Iterable<Uint8Array>, isStale: () => boolean): Promise<boolean> {
    const path = `${this.#path}.new`
    try {
      const file = await open(path, 'w')
      try {
        if (!(await writeParts(file, parts, isStale))) return false
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(path, this.#path)
      await syncDirectory(dirname(this.#path))
      return true
    } finally {
      await rm(path, { force: true })
    }
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true })
  }
}

class FileSource implements SnapshotSource {
  readonly #file: FileHandle
  readonly #size: number
  #position = 0

  constructor(file: FileHandle, size: number) {
    this.#file = file
    this.#size = size
  }

  get share(): number {
    return this.#position / this.#size
  }

  async read(length: number): Promise<Uint8Array> {
    if (length > this.#size - this.#position) throw new Error('it ends too early')
    const bytes = Buffer.allocUnsafeSlow(length)
    for (let done = 0; done < length; ) {
      const { bytesRead } = await this.#file.read(bytes, done, length - done, this.#position + done)
      if (bytesRead === 0) throw new Error('it ends too early')
      done += bytesRead
    }
    this.#position += length
    return bytes
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}

/** By `writeFile`, which goes on from where the last one ended: `write` may write a part only, as when the disk gets full. */
async function writeParts(file: FileHandle, parts: Iterable<Uint8Array>, isStale: () => boolean): Promise<boolean> {
  let buffer = Buffer.allocUnsafeSlow(bufferBytes)
  let used = 0
  for (const part of parts) {
    // Here, since the part is a view of what may have changed during the last write.
    if (isStale()) return false
    for (let start = 0; start < part.length; ) {
      const taken = Math.min(part.length - start, bufferBytes - used)
      buffer.set(part.subarray(start, start + taken), used)
      start += taken
      used += taken
      if (used < bufferBytes) continue
      await file.writeFile(buffer)
      if (start < part.length && isStale()) return false
      buffer = Buffer.allocUnsafeSlow(bufferBytes)
      used = 0
    }
  }
  await file.writeFile(buffer.subarray(0, used))
  return true
}

/** Makes a rename durable; Windows can neither open a directory nor needs it. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path)
  await directory.sync()
  await directory.close()
}
