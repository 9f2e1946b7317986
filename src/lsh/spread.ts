/** What part of the places goes to groups that are not among those before. */
const othersPart = 1 / 4

/**
 * The first of a ranking, but for a quarter of the places: these go to the first of each group that is not among
 * those before. In a crowd the first may all be of one group, and what links it to another is ranked lower.
 *
 * @param ranked the best first
 * @param limit how many to take
 */
export function spreadOverGroups(
  ranked: readonly number[],
  limit: number,
  groupOf: (item: number) => number
): readonly number[] {
  if (ranked.length <= limit) return ranked
  const keptCount = limit - Math.floor(limit * othersPart)
  const kept = ranked.slice(0, keptCount)
  const groups = new Set(kept.map(groupOf))
  const others: number[] = []
  const rest: number[] = []
  for (let at = keptCount; at < ranked.length && others.length < limit - keptCount; at++) {
    const item = ranked[at] as number
    const group = groupOf(item)
    if (groups.has(group)) rest.push(item)
    else {
      groups.add(group)
      others.push(item)
    }
  }
  return [...kept, ...rest.slice(0, limit - keptCount - others.length), ...others]
}
