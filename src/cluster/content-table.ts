import { type Column, Uint32Column } from '../columns/column.ts'
import type { DocumentTable } from './document-table.ts'
import { NumberedTable } from './numbered-table.ts'

/** A distinct content. Exact copies share one, so that any number of them costs one node of the match graph. */
export interface ContentFacts {
  readonly number: number
  /** Size of the shingle set; undefined where only a signature is known. */
  readonly shingleCount: number | undefined
  /** Whether a cap cut its candidates. */
  readonly isTruncated: boolean
}

/** The distinct contents of a collection, a row a slot, each with its documents in order of creation. */
export class ContentTable extends NumberedTable {
  readonly #documents: DocumentTable
  /** Size of the shingle set plus 1; 0 where it is unknown. */
  readonly #size = new Uint32Column()
  readonly #truncated = new Uint32Column()
  readonly #first = new Uint32Column()
  readonly #last = new Uint32Column()
  /** Number of documents with the content. */
  readonly copies = new Uint32Column()

  constructor(documents: DocumentTable) {
    super()
    this.#documents = documents
  }

  add({ number, shingleCount, isTruncated }: ContentFacts): number {
    const slot = this.take(number)
    this.#size.set(slot, shingleCount === undefined ? 0 : shingleCount + 1)
    this.#truncated.set(slot, isTruncated ? 1 : 0)
    this.#first.set(slot, 0)
    this.#last.set(slot, 0)
    this.copies.set(slot, 0)
    return slot
  }

  /** What {@link add} was given. */
  facts(slot: number): ContentFacts {
    return {
      number: this.number.get(slot),
      shingleCount: this.shingleCount(slot),
      isTruncated: this.isTruncated(slot)
    }
  }

  shingleCount(slot: number): number | undefined {
    const size = this.#size.get(slot)
    return size === 0 ? undefined : size - 1
  }

  isTruncated(slot: number): boolean {
    return this.#truncated.get(slot) === 1
  }

  setTruncated(slot: number, isTruncated: boolean): void {
    this.#truncated.set(slot, isTruncated ? 1 : 0)
  }

  /** The document with the content that was created first; 0 for none. */
  firstCopy(slot: number): number {
    return this.#first.get(slot)
  }

  /** The documents with the content, in order of creation. */
  *members(slot: number): Generator<number> {
    const { nextCopy } = this.#documents
    for (let document = this.#first.get(slot); document !== 0; document = nextCopy.get(document)) yield document
  }

  /**
   * Puts a document among those with its content.
   *
   * @param before gives documents that were created before it, the latest first, with all of its content that were; so that
   * its place among many copies is found soon
   */
  addMember(document: number, before: () => Iterable<number>): void {
    const { content, created, nextCopy, previousCopy } = this.#documents
    const slot = content.get(document)
    const last = this.#last.get(slot)
    const isLast = last === 0 || created.get(last) < created.get(document)
    const previous = isLast ? last : this.#lastBefore(document, before())
    const next = previous === 0 ? this.#first.get(slot) : nextCopy.get(previous)
    if (previous === 0) this.#first.set(slot, document)
    else nextCopy.set(previous, document)
    nextCopy.set(document, next)
    previousCopy.set(document, previous)
    if (next === 0) this.#last.set(slot, document)
    else previousCopy.set(next, document)
    this.copies.set(slot, this.copies.get(slot) + 1)
  }

  /** Takes a document from those with its content. */
  removeMember(document: number): void {
    const { content, nextCopy, previousCopy } = this.#documents
    const slot = content.get(document)
    const previous = previousCopy.get(document)
    const next = nextCopy.get(document)
    if (previous === 0) this.#first.set(slot, next)
    else nextCopy.set(previous, next)
    if (next === 0) this.#last.set(slot, previous)
    else previousCopy.set(next, previous)
    this.copies.set(slot, this.copies.get(slot) - 1)
  }

  /** Goes through the copies and through the documents before in turns: few of one or of the other are in the way. */
  #lastBefore(document: number, before: Iterable<number>): number {
    const { content, created, nextCopy } = this.#documents
    const slot = content.get(document)
    const place = created.get(document)
    const earlier = before[Symbol.iterator]()
    let isEnd = false
    let previous = 0
    let next = this.#first.get(slot)
    while (next !== 0 && created.get(next) < place) {
      const other: number = isEnd ? 0 : (earlier.next().value ?? 0)
      if (other !== 0 && content.get(other) === slot) return other
      isEnd = other === 0
      previous = next
      next = nextCopy.get(next)
    }
    return previous
  }

  override get columns(): readonly Column[] {
    return [...super.columns, this.#size, this.#truncated, this.#first, this.#last, this.copies]
  }
}
