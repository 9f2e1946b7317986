import type { ExactPair } from './exact-pairs.ts'
import { adjustedRandIndex, componentsOf } from './partition.ts'

/** What a system found in a set at a threshold. */
export interface Findings {
  readonly pairs: readonly { readonly a: number; readonly b: number }[]
  /** The cluster of each document. */
  readonly clusters: readonly number[]
  /** CPU time from texts to pairs. */
  readonly seconds: number
}

/** Pairs that were found, of those that there are. */
export interface Recall {
  readonly found: number
  readonly all: number
}

/** A system against the exact pairs of one set. */
export interface Score {
  readonly documents: number
  /** By the lower end of the bin: the threshold, then steps of .1, and 1 for equal sets. */
  readonly bins: Readonly<Record<string, Recall>>
  readonly reported: number
  /** Reported pairs whose exact similarity reaches the threshold. */
  readonly right: number
  readonly adjustedRand: number
  readonly seconds: number
}

/** @param exact all pairs from some similarity below the threshold on */
export function scoreFindings(
  { pairs, clusters, seconds }: Findings,
  exact: readonly ExactPair[],
  threshold: number
): Score {
  const documents = clusters.length
  const wanted = exact.filter(({ similarity }) => similarity >= threshold)
  const reported = new Set(pairs.map(({ a, b }) => key(a, b, documents)))
  const bins: Record<string, { found: number; all: number }> = {}
  let right = 0
  for (const { a, b, similarity } of wanted) {
    const name = (Math.floor(similarity * 10 + 1e-9) / 10).toFixed(1)
    bins[name] ??= { found: 0, all: 0 }
    const bin = bins[name]
    bin.all++
    if (!reported.has(key(a, b, documents))) continue
    bin.found++
    right++
  }
  const adjustedRand = adjustedRandIndex(clusters, componentsOf(documents, wanted))
  return { documents, bins, reported: reported.size, right, adjustedRand, seconds }
}

/** Recall over all bins from a similarity on. */
export function recallFrom({ bins }: Pick<Score, 'bins'>, least: number): Recall {
  const counted = Object.entries(bins).filter(([bin]) => Number(bin) >= least - 1e-9)
  return {
    found: counted.reduce((sum, [, { found }]) => sum + found, 0),
    all: counted.reduce((sum, [, { all }]) => sum + all, 0)
  }
}

/** Scores of several sets taken together; the adjusted Rand index is the mean. */
export function pooled(scores: readonly Score[]): Score {
  const bins: Record<string, Recall> = {}
  for (const [bin, { found, all }] of scores.flatMap(score => Object.entries(score.bins))) {
    bins[bin] = { found: found + (bins[bin]?.found ?? 0), all: all + (bins[bin]?.all ?? 0) }
  }
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0)
  return {
    documents: sum(score => score.documents),
    bins,
    reported: sum(score => score.reported),
    right: sum(score => score.right),
    adjustedRand: sum(score => score.adjustedRand) / scores.length,
    seconds: sum(score => score.seconds)
  }
}

function key(a: number, b: number, documents: number): number {
  return Math.min(a, b) * documents + Math.max(a, b)
}
