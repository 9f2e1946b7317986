import { setImmediate } from 'node:timers/promises'
import { DoppelError } from '../../errors.ts'
import { schemeName } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { Secret } from '../../text/secret.ts'
import { defaultSettings } from '../collections.ts'
import { CollectionIndex, type IndexedRows } from './collection-index.ts'
import { IndexBuilder } from './index-builder.ts'
import type { CollectionRow, JournalRows } from './journal.ts'
import type { Orphans } from './purge.ts'

/** Rows that are loaded between two turns of the event loop. */
const rowsPerTurn = 500

/** What was found in the journal. */
export interface Loaded {
  /** All collections. */
  readonly rows: readonly CollectionRow[]
  /** The indexes of those that hold something. */
  readonly indexes: readonly CollectionIndex[]
  /** Rows of collections that are no more. */
  readonly orphans: Orphans
}

/** Builds the indexes in memory from what the journal holds. */
export async function buildIndexes(
  rows: JournalRows,
  indexed: IndexedRows,
  onProgress: (share: number) => void
): Promise<Loaded> {
  const collections = new Map<number, CollectionRow>()
  for (const row of rows.collections) collections.set(row.number, checkedRow(row))
  const builders = new Map<number, IndexBuilder>()
  const orphans = { documents: [] as number[], contents: [] as number[] }
  let loaded = 0
  const step = async (): Promise<void> => {
    if (++loaded % rowsPerTurn !== 0) return
    onProgress(loaded / rows.count)
    await setImmediate()
  }
  /** Most of many collections may be empty: they need no index. */
  const builderOf = (number: number): IndexBuilder | undefined => {
    const known = builders.get(number)
    const row = known === undefined ? collections.get(number) : undefined
    if (row === undefined) return known
    const builder = new IndexBuilder(emptyIndex(row, indexed, rows.secret))
    builders.set(number, builder)
    return builder
  }
  for (const row of rows.contents) {
    const builder = builderOf(row.collection)
    if (builder === undefined) orphans.contents.push(row.number)
    else builder.addContent(row)
    await step()
  }
  for (const row of rows.documents) {
    const builder = builderOf(row.collection)
    if (builder === undefined) orphans.documents.push(row.number)
    else builder.addDocument(row)
    await step()
  }
  for (const builder of builders.values()) {
    builder.finish()
    checkContents(builder.index)
  }
  return { rows: [...collections.values()], indexes: Array.from(builders.values(), ({ index }) => index), orphans }
}

/** @throws DoppelError STORE_UNAVAILABLE where the documents of a content are lost */
function checkContents({ clusters: { contents } }: CollectionIndex): void {
  for (const content of contents.slots()) {
    if (contents.firstCopy(content) !== 0) continue
    const number = contents.number.get(content)
    throw new DoppelError('STORE_UNAVAILABLE', `the store is damaged: content ${number} has no document`)
  }
}

/** An index without documents for a stored collection. */
export function emptyIndex(row: CollectionRow, rows: IndexedRows, secret: Secret): CollectionIndex {
  const checked = checkedRow(row)
  return new CollectionIndex(checked, createSketcher({ ...checked.settings, secret }), rows)
}

/**
 * The row of a stored collection with all of its settings; the journal does not keep those that are undefined.
 *
 * @throws DoppelError STORE_UNAVAILABLE where its signatures are of another version
 */
export function checkedRow(row: CollectionRow): CollectionRow {
  const scheme = schemeName(row.settings)
  if (scheme !== row.scheme) {
    const detail =
      `the collection "${row.name}" has signatures of scheme ${row.scheme}, this version makes ${scheme}: ` +
      'export the documents with the version that wrote them, and import them into a new directory'
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }
  return { ...row, settings: { ...defaultSettings, ...row.settings } }
}

/** Whether an index holds nothing, so that one can do without. */
export function isEmptyIndex({ clusters: { documents, contents } }: CollectionIndex): boolean {
  return documents.size === 0 && contents.size === 0
}
