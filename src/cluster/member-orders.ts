import { SortedSlots } from '../columns/sorted-slots.ts'
import type { DocumentTable } from './document-table.ts'

/** Others that are so many times as large are worth it to add documents one by one, and not to merge all. */
const muchLarger = 16

/**
 * The documents of one cluster in order of creation, of length and of their last change, so that the first of
 * each is known whichever document goes. Small clusters do without: what is first of a few is soon found again.
 */
export class MemberOrders {
  /** In order of creation. */
  readonly byCreation: SortedSlots
  /** The longest text first, of several of one length the one created first. */
  readonly #byLength: SortedSlots
  /** The latest change last. */
  readonly #byUpdate: SortedSlots
  readonly #documents: DocumentTable

  constructor(documents: DocumentTable) {
    this.#documents = documents
    const { created, textBytes, updatedAt } = documents
    this.byCreation = new SortedSlots((a, b) => created.get(a) - created.get(b))
    this.#byLength = new SortedSlots((a, b) => textBytes.get(b) - textBytes.get(a) || created.get(a) - created.get(b))
    this.#byUpdate = new SortedSlots((a, b) => updatedAt.get(a) - updatedAt.get(b) || created.get(a) - created.get(b))
  }

  /** The orders, always in one order. */
  get parts(): readonly SortedSlots[] {
    return [this.byCreation, this.#byLength, this.#byUpdate]
  }

  get size(): number {
    return this.byCreation.size
  }

  get earliest(): number {
    return this.byCreation.first
  }

  get longest(): number {
    return this.#byLength.first
  }

  /** When the document that changed last did. */
  get updatedAt(): number {
    return this.#documents.updatedAt.get(this.#byUpdate.last)
  }

  add(document: number): void {
    this.byCreation.add(document)
    this.#byLength.add(document)
    this.#byUpdate.add(document)
  }

  delete(document: number): void {
    this.byCreation.delete(document)
    this.#byLength.delete(document)
    this.#byUpdate.delete(document)
  }

  /** Takes all of some other documents in. */
  addAll(documents: MemberOrders): void {
    if (documents.size * muchLarger < this.size) {
      for (const document of documents.byCreation.toArray()) this.add(document)
      return
    }
    for (const [place, order] of this.parts.entries()) order.merge(documents.parts[place] as SortedSlots)
  }

  /** Replaces the contents by documents in any order. */
  fill(documents: Iterable<number>): void {
    const slots = Uint32Array.from(documents)
    for (const order of this.parts) order.fill(slots)
  }

  /** Leaves those documents of which a condition holds. */
  keep(isKept: (document: number) => boolean): void {
    for (const order of this.parts) order.load(order.toArray().filter(isKept))
  }

  /** Those documents of which a condition holds, as orders of their own. */
  select(isSelected: (document: number) => boolean): MemberOrders {
    const selected = new MemberOrders(this.#documents)
    for (const [place, order] of this.parts.entries()) {
      selected.parts[place]?.load(order.toArray().filter(isSelected))
    }
    return selected
  }

  /** Records when a document last changed. */
  update(document: number, updatedAt: number): void {
    this.#byUpdate.delete(document)
    this.#documents.updatedAt.set(document, updatedAt)
    this.#byUpdate.add(document)
  }
}
