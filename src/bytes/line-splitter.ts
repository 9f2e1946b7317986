import { GrowingBytes } from './growing-bytes.ts'

/** One line of a stream of lines. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Without its end; undefined for a line longer than the limit. May share memory with the chunk it came in. */
  readonly bytes: Buffer | undefined
  /** Whether it ended in CR LF, or at the end of the stream in CR. */
  readonly hasReturn: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const tab = 0x09

/**
 * Cuts chunks of bytes into lines that end in LF or CRLF. Of a line longer than the limit
 * nothing is kept, so memory is bounded by the limit and one chunk.
 *
 * Blank lines, of what JSON counts as space, are counted and not given: of those a few bytes of gzip hold millions.
 */
export class LineSplitter {
  readonly #maxLineBytes: number
  readonly #pending = new GrowingBytes()
  #number = 1
  #isTooLong = false

  /** @param maxLineBytes most bytes of a line without its end */
  constructor(maxLineBytes: number) {
    this.#maxLineBytes = maxLineBytes
  }

  /** Number of the line that is being read. */
  get number(): number {
    return this.#number
  }

  /** Whether a part of the line that is being read has arrived. */
  get isWithinLine(): boolean {
    return this.#isTooLong || this.#pending.length > 0
  }

  /** Bytes of that part which are kept. */
  get heldBytes(): number {
    return this.#pending.length
  }

  /** Takes a chunk and gives the lines that end in it; all of them must be taken before the next call. */
  *push(chunk: Buffer): Generator<Line, void, void> {
    let start = this.isWithinLine ? 0 : this.#skipBlank(chunk, 0)
    for (let end = chunk.indexOf(lineFeed, start); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      this.#append(chunk.subarray(start, end))
      const line = this.#complete()
      if (line !== undefined) yield line
      start = this.#skipBlank(chunk, end + 1)
    }
    this.#append(chunk.subarray(start))
  }

  /** The last line, where the stream does not end in a line end. */
  end(): Line | undefined {
    return this.isWithinLine ? this.#complete() : undefined
  }

  /** Counts the blank lines that a line begins after; returns where it begins. */
  #skipBlank(chunk: Buffer, from: number): number {
    let start = from
    for (let offset = from; offset < chunk.length && isBlankByte(chunk[offset] as number); offset++) {
      if (offset - start > this.#maxLineBytes) break
      if (chunk[offset] !== lineFeed) continue
      this.#number++
      start = offset + 1
    }
    return start
  }

  #append(piece: Buffer): void {
    // One byte more than the limit may still be the CR of the line's end.
    this.#isTooLong ||= this.#pending.length + piece.length > this.#maxLineBytes + 1
    if (this.#isTooLong) this.#pending.clear()
    else if (piece.length > 0) this.#pending.append(piece)
  }

  /** Undefined for a blank one, parts of which came in several chunks. */
  #complete(): Line | undefined {
    const isTooLong = this.#isTooLong
    this.#isTooLong = false
    const number = this.#number++
    if (isTooLong) return { number, bytes: undefined, hasReturn: false }
    const bytes = this.#pending.take()
    const hasReturn = bytes.at(-1) === carriageReturn
    const content = hasReturn ? bytes.subarray(0, -1) : bytes
    if (content.length > this.#maxLineBytes) return { number, bytes: undefined, hasReturn }
    return isBlank(content) ? undefined : { number, bytes: content, hasReturn }
  }
}

function isBlank(bytes: Buffer): boolean {
  let offset = 0
  while (offset < bytes.length && isBlankByte(bytes[offset] as number)) offset++
  return offset === bytes.length
}

function isBlankByte(byte: number): boolean {
  return byte === space || byte === lineFeed || byte === carriageReturn || byte === tab
}
