import { withoutMark } from './byte-order-mark.ts'
import { type CsvRow, CsvSplitter, cellsOf } from './csv-splitter.ts'
import { contentColumn, contentOf, decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/**
 * Reads CSV with a header. Empty lines are no records.
 *
 * @param delimiter between cells, one byte
 * @throws InputFault where the header cannot be read, has a name twice or no column of texts, and what the chunks throw
 */
export async function* csv(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
  options: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  let columns: readonly string[] | undefined
  let isBackslashTold = false
  for await (const row of rowsOf(chunks, delimiter, options.maxRecordBytes)) {
    if (columns === undefined) columns = headerOf(row, delimiter, options)
    else {
      const notice = row.isBackslashed && !isBackslashTold ? backslashNotice : undefined
      isBackslashTold ||= row.isBackslashed
      yield recordOf(row, columns, delimiter, options, notice)
    }
  }
}

const backslashNotice = 'quotes are escaped with a backslash here and not doubled; such rows are read so'

/** The header of a CSV file; undefined where it has none. @throws InputFault */
export async function csvHeader(chunks: AsyncIterable<Buffer>, delimiter: string): Promise<CsvRow | undefined> {
  for await (const row of rowsOf(chunks, delimiter, maxHeaderBytes)) return row
  return undefined
}

const maxHeaderBytes = 1024 * 1024
const carriageReturn = Buffer.from('\r')
/** What cells may be separated by. */
const delimiters = { ',': "','", ';': "';'", '\t': 'tab', '|': "'|'" }

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
  for (const row of splitter.end()) if (row.bytes?.length !== 0) yield row
}

function headerOf(row: CsvRow, delimiter: string, options: ReadOptions): readonly string[] {
  const { line } = row
  let columns: readonly string[]
  try {
    columns = named(cellsIn(row, delimiter, options.maxRecordBytes))
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
    throw new InputFault(`the header cannot be read: ${error.message}`, line, { cause: error })
  }
  const twice = columns.find((name, at) => columns.indexOf(name) !== at)
  if (twice !== undefined) {
    throw new InputFault(`two columns are named ${JSON.stringify(twice)}; give each a name of its own`, line)
  }
  contentColumn(columns, options, line, () => delimiterHint(row, delimiter, options))
  return columns
}

/** Columns without a name, of which spreadsheets have many, are called by their places where there is more than one. */
function named(columns: readonly string[]): readonly string[] {
  if (columns.filter(name => name === '').length < 2) return columns
  return columns.map((name, at) => (name === '' ? `column ${at + 1}` : name))
}

/** What to do about a header that has the column if its cells are separated otherwise; empty for nothing. */
function delimiterHint(row: CsvRow, delimiter: string, options: ReadOptions): string {
  for (const [other, shown] of Object.entries(delimiters)) {
    if (other === delimiter) continue
    try {
      contentColumn(cellsIn(row, other, options.maxRecordBytes), options)
      return `its cells seem to be separated by ${shown}: --delimiter ${shown} reads them`
    } catch {
      // Not by that one.
    }
  }
  return ''
}

function cellsIn(
  { bytes, fault, isBackslashed }: CsvRow,
  delimiter: string,
  maxRecordBytes: number
): readonly string[] {
  if (fault !== undefined) throw new RecordFault(fault)
  if (bytes === undefined) throw new RecordFault(`it is longer than ${maxRecordBytes} bytes`)
  return cellsOf(decoded(bytes), delimiter, isBackslashed)
}

function recordOf(
  row: CsvRow,
  columns: readonly string[],
  delimiter: string,
  options: ReadOptions,
  notice: string | undefined
): InputRecord {
  const fields = (): Record<string, string> => {
    const cells = cellsIn(row, delimiter, options.maxRecordBytes)
    if (cells.length === columns.length) return Object.fromEntries(columns.map((name, i) => [name, cells[i] as string]))
    throw new RecordFault(`it has ${cells.length} cells, the header has ${columns.length}`)
  }
  return {
    line: row.line,
    columns,
    notice,
    size: row.bytes?.length ?? 0,
    content: () => contentOf(fields(), options),
    fields,
    output: () => (options.keepCsv ? rowBytes(row) : Buffer.from(JSON.stringify(fields())))
  }
}
