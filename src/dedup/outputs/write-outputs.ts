import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { EmbeddedStore } from '../../store/embedded/embedded-store.ts'
import { BitSet } from '../bit-set.ts'
import { collection } from '../index-inputs.ts'
import type { Input } from '../inputs/files.ts'
import type { Position } from '../inputs/read.ts'
import type { ReadOptions } from '../inputs/record.ts'
import type { Outputs } from '../job.ts'
import type { RunContext } from '../run-context.ts'
import type { RunState } from '../state.ts'
import { type OutputFile, openOutput } from './output-file.ts'
import type { ParquetTable } from './parquet-output.ts'
import { forgetPublishing, notePublishing } from './published.ts'
import { writeClusters } from './write-clusters.ts'
import { writeKept } from './write-kept.ts'

/** What the outputs are made of. */
export interface Results {
  readonly store: EmbeddedStore
  readonly state: RunState
  readonly inputs: readonly Input[]
  readonly options: ReadOptions
  /** The first line of a CSV output. */
  readonly header: Buffer | undefined
  /** What a Parquet output is; undefined for any other. */
  readonly table: ParquetTable | undefined
  /** Where the inputs end. */
  readonly end: Position
}

/**
 * Writes the outputs of a run. They get their names together, at the end.
 *
 * @returns false where the signal stopped it; nothing is left of them then
 * @throws RunError where one cannot be written; nothing is left of them then
 */
export async function writeOutputs(
  results: Results,
  outputs: Outputs,
  context: Pick<RunContext, 'out' | 'listener' | 'signal'>
): Promise<boolean> {
  const { token, publishedFile } = results.state
  const opened = async (path: string | undefined) =>
    path === undefined ? undefined : openOutput(path, token, context.out)
  const files = {
    out: await opened(outputs.out),
    clusters: await opened(outputs.clusters),
    duplicates: await opened(outputs.duplicates),
    rejected: await opened(outputs.rejected)
  }
  const all = Object.values(files).filter(file => file !== undefined)
  try {
    await fill(files, results, context)
    if (context.signal.aborted) {
      for (const file of all) await file.discard()
      return false
    }
    for (const file of all) await file.end()
  } catch (error) {
    for (const file of all) await file.discard()
    throw error
  }
  await notePublishing(
    publishedFile,
    all.flatMap(({ path, part }) => (part === undefined ? [] : [{ path: resolve(path), part }]))
  )
  for (const file of all) await file.publish()
  await forgetPublishing(publishedFile)
  return true
}

async function fill(
  files: { readonly [Name in keyof Outputs]: OutputFile | undefined },
  { store, state, inputs, options, header, table, end }: Results,
  { listener, signal }: Pick<RunContext, 'listener' | 'signal'>
): Promise<void> {
  const { documents, duplicates } = (await store.getCollection(collection)).counts
  const progress = { records: end.records, duplicates }
  const removed = new BitSet()
  await writeClusters(
    store,
    { clusters: files.clusters, duplicates: files.duplicates, removed },
    passed => listener.onProgress({ phase: 'clusters', share: passed / documents, ...progress }),
    signal
  )
  if (files.rejected !== undefined) await copyTo(files.rejected, state.rejectedFile)
  if (files.out === undefined || signal.aborted) return
  if (header !== undefined) await files.out.write(Buffer.concat([header, Buffer.from('\n')]))
  const isKept = (ordinal: number) => !removed.has(ordinal) && !state.rejected.has(ordinal)
  await writeKept(
    { inputs, options, end, table, isKept },
    files.out,
    passed => listener.onProgress({ phase: 'writing', share: passed / end.records, ...progress }),
    signal
  )
}

async function copyTo(output: OutputFile, path: string): Promise<void> {
  if (!existsSync(path)) return
  for await (const line of createInterface({ input: createReadStream(path) })) {
    await output.startRecord()
    await output.write(line)
    await output.endRecord()
  }
}
