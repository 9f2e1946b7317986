import type { Sketcher } from '../signature/sketch.ts'
import type { Shingling } from '../text/shingle.ts'
import { type ExampleLevel, examplesOf } from './examples.ts'
import { Joins } from './joins.ts'
import { type Level, levelOf, levelsOf, lowestLevel } from './levels.ts'
import { type Proposal, proposeThreshold } from './proposal.ts'
import type { Sample, SampledText } from './sample.ts'
import { similarPairs } from './similar-pairs.ts'

/** What a sample says about the threshold. */
export interface Tuning {
  readonly documents: number
  /** Documents without a word, which match nothing. */
  readonly empty: number
  /** Distinct texts. */
  readonly texts: number
  readonly shingle: Shingling
  /** In descending order of threshold. */
  readonly levels: readonly Level[]
  readonly proposal: Proposal
  readonly examples: readonly ExampleLevel[]
}

/**
 * Compares each text of a sample with each other and tells what every threshold would find.
 *
 * @param sketcher the one that the sample was made with
 * @returns the work, which tells now and then how many texts were compared with all later ones
 */
export function* tune(
  sample: Sample,
  sketcher: Sketcher,
  options: { readonly shingle: Shingling; readonly fallback: number; readonly examplesPerLevel: number }
): Generator<number, Tuning> {
  const { texts, documents, empty } = sample
  const joins = new Joins(texts.length)
  const pairCounts: number[] = []
  let done = 0
  for (const pairs of similarPairs(texts, lowestLevel / 100)) {
    joins.add(pairs)
    for (const { left, right, similarity } of pairs) {
      const level = levelOf(similarity)
      pairCounts[level] = (pairCounts[level] ?? 0) + copiesOf(texts[left]) * copiesOf(texts[right])
    }
    done++
    if (done % 64 === 0) yield done
  }
  const sorted = joins.sorted()
  const levels = levelsOf(texts, pairCounts, sorted)
  return {
    documents,
    empty,
    texts: texts.length,
    shingle: options.shingle,
    levels,
    proposal: proposeThreshold(levels, options.fallback),
    examples: examplesOf(texts, sorted, options.examplesPerLevel, sketcher, options.shingle)
  }
}

function copiesOf(text: SampledText | undefined): number {
  return text?.ids.length ?? 0
}
