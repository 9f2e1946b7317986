import type { CollectionIndex, IndexedRows } from './collection-index.ts'
import type { Journal, JournalRows, Touched } from './journal.ts'
import { emptyIndex, type Loaded } from './load.ts'
import { type Orphans, rowsOf } from './purge.ts'
import { replay } from './replay.ts'
import { readSnapshot } from './snapshot.ts'
import type { SnapshotPlace } from './snapshot-place.ts'

/** What a snapshot and the log after it gave. */
export interface Restored extends Loaded {
  /** The commit of the snapshot. */
  readonly sequence: number
  /** How many rows the log brought up to date. */
  readonly changes: number
}

/**
 * Builds the indexes from the snapshot and what was committed after it.
 *
 * @returns undefined when there is no snapshot of this journal, or its log does not reach back to it
 * @throws Error when the snapshot is not whole
 */
export async function restoreIndexes(
  place: SnapshotPlace,
  journal: Journal,
  rows: JournalRows,
  indexed: IndexedRows,
  onProgress: (share: number) => void
): Promise<Restored | undefined> {
  const source = await place.open()
  if (source === undefined) return undefined
  try {
    const snapshot = await readSnapshot(
      source,
      ({ identity, sequence }) => identity === rows.identity && rows.changesSince(sequence) !== undefined,
      row => emptyIndex(row, indexed, rows.secret),
      onProgress
    )
    if (snapshot === undefined) return undefined
    const { origin } = snapshot
    const { indexes, gone } = present(snapshot.indexes, rows, indexed)
    const touched = rows.changesSince(origin.sequence) as Iterable<Touched>
    const replayed = await replay(journal, indexes, touched)
    // What is still to be removed of deleted collections is not counted.
    if (gone.length === 0 && isEmpty(replayed.orphans)) checkCount(indexes, rows.count)
    const former = gone.map(({ clusters }) => rowsOf(clusters))
    const orphans = {
      documents: chain([replayed.orphans, ...former].map(({ documents }) => documents)),
      contents: chain([replayed.orphans, ...former].map(({ contents }) => contents))
    }
    return { indexes, orphans, sequence: origin.sequence, changes: replayed.changes }
  } finally {
    await source.close()
  }
}

/** The indexes of the collections that there are now; their settings may be newer than the snapshot. */
function present(
  saved: readonly CollectionIndex[],
  rows: JournalRows,
  indexed: IndexedRows
): { indexes: CollectionIndex[]; gone: CollectionIndex[] } {
  const byNumber = new Map(saved.map(index => [index.row.number, index]))
  const indexes = Array.from(rows.collections, row => {
    const empty = emptyIndex(row, indexed, rows.secret)
    const index = byNumber.get(row.number) ?? empty
    byNumber.delete(row.number)
    index.row = empty.row
    index.requeueExpiry()
    return index
  })
  return { indexes, gone: [...byNumber.values()] }
}

function isEmpty({ documents, contents }: Orphans): boolean {
  return chain([documents, contents]).next().done === true
}

/** @throws Error where a damaged page hides rows, which seem to have been removed since the snapshot */
function checkCount(indexes: readonly CollectionIndex[], expected: number): void {
  const count = indexes.reduce((sum, { clusters }) => sum + clusters.documents.size + clusters.contents.size, 0)
  if (count !== expected) throw new Error(`it gives ${count} rows with the log, and there are ${expected}`)
}

function* chain(lists: readonly Iterable<number>[]): Generator<number> {
  for (const list of lists) yield* list
}
