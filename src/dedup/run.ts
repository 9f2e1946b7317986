import { DoppelError } from '../errors.ts'
import { defaultSettings } from '../store/collections.ts'
import { EmbeddedStore } from '../store/embedded/embedded-store.ts'
import { MemoryLimit } from '../store/embedded/memory-limit.ts'
import { DirectoryTaken } from '../store/lmdb/directory-lock.ts'
import { LmdbJournal } from '../store/lmdb/lmdb-journal.ts'
import { checkFields } from './check-fields.ts'
import { collection, indexInputs } from './index-inputs.ts'
import type { WantedFields } from './inputs/field-check.ts'
import type { Input } from './inputs/files.ts'
import type { Position } from './inputs/read.ts'
import { InputFault, type ReadOptions } from './inputs/record.ts'
import { type Inventory, type Job, optionsDigest, takeInventory } from './job.ts'
import { checkFound, checkOutputs, outputHeader, ownPlaces } from './outputs/check-outputs.ts'
import { extensionOf } from './outputs/output-names.ts'
import { outputTable } from './outputs/parquet-table.ts'
import { writeOutputs } from './outputs/write-outputs.ts'
import { resolveInputs } from './resolve-inputs.ts'
import type { RunContext } from './run-context.ts'
import { RunError } from './run-error.ts'
import { RunState } from './state.ts'

/** What a run did. */
export interface RunSummary {
  readonly files: number
  /** Files of folders that were not read, since their names say no format. */
  readonly skipped: number
  readonly documents: number
  /** Documents that the output has: one of each cluster. */
  readonly kept: number
  readonly duplicates: number
  /** Clusters of two or more. */
  readonly clusters: number
  /** Records, and files, that could not be read. */
  readonly rejected: number
  /** Records that an earlier run had read. */
  readonly resumedFrom: number
}

/** Snapshots of the index are no use to a store that is opened once. */
const noSnapshots = { idleMs: Number.POSITIVE_INFINITY, minChanges: Number.POSITIVE_INFINITY, minShare: 1 }
/** How often duplicates are counted, in milliseconds. */
const countMs = 500

/**
 * Finds the near-duplicates in files, and writes what is asked for.
 *
 * @returns undefined where the signal stopped it
 * @throws RunError where it cannot be done; what was stored stays, and the same job goes on from there
 */
export async function dedup(job: Job, context: RunContext): Promise<RunSummary | undefined> {
  try {
    await checkOutputs(job)
    const state = await RunState.open(job.stateFolder, job)
    let isUseless = false
    try {
      const summary = await runIn(state, job, context)
      isUseless = summary !== undefined && !job.keepState
      return summary
    } catch (error) {
      isUseless = error instanceof NothingRead
      throw error
    } finally {
      // Nothing was noted in a state that is not begun.
      await (isUseless || !state.isBegun ? state.remove() : state.close())
    }
  } catch (error) {
    if (context.signal.aborted && (error as Error).name === 'AbortError') return undefined
    throw explained(error, job)
  }
}

async function runIn(state: RunState, job: Job, context: RunContext): Promise<RunSummary | undefined> {
  const { listener } = context
  const inputs = await resolveInputs(job.inputs, job.format, state, context, await ownPlaces(job))
  const inventory = await takeInventory(inputs)
  await checkFound(inventory.excluded, job)
  const header = await outputHeader(job, inputs, inventory)
  const table = await outputTable(job.outputs.out, inputs, inventory)
  if (!state.isBegun) await checkFields(inputs, readOptions(job, header), wantedFields(job))
  await state.begin({ options: optionsDigest(job), inputs: inventory.digest })
  const resumedFrom = state.position?.records ?? 0
  if (resumedFrom > 0) listener.onNotice(`going on after ${resumedFrom} records that were read before`)
  // What is written as JSON is looked at as a whole, so that a record that cannot be is told like any other.
  const options: ReadOptions = { ...readOptions(job, header), contentOnly: !isJson(job.outputs) }
  const store = new EmbeddedStore(new LmdbJournal(state.storeFolder), Date.now, {
    memory: new MemoryLimit(context.memoryLimitBytes),
    notice: message => listener.onNotice(message),
    snapshots: noSnapshots
  })
  try {
    await store.open(share => listener.onProgress({ phase: 'loading', share, records: resumedFrom, duplicates: 0 }))
    await store.putCollection(collection, { ...defaultSettings, ...job.settings, storeText: false })
    await store.patchCollection(collection, { representative: job.keep })
    const end = await readAll(store, state, { inputs, inventory, options }, job, context)
    if (end === undefined) return undefined
    if ((await store.getCollection(collection)).counts.documents === 0) throw nothingRead(end, inventory)
    const isWritten = await writeOutputs({ store, state, inputs, options, header, table, end }, job.outputs, context)
    if (!isWritten) return undefined
    const { documents, clusters, duplicates } = (await store.getCollection(collection)).counts
    const { files, skipped } = inventory
    const rejected = state.rejectedCount
    return { files, skipped, documents, kept: documents - duplicates, duplicates, clusters, rejected, resumedFrom }
  } finally {
    await store.close()
  }
}

function readOptions({ fields }: Job, header: Buffer | undefined): ReadOptions {
  return { ...fields, keepCsv: header !== undefined, contentOnly: false }
}

/** Whether records are written as JSON. */
function isJson({ out }: Job['outputs']): boolean {
  return out !== undefined && extensionOf(out) !== 'parquet'
}

function wantedFields({ fields: { textField, idField }, isIdNamed }: Job): WantedFields {
  return { textField, idField: isIdNamed ? idField : undefined }
}

/** There is nothing to write, so that a run with other options is not kept from it by empty outputs. */
class NothingRead extends RunError {}

function nothingRead({ records }: Position, { files, skipped }: Inventory): NothingRead {
  if (records > 0) return new NothingRead(`none of ${records} records could be read; nothing was written`)
  const found = files === 1 ? 'the input has no record' : `${files} inputs have no record`
  const left =
    skipped === 0
      ? ''
      : `; ${skipped} skipped, whose names do not say what they are: --format does, also for .json in folders`
  return new NothingRead(`${found}${left}; nothing was written`)
}

async function readAll(
  store: EmbeddedStore,
  state: RunState,
  { inputs, inventory, options }: { inputs: readonly Input[]; inventory: Inventory; options: ReadOptions },
  { settings }: Job,
  { listener, signal, extraction }: RunContext
): Promise<Position | undefined> {
  let duplicates = 0
  let countedAt = Number.NEGATIVE_INFINITY
  const count = (): void => {
    if (performance.now() - countedAt < countMs) return
    countedAt = performance.now()
    // It waits until what it counts is durable, for which nothing else has to wait.
    store.getCollection(collection).then(
      ({ counts }) => {
        duplicates = counts.duplicates
      },
      () => {}
    )
  }
  const preparation = {
    inputs,
    options,
    settings: { ...settings, secret: store.secret },
    from: state.position,
    extraction
  }
  return indexInputs(
    store,
    state,
    preparation,
    {
      onRejected: rejections => listener.onRejected(rejections),
      onRepeatedIds: repeated => listener.onRepeatedIds(repeated),
      onNotice: message => listener.onNotice(message),
      onProgress({ bytes, records }) {
        count()
        listener.onProgress({ phase: 'reading', share: Math.min(1, bytes / inventory.bytes), records, duplicates })
      }
    },
    signal
  )
}

function explained(error: unknown, { stateFolder }: Job): unknown {
  const kept = `what was read is kept in ${stateFolder}`
  const again = `${kept}, and the same command goes on from there`
  if (isOutOfMemory(error)) {
    return new RunError(`${error.message}; ${kept}, and goes on with a larger DOPPEL_MEMORY_LIMIT_BYTES`, {
      cause: error
    })
  }
  if (error instanceof DirectoryTaken) return new RunError(`another run is using ${stateFolder}`, { cause: error })
  if (error instanceof DoppelError) return new RunError(`${error.message}; ${again}`, { cause: error })
  if (error instanceof InputFault) return new RunError(error.message, { cause: error })
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
    return new RunError(`the disk is full; ${again}`, { cause: error })
  // What the system refuses names itself and the file.
  if (error instanceof Error && 'syscall' in error) return new RunError(error.message, { cause: error })
  return error
}

/** Whether the memory limit is reached. A full disk is the same to the store, but has a cause. */
function isOutOfMemory(error: unknown): error is DoppelError {
  return error instanceof DoppelError && error.code === 'STORE_FULL' && error.cause === undefined
}
