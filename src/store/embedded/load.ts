import { setImmediate } from 'node:timers/promises'
import type { ContentMatch } from '../../cluster/cluster-index.ts'
import { DoppelError } from '../../errors.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import { defaultSettings } from '../collections.ts'
import { CollectionIndex, type IndexedRows } from './collection-index.ts'
import type { CollectionRow, ContentRow, DocumentRow, JournalRows } from './journal.ts'
import { NumberIndex } from './number-index.ts'

/** Rows that are loaded between two turns of the event loop. */
const rowsPerTurn = 500

/** What was found in the journal. */
export interface Loaded {
  readonly collections: readonly CollectionIndex[]
  /** Rows of collections that are no more. */
  readonly orphans: { readonly documents: readonly number[]; readonly contents: readonly number[] }
}

/** Builds the indexes in memory from what the journal holds. */
export async function loadCollections(
  rows: JournalRows,
  indexed: IndexedRows,
  onProgress: (share: number) => void
): Promise<Loaded> {
  const loading = new Map<number, Loading>()
  for (const row of rows.collections) loading.set(row.number, new Loading(emptyIndex(row, indexed)))
  const orphans = { documents: [] as number[], contents: [] as number[] }
  let loaded = 0
  const step = async (): Promise<void> => {
    if (++loaded % rowsPerTurn !== 0) return
    onProgress(loaded / rows.count)
    await setImmediate()
  }
  for (const row of rows.contents) {
    const into = loading.get(row.collection)
    if (into === undefined) orphans.contents.push(row.number)
    else into.addContent(row)
    await step()
  }
  for (const into of loading.values()) into.connectLater()
  for (const row of rows.documents) {
    const into = loading.get(row.collection)
    if (into === undefined) orphans.documents.push(row.number)
    else into.addDocument(row)
    await step()
  }
  return { collections: Array.from(loading.values(), ({ index }) => index), orphans }
}

/** An index without documents for a stored collection. */
export function emptyIndex(row: CollectionRow, rows: IndexedRows): CollectionIndex {
  const sketcher = createSketcher(row.settings)
  if (sketcher.scheme !== row.scheme) {
    const detail = `the collection "${row.name}" has signatures of scheme ${row.scheme}, this version makes ${sketcher.scheme}`
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }
  // The journal does not keep settings that are undefined.
  return new CollectionIndex({ ...row, settings: { ...defaultSettings, ...row.settings } }, sketcher, rows)
}

/** A collection while its rows are taken in. */
class Loading {
  readonly index: CollectionIndex
  readonly #contents: NumberIndex
  /** Contents that match one with a higher number: those that a later search found. */
  readonly #later: { readonly content: number; readonly row: ContentRow }[] = []

  constructor(index: CollectionIndex) {
    this.index = index
    this.#contents = new NumberIndex(index.clusters.contents.number)
  }

  addContent(row: ContentRow): void {
    const { number, shingleCount, truncated: isTruncated } = row
    const { bandKeys } = this.index.sketcher.sketchSignature(row.signature)
    const isLater = row.matches.some(({ content }) => content > number)
    const matches = isLater ? [] : this.#matchesOf(row)
    const content = this.index.addContent({ number, shingleCount, isTruncated }, row.key, bandKeys, matches)
    this.#contents.add(content)
    if (isLater) this.#later.push({ content, row })
  }

  connectLater(): void {
    for (const { content, row } of this.#later) {
      for (const [other, overlap] of this.#matchesOf(row)) this.index.clusters.connect(content, other, overlap)
    }
  }

  addDocument(row: DocumentRow): void {
    const content = this.#contents.find(row.content)
    if (content === 0) {
      throw new DoppelError(
        'STORE_UNAVAILABLE',
        `the store is damaged: document ${row.number} has no content ${row.content}`
      )
    }
    const { number, id, created, updatedAt, retainedFrom, textBytes, fields } = row
    const { retentionSeconds } = fields
    this.index.addDocument({ number, created, content, updatedAt, retainedFrom, retentionSeconds, textBytes }, id)
  }

  #matchesOf(row: ContentRow): ContentMatch[] {
    const matches: ContentMatch[] = []
    for (const { content, equalSlots, shared } of row.matches) {
      const other = this.#contents.find(content)
      if (other !== 0) matches.push([other, { equalSlots, shared }])
    }
    return matches
  }
}
