import type { Transform } from 'node:stream'

/**
 * Most compressed bytes given to zlib at once. One byte inflates to at most about a
 * thousand, so this bounds what is inflated before anybody can count it: 8 MiB.
 */
const maxPieceBytes = 8 * 1024

/** How compressed bytes are inflated. */
export interface Decompression {
  /** Makes a stream of zlib, e.g. by `createGunzip`. */
  readonly create: () => Transform
  /** Whether the chunks ended before their sender ended them; the data are then not expected to be whole. */
  readonly isCut?: () => boolean
  /** What to throw where the data are corrupt or end too early. */
  readonly fault: (cause: Error) => Error
}

/**
 * Inflates chunks as they come. What zlib gave out before a fault is given out before the fault is
 * thrown, which a pipe into zlib does not promise.
 */
export async function* decompress(
  chunks: AsyncIterable<Buffer>,
  { create, isCut = () => false, fault }: Decompression
): AsyncGenerator<Buffer, void, void> {
  const inflater = new Inflater(create(), fault)
  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length && !inflater.hasEnded; start += maxPieceBytes) {
        yield* inflater.inflate(chunk.subarray(start, start + maxPieceBytes))
      }
    }
    if (!isCut()) yield* inflater.finish()
  } finally {
    inflater.close()
  }
}

class Inflater {
  readonly #stream: Transform
  readonly #describe: Decompression['fault']
  #inflated: Buffer[] = []
  #fault: Error | undefined
  #hasEnded = false
  #settle: () => void = () => {}

  constructor(stream: Transform, describe: Decompression['fault']) {
    this.#stream = stream
    this.#describe = describe
    this.#stream.on('data', (chunk: Buffer) => this.#inflated.push(chunk))
    this.#stream.on('end', () => {
      this.#hasEnded = true
      this.#settle()
    })
    this.#stream.on('error', error => {
      this.#fault = error
      this.#settle()
    })
  }

  /** Whether the data were complete, and more followed. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  *#take(): Generator<Buffer, void, void> {
    const inflated = this.#inflated
    this.#inflated = []
    yield* inflated
    if (this.#fault !== undefined) throw this.#describe(this.#fault)
  }

  async *inflate(piece: Buffer): AsyncGenerator<Buffer, void, void> {
    await new Promise<void>(resolve => {
      this.#settle = resolve
      this.#stream.write(piece, () => resolve())
    })
    yield* this.#take()
  }

  async *finish(): AsyncGenerator<Buffer, void, void> {
    if (!this.#hasEnded && this.#fault === undefined) {
      await new Promise<void>(resolve => {
        this.#settle = resolve
        this.#stream.end()
      })
    }
    yield* this.#take()
  }

  close(): void {
    this.#stream.destroy()
  }
}
