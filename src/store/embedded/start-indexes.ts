import type { IndexedRows } from './collection-index.ts'
import type { Journal, JournalRows } from './journal.ts'
import { buildIndexes, type Loaded } from './load.ts'
import { type Restored, restoreIndexes } from './restore.ts'
import type { SnapshotPlace } from './snapshot-place.ts'

/** The indexes at the start of a store. */
export interface Started extends Loaded {
  /** The commit of the snapshot that was used; undefined without one. */
  readonly sequence: number | undefined
  /** How many rows were read. */
  readonly changes: number
}

/**
 * Restores the indexes from the snapshot and the log where that can be done, else builds them from all rows: a
 * snapshot that cannot be used costs time, and nothing else.
 *
 * @param notice is told why a snapshot was not used
 * @param onProgress may throw to break the start off, which harms no snapshot
 */
export async function startIndexes(
  journal: Journal,
  rows: JournalRows,
  indexed: IndexedRows,
  notice: (message: string) => void,
  onProgress: (share: number) => void
): Promise<Started> {
  const place = journal.snapshots
  const restored = place && (await tryToRestore(place, journal, rows, indexed, notice, onProgress))
  if (restored !== undefined) return restored
  return { ...(await buildIndexes(rows, indexed, onProgress)), sequence: undefined, changes: rows.count }
}

async function tryToRestore(
  place: SnapshotPlace,
  journal: Journal,
  rows: JournalRows,
  indexed: IndexedRows,
  notice: (message: string) => void,
  onProgress: (share: number) => void
): Promise<Restored | undefined> {
  let isBrokenOff = false
  const report = (share: number): void => {
    isBrokenOff = true
    onProgress(share)
    isBrokenOff = false
  }
  try {
    const restored = await restoreIndexes(place, journal, rows, indexed, report)
    if (restored === undefined && (await isThere(place))) throw new Error('it is of another directory, or too old')
    return restored
  } catch (error) {
    if (isBrokenOff) throw error
    const reason = error instanceof Error ? error.message : String(error)
    notice(`the snapshot cannot be used, the indexes are built from all rows: ${reason}`)
    await place.remove()
    return undefined
  }
}

async function isThere(place: SnapshotPlace): Promise<boolean> {
  const source = await place.open()
  await source?.close()
  return source !== undefined
}
