import { GrowingBytes } from '../../bytes/growing-bytes.ts'
import { InputFault } from './record.ts'

/** A value of JSON as it stands in its file. */
export interface JsonValue {
  /** The line where it begins, from 1. */
  readonly line: number
  /** Undefined where it is longer than the limit. May share memory with the chunk it came in. */
  readonly bytes: Buffer | undefined
}

const quote = 0x22
const backslash = 0x5c
const lineFeed = 0x0a
const comma = 0x2c
const closingBracket = 0x5d
const [openers, closers] = [new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])]
const blanks = new Set([0x20, 0x09, 0x0d, lineFeed])

/**
 * Cuts chunks of bytes into the items of a JSON array, or into values that stand one behind the other. What a value is, is not
 * looked at: only its brackets are counted.
 */
export class JsonValueSplitter {
  readonly #isArray: boolean
  readonly #maxValueBytes: number
  readonly #pending = new GrowingBytes()
  #isTooLong = false
  #line = 1
  #valueLine = 1
  #depth = 0
  #state: 'before' | 'opened' | 'value' | 'string' | 'scalar' | 'behind' | 'end'
  #isEscaped = false

  /** @param isArray whether the bytes are an array, and its items are wanted */
  constructor(isArray: boolean, maxValueBytes: number) {
    this.#isArray = isArray
    this.#maxValueBytes = maxValueBytes
    this.#state = isArray ? 'before' : 'behind'
  }

  /** The line that is being read. */
  get line(): number {
    return this.#line
  }

  /**
   * Takes a chunk and gives the values that end in it; all of them must be taken before the next call.
   *
   * @throws InputFault where something stands between values, or behind an array
   */
  *push(chunk: Buffer): Generator<JsonValue, void, void> {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number
      this.#line += Number(byte === lineFeed)
      if (this.#state === 'string') at = this.#stringEnd(chunk, at)
      else if (!this.#isWithin) {
        if (this.#between(byte)) start = at
      } else if (this.#endsValue(byte)) {
        yield this.#complete(chunk.subarray(start, this.#state === 'scalar' ? at : at + 1))
        this.#leave(byte)
      }
    }
    if (this.#isWithin) this.#append(chunk.subarray(start))
  }

  /** Goes on behind a value, which the byte ended. */
  #leave(byte: number): void {
    const isBehind = this.#state === 'scalar'
    this.#state = 'behind'
    if (isBehind) this.#between(byte)
  }

  /** Takes a byte of a value, outside of strings. @returns whether the value ends with it, or before it where it has no brackets */
  #endsValue(byte: number): boolean {
    if (this.#state === 'scalar')
      return blanks.has(byte) || (this.#isArray && (byte === comma || byte === closingBracket))
    if (byte === quote) this.#state = 'string'
    else if (openers.has(byte)) this.#depth++
    else if (closers.has(byte)) this.#depth--
    return this.#depth === 0
  }

  /** The last value, where nothing ends it. @throws InputFault where it, or the array, is not whole */
  end(): JsonValue | undefined {
    if (!this.#isArray && this.#state === 'scalar') return this.#complete(Buffer.alloc(0))
    if (this.#isWithin) throw new InputFault('the data end within a value of JSON', this.#valueLine)
    if (this.#isArray && this.#state !== 'end')
      throw new InputFault('the data end before the JSON array does', this.#line)
    return undefined
  }

  get #isWithin(): boolean {
    return this.#state === 'value' || this.#state === 'string' || this.#state === 'scalar'
  }

  /** Takes a byte between values. @returns whether a value begins with it */
  #between(byte: number): boolean {
    if (blanks.has(byte)) return false
    if (this.#state === 'before') {
      this.#state = 'opened'
      return false
    }
    const isEnd = this.#isArray && byte === closingBracket && this.#state !== 'end'
    if (isEnd) {
      this.#state = 'end'
      return false
    }
    if (this.#state === 'end') throw new InputFault('there is something behind the JSON array', this.#line)
    if (this.#isArray && this.#state === 'behind') {
      if (byte !== comma) throw new InputFault('a comma is missing between two items of the JSON array', this.#line)
      this.#state = 'opened'
      return false
    }
    if (byte === comma || closers.has(byte)) throw new InputFault('a value of JSON is missing', this.#line)
    this.#valueLine = this.#line
    this.#depth = openers.has(byte) ? 1 : 0
    this.#state = this.#depth === 1 ? 'value' : byte === quote ? 'string' : 'scalar'
    return true
  }

  /** Where a string ends in a chunk, or the chunk itself. */
  #stringEnd(chunk: Buffer, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === backslash) this.#isEscaped = true
      else if (byte === quote) {
        // A string that is a value by itself ends like a number.
        this.#state = this.#depth === 0 ? 'scalar' : 'value'
        return at
      }
      if (byte === lineFeed && at > start) this.#line++
    }
    return chunk.length
  }

  #append(piece: Buffer): void {
    this.#isTooLong ||= this.#pending.length + piece.length > this.#maxValueBytes
    if (this.#isTooLong) this.#pending.clear()
    else if (piece.length > 0) this.#pending.append(piece)
  }

  #complete(last: Buffer): JsonValue {
    this.#append(last)
    const isTooLong = this.#isTooLong
    this.#isTooLong = false
    return { line: this.#valueLine, bytes: isTooLong ? undefined : this.#pending.take() }
  }
}
