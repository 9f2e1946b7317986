import { setImmediate } from 'node:timers/promises'
import { DoppelError } from '../../errors.ts'
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
  const builders = new Map<number, IndexBuilder>()
  const { secret } = rows
  for (const row of rows.collections) builders.set(row.number, new IndexBuilder(emptyIndex(row, indexed, secret)))
  const orphans = { documents: [] as number[], contents: [] as number[] }
  let loaded = 0
  const step = async (): Promise<void> => {
    if (++loaded % rowsPerTurn !== 0) return
    onProgress(loaded / rows.count)
    await setImmediate()
  }
  for (const row of rows.contents) {
    const builder = builders.get(row.collection)
    if (builder === undefined) orphans.contents.push(row.number)
    else builder.addContent(row)
    await step()
  }
  for (const row of rows.documents) {
    const builder = builders.get(row.collection)
    if (builder === undefined) orphans.documents.push(row.number)
    else builder.addDocument(row)
    await step()
  }
  for (const builder of builders.values()) {
    builder.finish()
    checkContents(builder.index)
  }
  return { indexes: Array.from(builders.values(), ({ index }) => index), orphans }
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
  const sketcher = createSketcher({ ...row.settings, secret })
  if (sketcher.scheme !== row.scheme) {
    const detail =
      `the collection "${row.name}" has signatures of scheme ${row.scheme}, this version makes ${sketcher.scheme}: ` +
      'export the documents with the version that wrote them, and import them into a new directory'
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }
  // The journal does not keep settings that are undefined.
  return new CollectionIndex({ ...row, settings: { ...defaultSettings, ...row.settings } }, sketcher, rows)
}
