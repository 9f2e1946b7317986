import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { contentColumn, contentOf } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions } from './record.ts'

/**
 * Reads a Parquet file, a group of rows at a time; a record's line is its row, from 1.
 *
 * @param onRead is told how many bytes of the file each group of rows is
 * @throws InputFault where it cannot be read, or has no column of texts
 */
export async function* parquet(
  path: string,
  options: ReadOptions,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const { file, metadata } = await opened(path)
  const names = parquetSchema(metadata).children.map(({ element }) => element.name)
  const wanted = [contentColumn(names, options), options.idField].filter(name => names.includes(name))
  const columns = options.contentOnly ? wanted : names
  let row = 0
  for (const { num_rows: count, total_byte_size: bytes, total_compressed_size: compressed } of metadata.row_groups) {
    const range = { rowStart: row, rowEnd: row + Number(count) }
    const rows = await parquetReadObjects({ file, metadata, columns, compressors, ...range }).catch(cause => {
      throw unreadable(cause, row + 1)
    })
    onRead(Number(compressed ?? bytes))
    for (const fields of rows) {
      row++
      const json = () => JSON.stringify(fields, jsonValue)
      yield {
        line: row,
        size: 0,
        content: () => contentOf(fields, options),
        fields: () => JSON.parse(json()),
        output: () => Buffer.from(json())
      }
    }
  }
}

async function opened(path: string) {
  try {
    const file = await asyncBufferFromFile(path)
    const metadata: FileMetaData = await parquetMetadataAsync(file)
    return { file, metadata }
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause: unknown, row?: number): InputFault {
  return new InputFault(`it cannot be read as Parquet: ${(cause as Error).message}`, row, { cause })
}

/** What JSON has no form for: whole numbers of 64 bits, and bytes. */
function jsonValue(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
