import { GrowingBytes } from '../../bytes/growing-bytes.ts'

/** A row of a CSV file as it stands there. */
export interface CsvRow {
  /** The line where it begins, from 1. */
  readonly line: number
  /** Without its line end; undefined where it is longer than the limit. May share memory with the chunk it came in. */
  readonly bytes: Buffer | undefined
  /** Whether the line end has a carriage return. */
  readonly hasReturn: boolean
  /** What is wrong with its quotes; undefined for nothing. */
  readonly fault: string | undefined
  /** Whether its quotes are escaped with a backslash, as MySQL writes them. */
  readonly isBackslashed: boolean
}

const quote = 0x22
const backslash = 0x5c
const lineFeed = 0x0a
const carriageReturn = 0x0d

const textBehindQuote = 'there is text behind the closing quote of a cell'
const openQuote = 'a quote is open until the end of the file'

/**
 * Cuts chunks of bytes into the rows of CSV (RFC 4180): a line end within quotes is none. A quote counts as
 * such where a cell begins with it, as in Python's csv.
 *
 * A row whose quotes are wrong has a fault and ends at its first line end: most often the quote that is missing is there,
 * and the lines behind are rows of their own.
 */
export class CsvSplitter {
  readonly #delimiter: number
  readonly #maxRowBytes: number
  readonly #pending = new GrowingBytes()
  #isTooLong = false
  #line = 1
  #nextLine = 1
  #state: 'cell' | 'plain' | 'quoted' | 'quote' | 'return' = 'cell'
  #fault: string | undefined
  #isBackslashed = false
  /** Whether an odd number of backslashes stands before what comes next, within quotes. */
  #isEscaping = false

  /**
   * @param delimiter between cells, one byte
   * @param maxRowBytes most bytes of a row without its line end
   */
  constructor(delimiter: string, maxRowBytes: number) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#maxRowBytes = maxRowBytes
  }

  /** The line where the row begins that is being read. */
  get line(): number {
    return this.#line
  }

  /** Takes a chunk and gives the rows that end in it; all of them must be taken before the next call. */
  *push(chunk: Buffer): Generator<CsvRow, void, void> {
    let bytes = chunk
    let start = 0
    let at = 0
    for (;;) {
      const end = this.#rowEnd(bytes, at)
      if (end === 'again') {
        // The row is read anew, from where it begins.
        if (this.#pending.length > 0) {
          bytes = Buffer.concat([this.#pending.take(), bytes.subarray(start)])
          start = 0
        }
        if (!this.#isBackslashed) {
          const lineEnd = bytes.indexOf(lineFeed, start)
          this.#append(bytes.subarray(start, lineEnd))
          this.#nextLine = this.#line + 1
          yield this.#complete()
          start = lineEnd + 1
        }
        at = start
        continue
      }
      if (end === -1) break
      this.#append(bytes.subarray(start, end))
      yield this.#complete()
      start = end + 1
      at = start
    }
    this.#append(bytes.subarray(start))
  }

  /** The last rows, where the stream does not end in a line end. */
  *end(): Generator<CsvRow, void, void> {
    while (this.#isTooLong || this.#pending.length > 0) {
      if (this.#state === 'quoted') this.#fault ??= openQuote
      const isOneLine = this.#nextLine === this.#line || this.#isTooLong
      if (this.#state !== 'quoted' || isOneLine) {
        yield this.#complete()
        return
      }
      const bytes = this.#pending.take()
      const lineEnd = bytes.indexOf(lineFeed)
      this.#append(bytes.subarray(0, lineEnd))
      this.#nextLine = this.#line + 1
      yield this.#complete()
      yield* this.push(bytes.subarray(lineEnd + 1))
    }
  }

  /**
   * Where the row that is being read ends in a chunk; -1 where it does not, and `again` where it must be read anew: up
   * to its first line end, or with backslashes.
   */
  #rowEnd(chunk: Buffer, start: number): number | 'again' {
    for (let at = start; at < chunk.length; at++) {
      if (this.#state === 'quoted') {
        at = this.#closingQuote(chunk, at)
        if (at === -1) return -1
        this.#state = 'quote'
        continue
      }
      if (this.#state === 'plain') at = this.#plainEnd(chunk, at)
      const byte = chunk[at]
      if (byte === undefined) return -1
      if (byte === lineFeed) {
        this.#nextLine++
        this.#state = 'cell'
        return at
      }
      if (this.#mustReread(byte)) return 'again'
    }
    return -1
  }

  /** Where a cell without quotes ends in a chunk, or the chunk itself. */
  #plainEnd(chunk: Buffer, start: number): number {
    const delimiter = this.#delimiter
    const end = chunk.length
    for (let at = start; at < end; at++) {
      const byte = chunk[at]
      if (byte === delimiter || byte === lineFeed) return at
    }
    return end
  }

  /** Takes a byte outside of quotes. @returns whether the row must be read anew */
  #mustReread(byte: number): boolean {
    // What follows a fault is not looked at: the row ends with its line.
    if (this.#fault !== undefined) return false
    if (this.#isBehindQuote(byte)) return this.#isWrong()
    this.#state = this.#next(byte)
    return false
  }

  /** Whether a byte follows a closing quote that it must not follow. Of a row that is too long nothing is kept to read anew. */
  #isBehindQuote(byte: number): boolean {
    if (this.#isTooLong) return false
    if (this.#state === 'return') return true
    return this.#state === 'quote' && byte !== this.#delimiter && byte !== quote && byte !== carriageReturn
  }

  #next(byte: number): 'cell' | 'plain' | 'quoted' | 'return' {
    if (byte === this.#delimiter) return 'cell'
    if (this.#state === 'quote' && byte === carriageReturn) return 'return'
    const isOpening = byte === quote && (this.#state === 'cell' || this.#state === 'quote')
    if (!isOpening) return 'plain'
    this.#isEscaping = false
    return 'quoted'
  }

  /** Notes text behind a closing quote. @returns whether the row must be read anew */
  #isWrong(): boolean {
    if (this.#isEscaping && !this.#isBackslashed && this.#state === 'quote') {
      this.#isBackslashed = true
      this.#begin()
      return true
    }
    const isOneLine = this.#nextLine === this.#line
    this.#isBackslashed = false
    this.#fault = textBehindQuote
    this.#state = 'plain'
    return !isOneLine
  }

  /** The next quote that may close the cell: one behind a backslash does not where the row has such. */
  #closingQuote(chunk: Buffer, start: number): number {
    let from = start
    for (;;) {
      const end = chunk.indexOf(quote, from)
      const within = end === -1 ? chunk.length : end
      this.#countLines(chunk, from, within)
      this.#isEscaping = endsEscaping(chunk, from, within, this.#isEscaping)
      if (end === -1) return -1
      if (!this.#isBackslashed || !this.#isEscaping) return end
      this.#isEscaping = false
      from = end + 1
    }
  }

  #countLines(chunk: Buffer, start: number, end: number): void {
    for (let at = chunk.indexOf(lineFeed, start); at !== -1 && at < end; at = chunk.indexOf(lineFeed, at + 1)) {
      this.#nextLine++
    }
  }

  #append(piece: Buffer): void {
    // One byte more than the limit may still be the CR of the line end.
    this.#isTooLong ||= this.#pending.length + piece.length > this.#maxRowBytes + 1
    if (this.#isTooLong) this.#pending.clear()
    else if (piece.length > 0) this.#pending.append(piece)
  }

  /** Begins the row that is being read anew. */
  #begin(): void {
    this.#nextLine = this.#line
    this.#state = 'cell'
    this.#isEscaping = false
  }

  #complete(): CsvRow {
    const line = this.#line
    const fault = this.#fault
    const isBackslashed = this.#isBackslashed
    const isTooLong = this.#isTooLong
    this.#line = this.#nextLine
    this.#isTooLong = false
    this.#fault = undefined
    this.#isBackslashed = false
    this.#begin()
    const bytes = isTooLong ? undefined : this.#pending.take()
    const hasReturn = bytes?.at(-1) === carriageReturn
    const content = hasReturn ? bytes?.subarray(0, -1) : bytes
    const isKept = content !== undefined && content.length <= this.#maxRowBytes
    return { line, bytes: isKept ? content : undefined, hasReturn, fault, isBackslashed }
  }
}

/** Whether an odd number of backslashes ends a part of a chunk; `isBefore` says it of what lies before the part. */
function endsEscaping(chunk: Buffer, start: number, end: number, isBefore: boolean): boolean {
  let at = end
  while (at > start && chunk[at - 1] === backslash) at--
  return ((end - at) % 2 === 1) !== (at === start && isBefore)
}

/** The cells of a row without faults, without the quotes around them. */
export function cellsOf(row: string, delimiter: string, isBackslashed = false): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let cell = ''
    if (row[at] === '"') {
      const [quoted, next] = isBackslashed ? backslashedAt(row, at + 1) : quotedAt(row, at + 1)
      cell = quoted
      at = next
    }
    const end = row.indexOf(delimiter, at)
    if (end === -1) {
      cells.push(cell + row.slice(at))
      return cells
    }
    cells.push(cell + row.slice(at, end))
    at = end + 1
  }
}

/** What stands within quotes, and where it goes on behind them. */
function quotedAt(row: string, start: number): [cell: string, next: number] {
  let cell = ''
  let at = start
  for (;;) {
    const end = row.indexOf('"', at)
    if (end === -1) return [cell + row.slice(at), row.length]
    cell += row.slice(at, end)
    if (row[end + 1] !== '"') return [cell, end + 1]
    cell += '"'
    at = end + 2
  }
}

/** The same where a backslash escapes a quote and itself. */
function backslashedAt(row: string, start: number): [cell: string, next: number] {
  let cell = ''
  for (let at = start; at < row.length; at++) {
    const character = row[at]
    const next = row[at + 1]
    const isDoubled = character === '"' && next === '"'
    if (isDoubled || (character === '\\' && (next === '"' || next === '\\'))) {
      cell += next
      at++
    } else if (character === '"') return [cell, at + 1]
    else cell += character
  }
  return [cell, row.length]
}
