import { isDeepStrictEqual } from 'node:util'
import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import { schemeName } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { Secret } from '../../text/secret.ts'
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
  /** Gives the store's, once it is open. */
  readonly secret: () => Secret
}

/** The collections by name. Changes are made in memory at once, and in the transaction for the journal. */
export class CollectionRegistry {
  readonly #collections = new Map<string, Collection>()
  /** Those that have an index; some may have gone since. */
  readonly #opened = new Set<Collection>()
  readonly #surroundings: Surroundings
  /** Undefined while they are to be sorted again. */
  #names: readonly string[] | undefined

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  get size(): number {
    return this.#collections.size
  }

  /** In ascending order. */
  get names(): readonly string[] {
    this.#names ??= [...this.#collections.keys()].sort()
    return this.#names
  }

  /** Those that have an index: what is to be done for all collections now and then is to be done for these. */
  *opened(): Generator<Collection> {
    for (const collection of this.#opened) {
      if (this.#collections.get(collection.row.name) === collection) yield collection
      else this.#opened.delete(collection)
    }
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

  /** Takes in a collection that is stored, with its index where it holds something. */
  adopt(row: CollectionRow, index?: CollectionIndex): void {
    const { rows, clock } = this.#surroundings
    const makeIndex = (row: CollectionRow) => this.#emptyIndex(row)
    this.#set(new Collection(row, index, rows, clock, makeIndex, opened => this.#opened.add(opened)))
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
    const former = this.#collections.get(name)
    if (former === undefined) {
      this.#create(transaction, name, settings)
      return true
    }
    const { row, known } = former
    if (isDeepStrictEqual(row.settings, settings)) return false
    if (known !== undefined && known.ordered.size > 0) {
      throw new DoppelError('COLLECTION_NOT_EMPTY', `the collection "${name}" holds documents under other settings`)
    }
    // Under a new number, since a snapshot may hold the index of the former settings.
    transaction.write({ kind: 'drop-collection', number: row.number })
    const number = this.#surroundings.takeNumber()
    this.#replace(transaction, { ...row, number, settings, scheme: schemeName(settings) })
    return false
  }

  /** Changes what may change while there are documents. Nothing may change between two steps. */
  *patch(transaction: Transaction, name: string, patch: SettingsPatch): Steps<void> {
    const collection = this.require(name)
    const former = collection.row
    const settings = {
      ...former.settings,
      ...(patch.representative !== undefined && { representative: patch.representative }),
      ...(patch.retentionSeconds !== undefined && { retentionSeconds: patch.retentionSeconds ?? undefined })
    }
    const row = { ...former, settings }
    const undo = collection.known === undefined ? undefined : yield* collection.known.changeRow(row)
    if (undo === undefined) collection.reset(row)
    // It may have got an index since.
    transaction.onUndo(undo ?? (() => collection.reset(former)))
    transaction.write({ kind: 'put-collection', row })
  }

  /**
   * Deletes a collection; the one that always exists is emptied. The rows of its documents stay behind.
   *
   * @returns what it held; undefined for nothing
   */
  delete(transaction: Transaction, name: string): CollectionIndex | undefined {
    const former = this.require(name)
    const { row, known } = former
    transaction.write({ kind: 'drop-collection', number: row.number })
    if (name === defaultCollection) {
      this.#replace(transaction, { ...row, number: this.#surroundings.takeNumber() })
    } else {
      this.#remove(name)
      transaction.onUndo(() => this.#set(former))
    }
    return known
  }

  #create(transaction: Transaction, name: string, settings: CollectionSettings): void {
    const { clock, takeNumber } = this.#surroundings
    const row = { number: takeNumber(), name, settings, scheme: schemeName(settings), createdAt: clock() }
    this.adopt(row)
    transaction.onUndo(() => this.#remove(name))
    transaction.write({ kind: 'put-collection', row })
  }

  #emptyIndex(row: CollectionRow): CollectionIndex {
    const { rows, secret } = this.#surroundings
    return new CollectionIndex(row, createSketcher({ ...row.settings, secret: secret() }), rows)
  }

  /** Puts an empty collection in the place of one. */
  #replace(transaction: Transaction, row: CollectionRow): void {
    const former = this.require(row.name)
    this.adopt(row)
    transaction.onUndo(() => this.#set(former))
    transaction.write({ kind: 'put-collection', row })
  }

  #set(collection: Collection): void {
    this.#collections.set(collection.row.name, collection)
    if (collection.known !== undefined) this.#opened.add(collection)
    this.#names = undefined
  }

  #remove(name: string): void {
    this.#collections.delete(name)
    this.#names = undefined
  }
}
