// Writes a Parquet file: write-parquet.mjs FILE ROWS_PER_GROUP COLUMNS [SCHEMA], the columns as JSON: [{name, type, data}], or
// [{name, latin1}] for bytes, each a character, under a schema of its own.
// A process of its own, since the loader of the test runner cannot resolve what the package imports.
import { writeFileSync } from 'node:fs'
import { ByteWriter, ParquetWriter, parquetWriteFile } from 'hyparquet-writer'

const [, , filename, rowGroupSize, columns, schema = 'null'] = process.argv
const elements = JSON.parse(schema)
const columnData = JSON.parse(columns).map(({ name, type, data, latin1 }) => {
  if (latin1 !== undefined) return { name, data: latin1.map(text => Uint8Array.from(Buffer.from(text, 'latin1'))) }
  return { name, type, data: type === 'INT64' ? data.map(BigInt) : data }
})
if (elements === null) await parquetWriteFile({ filename, rowGroupSize: Number(rowGroupSize), columnData })
else {
  // Bytes are written as they are, and what they mean is said at the end.
  const writer = new ByteWriter()
  const plain = elements.map(({ converted_type, logical_type, ...element }) => element)
  const file = new ParquetWriter({ writer, schema: plain, statistics: false })
  file.write({ columnData, rowGroupSize: Number(rowGroupSize) })
  file.schema = elements
  file.finish()
  writeFileSync(filename, writer.getBytes())
}
