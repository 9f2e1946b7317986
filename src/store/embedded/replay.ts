import { setImmediate } from 'node:timers/promises'
import type { CollectionIndex } from './collection-index.ts'
import { IndexBuilder } from './index-builder.ts'
import type { DocumentRow, Journal, Touched } from './journal.ts'
import { NumberIndex } from './number-index.ts'
import type { Orphans } from './purge.ts'

/** Rows that are brought up to date between two turns of the event loop. */
const rowsPerTurn = 500

/**
 * Brings indexes up to date with rows that were touched since: what their rows are now decides, and not
 * what happened to them in between.
 */
export async function replay(
  journal: Journal,
  indexes: readonly CollectionIndex[],
  touched: Iterable<Touched>
): Promise<{ orphans: Orphans; changes: number }> {
  const documents = new Set<number>()
  const contents = new Set<number>()
  for (const { kind, number } of touched) {
    if (kind === 'document') documents.add(number)
    if (kind === 'content') contents.add(number)
  }
  const changes = documents.size + contents.size
  const replaying = new Replay(journal, changes === 0 ? [] : indexes)
  // Contents come before the documents that have them, and go after them.
  const added = await replaying.updateDocuments(ascending(documents))
  await replaying.updateContents(ascending(contents))
  await replaying.addDocuments(added)
  await replaying.dropEmptied()
  return { orphans: replaying.orphans, changes }
}

interface Part {
  readonly builder: IndexBuilder
  readonly documents: NumberIndex
}

class Replay {
  readonly orphans = { documents: [] as number[], contents: [] as number[] }
  readonly #journal: Journal
  readonly #parts = new Map<number, Part>()
  /** Contents that lost a document, by collection. */
  readonly #emptied = new Map<CollectionIndex, Set<number>>()
  #steps = 0

  constructor(journal: Journal, indexes: readonly CollectionIndex[]) {
    this.#journal = journal
    for (const index of indexes) {
      const documents = new NumberIndex(index.clusters.documents.number)
      for (const document of index.clusters.documents.slots()) documents.add(document)
      this.#parts.set(index.row.number, { builder: new IndexBuilder(index), documents })
    }
  }

  /** @returns numbers of documents that are still to be added */
  async updateDocuments(numbers: readonly number[]): Promise<number[]> {
    const missing: number[] = []
    for (const number of numbers) {
      const row = this.#journal.readDocument(number)
      const known = this.#known(number)
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
      const builder = row && this.#parts.get(row.collection)?.builder
      const known = builder?.findContent(number) ?? 0
      if (row !== undefined && builder === undefined) this.orphans.contents.push(number)
      else if (row !== undefined && known === 0) builder?.addContent(row)
      else if (row !== undefined) builder?.changeContent(known, row)
      await this.#step()
    }
    for (const { builder } of this.#parts.values()) builder.finish()
  }

  async addDocuments(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) {
      const row = this.#journal.readDocument(number) as DocumentRow
      const builder = this.#parts.get(row.collection)?.builder
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

  #known(number: number): { index: CollectionIndex; document: number } | undefined {
    for (const { builder, documents } of this.#parts.values()) {
      const document = documents.find(number)
      if (document !== 0) return { index: builder.index, document }
    }
    return undefined
  }

  async #step(): Promise<void> {
    if (++this.#steps % rowsPerTurn === 0) await setImmediate()
  }
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b)
}
