import type { Entry } from './entry.ts'

/** The documents of a collection in order of first creation. */
export class OrderedEntries {
  /** Ascending; numbers of documents that are gone stay until there are too many of them. */
  #order: number[] = []
  readonly #entries = new Map<number, Entry>()

  get size(): number {
    return this.#entries.size
  }

  /** Adds a document, or puts its new version in its place. */
  set(entry: Entry): void {
    const position = this.#positionAfter(entry.created)
    if (this.#order[position - 1] !== entry.created) this.#order.splice(position, 0, entry.created)
    this.#entries.set(entry.created, entry)
  }

  delete(entry: Entry): void {
    this.#entries.delete(entry.created)
    if (this.#order.length > 2 * this.#entries.size + 16) {
      this.#order = this.#order.filter(created => this.#entries.has(created))
    }
  }

  /** The document whose first version has this number. */
  get(created: number): Entry | undefined {
    return this.#entries.get(created)
  }

  /** The documents created after a number, in order. */
  *after(created: number): Generator<Entry> {
    for (let position = this.#positionAfter(created); position < this.#order.length; position++) {
      const entry = this.#entries.get(this.#order[position] as number)
      if (entry !== undefined) yield entry
    }
  }

  #positionAfter(created: number): number {
    let low = 0
    let high = this.#order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#order[middle] as number) <= created) low = middle + 1
      else high = middle
    }
    return low
  }
}
