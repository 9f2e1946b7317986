import { setImmediate } from 'node:timers/promises'
import type { Content } from '../../cluster/cluster-index.ts'
import { DoppelError } from '../../errors.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import { defaultSettings } from '../collections.ts'
import { CollectionIndex } from './collection-index.ts'
import type { Entry } from './entry.ts'
import type { CollectionRow, ContentRow, DocumentRow, JournalRows } from './journal.ts'

/** Rows that are loaded between two turns of the event loop. */
const rowsPerTurn = 500

interface Loading {
  readonly index: CollectionIndex
  readonly contents: Map<number, Content<Entry>>
}

/** Builds the indexes in memory from what the journal holds. */
export async function* loadCollections(
  rows: JournalRows,
  onProgress: (share: number) => void
): AsyncGenerator<CollectionIndex> {
  const loading = new Map<number, Loading>()
  for (const row of rows.collections) {
    loading.set(row.number, { index: emptyIndex(row), contents: new Map() })
  }
  let loaded = 0
  const step = async (): Promise<void> => {
    if (++loaded % rowsPerTurn !== 0) return
    onProgress(loaded / rows.count)
    await setImmediate()
  }
  for (const row of rows.contents) {
    loadContent(of(loading, row), row)
    await step()
  }
  for (const row of rows.documents) {
    loadDocument(of(loading, row), row)
    await step()
  }
  for (const { index } of loading.values()) yield index
}

function emptyIndex(row: CollectionRow): CollectionIndex {
  const sketcher = createSketcher(row.settings)
  if (sketcher.scheme !== row.scheme) {
    const detail = `the collection "${row.name}" has signatures of scheme ${row.scheme}, this version makes ${sketcher.scheme}`
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }
  // The journal does not keep settings that are undefined.
  return new CollectionIndex({ ...row, settings: { ...defaultSettings, ...row.settings } }, sketcher)
}

function loadContent({ index, contents }: Loading, row: ContentRow): void {
  const { bandKeys } = index.sketcher.sketchSignature(row.signature)
  const facts = { key: row.key, signature: row.signature, bandKeys }
  const matches = row.matches.flatMap(({ content, equalSlots, shared }) => {
    const other = contents.get(content)
    return other === undefined ? [] : [[other, { equalSlots, shared }] as const]
  })
  contents.set(row.number, index.addContent(row.number, row.shingleCount, facts, matches))
}

function loadDocument({ index, contents }: Loading, row: DocumentRow): void {
  const content = contents.get(row.content)
  if (content === undefined) throw damaged(`document ${row.number} has no content ${row.content}`)
  const { number, id, created, ingestedAt, updatedAt, retainedFrom, textBytes, fields } = row
  const { retentionSeconds } = fields
  index.insert({ number, id, created, content, ingestedAt, updatedAt, retainedFrom, retentionSeconds, textBytes })
}

function of(loading: Map<number, Loading>, row: { readonly collection: number; readonly number: number }): Loading {
  const found = loading.get(row.collection)
  if (found === undefined) throw damaged(`row ${row.number} has no collection ${row.collection}`)
  return found
}

function damaged(detail: string): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `the store is damaged: ${detail}`)
}
