import { TrailingBytes } from './record.ts'

const frameMagic = 0xfd2fb528
/** Of frames that hold nothing to inflate; the lowest four bits may be anything. */
const skippableMagic = 0x184d2a50

/**
 * Gives out Zstandard frames as they come, and nothing of what lies behind the last one: decoders do not tell it from
 * a frame that is damaged. Lengths stand in the frames, so nothing is inflated here.
 *
 * @throws TrailingBytes where something else follows a frame, unless it is zeros, once all before it is given out
 */
export async function* zstdFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  const walk = new FrameWalk()
  for await (const chunk of chunks) {
    const end = walk.pass(chunk)
    if (end > 0) yield chunk.subarray(0, end)
    if (walk.isBehind)
      throw new TrailingBytes('something that is no Zstandard lies behind the data; all before it was read')
  }
}

type Part = 'magic' | 'descriptor' | 'header' | 'block' | 'length' | 'content'

/** Follows the structure of frames through chunks. */
class FrameWalk {
  #part: Part = 'magic'
  /** Bytes of the part that are collected, and how many it has. */
  #collected: number[] = []
  #needed = 4
  /** Bytes to pass without a look, and what comes then. */
  #skip = 0
  #isLast = false
  #hasChecksum = false
  #frames = 0
  #isBehind = false

  /** Whether something that is no frame was reached. */
  get isBehind(): boolean {
    return this.#isBehind
  }

  /** @returns how many bytes of the chunk belong to frames; a magic number that is cut by the end of a chunk does */
  pass(chunk: Buffer): number {
    let at = 0
    while (at < chunk.length) {
      if (this.#skip > 0) {
        const passed = Math.min(this.#skip, chunk.length - at)
        this.#skip -= passed
        at += passed
        continue
      }
      const byte = chunk[at] as number
      if (this.#part === 'magic' && this.#frames > 0 && !isMagic([...this.#collected, byte])) {
        this.#isBehind = byte !== 0 || this.#collected.length > 0
        if (this.#isBehind) return at - this.#collected.length
        return this.#zeros(chunk, at)
      }
      this.#collected.push(byte)
      at++
      if (this.#collected.length === this.#needed) this.#next(Buffer.from(this.#collected))
    }
    return at
  }

  /** Padding, which is no part of a frame. */
  #zeros(chunk: Buffer, start: number): number {
    this.#isBehind = chunk.subarray(start).some(byte => byte !== 0)
    return start
  }

  #expect(part: Part, bytes: number): void {
    this.#part = part
    this.#collected = []
    this.#needed = bytes
  }

  #next(found: Buffer): void {
    if (this.#part === 'magic') {
      this.#frames++
      this.#expect(
        found.readUInt32LE() === frameMagic ? 'descriptor' : 'length',
        found.readUInt32LE() === frameMagic ? 1 : 4
      )
    } else if (this.#part === 'length') {
      this.#skip = found.readUInt32LE()
      this.#expect('magic', 4)
    } else if (this.#part === 'descriptor') {
      const descriptor = found[0] as number
      this.#hasChecksum = (descriptor & 4) !== 0
      this.#skip = headerBytes(descriptor)
      this.#expect('block', 3)
    } else this.#block(found.readUIntLE(0, 3))
  }

  #block(header: number): void {
    const isRepeated = ((header >> 1) & 3) === 1
    this.#skip = isRepeated ? 1 : header >> 3
    this.#isLast = (header & 1) === 1
    if (this.#isLast) {
      if (this.#hasChecksum) this.#skip += 4
      this.#expect('magic', 4)
    } else this.#expect('block', 3)
  }
}

/** What follows the descriptor of a frame: window, dictionary and size of the content. */
function headerBytes(descriptor: number): number {
  const isSingleSegment = (descriptor & 32) !== 0
  const dictionary = [0, 1, 2, 4][descriptor & 3] as number
  const size = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] as number
  return (isSingleSegment ? 0 : 1) + dictionary + size
}

/** Whether bytes are the beginning of a magic number. */
function isMagic(bytes: readonly number[]): boolean {
  const frame = [0x28, 0xb5, 0x2f, 0xfd]
  const skippable = [skippableMagic & 0xff, 0x2a, 0x4d, 0x18]
  return (
    bytes.every((byte, at) => byte === frame[at]) ||
    bytes.every((byte, at) => (at === 0 ? byte & 0xf0 : byte) === skippable[at])
  )
}
