import { HashChains } from '../../../columns/hash-chains.ts'
import { hashOfNumber, hashOfText } from '../hashes.ts'
import type { DocumentRow, Journal } from '../journal.ts'
import { NumberIndex } from '../number-index.ts'
import type { Found } from '../stored-rows.ts'
import type { Catalogue, KnownCollection } from './catalogue.ts'
import type { Findings } from './findings.ts'

/** What the checks of rows have at hand. */
interface Surroundings {
  readonly journal: Journal
  readonly nextNumber: number
}

/** Checks the documents, and that no content is without one. Takes them into the catalogue. */
export function verifyDocuments(
  rows: Iterable<Found<DocumentRow>>,
  { journal, nextNumber }: Surroundings,
  catalogue: Catalogue,
  findings: Findings
): void {
  const { contents, documents } = catalogue
  const known = new KnownDocuments(journal, catalogue)
  for (const found of rows) {
    if ('fault' in found) {
      findings.fault(found.fault)
      continue
    }
    const { number, row } = found
    if (number >= nextNumber) findings.fault(`document ${number}: it is beyond the next free number ${nextNumber}`)
    if (!catalogue.collections.has(row.collection)) {
      catalogue.orphanDocuments++
      documents.add(number, { ...row, content: 0 })
      continue
    }
    for (const fault of known.faultsOf(row)) findings.fault(`document ${number}: ${fault}`)
    known.add(row)
  }
  for (let content = 1; content <= contents.size; content++) {
    if (contents.copies.get(content) === 0) {
      findings.fault(`content ${contents.number.get(content)}: it has no document`)
    }
  }
}

/** The documents so far, by what no two of them may share. */
class KnownDocuments {
  readonly #journal: Journal
  readonly #catalogue: Catalogue
  readonly #ids = new HashChains()
  readonly #creations: NumberIndex

  constructor(journal: Journal, catalogue: Catalogue) {
    this.#journal = journal
    this.#catalogue = catalogue
    this.#creations = new NumberIndex(catalogue.documents.created)
  }

  *faultsOf(row: DocumentRow): Generator<string> {
    const { contents, documents } = this.#catalogue
    const content = contents.find(row.content)
    if (content === 0) yield `it has no content ${row.content}`
    else if (contents.collection.get(content) !== row.collection) {
      yield `its content ${row.content} is of another collection`
    }
    if (row.created > row.number) yield `it was created as ${row.created}, which is later`
    const twin = this.#creations.find(row.created)
    if (twin !== 0) yield `it was created as ${row.created}, as was document ${documents.number.get(twin)}`
    const namesake = this.#withIdOf(row)
    if (namesake !== undefined) yield `it has the id of document ${namesake}`
  }

  add(row: DocumentRow): void {
    const { contents, documents } = this.#catalogue
    const content = contents.find(row.content)
    const slot = documents.add(row.number, { ...row, content })
    this.#ids.add(slot, this.#hashOf(row))
    this.#creations.add(slot)
    if (content === 0) return
    contents.copies.set(content, contents.copies.get(content) + 1)
    contents.document.set(content, row.number)
  }

  #withIdOf(row: DocumentRow): number | undefined {
    const { number } = this.#catalogue.documents
    const ids = this.#ids
    for (let slot = ids.first(this.#hashOf(row)); slot !== 0; slot = ids.next(slot)) {
      const other = this.#journal.readDocument(number.get(slot))
      if (other?.id === row.id && other.collection === row.collection) return other.number
    }
    return undefined
  }

  #hashOf({ id, collection }: DocumentRow): number {
    const { keys } = (this.#catalogue.collections.get(collection) as KnownCollection).sketcher
    return (hashOfText(id, keys) ^ hashOfNumber(collection)) >>> 0
  }
}
