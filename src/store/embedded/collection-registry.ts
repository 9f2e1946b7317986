import { isDeepStrictEqual } from 'node:util'
import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import { schemeName } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import { type CollectionSettings, defaultSettings, type SettingsPatch } from '../collections.ts'
import { Collection } from './collection.ts'
import { CollectionIndex } from './collection-index.ts'
import type { CollectionRow } from './journal.ts'
import type { RowReader } from './row-reader.ts'
import type { Transaction } from './transaction.ts'

/** The collection that always exists. */
export const defaultCollection = 'default'

/** What making a collection needs. */
interface Surroundings {
  readonly rows: RowReader
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Gives a number that was never used. */
  readonly takeNumber: () => number
}

/** The collections by name. Changes are made in memory at once, and in the transaction for the journal. */
export class CollectionRegistry {
  readonly #collections = new Map<string, Collection>()
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** In ascending order. */
  get names(): string[] {
    return [...this.#collections.keys()].sort()
  }

  find(name: string): Collection | undefined {
    return this.#collections.get(name)
  }

  /** @throws DoppelError COLLECTION_NOT_FOUND */
  require(name: string): Collection {
    const collection = this.find(name)
    if (collection === undefined) throw new DoppelError('COLLECTION_NOT_FOUND', `there is no collection "${name}"`)
    return collection
  }

  /** Takes in a collection that is stored. */
  adopt(index: CollectionIndex): void {
    const { rows, clock } = this.#surroundings
    this.#collections.set(index.row.name, new Collection(index, rows, clock))
  }

  /** Makes the collection that always exists, in a new store. */
  createDefault(transaction: Transaction): void {
    this.#create(transaction, defaultCollection, defaultSettings)
  }

  /** @throws DoppelError STORE_UNAVAILABLE where a store that is not new has lost the collection that always exists */
  checkDefault(): void {
    if (this.#collections.has(defaultCollection)) return
    const detail = `the store is damaged: it has commits, and no collection "${defaultCollection}"`
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }

  /**
   * Makes a collection, or gives an empty one other settings.
   *
   * @returns whether it is new
   * @throws DoppelError COLLECTION_NOT_EMPTY when it holds documents under other settings
   */
  put(transaction: Transaction, name: string, settings: CollectionSettings): boolean {
    const index = this.#collections.get(name)?.index
    if (index === undefined) {
      this.#create(transaction, name, settings)
      return true
    }
    if (isDeepStrictEqual(index.row.settings, settings)) return false
    if (index.ordered.size > 0) {
      throw new DoppelError('COLLECTION_NOT_EMPTY', `the collection "${name}" holds documents under other settings`)
    }
    // Under a new number, since a snapshot may hold the index of the former settings.
    transaction.write({ kind: 'drop-collection', number: index.row.number })
    const number = this.#surroundings.takeNumber()
    this.#replace(transaction, { ...index.row, number, settings, scheme: schemeName(settings) })
    return false
  }

  /** Changes what may change while there are documents. Nothing may change between two steps. */
  *patch(transaction: Transaction, name: string, patch: SettingsPatch): Steps<void> {
    const { index } = this.require(name)
    const settings = {
      ...index.row.settings,
      ...(patch.representative !== undefined && { representative: patch.representative }),
      ...(patch.retentionSeconds !== undefined && { retentionSeconds: patch.retentionSeconds ?? undefined })
    }
    transaction.onUndo(yield* index.changeRow({ ...index.row, settings }))
    transaction.write({ kind: 'put-collection', row: index.row })
  }

  /**
   * Deletes a collection; the one that always exists is emptied. The rows of its documents stay behind.
   *
   * @returns what it held
   */
  delete(transaction: Transaction, name: string): CollectionIndex {
    const former = this.require(name)
    const { index } = former
    transaction.write({ kind: 'drop-collection', number: index.row.number })
    if (name === defaultCollection) {
      this.#replace(transaction, { ...index.row, number: this.#surroundings.takeNumber() })
    } else {
      this.#collections.delete(name)
      transaction.onUndo(() => this.#collections.set(name, former))
    }
    return index
  }

  #create(transaction: Transaction, name: string, settings: CollectionSettings): void {
    const { clock, takeNumber, rows } = this.#surroundings
    const row = { number: takeNumber(), name, settings, scheme: schemeName(settings), createdAt: clock() }
    this.adopt(new CollectionIndex(row, createSketcher(settings), rows))
    transaction.onUndo(() => this.#collections.delete(name))
    transaction.write({ kind: 'put-collection', row })
  }

  /** Puts an empty collection in the place of one. */
  #replace(transaction: Transaction, row: CollectionRow): void {
    const former = this.require(row.name)
    this.adopt(new CollectionIndex(row, createSketcher(row.settings), this.#surroundings.rows))
    transaction.onUndo(() => this.#collections.set(row.name, former))
    transaction.write({ kind: 'put-collection', row })
  }
}
