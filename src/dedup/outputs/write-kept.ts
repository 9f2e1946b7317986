import type { Input } from '../inputs/files.ts'
import { InputReader, type Position } from '../inputs/read.ts'
import type { InputRecord, ReadOptions } from '../inputs/record.ts'
import { RunError } from '../run-error.ts'
import type { OutputFile } from './output-file.ts'
import type { ParquetTable } from './parquet-output.ts'

/** What is written of the inputs. */
export interface Kept {
  readonly inputs: readonly Input[]
  readonly options: ReadOptions
  /** Where the first pass over the inputs ended. */
  readonly end: Position
  /** What a Parquet output is; undefined for any other. */
  readonly table: ParquetTable | undefined
  /** Whether a record is written, by its ordinal. */
  isKept(ordinal: number): boolean
}

/**
 * Goes through the inputs once more, and writes the records that are kept as they are.
 *
 * @param onProgress is told how many records were passed
 * @throws RunError where the inputs are no longer those of the first pass
 */
export async function writeKept(
  { inputs, options, end, table, isKept }: Kept,
  output: OutputFile,
  onProgress: (records: number) => void,
  signal: AbortSignal
): Promise<void> {
  const reader = new InputReader(inputs, { ...options, contentOnly: false })
  const parquet = table && new (await import('./parquet-output.ts')).ParquetOutput(output, table)
  const write = async ({ output: bytesOf, leaves }: InputRecord): Promise<void> => {
    if (parquet !== undefined && leaves !== undefined) return parquet.add(leaves())
    await output.startRecord()
    await output.write(bytesOf())
    await output.endRecord()
  }
  for await (const entry of reader.read()) {
    // What was wrong with a file was told in the first pass.
    if ('fault' in entry) continue
    const { ordinal, record } = entry
    if (isKept(ordinal)) {
      await write(record)
    }
    if (ordinal % 4096 !== 0) continue
    onProgress(ordinal)
    if (signal.aborted) return
  }
  await parquet?.end()
  const { records, fingerprint } = reader.position
  if (records !== end.records || fingerprint !== end.fingerprint) {
    throw new RunError('the inputs were changed while they were read; nothing was written')
  }
}
