import type { Input } from '../inputs/files.ts'
import { InputReader, type Position } from '../inputs/read.ts'
import type { ReadOptions } from '../inputs/record.ts'
import { RunError } from '../run-error.ts'
import type { OutputFile } from './output-file.ts'

/** What is written of the inputs. */
export interface Kept {
  readonly inputs: readonly Input[]
  readonly options: ReadOptions
  /** Where the first pass over the inputs ended. */
  readonly end: Position
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
  { inputs, options, end, isKept }: Kept,
  output: OutputFile,
  onProgress: (records: number) => void,
  signal: AbortSignal
): Promise<void> {
  const reader = new InputReader(inputs, { ...options, contentOnly: false })
  for await (const entry of reader.read()) {
    // What was wrong with a file was told in the first pass.
    if ('fault' in entry) continue
    const { ordinal, record } = entry
    if (isKept(ordinal)) {
      await output.startRecord()
      await output.write(record.output())
      await output.endRecord()
    }
    if (ordinal % 4096 !== 0) continue
    onProgress(ordinal)
    if (signal.aborted) return
  }
  const { records, fingerprint } = reader.position
  if (records !== end.records || fingerprint !== end.fingerprint) {
    throw new RunError('the inputs were changed while they were read; nothing was written')
  }
}
