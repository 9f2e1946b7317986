import { withoutMark } from './byte-order-mark.ts'
import { type CsvRow, CsvSplitter, cellsOf } from './csv-splitter.ts'
import { contentColumn, contentOf, decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/**
 * Reads CSV with a header. Empty lines are no records.
 *
 * @param delimiter between cells, one byte
 * @throws InputFault where the header cannot be read or has no column of texts, where a quote is never closed, and
 *   what the chunks throw
 */
export async function* csv(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
  options: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  let columns: readonly string[] | undefined
  for await (const row of rowsOf(chunks, delimiter, options.maxRecordBytes)) {
    if (columns === undefined) columns = headerOf(row, delimiter, options)
    else yield recordOf(row, columns, delimiter, options)
  }
}

/** The header of a CSV file; undefined where it has none. @throws InputFault */
export async function csvHeader(chunks: AsyncIterable<Buffer>, delimiter: string): Promise<CsvRow | undefined> {
  for await (const row of rowsOf(chunks, delimiter, maxHeaderBytes)) return row
  return undefined
}

const maxHeaderBytes = 1024 * 1024
const carriageReturn = Buffer.from('\r')

/** A row as it stands in its file, but for the line feed at its end. */
export function rowBytes({ bytes = Buffer.alloc(0), hasReturn }: CsvRow): Buffer {
  return hasReturn ? Buffer.concat([bytes, carriageReturn]) : bytes
}

async function* rowsOf(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
  maxRecordBytes: number
): AsyncGenerator<CsvRow, void, void> {
  const splitter = new CsvSplitter(delimiter, maxRecordBytes)
  try {
    let isFirst = true
    for await (const chunk of chunks) {
      const bytes = isFirst ? withoutMark(chunk) : chunk
      isFirst = false
      for (const row of splitter.push(bytes)) if (row.bytes?.length !== 0) yield row
    }
  } catch (error) {
    throw InputFault.at(splitter.line, error)
  }
  if (splitter.isQuoted) throw new InputFault('a quote is open until the end of the file', splitter.line)
  const last = splitter.end()
  if (last !== undefined && last.bytes?.length !== 0) yield last
}

function headerOf(row: CsvRow, delimiter: string, options: ReadOptions): readonly string[] {
  const { line } = row
  const { maxRecordBytes } = options
  let columns: readonly string[]
  try {
    columns = cellsIn(row, delimiter, maxRecordBytes)
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
    throw new InputFault(`the header cannot be read: ${error.message}`, line, { cause: error })
  }
  contentColumn(columns, options, line)
  return columns
}

function cellsIn({ bytes }: CsvRow, delimiter: string, maxRecordBytes: number): readonly string[] {
  if (bytes === undefined) throw new RecordFault(`it is longer than ${maxRecordBytes} bytes`)
  return cellsOf(decoded(bytes), delimiter)
}

function recordOf(row: CsvRow, columns: readonly string[], delimiter: string, options: ReadOptions): InputRecord {
  const fields = (): Record<string, string> => {
    const cells = cellsIn(row, delimiter, options.maxRecordBytes)
    if (cells.length === columns.length) return Object.fromEntries(columns.map((name, i) => [name, cells[i] as string]))
    throw new RecordFault(`it has ${cells.length} cells, the header has ${columns.length}`)
  }
  return {
    line: row.line,
    size: row.bytes?.length ?? 0,
    content: () => contentOf(fields(), options),
    fields,
    output: () => (options.keepCsv ? rowBytes(row) : Buffer.from(JSON.stringify(fields())))
  }
}
