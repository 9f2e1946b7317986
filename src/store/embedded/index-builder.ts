import type { ContentMatch } from '../../cluster/cluster-index.ts'
import { DoppelError } from '../../errors.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { ContentRow, DocumentRow } from './journal.ts'
import { NumberIndex } from './number-index.ts'

/** Takes rows into an index, which may hold others already. */
export class IndexBuilder {
  readonly index: CollectionIndex
  #known: NumberIndex | undefined
  /** Contents that match one with a higher number: those that a later search found. */
  readonly #later: { readonly content: number; readonly row: ContentRow }[] = []

  constructor(index: CollectionIndex) {
    this.index = index
  }

  /** Made when it is asked for: a start may touch few collections. */
  get #contents(): NumberIndex {
    if (this.#known !== undefined) return this.#known
    const { contents } = this.index.clusters
    this.#known = new NumberIndex(contents.number)
    for (const content of contents.slots()) this.#known.add(content)
    return this.#known
  }

  /** The slot of a content, by its number; 0 when it is not there. */
  findContent(number: number): number {
    return this.#contents.find(number)
  }

  /** Adds a content, with its matches among those that are there. */
  addContent(row: ContentRow): void {
    const { number, shingleCount, truncated: isTruncated } = row
    const bandKeys = row.key === undefined ? noBands : this.index.sketcher.bandKeysOf(row.signature)
    const isLater = row.matches.some(({ content }) => content > number)
    const matches = isLater ? [] : this.#matchesOf(row)
    const contents = this.#contents
    const content = this.index.addContent({ number, shingleCount, isTruncated }, row.key, bandKeys, matches)
    contents.add(content)
    if (isLater) this.#later.push({ content, row })
  }

  /** Takes matches over that a content got since it was added. */
  changeContent(content: number, row: ContentRow): void {
    this.index.clusters.setTruncated(content, row.truncated)
    this.#later.push({ content, row })
  }

  /** @throws DoppelError STORE_UNAVAILABLE when its content is missing */
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

  /** Adds the matches that had to wait for others. To be called once all contents are there. */
  finish(): void {
    const { clusters } = this.index
    for (const { content, row } of this.#later) {
      for (const [other, overlap] of this.#matchesOf(row)) {
        if (clusters.graph.between(content, other) === 0) clusters.connect(content, other, overlap)
      }
    }
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

/** A content without tokens is in no bucket. */
const noBands = new Uint32Array(0)
