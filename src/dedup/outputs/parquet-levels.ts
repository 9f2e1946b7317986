import type { SchemaElement } from 'hyparquet'

/** The values of a leaf column with their levels, as Parquet holds them (Dremel). */
export interface LeafData {
  readonly values: unknown[]
  /** None where the column can neither lack a value nor repeat one. */
  readonly definitionLevels: number[]
  /** None where the column does not repeat. */
  readonly repetitionLevels: number[]
  readonly maxDefinitionLevel: number
}

/**
 * Collects the values of a leaf column, row by row. Of each level that may be missing or repeated, a row has a list: an empty one
 * where it is missing.
 */
export class LeafColumn {
  readonly #repetitions: readonly string[]
  readonly #maxRepetition: number
  readonly #maxDefinition: number
  #data: LeafData

  /** @param elements from the column of the table to the leaf itself */
  constructor(elements: readonly SchemaElement[]) {
    this.#repetitions = elements.map(({ repetition_type: repetition = 'REQUIRED' }) => repetition)
    this.#maxRepetition = this.#repetitions.filter(repetition => repetition === 'REPEATED').length
    this.#maxDefinition = this.#repetitions.filter(repetition => repetition !== 'REQUIRED').length
    this.#data = this.#empty()
  }

  /** Adds the value of a row. */
  add(value: unknown): void {
    this.#add(value, 0, { definition: 0, repetition: 0, depth: 0 })
  }

  /** Gives what was collected away, and begins anew. */
  take(): LeafData {
    const data = this.#data
    this.#data = this.#empty()
    return data
  }

  #empty(): LeafData {
    return { values: [], definitionLevels: [], repetitionLevels: [], maxDefinitionLevel: this.#maxDefinition }
  }

  /** @param depth levels that repeat so far, where `repetition` says at which one the value repeats */
  #add(
    value: unknown,
    at: number,
    {
      definition,
      repetition,
      depth
    }: { readonly definition: number; readonly repetition: number; readonly depth: number }
  ): void {
    if (at === this.#repetitions.length) {
      this.#put(value, definition, repetition)
      return
    }
    const isLeaf = at === this.#repetitions.length - 1
    const kind = this.#repetitions[at]
    if (kind === 'REQUIRED') {
      this.#add(value, at + 1, { definition, repetition, depth })
      return
    }
    if (kind === 'OPTIONAL' && isLeaf) {
      this.#put(value, value === null || value === undefined ? definition : definition + 1, repetition)
      return
    }
    const items = (value ?? []) as readonly unknown[]
    if (items.length === 0) {
      this.#put(null, definition, repetition)
      return
    }
    const inner = kind === 'REPEATED' ? depth + 1 : depth
    for (const [i, item] of items.entries()) {
      this.#add(item, at + 1, { definition: definition + 1, repetition: i === 0 ? repetition : inner, depth: inner })
    }
  }

  #put(value: unknown, definition: number, repetition: number): void {
    this.#data.values.push(value)
    if (this.#maxDefinition > 0) this.#data.definitionLevels.push(definition)
    if (this.#maxRepetition > 0) this.#data.repetitionLevels.push(repetition)
  }
}
