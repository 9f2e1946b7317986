import { jaccard, overlapOf } from '../cluster/overlap.ts'
import type { SampledText } from './sample.ts'

/** Two texts of the sample by their places in it, and how similar they are. */
export interface SimilarPair {
  readonly left: number
  readonly right: number
  /** Exact Jaccard similarity. */
  readonly similarity: number
}

/** Standard errors of the estimate below the floor down to which pairs are still looked at exactly. */
const margin = 5

/**
 * Finds all pairs of texts with a similarity of at least `floor`. No banding takes part: each pair that shares any slot
 * is counted, and each whose estimate is not hopeless is compared exactly, so a pair is missed with a
 * probability of less than 10^-6.
 *
 * Time grows with the square of the texts, mildly where they are unrelated: one that shares no slot with another costs nothing for it.
 *
 * @param floor above 0, to 1
 * @returns the pairs of one text with later ones after another, so that the caller can pause
 */
export function* similarPairs(texts: readonly SampledText[], floor: number): Generator<SimilarPair[], void> {
  const slotCount = texts[0]?.signature.length ?? 0
  const leastSlots = leastEqualSlots(floor, slotCount)
  const counter = new EqualSlots(texts, slotCount)
  for (const [left, text] of texts.entries()) {
    const pairs: SimilarPair[] = []
    for (const right of counter.laterTexts(left, leastSlots)) {
      const similarity = similarityOf(text, texts[right] as SampledText)
      if (similarity >= floor) pairs.push({ left, right, similarity })
    }
    yield pairs
  }
}

/** Counts equal slots of one text and all later ones at a time. */
class EqualSlots {
  readonly #nextBySlot: readonly Uint32Array[]
  /** Of each text, while one is counted; else 0. */
  readonly #counts: Uint16Array

  constructor(texts: readonly SampledText[], slotCount: number) {
    this.#nextBySlot = linkEqualSlots(texts, slotCount)
    this.#counts = new Uint16Array(texts.length)
  }

  /** The texts after one that share at least so many slots with it, one or more. */
  laterTexts(text: number, leastSlots: number): number[] {
    const counts = this.#counts
    const touched: number[] = []
    for (const next of this.#nextBySlot) {
      for (let later = next[text] as number; later !== 0; later = next[later] as number) {
        const count = (counts[later] as number) + 1
        counts[later] = count
        if (count === 1) touched.push(later)
      }
    }
    const found = touched.filter(later => (counts[later] as number) >= leastSlots)
    for (const later of touched) counts[later] = 0
    return found
  }
}

function similarityOf(left: SampledText, right: SampledText): number {
  const { shared = 0 } = overlapOf(left, right)
  return jaccard(shared, left.shingles.length, right.shingles.length)
}

/** Equal slots below which a pair at the floor does not fall; never 0. */
function leastEqualSlots(floor: number, slotCount: number): number {
  const deviation = Math.sqrt(slotCount * floor * (1 - floor))
  return Math.max(1, Math.floor(slotCount * floor - margin * deviation))
}

/** For each slot and text the next text with an equal slot; 0, which is never a next one, for none. */
function linkEqualSlots(texts: readonly SampledText[], slotCount: number): Uint32Array[] {
  return Array.from({ length: slotCount }, (_, slot) => {
    const next = new Uint32Array(texts.length)
    const nearest = new Map<number, number>()
    for (let at = texts.length - 1; at >= 0; at--) {
      const value = texts[at]?.signature[slot] as number
      next[at] = nearest.get(value) ?? 0
      nearest.set(value, at)
    }
    return next
  })
}
