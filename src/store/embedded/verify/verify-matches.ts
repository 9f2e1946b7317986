import { type Comparable, overlapOf } from '../../../cluster/overlap.ts'
import { decisive, scoreOf } from '../../../cluster/score.ts'
import { ContentCache } from '../content-cache.ts'
import type { ContentRow, Journal, MatchRow } from '../journal.ts'
import type { Found } from '../stored-rows.ts'
import type { Catalogue, KnownCollection } from './catalogue.ts'
import { Components } from './components.ts'
import type { Findings } from './findings.ts'

/** Bound on cached shingle sets, in bytes. */
const cacheBytes = 256 * 1024 * 1024

/** What the matches make of the contents. */
export interface MatchedContents {
  /** By slots of the catalogue. */
  readonly components: Components
  /** Number of matches of stored contents. */
  readonly count: number
}

/** What the checks of matches have at hand. */
interface Surroundings {
  readonly journal: Journal
  readonly nextNumber: number
  readonly catalogue: Catalogue
  /** Takes it for granted what two contents have in common. */
  readonly isQuick: boolean
  /** Whether the index has a match, given the numbers of its contents. */
  readonly isInIndex: (collection: number, content: number, match: MatchRow) => boolean
}

/**
 * Checks each match: whether it may be there, and, unless it shall be quick, whether the two contents have that much in
 * common. Matches with contents that were dropped may stay.
 */
export function verifyMatches(
  rows: Iterable<Found<ContentRow>>,
  surroundings: Surroundings,
  findings: Findings
): MatchedContents {
  const checking = new MatchCheck(surroundings)
  for (const found of rows) {
    // What is wrong with the row itself was told before.
    if ('fault' in found) continue
    for (const { match, fault } of checking.faultsOf(found.row)) {
      findings.fault(`content ${found.number}: its match ${match.content} ${fault}`)
    }
  }
  return checking
}

class MatchCheck implements MatchedContents {
  readonly components = new Components()
  count = 0
  readonly #surroundings: Surroundings
  readonly #comparing: Comparing

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
    this.#comparing = new Comparing(surroundings.journal, surroundings.catalogue)
  }

  *faultsOf(row: ContentRow): Generator<{ readonly match: MatchRow; readonly fault: string }> {
    const { contents, collections } = this.#surroundings.catalogue
    const slot = contents.find(row.number)
    const collection = collections.get(row.collection)
    if (slot === 0 || collection === undefined) return
    for (const match of row.matches) {
      const other = contents.find(match.content)
      const isMet = other !== 0 && other !== slot && contents.collection.get(other) === row.collection
      const fault = isMet
        ? this.#faultOf(row, slot, match, other, collection)
        : strangerFault(match.content, other, slot, this.#surroundings.nextNumber)
      if (fault !== undefined) yield { match, fault }
    }
  }

  #faultOf(
    row: ContentRow,
    slot: number,
    match: MatchRow,
    other: number,
    collection: KnownCollection
  ): string | undefined {
    const { catalogue, isQuick, isInIndex } = this.#surroundings
    this.components.join(slot, other)
    if (!this.#comparing.isRepeated(row.number, match.content)) this.count++
    const wrong = faultOf(match, row.shingleCount, catalogue.contents.shingleCount(other), collection)
    if (wrong !== undefined) return wrong
    if (!isQuick && !this.#comparing.isExact(row, match, collection)) return 'is not what the two have in common'
    return isInIndex(row.collection, row.number, match) ? undefined : 'is not in the index'
  }
}

/** What is wrong with a match that is with no other content of the collection. */
function strangerFault(content: number, other: number, own: number, nextNumber: number): string | undefined {
  if (other === own) return 'is itself'
  if (other !== 0) return 'is of another collection'
  return content >= nextNumber ? 'is beyond the next free number' : undefined
}

function faultOf(
  { equalSlots, shared }: MatchRow,
  left: number | undefined,
  right: number | undefined,
  { row, sketcher }: KnownCollection
): string | undefined {
  if (equalSlots > sketcher.slotCount) return `has ${equalSlots} equal slots of ${sketcher.slotCount}`
  const isKnown = left !== undefined && right !== undefined
  if (isKnown !== (shared !== undefined)) {
    return isKnown ? 'lacks the number of shared shingles' : 'has shared shingles although a set is unknown'
  }
  if (isKnown && (shared as number) > Math.min(left, right)) {
    return `has ${shared} shared shingles of ${left} and ${right}`
  }
  const strength = decisive(scoreOf({ equalSlots, shared }, left ?? 0, right ?? 0, sketcher.slotCount))
  return strength < row.settings.threshold ? `is below the threshold, at ${strength}` : undefined
}

/** Compares contents anew. */
class Comparing {
  readonly #journal: Journal
  readonly #catalogue: Catalogue
  readonly #cache = new ContentCache(cacheBytes)

  constructor(journal: Journal, catalogue: Catalogue) {
    this.#journal = journal
    this.#catalogue = catalogue
  }

  /** Whether the other content, which came before, has the match too. */
  isRepeated(content: number, other: number): boolean {
    if (other > content) return false
    return this.#journal.readContent(other)?.matches.some(match => match.content === content) === true
  }

  isExact(row: ContentRow, match: MatchRow, { sketcher }: KnownCollection): boolean {
    const other = this.#journal.readContent(match.content)
    if (other === undefined) return false
    const comparable = (one: ContentRow): Comparable => ({
      signature: one.signature,
      shingles: one.shingleCount === undefined ? undefined : this.#shinglesOf(one, text => sketcher.shinglesOf(text))
    })
    try {
      const { equalSlots, shared } = overlapOf(comparable(row), comparable(other))
      return equalSlots === match.equalSlots && shared === match.shared
    } catch {
      // A text that cannot be read is a fault of its own.
      return false
    }
  }

  #shinglesOf(row: ContentRow, make: (text: string) => Uint32Array): Uint32Array {
    const { number, signature, shingleCount, shingles } = row
    const cached = this.#cache.get(number, () => ({ signature, shingleCount, shingles }))
    const { contents } = this.#catalogue
    return this.#cache.shinglesOf(number, cached, () =>
      make(this.#journal.readText(contents.document.get(contents.find(number))) as string)
    )
  }
}
