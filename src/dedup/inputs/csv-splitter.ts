import { GrowingBytes } from '../../bytes/growing-bytes.ts'

/** A row of a CSV file as it stands there. */
export interface CsvRow {
  /** The line where it begins, from 1. */
  readonly line: number
  /** Without its line end; undefined where it is longer than the limit. May share memory with the chunk it came in. */
  readonly bytes: Buffer | undefined
  /** Whether the line end has a carriage return. */
  readonly hasReturn: boolean
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Cuts chunks of bytes into the rows of CSV (RFC 4180): a line end within quotes is none. A quote counts as
 * such where a cell begins with it, as in Python's csv.
 */
export class CsvSplitter {
  readonly #delimiter: number
  readonly #maxRowBytes: number
  readonly #pending = new GrowingBytes()
  #isTooLong = false
  #line = 1
  #nextLine = 1
  #state: 'cell' | 'plain' | 'quoted' | 'quote' = 'cell'

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

  /** Whether a quote is open. */
  get isQuoted(): boolean {
    return this.#state === 'quoted'
  }

  /** Takes a chunk and gives the rows that end in it; all of them must be taken before the next call. */
  *push(chunk: Buffer): Generator<CsvRow, void, void> {
    let start = 0
    for (let end = this.#rowEnd(chunk, 0); end !== -1; end = this.#rowEnd(chunk, start)) {
      this.#append(chunk.subarray(start, end))
      yield this.#complete()
      start = end + 1
    }
    this.#append(chunk.subarray(start))
  }

  /** The last row, where the stream does not end in a line end. */
  end(): CsvRow | undefined {
    return this.#isTooLong || this.#pending.length > 0 ? this.#complete() : undefined
  }

  /** Where the row that is being read ends in a chunk; -1 where it does not. */
  #rowEnd(chunk: Buffer, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      if (this.#state === 'quoted') {
        at = this.#closingQuote(chunk, at)
        if (at === -1) return -1
        this.#state = 'quote'
        continue
      }
      const byte = chunk[at]
      if (byte === lineFeed) {
        this.#nextLine++
        this.#state = 'cell'
        return at
      }
      if (byte === this.#delimiter) this.#state = 'cell'
      else this.#state = byte === quote && this.#state !== 'plain' ? 'quoted' : 'plain'
    }
    return -1
  }

  #closingQuote(chunk: Buffer, start: number): number {
    const end = chunk.indexOf(quote, start)
    const within = end === -1 ? chunk.length : end
    for (let at = chunk.indexOf(lineFeed, start); at !== -1 && at < within; at = chunk.indexOf(lineFeed, at + 1)) {
      this.#nextLine++
    }
    return end
  }

  #append(piece: Buffer): void {
    // One byte more than the limit may still be the CR of the line end.
    this.#isTooLong ||= this.#pending.length + piece.length > this.#maxRowBytes + 1
    if (this.#isTooLong) this.#pending.clear()
    else if (piece.length > 0) this.#pending.append(piece)
  }

  #complete(): CsvRow {
    const line = this.#line
    const isTooLong = this.#isTooLong
    this.#line = this.#nextLine
    this.#isTooLong = false
    if (isTooLong) return { line, bytes: undefined, hasReturn: false }
    const bytes = this.#pending.take()
    const hasReturn = bytes.at(-1) === carriageReturn
    const content = hasReturn ? bytes.subarray(0, -1) : bytes
    return { line, bytes: content.length > this.#maxRowBytes ? undefined : content, hasReturn }
  }
}

/** The cells of a row, without the quotes around them. */
export function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let cell = ''
    if (row[at] === '"') {
      const [quoted, next] = quotedAt(row, at + 1)
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
