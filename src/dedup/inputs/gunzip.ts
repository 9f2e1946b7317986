import zlib, { createInflateRaw, type InflateRaw } from 'node:zlib'
import { TrailingBytes } from './record.ts'

/** Compressed bytes that are inflated at once: a byte inflates to at most about a thousand. */
const pieceBytes = 64 * 1024
const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16 }

/** Since Node.js 20.15, where the types do not know it. */
const { crc32 } = zlib as unknown as { readonly crc32: (data: Uint8Array, value?: number) => number }

/**
 * Inflates gzip, member by member. What Node.js does on its own throws away what it has inflated last where something else
 * follows a member.
 *
 * @param fault what to throw where the data are corrupt or end too early; what lies before is given out first
 * @throws TrailingBytes where something that is no gzip lies behind a member, unless it is zeros
 */
export async function* gunzip(
  chunks: AsyncIterable<Buffer>,
  fault: (cause: Error) => Error
): AsyncGenerator<Buffer, void, void> {
  const bytes = new ByteQueue(chunks)
  try {
    await skipHeader(bytes)
    do yield* inflatedMember(bytes)
    while (await hasMember(bytes))
  } catch (error) {
    if (error instanceof GzipFault || (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true) {
      throw fault(error as Error)
    }
    throw error
  }
}

class GzipFault extends Error {}

async function skipHeader(bytes: ByteQueue): Promise<void> {
  const head = await bytes.take(10)
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) throw new GzipFault('the header is none of gzip')
  const flag = head[3] as number
  if ((flag & flags.extra) !== 0) await bytes.take((await bytes.take(2)).readUInt16LE())
  for (const text of [flags.name, flags.comment]) {
    if ((flag & text) === 0) continue
    while ((await bytes.take(1))[0] !== 0) {
      // Until the zero at its end.
    }
  }
  if ((flag & flags.headerChecksum) !== 0) await bytes.take(2)
}

async function* inflatedMember(bytes: ByteQueue): AsyncGenerator<Buffer, void, void> {
  const member = new Member()
  let checksum = 0
  let length = 0
  try {
    while (!member.hasEnded) {
      const piece = await bytes.peek(pieceBytes)
      if (piece.length === 0) throw new GzipFault('unexpected end of file')
      const inflated = await member.inflate(piece)
      for (const part of inflated) {
        checksum = crc32(part, checksum)
        length += part.length
      }
      bytes.skip(member.taken(piece.length))
      yield* inflated
      if (member.fault !== undefined) throw member.fault
    }
  } finally {
    member.close()
  }
  const trailer = await bytes.take(8)
  if (trailer.readUInt32LE(0) !== checksum) throw new GzipFault('incorrect data check')
  if (trailer.readUInt32LE(4) !== length % 2 ** 32) throw new GzipFault('incorrect length check')
}

/** Whether another member follows, and passes its header; zeros may lie before it. */
async function hasMember(bytes: ByteQueue): Promise<boolean> {
  for (;;) {
    const next = await bytes.peek(pieceBytes)
    const at = next.findIndex(byte => byte !== 0)
    if (next.length === 0) return false
    if (at > 0) bytes.skip(at)
    else if (at === -1) bytes.skip(next.length)
    if (at !== -1) break
  }
  try {
    await skipHeader(bytes)
    return true
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error
  }
  throw new TrailingBytes('something that is no gzip lies behind the gzip data; all before it was read')
}

/** The compressed data of a member. */
class Member {
  readonly #stream: InflateRaw = createInflateRaw()
  #inflated: Buffer[] = []
  #taken = 0
  #settle: () => void = () => {}
  hasEnded = false
  fault: Error | undefined

  constructor() {
    this.#stream.on('data', (chunk: Buffer) => this.#inflated.push(chunk))
    this.#stream.on('end', () => {
      this.hasEnded = true
      this.#settle()
    })
    this.#stream.on('error', error => {
      this.fault = error
      this.#settle()
    })
  }

  async inflate(piece: Buffer): Promise<Buffer[]> {
    await new Promise<void>(resolve => {
      this.#settle = resolve
      this.#stream.write(piece, () => resolve())
    })
    const inflated = this.#inflated
    this.#inflated = []
    return inflated
  }

  /** How much of a piece belongs to the member. */
  taken(length: number): number {
    const taken = this.hasEnded ? this.#stream.bytesWritten - this.#taken : length
    this.#taken += taken
    return taken
  }

  close(): void {
    this.#stream.destroy()
  }
}

/** Bytes that come in chunks, to be taken in other ones. */
class ByteQueue {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Up to so many bytes that are there already, or come next; none at the end. */
  async peek(most: number): Promise<Buffer> {
    if (this.#rest.length === 0) await this.#more()
    return this.#rest.subarray(0, most)
  }

  /** Whether so many bytes follow. */
  async has(count: number): Promise<boolean> {
    while (this.#rest.length < count) if (!(await this.#more())) return false
    return true
  }

  skip(count: number): void {
    this.#rest = this.#rest.subarray(count)
  }

  /** @throws GzipFault where fewer follow */
  async take(count: number): Promise<Buffer> {
    if (!(await this.has(count))) throw new GzipFault('unexpected end of file')
    const taken = this.#rest.subarray(0, count)
    this.skip(count)
    return taken
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next()
    if (done === true) return false
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value])
    return true
  }
}
