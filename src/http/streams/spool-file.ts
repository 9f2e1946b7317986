import { randomUUID } from 'node:crypto'
import { close, ftruncate, mkdirSync, openSync, read, unlinkSync, write } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const closeFile = promisify(close)
const truncate = promisify(ftruncate)
const readAt = promisify(read)
const writeAt = promisify(write)

/** More would have to be kept than the file may hold. */
export class SpoolFull extends Error {
  override readonly name = 'SpoolFull'
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
  /** Bytes ever appended and ever taken, since the file was last empty. */
  #appended = 0
  #taken = 0

  /** @param limitBytes most bytes that may wait in it */
  constructor(directory: string, limitBytes: number) {
    mkdirSync(directory, { recursive: true })
    const path = join(directory, `doppel-spool-${randomUUID()}`)
    this.#file = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
    this.#limitBytes = limitBytes
  }

  /** Bytes that wait. */
  get length(): number {
    return this.#appended - this.#taken
  }

  /** @throws SpoolFull, and nothing is appended */
  async append(bytes: Buffer): Promise<void> {
    if (this.length + bytes.length > this.#limitBytes) throw new SpoolFull('the spool is full')
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
  }

  async close(): Promise<void> {
    await closeFile(this.#file)
  }
}
