import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { contentColumn, contentOf, usual } from './fields.ts'
import { listedLong } from './names.ts'
import { rowShape } from './parquet-json.ts'
import { type Leaf, leavesOf, physicalSchema } from './parquet-schema.ts'
import { type JsonForm, jsonForm, textOf } from './parquet-values.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/**
 * Reads a Parquet file, a group of rows at a time; a record's line is its row, from 1. Values are read as they lie in the file, so
 * that none of them changes.
 *
 * @param onRead is told how many bytes of the file each group of rows is
 * @throws InputFault where it cannot be read, or has no column of texts
 */
export async function* parquet(
  path: string,
  options: ReadOptions,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const { file, metadata } = await openParquet(path)
  const table = new Table(metadata, options)
  let first = 0
  for (const { num_rows: count, total_byte_size: bytes, total_compressed_size: compressed } of metadata.row_groups) {
    const rows = Math.min(Number(count), options.maxRecords ?? Number.POSITIVE_INFINITY)
    const columns = await readLeaves(file, table, first, rows).catch(cause => {
      throw unreadable(cause, first + 1)
    })
    onRead(Number(compressed ?? bytes))
    for (let at = 0; at < rows; at++) {
      const record = table.record(
        first + at + 1,
        columns.map(column => column[at])
      )
      yield first + at === 0 ? { ...record, notice: table.notice } : record
    }
    first += Number(count)
  }
}

/** Opens a Parquet file. @throws InputFault where it is none, or names a column twice */
export async function openParquet(path: string): Promise<{ file: AsyncBuffer; metadata: FileMetaData }> {
  const opened = await asyncBufferFromFile(path)
    .then(async file => ({ file, metadata: await parquetMetadataAsync(file, { geoparquet: false }) }))
    .catch(cause => {
      throw unreadable(cause)
    })
  const names = columnsOf(opened.metadata)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new InputFault(`two columns are named ${JSON.stringify(twice)}; give each a name of its own`)
  return opened
}

function columnsOf(metadata: FileMetaData): string[] {
  return parquetSchema(metadata).children.map(({ element }) => element.name)
}

/** Fields of the API that are texts: bytes of unknown meaning are taken for text there, as old writers have it. */
const textFields = ['title', 'url', 'publishedAt']

/** What is read of a file, and how its rows are told. */
class Table {
  readonly columns: readonly string[]
  readonly metadata: FileMetaData
  readonly leaves: readonly Leaf[]
  readonly notice: string | undefined
  readonly #names: readonly string[]
  readonly #options: ReadOptions
  readonly #exact: { readonly render: (values: readonly unknown[]) => string }
  readonly #safe: { readonly render: (values: readonly unknown[]) => string }
  /** Leaves whose values may not be what their columns say, with how they are looked at. */
  readonly #checks: readonly { readonly at: number; readonly literal: (value: never) => string }[]

  constructor(metadata: FileMetaData, options: ReadOptions) {
    const names = columnsOf(metadata)
    const wanted = [contentColumn(names, options), options.idField].filter(name => names.includes(name))
    this.#options = options
    this.#names = names
    this.columns = options.contentOnly ? names.filter(name => wanted.includes(name)) : names
    this.leaves = leavesOf(metadata).filter(({ column }) => this.columns.includes(column))
    this.metadata = { ...metadata, schema: physicalSchema(metadata.schema) }
    const texts = [...wanted, usual.text, usual.html, ...textFields]
    const formOf = (element: Leaf['element'], column: string, isQuoted: boolean): JsonForm =>
      jsonForm(element, texts.includes(column), isQuoted)
    const large = largeColumns(metadata, this.leaves)
    this.#exact = rowShape(metadata, this.columns, (element, column) => formOf(element, column, false))
    this.#safe = rowShape(metadata, this.columns, (element, column) => formOf(element, column, large.has(column)))
    const forms = this.leaves.map(({ element, column }) => formOf(element, column, false))
    this.#checks = forms.flatMap(({ literal }, at) => (isChecked(this.leaves[at] as Leaf) ? [{ at, literal }] : []))
    this.notice = options.contentOnly ? undefined : noticeOf(forms, this.leaves)
  }

  /** @param values of each leaf, as they lie in the file */
  record(line: number, values: readonly unknown[]): InputRecord {
    const fields = (): Record<string, unknown> => JSON.parse(this.#safe.render(values))
    return {
      line,
      size: 0,
      columns: this.#names,
      content: () => {
        const content = contentOf(this.#contentFields(values), this.#options)
        for (const { at, literal } of this.#checks) lookAt(values[at], literal)
        return content
      },
      fields,
      output: () => Buffer.from(this.#exact.render(values)),
      leaves: () => values
    }
  }

  /** The text and the id alone: the others may be much more. */
  #contentFields(values: readonly unknown[]): Record<string, unknown> {
    const { textField, idField } = this.#options
    const fields: Record<string, unknown> = {}
    for (const [at, { column, path, element }] of this.leaves.entries()) {
      if (![textField ?? usual.text, usual.html, idField].includes(column)) continue
      fields[column] = path.length > 1 ? path : contentValue(values[at], element)
    }
    return fields
  }
}

/** A text, or an id with all its digits. */
function contentValue(value: unknown, element: Leaf['element']): unknown {
  if (value === null || value === undefined) return null
  const { kind, literal } = jsonForm(element, true, false)
  if (kind === undefined && element.type === 'BYTE_ARRAY') return textOf(value as Uint8Array, element)
  const text = (literal as (value: unknown) => string)(value)
  return /^-?\d+$/.test(text) ? BigInt(text) : JSON.parse(text)
}

function isChecked({ element }: Leaf): boolean {
  const { type, converted_type: converted, logical_type: logical } = element
  const isNamed = logical !== undefined || converted !== undefined
  return type === 'BYTE_ARRAY' && isNamed && !(converted === 'DECIMAL' || logical?.type === 'DECIMAL')
}

/** @throws RecordFault where a value, or one within a list, is not what its column says */
function lookAt(value: unknown, literal: (value: never) => string): void {
  if (Array.isArray(value)) for (const item of value) lookAt(item, literal)
  else if (value !== null && value !== undefined) literal(value as never)
}

function noticeOf(forms: readonly JsonForm[], leaves: readonly Leaf[]): string | undefined {
  const found = forms.flatMap(({ kind }, at) =>
    kind === undefined ? [] : [`${(leaves[at] as Leaf).path.join('.')} (${kind})`]
  )
  if (found.length === 0) return undefined
  return `JSON has no type for ${listedLong(found)}; they become text with all their digits, binary Base64`
}

/** Columns with whole numbers of 64 bits that double precision may not hold; all where the file does not say which it has. */
function largeColumns({ row_groups: groups }: FileMetaData, leaves: readonly Leaf[]): ReadonlySet<string> {
  const large = new Set<string>()
  for (const { column, path, element } of leaves) {
    if (element.type !== 'INT64') continue
    const isSafe = groups.every(({ columns }) => {
      const statistics = columns.find(({ meta_data: own }) => own?.path_in_schema.join('\0') === path.join('\0'))
        ?.meta_data?.statistics
      return [statistics?.min_value ?? statistics?.min, statistics?.max_value ?? statistics?.max].every(
        bound => bound !== undefined && Number.isSafeInteger(Number(bound))
      )
    })
    if (!isSafe) large.add(column)
  }
  return large
}

/** The values of rows, by leaf. */
async function readLeaves(file: AsyncBuffer, table: Table, rowStart: number, count: number): Promise<unknown[][]> {
  const { metadata, columns, leaves } = table
  const found = leaves.map(() => new Array<unknown>(count))
  const places = new Map(leaves.map(({ path }, at) => [path.join('\0'), at]))
  const read = leaves.map(() => 0)
  if (count === 0 || leaves.length === 0) return found
  await parquetRead({
    file,
    metadata,
    columns: [...columns],
    rowStart,
    rowEnd: rowStart + count,
    compressors,
    utf8: false,
    geoparquet: false,
    parsers: { timestampFromNanoseconds: nanoseconds => nanoseconds },
    onPage: ({ pathInSchema, columnData, rowStart: pageStart }) => {
      const place = places.get(pathInSchema.join('\0')) as number
      const from = Math.max(rowStart, pageStart)
      const end = Math.min(rowStart + count, pageStart + columnData.length)
      for (let row = from; row < end; row++) (found[place] as unknown[])[row - rowStart] = columnData[row - pageStart]
      read[place] = (read[place] as number) + Math.max(0, end - from)
    }
  })
  if (read.some(rows => rows !== count)) throw new Error('a column has other rows than the file says')
  return found
}

function unreadable(cause: unknown, row?: number): InputFault {
  if (cause instanceof InputFault || cause instanceof RecordFault) throw cause
  return new InputFault(`it cannot be read as Parquet: ${(cause as Error).message}`, row, { cause })
}
