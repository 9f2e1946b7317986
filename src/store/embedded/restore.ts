import type { CollectionIndex, IndexedRows } from './collection-index.ts'
import type { CollectionRow, Journal, JournalRows, Touched } from './journal.ts'
import { checkedRow, emptyIndex, isEmptyIndex, type Loaded } from './load.ts'
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
    const { collections, present, gone } = sortOut(snapshot.indexes, rows)
    const touched = rows.changesSince(origin.sequence) as Iterable<Touched>
    const replayed = await replay(journal, collections, present, touched, row => emptyIndex(row, indexed, rows.secret))
    const indexes = replayed.indexes.filter(index => !isEmptyIndex(index))
    // What is still to be removed of deleted collections is not counted.
    if (gone.length === 0 && isEmpty(replayed.orphans)) checkCount(indexes, rows.count)
    const former = gone.map(({ clusters }) => rowsOf(clusters))
    const orphans = {
      documents: chain([replayed.orphans, ...former].map(({ documents }) => documents)),
      contents: chain([replayed.orphans, ...former].map(({ contents }) => contents))
    }
    return { rows: collections, indexes, orphans, sequence: origin.sequence, changes: replayed.changes }
  } finally {
    await source.close()
  }
}

/** The collections that there are now, whose settings may be newer than the snapshot, and what it has of them and of others. */
function sortOut(
  saved: readonly CollectionIndex[],
  rows: JournalRows
): { collections: CollectionRow[]; present: CollectionIndex[]; gone: CollectionIndex[] } {
  const byNumber = new Map(saved.map(index => [index.row.number, index]))
  const present: CollectionIndex[] = []
  const collections = Array.from(rows.collections, row => {
    const checked = checkedRow(row)
    const index = byNumber.get(row.number)
    if (index === undefined) return checked
    byNumber.delete(row.number)
    index.row = checked
    index.requeueExpiry()
    present.push(index)
    return checked
  })
  return { collections, present, gone: [...byNumber.values()] }
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
