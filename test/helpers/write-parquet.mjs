// Writes a Parquet file: write-parquet.mjs FILE ROWS_PER_GROUP COLUMNS, the columns as JSON: [{name, type, data}].
// A process of its own, since the loader of the test runner cannot resolve what the package imports.
import { parquetWriteFile } from 'hyparquet-writer'

const [, , filename, rowGroupSize, columns] = process.argv
const columnData = JSON.parse(columns).map(({ name, type, data }) => {
  return { name, type, data: type === 'INT64' ? data.map(BigInt) : data }
})
await parquetWriteFile({ filename, rowGroupSize: Number(rowGroupSize), columnData })
