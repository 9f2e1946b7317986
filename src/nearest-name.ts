/**
 * The known name that a mistyped one most likely stands for.
 *
 * @param known at least one name
 */
export function nearestName(name: string, known: readonly string[]): string {
  const distances = known.map(candidate => editDistance(name.toUpperCase(), candidate.toUpperCase()))
  return known[distances.indexOf(Math.min(...distances))] as string
}

/** Levenshtein distance: insertions, deletions and replacements of one character. */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] as number) + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] as number) + 1, (current[column - 1] as number) + 1))
    }
    previous = current
  }
  return previous[right.length] as number
}
