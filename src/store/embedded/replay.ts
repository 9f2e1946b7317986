import { setImmediate } from 'node:timers/promises'
import type { CollectionIndex } from './collection-index.ts'
import { IndexBuilder } from './index-builder.ts'
import type { CollectionRow, DocumentRow, Journal, Touched } from './journal.ts'
import type { Orphans } from './purge.ts'

/** Rows that are brought up to date between two turns of the event loop. */
const rowsPerTurn = 500
/** Rows that are only looked at between two. */
const rowsWalkedPerTurn = 50_000

/**
 * Brings indexes up to date with rows that were touched since: what their rows are now decides, and not
 * what happened to them in between.
 */
export async function replay(
  journal: Journal,
  collections: readonly CollectionRow[],
  indexes: readonly CollectionIndex[],
  touched: Iterable<Touched>,
  make: (row: CollectionRow) => CollectionIndex
): Promise<{ indexes: CollectionIndex[]; orphans: Orphans; changes: number }> {
  const documents = new Set<number>()
  const contents = new Set<number>()
  for (const { kind, number } of touched) {
    if (kind === 'document') documents.add(number)
    if (kind === 'content') contents.add(number)
  }
  const changes = documents.size + contents.size
  if (changes === 0) return { indexes: [...indexes], orphans: { documents: [], contents: [] }, changes }
  const replaying = new Replay(journal, collections, indexes, make)
  // Contents come before the documents that have them, and go after them.
  const added = await replaying.updateDocuments(ascending(documents), await replaying.find(documents))
  await replaying.updateContents(ascending(contents))
  await replaying.addDocuments(added)
  await replaying.dropEmptied()
  return { indexes: replaying.indexes, orphans: replaying.orphans, changes }
}

/** A document that an index has. */
interface Known {
  readonly index: CollectionIndex
  readonly document: number
}

class Replay {
  readonly orphans = { documents: [] as number[], contents: [] as number[] }
  readonly #journal: Journal
  readonly #collections: ReadonlyMap<number, CollectionRow>
  readonly #make: (row: CollectionRow) => CollectionIndex
  readonly #builders = new Map<number, IndexBuilder>()
  /** Contents that lost a document, by collection. */
  readonly #emptied = new Map<CollectionIndex, Set<number>>()
  #steps = 0

  constructor(
    journal: Journal,
    collections: readonly CollectionRow[],
    indexes: readonly CollectionIndex[],
    make: (row: CollectionRow) => CollectionIndex
  ) {
    this.#journal = journal
    this.#collections = new Map(collections.map(row => [row.number, row]))
    this.#make = make
    for (const index of indexes) this.#builders.set(index.row.number, new IndexBuilder(index))
  }

  get indexes(): CollectionIndex[] {
    return Array.from(this.#builders.values(), ({ index }) => index)
  }

  /** Finds documents by their numbers, in one walk through all: what was removed does not tell where it was. */
  async find(numbers: ReadonlySet<number>): Promise<Map<number, Known>> {
    const found = new Map<number, Known>()
    let walked = 0
    for (const { index } of this.#builders.values()) {
      const { documents } = index.clusters
      for (const document of documents.slots()) {
        const number = documents.number.get(document)
        if (numbers.has(number)) found.set(number, { index, document })
        if (++walked % rowsWalkedPerTurn === 0) await setImmediate()
      }
    }
    return found
  }

  /** @returns numbers of documents that are still to be added */
  async updateDocuments(numbers: readonly number[], found: ReadonlyMap<number, Known>): Promise<number[]> {
    const missing: number[] = []
    for (const number of numbers) {
      const row = this.#journal.readDocument(number)
      const known = found.get(number)
      if (known === undefined) {
        if (row !== undefined) missing.push(number)
      } else if (row === undefined) {
        const content = known.index.clusters.documents.content.get(known.document)
        known.index.removeDocument(known.document)
        const emptied = this.#emptied.get(known.index) ?? new Set()
        this.#emptied.set(known.index, emptied.add(content))
      } else {
        known.index.change(known.document, { ...row, retentionSeconds: row.fields.retentionSeconds })
      }
      await this.#step()
    }
    return missing
  }

  async updateContents(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) {
      const row = this.#journal.readContent(number)
      const builder = row && this.#builderOf(row.collection)
      const known = builder?.findContent(number) ?? 0
      if (row !== undefined && builder === undefined) this.orphans.contents.push(number)
      else if (row !== undefined && known === 0) builder?.addContent(row)
      else if (row !== undefined) builder?.changeContent(known, row)
      await this.#step()
    }
    for (const builder of this.#builders.values()) builder.finish()
  }

  async addDocuments(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) {
      const row = this.#journal.readDocument(number) as DocumentRow
      const builder = this.#builderOf(row.collection)
      if (builder === undefined) this.orphans.documents.push(number)
      else builder.addDocument(row)
      await this.#step()
    }
  }

  async dropEmptied(): Promise<void> {
    for (const [index, emptied] of this.#emptied) {
      const { contents } = index.clusters
      const lost = [...emptied].filter(content => contents.has(content) && contents.firstCopy(content) === 0)
      for (const _ of index.removeLost(new Set(lost))) await setImmediate()
    }
  }

  /** Undefined where there is no such collection any more. */
  #builderOf(collection: number): IndexBuilder | undefined {
    const known = this.#builders.get(collection)
    const row = known === undefined ? this.#collections.get(collection) : undefined
    if (row === undefined) return known
    const builder = new IndexBuilder(this.#make(row))
    this.#builders.set(collection, builder)
    return builder
  }

  async #step(): Promise<void> {
    if (++this.#steps % rowsPerTurn === 0) await setImmediate()
  }
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b)
}
