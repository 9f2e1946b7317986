import { HashChains } from '../../../columns/hash-chains.ts'
import { hashOfKey, hashOfNumber } from '../hashes.ts'
import type { ContentRow, Journal } from '../journal.ts'
import type { Found } from '../stored-rows.ts'
import type { Catalogue, KnownCollection } from './catalogue.ts'
import type { Findings } from './findings.ts'

/** Checks each content by itself and that none is there twice, and takes them into the catalogue. */
export function verifyContents(
  rows: Iterable<Found<ContentRow>>,
  { journal, nextNumber }: { readonly journal: Journal; readonly nextNumber: number },
  catalogue: Catalogue,
  findings: Findings
): void {
  const { contents } = catalogue
  const keys = new HashChains()
  for (const found of rows) {
    if ('fault' in found) {
      findings.fault(found.fault)
      continue
    }
    const { number, row } = found
    if (number >= nextNumber) findings.fault(`content ${number} is beyond the next free number ${nextNumber}`)
    const collection = catalogue.collections.get(row.collection)
    if (collection === undefined) {
      catalogue.orphanContents++
      continue
    }
    for (const fault of faultsOf(row, collection)) findings.fault(`content ${number}: ${fault}`)
    const slot = contents.add(number, row.collection, row.shingleCount)
    if (row.key === undefined) continue
    const hash = (hashOfKey(row.key) ^ hashOfNumber(row.collection)) >>> 0
    const former = slotsOf(keys, hash).find(other => isSame(journal.readContent(contents.number.get(other)), row))
    if (former !== undefined) {
      findings.fault(`content ${number}: it is the same as content ${contents.number.get(former)}`)
    }
    keys.add(slot, hash)
  }
}

function slotsOf(chains: HashChains, hash: number): number[] {
  const slots: number[] = []
  for (let slot = chains.first(hash); slot !== 0; slot = chains.next(slot)) slots.push(slot)
  return slots
}

function* faultsOf(row: ContentRow, { row: { settings }, sketcher }: KnownCollection): Generator<string> {
  const { key, signature, shingleCount, shingles } = row
  if (signature.length !== sketcher.slotCount) {
    yield `it has ${signature.length} slots, its collection ${sketcher.slotCount}`
    return
  }
  if (shingleCount === undefined && sketcher.sketchSignature(signature).contentKey !== key) {
    yield 'its key is not that of its signature'
  }
  // Where texts are kept, long ones alone have their sets beside them.
  if (!settings.storeText && shingleCount !== undefined && shingles === undefined) yield 'it lacks its shingle set'
  if (shingleCount === undefined && shingles !== undefined) yield 'it has a shingle set without a size'
  if (shingles?.some((shingle, at) => at > 0 && shingle <= (shingles[at - 1] as number)) === true) {
    yield 'its shingle set is not in ascending order'
  }
}

function isSame(left: ContentRow | undefined, right: ContentRow): boolean {
  return (
    left !== undefined &&
    left.collection === right.collection &&
    left.key === right.key &&
    left.shingleCount === right.shingleCount &&
    left.signature.every((slot, at) => slot === right.signature[at])
  )
}
