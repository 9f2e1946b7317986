import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { syncPath } from '../../store/lmdb/durable-files.ts'
import { RunError } from '../run-error.ts'
import { extensionOf } from './output-names.ts'

const lineEnd = Buffer.from('\n')

/** Bytes that are collected before they are written. */
const blockBytes = 256 * 1024

/** Where a result is written. Nothing of it is under its own name before it is whole. */
export interface OutputFile {
  /** Its own name; `-` for standard output. */
  readonly path: string
  /** Where it lies until it is published; undefined for standard output. */
  readonly part: string | undefined
  write(part: Buffer | string): Promise<void>
  /** Begins a record of JSON; its parts are written, and {@link endRecord} ends it. */
  startRecord(): Promise<void>
  endRecord(): Promise<void>
  /** Ends it, and waits until it is on disk. */
  end(): Promise<void>
  /** Gives it its name. To be called when it has ended. */
  publish(): Promise<void>
  /** Leaves nothing of it. */
  discard(): Promise<void>
}

/**
 * Opens an output. What ends in `.gz` is compressed. The records of a `.json` file are the items of an array, and those of any
 * other are lines.
 *
 * @param path `-` for `standardOutput`, which cannot be taken back
 * @param token in the name of the file until it is whole; nobody else has it, so that what a stopped run left is replaced
 * @throws RunError by any method, where it cannot be written
 */
export async function openOutput(path: string, token: string, standardOutput: Writable): Promise<OutputFile> {
  if (path === '-') return new Output(path, standardOutput, async () => {}, {})
  const part = `${path}.${token}.part`
  await rm(part, { force: true })
  const file = createWriteStream(part, { flags: 'wx' })
  return new Output(path, file, () => finished(file), {
    part,
    isGzip: /[.]gz$/i.test(path),
    isArray: extensionOf(path) === 'json',
    publish: async () => {
      await rename(part, path)
      await syncPath(dirname(path))
    },
    discard: async () => {
      file.destroy()
      await rm(part, { force: true })
    }
  })
}

interface OutputSteps {
  readonly part?: string
  readonly isGzip?: boolean
  readonly isArray?: boolean
  readonly publish?: () => Promise<void>
  readonly discard?: () => Promise<void>
}

class Output implements OutputFile {
  readonly part: string | undefined
  readonly path: string
  readonly #stream: Writable
  readonly #isWritten: () => Promise<void>
  readonly #steps: OutputSteps
  readonly #failure: Promise<never>
  #block: Buffer[] = []
  #blockBytes = 0
  #records = 0

  constructor(path: string, file: Writable, isWritten: () => Promise<void>, steps: OutputSteps) {
    this.path = path
    this.#isWritten = isWritten
    this.#steps = steps
    this.part = steps.part
    this.#stream = steps.isGzip === true ? createGzip() : file
    if (this.#stream !== file) this.#stream.pipe(file)
    this.#failure = new Promise((_resolve, reject) => {
      file.once('error', error => reject(this.#describe(error)))
    })
    // It is told by whoever waits for a write.
    this.#failure.catch(() => {})
  }

  async write(part: Buffer | string): Promise<void> {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    this.#block.push(bytes)
    this.#blockBytes += bytes.length
    if (this.#blockBytes >= blockBytes) await this.#flush()
  }

  async startRecord(): Promise<void> {
    if (this.#steps.isArray === true) await this.write(this.#records === 0 ? '[\n' : ',\n')
    this.#records++
  }

  async endRecord(): Promise<void> {
    if (this.#steps.isArray !== true) await this.write(lineEnd)
  }

  async end(): Promise<void> {
    if (this.#steps.isArray === true) await this.write(this.#records === 0 ? '[]\n' : '\n]\n')
    await this.#flush()
    if (this.path === '-') return
    this.#stream.end()
    await Promise.race([this.#isWritten(), this.#failure])
    if (this.part !== undefined) await syncPath(this.part)
  }

  async publish(): Promise<void> {
    await this.#steps.publish?.().catch(error => {
      throw this.#describe(error)
    })
  }

  async discard(): Promise<void> {
    await this.#steps.discard?.()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#block)
    this.#block = []
    this.#blockBytes = 0
    const isTaken = bytes.length === 0 || this.#stream.write(bytes)
    if (!isTaken) await Promise.race([once(this.#stream, 'drain'), this.#failure])
  }

  #describe(cause: Error): RunError {
    const what = this.path === '-' ? 'standard output' : this.path
    return new RunError(`${what} cannot be written: ${cause.message}`, { cause })
  }
}
