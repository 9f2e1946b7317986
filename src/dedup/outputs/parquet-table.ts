import { parquetMetadata, type SchemaElement } from 'hyparquet'
import { filesOf, type Input } from '../inputs/files.ts'
import { openParquet } from '../inputs/parquet.ts'
import { leavesOf } from '../inputs/parquet-schema.ts'
import { InputFault } from '../inputs/record.ts'
import type { Inventory } from '../job.ts'
import { RunError } from '../run-error.ts'
import { extensionOf } from './output-names.ts'
import { emptyParquet, type ParquetTable } from './parquet-output.ts'

/**
 * The table that a Parquet output is; undefined where the output is none.
 *
 * @throws RunError where the name of the output says Parquet, and the inputs are not Parquet with one schema that can be written
 */
export async function outputTable(
  out: string | undefined,
  inputs: readonly Input[],
  { onlyFormat }: Inventory
): Promise<ParquetTable | undefined> {
  if (out === undefined || extensionOf(out) !== 'parquet') return undefined
  if (/[.]gz$/i.test(out)) throw new RunError(`${out}: Parquet is compressed by itself; use .parquet`)
  if (onlyFormat !== 'parquet') {
    throw new RunError(`${out}: only Parquet files can be written as Parquet, whose types they have; use .jsonl`)
  }
  let table: ParquetTable | undefined
  for await (const file of filesOf(inputs)) {
    // It is told when the inputs are read.
    if ('fault' in file) continue
    const found = await tableOf(file)
    if (found === undefined) continue
    if (table === undefined) {
      checkWritable(out, found)
      table = found
    } else if (namesTypes(found.schema) !== namesTypes(table.schema)) {
      throw new RunError(
        `${file.name} has other columns, or other types, than the files before, so that ${out} cannot be Parquet; use .jsonl`
      )
    } else table = { ...table, keyValues: common(table.keyValues, found.keyValues) }
  }
  return table
}

async function tableOf({ path }: { readonly path: string }): Promise<ParquetTable | undefined> {
  try {
    const { metadata } = await openParquet(path)
    return { schema: metadata.schema.map(plainInteger), keyValues: metadata.key_value_metadata }
  } catch (error) {
    // It is told when the inputs are read.
    if (error instanceof InputFault) return undefined
    throw error
  }
}

/**
 * The same column with the older of the two ways to say which whole numbers it has: the newer one is written by
 * hyparquet-writer 0.17.0 so that Arrow cannot read the file.
 */
function plainInteger(element: SchemaElement): SchemaElement {
  const { logical_type: logical, ...plain } = element
  if (logical?.type !== 'INTEGER') return element
  return { ...plain, converted_type: `${logical.isSigned ? 'INT' : 'UINT'}_${logical.bitWidth as 8 | 16 | 32 | 64}` }
}

/** What the files say in the same words; the rest holds for one of them only. */
function common(left: ParquetTable['keyValues'], right: ParquetTable['keyValues']): ParquetTable['keyValues'] {
  return left?.filter(({ key, value }) => right?.some(other => other.key === key && other.value === value))
}

/** A schema in words that are the same for the same columns; what its root is called says nothing. */
function namesTypes(schema: readonly SchemaElement[]): string {
  return JSON.stringify(
    schema.slice(1).map(element =>
      Object.entries(element)
        .filter(([, value]) => value !== undefined)
        .sort()
    )
  )
}

function checkWritable(out: string, table: ParquetTable): void {
  for (const { path, element } of leavesOf(table)) {
    const isRepeated = element.repetition_type === 'REPEATED'
    if (element.type === 'INT96' || element.type === undefined || isRepeated) {
      const what = isRepeated ? 'a list of an old kind' : (element.type ?? 'a group without columns')
      throw new RunError(
        `${out}: the column ${path.join('.')} is ${what}, which cannot be written as Parquet; use .jsonl`
      )
    }
  }
  if (namesTypes(parquetMetadata(emptyParquet(table), { geoparquet: false }).schema) !== namesTypes(table.schema)) {
    throw new RunError(`${out}: the columns have a type that cannot be written as Parquet; use .jsonl`)
  }
}
