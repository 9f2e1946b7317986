import { highestLevel, type Level, lowestLevel } from './levels.ts'

/** A threshold for documents like those of the sample. */
export interface Proposal {
  readonly threshold: number
  /** Whether the sample tells; otherwise the threshold is the default one. */
  readonly isClear: boolean
  /** The emptiest valley of the joins: thresholds that find about the same. Null where there are no joins. */
  readonly valley: Valley | null
  /** Why, in words. */
  readonly reason: string
}

/** A run of thresholds around which there are few joins, as counted in tenths. */
export interface Valley {
  readonly from: number
  readonly to: number
  /** Joins in the emptiest tenth around a threshold of the valley, and in the fullest. */
  readonly least: number
  readonly most: number
  /** Joins in the fullest tenth below, and in that above; 0 where the valley reaches the end of the scale. */
  readonly below: number
  readonly above: number
}

/** Half the width of the tenth in which joins are counted, in hundredths. */
const reach = 5
/** The tenths that fit on the scale, by their middle. */
const [first, last] = [lowestLevel + reach, highestLevel - reach + 1]
/** The highest threshold to propose: above, a few changed words part a text from its copy. */
const highestProposal = 90
/** Most joins in the emptiest tenth of a clear valley, as a share of those on its lower side. */
const depth = 0.5
/** Or as a share of all. */
const handful = 0.01

/**
 * Proposes the threshold that matters least: where moving it a little changes the fewest clusters, since what lies to both
 * sides of it is of two kinds. That is the emptiest valley of the histogram of similarities. Joins are counted, not
 * pairs: a cluster of n documents has n - 1 joins, but up to n(n - 1)/2 pairs, and one crowd would decide for all.
 *
 * Joins are counted in tenths around each threshold. The valley is the longest run of thresholds whose tenths exceed the emptiest
 * one by no more than its standard error, and the proposal is its middle. It counts as clear when the emptiest tenth has at most half
 * the joins of the fullest one on either side, or at most a hundredth of all.
 *
 * @param levels all of them, in descending order
 * @param fallback the threshold where the sample does not tell
 */
export function proposeThreshold(levels: readonly Level[], fallback: number): Proposal {
  const all = levels.at(-1)?.duplicates ?? 0
  if (all === 0) {
    const reason = `no two documents of the sample have a similarity of ${lowestLevel / 100} or more; this is the default`
    return { threshold: fallback, isClear: false, valley: null, reason }
  }
  const tenths = joinsByTenth(levels)
  const valley = emptiestValley(tenths, fallback)
  const isClear = valley.least <= depth * Math.min(valley.below, valley.above) || valley.least <= handful * all
  const threshold = isClear ? Math.round((valley.from + valley.to) * 50) / 100 : fallback
  return { threshold, isClear, valley, reason: reasonFor(valley, isClear) }
}

function joinsByTenth(levels: readonly Level[]): Map<number, number> {
  const joins = new Map(levels.map(level => [Math.round(level.threshold * 100), level.joins]))
  const tenths = new Map<number, number>()
  for (let middle = first; middle <= last; middle++) {
    let count = 0
    for (let at = middle - reach; at < middle + reach; at++) count += joins.get(at) ?? 0
    tenths.set(middle, count)
  }
  return tenths
}

function emptiestValley(tenths: ReadonlyMap<number, number>, fallback: number): Valley {
  const countAt = (middle: number) => tenths.get(middle) as number
  const middles = [...tenths.keys()].filter(middle => middle <= highestProposal)
  const least = Math.min(...middles.map(countAt))
  const most = least + Math.sqrt(least + 1)
  const runs: { from: number; to: number }[] = []
  for (const middle of middles.filter(middle => countAt(middle) <= most)) {
    const run = runs.at(-1)
    if (run?.to === middle - 1) run.to = middle
    else runs.push({ from: middle, to: middle })
  }
  const offset = ({ from, to }: { from: number; to: number }) => Math.abs((from + to) / 2 - fallback * 100)
  runs.sort((a, b) => b.to - b.from - (a.to - a.from) || offset(a) - offset(b))
  const { from, to } = runs[0] as { from: number; to: number }
  const fullest = (isMeant: (middle: number) => boolean) =>
    Math.max(0, ...[...tenths.keys()].filter(isMeant).map(countAt))
  return {
    from: from / 100,
    to: to / 100,
    least,
    most: fullest(middle => middle >= from && middle <= to),
    below: fullest(middle => middle < from),
    above: fullest(middle => middle > to)
  }
}

function reasonFor({ from, to, most, below, above }: Valley, isClear: boolean): string {
  const range = `from ${from.toFixed(2)} to ${to.toFixed(2)}`
  const fullest = from * 100 > first ? `${below} in the fullest tenth below and ${above}` : `${above}`
  const counts = `at most ${most} joins in the tenth around each, against ${fullest} in the fullest above`
  return isClear
    ? `thresholds ${range} find about the same (${counts}); this is their middle`
    : `similarities are spread without a clear valley (the emptiest, ${range}, has ${counts}); this is the default, so look at the examples`
}
