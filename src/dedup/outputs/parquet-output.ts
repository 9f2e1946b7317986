import type { KeyValue, RowGroup, SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { writeColumn } from 'hyparquet-writer/src/column.js'
import { leavesOf, physicalSchema } from '../inputs/parquet-schema.ts'
import type { OutputFile } from './output-file.ts'
import { LeafColumn } from './parquet-levels.ts'

type ColumnEncoder = Parameters<typeof writeColumn>[0]['column']

/** Rows, and bytes of their values, of a group at most. */
const groupRows = 100_000
const groupBytes = 64 * 1024 * 1024
const pageBytes = 1024 * 1024

/** What a Parquet file is besides its rows. */
export interface ParquetTable {
  readonly schema: SchemaElement[]
  readonly keyValues: KeyValue[] | undefined
}

/**
 * Writes rows of Parquet as they lie in the files that they come from: values are never converted, and the schema that says what
 * they mean is only written at the end.
 */
export class ParquetOutput {
  readonly #output: OutputFile
  readonly #table: ParquetTable
  readonly #bytes = new ByteWriter()
  readonly #writer: ParquetWriter
  readonly #leaves: readonly { readonly column: LeafColumn; readonly path: readonly SchemaElement[] }[]
  #rows = 0
  #groupBytes = 0

  constructor(output: OutputFile, table: ParquetTable) {
    this.#output = output
    this.#table = table
    const schema = physicalSchema(table.schema)
    this.#writer = writerOf(this.#bytes, schema, table.keyValues)
    this.#leaves = leavesOf({ schema }).map(({ elements }) => ({
      column: new LeafColumn(elements),
      path: [schema[0] as SchemaElement, ...elements]
    }))
  }

  /** @param values of each leaf, as they lie in a file of the same schema */
  async add(values: readonly unknown[]): Promise<void> {
    for (const [at, { column }] of this.#leaves.entries()) {
      column.add(values[at])
      this.#groupBytes += bytesOf(values[at])
    }
    this.#rows++
    if (this.#rows >= groupRows || this.#groupBytes >= groupBytes) await this.#endGroup()
  }

  async end(): Promise<void> {
    await this.#endGroup()
    finish(this.#writer, this.#table)
    await this.#flush()
  }

  async #endGroup(): Promise<void> {
    if (this.#rows === 0) return
    const start = this.#bytes.offset
    const columns: RowGroup['columns'] = []
    for (const { column, path } of this.#leaves) {
      const element = path.at(-1) as SchemaElement
      const { chunk } = writeColumn({
        writer: this.#bytes,
        column: {
          columnName: path.map(({ name }) => name).join('.'),
          element,
          schemaPath: [...path],
          codec: this.#writer.codec,
          compressors: this.#writer.compressors as ColumnEncoder['compressors'],
          stats: false,
          pageSize: pageBytes,
          columnIndex: false,
          offsetIndex: false,
          // A dictionary takes 0 and -0 for one value.
          ...((element.type === 'FLOAT' || element.type === 'DOUBLE') && { encoding: 'PLAIN' as const })
        },
        pageData: column.take() as never
      })
      columns.push(chunk)
      await this.#flush()
    }
    const size = columns.reduce((sum, { meta_data: data }) => sum + (data?.total_uncompressed_size ?? 0n), 0n)
    const rows = BigInt(this.#rows)
    this.#writer.num_rows += rows
    this.#writer.row_groups.push({
      columns,
      total_byte_size: size,
      num_rows: rows,
      total_compressed_size: BigInt(this.#bytes.offset - start)
    })
    this.#rows = 0
    this.#groupBytes = 0
  }

  /** Hands on what was made so far. */
  async #flush(): Promise<void> {
    await this.#output.write(Buffer.from(this.#bytes.getBytes()))
    this.#bytes.index = 0
  }
}

/** A file without rows, to see whether all that a schema says can be written. */
export function emptyParquet(table: ParquetTable): ArrayBuffer {
  const bytes = new ByteWriter()
  finish(writerOf(bytes, table.schema, table.keyValues), table)
  return bytes.getBuffer()
}

function writerOf(writer: ByteWriter, schema: SchemaElement[], keyValues: KeyValue[] | undefined): ParquetWriter {
  return new ParquetWriter({
    writer,
    schema,
    statistics: false,
    createdBy: 'doppel',
    ...(keyValues && { kvMetadata: keyValues })
  })
}

function finish(writer: ParquetWriter, { schema }: ParquetTable): void {
  writer.schema = schema
  writer.finish()
}

/** About how much memory a value takes. */
function bytesOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length + 16
  return Array.isArray(value) ? value.reduce((sum: number, item) => sum + bytesOf(item), 16) : 8
}
