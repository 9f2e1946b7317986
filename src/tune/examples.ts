import type { Sketcher } from '../signature/sketch.ts'
import type { Shingling } from '../text/shingle.ts'
import { type Span, sharedSpans } from '../text/spans.ts'
import { highestLevel, levelOf } from './levels.ts'
import type { SampledText } from './sample.ts'
import type { SimilarPair } from './similar-pairs.ts'

/** One document of an example pair. */
export interface ExampleSide {
  readonly id: string
  /** The beginning of its text. */
  readonly excerpt: string
  /** The parts of it that the other excerpt has too. */
  readonly shared: readonly Span[]
}

/** A pair to look at. */
export interface Example {
  readonly similarity: number
  readonly left: ExampleSide
  readonly right: ExampleSide
}

/** Pairs whose similarities lie in one tenth. */
export interface ExampleLevel {
  /** Inclusive. */
  readonly from: number
  /** Exclusive, but for the level of 1, which is of its own. */
  readonly to: number
  readonly examples: readonly Example[]
}

/** The name of a level of examples. */
export function levelName({ from, to }: ExampleLevel): string {
  return from * 100 === highestLevel ? '1.0' : `${from.toFixed(1)} to ${to.toFixed(1)}`
}

/** Where a level begins, in hundredths, from the highest. */
const levelStarts = [100, 90, 80, 70, 60, 50, 40, 30] as const
/** Most spans of an excerpt. */
const spanLimit = 500

/**
 * Chooses pairs of each tenth, evenly spread over it. They are taken from the joins, so that a crowd does not supply them all.
 *
 * @param joins most similar first
 * @param perLevel most pairs of a tenth
 */
export function examplesOf(
  texts: readonly SampledText[],
  joins: readonly SimilarPair[],
  perLevel: number,
  sketcher: Sketcher,
  shingling: Shingling
): ExampleLevel[] {
  return levelStarts.map((start, at) => {
    const end = levelStarts[at - 1] ?? 101
    const inside = joins.filter(({ similarity }) => levelOf(similarity) >= start && levelOf(similarity) < end)
    const examples = evenly(inside, perLevel).map(pair => exampleOf(texts, pair, sketcher, shingling))
    return { from: start / 100, to: Math.min(end, 100) / 100, examples }
  })
}

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  const count = Math.min(items.length, most)
  return Array.from({ length: count }, (_, at) => items[Math.floor(((at + 0.5) * items.length) / count)] as Item)
}

function exampleOf(
  texts: readonly SampledText[],
  { left, right, similarity }: SimilarPair,
  sketcher: Sketcher,
  shingling: Shingling
): Example {
  const [first, second] = [texts[left] as SampledText, texts[right] as SampledText]
  const spans = shared(first.excerpt, second.excerpt, sketcher, shingling)
  const side = ({ ids: [id], excerpt }: SampledText, shared: readonly Span[]) => ({ id: id as string, excerpt, shared })
  return { similarity, left: side(first, spans.left), right: side(second, spans.right) }
}

function shared(left: string, right: string, sketcher: Sketcher, shingling: Shingling) {
  const shingled = (text: string) => ({ text, members: sketcher.membersOf(text) })
  const work = sharedSpans(shingled(left), shingled(right), shingling, spanLimit)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
