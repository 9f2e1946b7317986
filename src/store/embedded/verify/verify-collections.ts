import { defaultCollection } from '../collection-registry.ts'
import type { CollectionRow, JournalRows } from '../journal.ts'
import { emptyIndex } from '../load.ts'
import type { Found } from '../stored-rows.ts'
import type { Catalogue } from './catalogue.ts'
import type { Findings } from './findings.ts'

/** Checks the collections, and takes them into the catalogue. */
export function verifyCollections(
  rows: Iterable<Found<CollectionRow>>,
  { nextNumber, secret }: JournalRows,
  catalogue: Catalogue,
  findings: Findings
): void {
  const names = new Set<string>()
  for (const found of rows) {
    if ('fault' in found) {
      findings.fault(found.fault)
      continue
    }
    const { number, row } = found
    if (number >= nextNumber) findings.fault(`collection ${number} is beyond the next free number ${nextNumber}`)
    if (names.has(row.name)) findings.fault(`there are two collections "${row.name}", one of them is ${number}`)
    names.add(row.name)
    try {
      // Whose rows are never asked for.
      const index = emptyIndex(row, { idOf: String, contentOf: () => ({ key: undefined, signature: none }) }, secret)
      catalogue.collections.set(number, { row: index.row, sketcher: index.sketcher })
    } catch (error) {
      findings.fault((error as Error).message)
    }
  }
  const isNew = nextNumber === 1
  if (!isNew && !names.has(defaultCollection)) findings.fault(`there is no collection "${defaultCollection}"`)
}

const none = new Uint32Array(0)
