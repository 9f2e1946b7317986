import { randomUUID } from 'node:crypto'
import { close, ftruncate, openSync, read, unlinkSync, write } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeDirectory, privateDirectory, privateFile } from '../../make-directory.ts'

const closeFile = promisify(close)
const truncate = promisify(ftruncate)
const readAt = promisify(read)
const writeAt = promisify(write)

/** More would have to be kept than the file may hold. */
export class SpoolFull extends Error {
  override readonly name = 'SpoolFull'
}

/** The disk space of all spools together. */
export class SpoolSpace {
  readonly #limitBytes: number
  #usedBytes = 0

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  get usedBytes(): number {
    return this.#usedBytes
  }

  /** @throws SpoolFull, and nothing is taken */
  take(bytes: number): void {
    if (this.#usedBytes + bytes > this.#limitBytes) throw new SpoolFull('the spools together are full')
    this.#usedBytes += bytes
  }

  giveBack(bytes: number): void {
    this.#usedBytes -= bytes
  }
}

/**
 * A queue of bytes in a file without a name: nothing is left of it when the process ends, however it ends.
 * The file is used as a ring, so it never grows beyond its limit.
 *
 * One append and one take may run at the same time, not two of a kind.
 */
export class SpoolFile {
  readonly #file: number
  readonly #limitBytes: number
  readonly #space: SpoolSpace
  /** What the file takes of the space: it does not shrink before it is empty. */
  #size = 0
  /** Bytes ever appended and ever taken, since the file was last empty. */
  #appended = 0
  #taken = 0

  /**
   * @param limitBytes most bytes that may wait in it
   * @param space what all files share
   */
  constructor(directory: string, limitBytes: number, space: SpoolSpace) {
    makeDirectory(directory, privateDirectory)
    const path = join(directory, `doppel-spool-${randomUUID()}`)
    this.#file = openSync(path, 'wx+', privateFile)
    unlinkSync(path)
    this.#limitBytes = limitBytes
    this.#space = space
  }

  /** Bytes that wait. */
  get length(): number {
    return this.#appended - this.#taken
  }

  /** @throws SpoolFull, and nothing is appended */
  async append(bytes: Buffer): Promise<void> {
    if (this.length + bytes.length > this.#limitBytes) throw new SpoolFull('the spool is full')
    this.#resize(Math.max(this.#size, Math.min(this.#appended + bytes.length, this.#limitBytes)))
    for (let offset = 0; offset < bytes.length; ) {
      const position = (this.#appended + offset) % this.#limitBytes
      const length = Math.min(bytes.length - offset, this.#limitBytes - position)
      const { bytesWritten } = await writeAt(this.#file, bytes, offset, length, position)
      offset += bytesWritten
    }
    this.#appended += bytes.length
  }

  /** Takes the oldest bytes that lie together, at most `maxBytes` of them; none when none wait. */
  async take(maxBytes: number): Promise<Buffer> {
    const position = this.#taken % this.#limitBytes
    const length = Math.min(maxBytes, this.length, this.#limitBytes - position)
    const bytes = Buffer.allocUnsafeSlow(length)
    const { bytesRead } = await readAt(this.#file, bytes, 0, length, position)
    this.#taken += bytesRead
    return bytes.subarray(0, bytesRead)
  }

  /** Gives the disk space back; only while nothing waits and nothing runs. */
  async clear(): Promise<void> {
    this.#appended = 0
    this.#taken = 0
    await truncate(this.#file)
    this.#resize(0)
  }

  async close(): Promise<void> {
    await closeFile(this.#file)
    this.#resize(0)
  }

  #resize(size: number): void {
    if (size > this.#size) this.#space.take(size - this.#size)
    else this.#space.giveBack(this.#size - size)
    this.#size = size
  }
}
