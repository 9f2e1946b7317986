/** Joins the documents that pairs hold together: the number of its component for each document. */
export function componentsOf(documents: number, pairs: Iterable<{ readonly a: number; readonly b: number }>): number[] {
  const parents = Array.from({ length: documents }, (_, i) => i)
  const root = (node: number): number => {
    let at = node
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!
      at = parents[at]!
    }
    return at
  }
  for (const { a, b } of pairs) parents[root(b)] = root(a)
  return parents.map((_, i) => root(i))
}

/**
 * The adjusted Rand index of two partitions of the same items (Hubert and Arabie, 1985):
 * 1 for equal ones, about 0 for independent ones.
 *
 * @param left the part of each item
 * @param right the part of each item in the other partition
 */
export function adjustedRandIndex<Part>(left: readonly Part[], right: readonly Part[]): number {
  if (left.length !== right.length) throw new RangeError(`${left.length} items against ${right.length}`)
  const leftParts = numbered(left)
  const rightParts = numbered(right)
  const both = leftParts.map((part, i) => part * right.length + rightParts[i]!)
  const [together, inLeft, inRight] = [both, leftParts, rightParts].map(pairsTogether) as [number, number, number]
  const all = choose2(left.length)
  const expected = all === 0 ? 0 : (inLeft * inRight) / all
  const greatest = (inLeft + inRight) / 2
  return greatest === expected ? 1 : (together - expected) / (greatest - expected)
}

function numbered<Part>(parts: readonly Part[]): number[] {
  const numbers = new Map<Part, number>()
  return parts.map(part => {
    const number = numbers.get(part) ?? numbers.size
    numbers.set(part, number)
    return number
  })
}

function pairsTogether(parts: readonly number[]): number {
  const sizes = new Map<number, number>()
  for (const part of parts) sizes.set(part, (sizes.get(part) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += choose2(size)
  return pairs
}

function choose2(items: number): number {
  return (items * (items - 1)) / 2
}
