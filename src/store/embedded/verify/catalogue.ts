import { Float64Column, Uint32Column } from '../../../columns/column.ts'
import type { Sketcher } from '../../../signature/sketch.ts'
import type { CollectionRow } from '../journal.ts'
import { NumberIndex } from '../number-index.ts'

/** Rows by number, in memory as slots from 1 on in the order they are added. */
class Numbered {
  readonly number = new Float64Column()
  readonly #slots = new NumberIndex(this.number)
  #size = 0

  get size(): number {
    return this.#size
  }

  protected take(number: number): number {
    const slot = ++this.#size
    this.number.set(slot, number)
    this.#slots.add(slot)
    return slot
  }

  /** The slot of a number; 0 for none. */
  find(number: number): number {
    return this.#slots.find(number)
  }
}

/** The contents that are stored whole. */
export class ContentCatalogue extends Numbered {
  readonly collection = new Float64Column()
  /** Size of the shingle set plus 1; 0 where it is unknown. */
  readonly #size1 = new Uint32Column()
  /** Number of documents with the content. */
  readonly copies = new Uint32Column()
  /** A document with the content, by its number. */
  readonly document = new Float64Column()

  add(number: number, collection: number, shingleCount: number | undefined): number {
    const slot = this.take(number)
    this.collection.set(slot, collection)
    this.#size1.set(slot, shingleCount === undefined ? 0 : shingleCount + 1)
    return slot
  }

  shingleCount(slot: number): number | undefined {
    const size = this.#size1.get(slot)
    return size === 0 ? undefined : size - 1
  }
}

/** The documents that are stored whole, those of deleted collections included. */
export class DocumentCatalogue extends Numbered {
  readonly created = new Float64Column()
  readonly updatedAt = new Float64Column()
  /** Slot of the content; 0 where the collection is deleted. */
  readonly content = new Uint32Column()
  readonly textBytes = new Uint32Column()
  readonly #hasText = new Uint32Column()

  add(
    number: number,
    facts: {
      readonly created: number
      readonly updatedAt: number
      readonly content: number
      readonly textBytes: number
    }
  ): number {
    const slot = this.take(number)
    this.created.set(slot, facts.created)
    this.updatedAt.set(slot, facts.updatedAt)
    this.content.set(slot, facts.content)
    this.textBytes.set(slot, facts.textBytes)
    return slot
  }

  hasText(slot: number): boolean {
    return this.#hasText.get(slot) === 1
  }

  noteText(slot: number): void {
    this.#hasText.set(slot, 1)
  }
}

/** A collection with what its settings make. */
export interface KnownCollection {
  readonly row: CollectionRow
  readonly sketcher: Sketcher
}

/** What the rows of a store say, each table by itself. */
export class Catalogue {
  readonly collections = new Map<number, KnownCollection>()
  readonly contents = new ContentCatalogue()
  readonly documents = new DocumentCatalogue()
  /** Contents of deleted collections. */
  orphanContents = 0
  /** Documents of deleted collections. */
  orphanDocuments = 0
  texts = 0
  commits = 0
}
