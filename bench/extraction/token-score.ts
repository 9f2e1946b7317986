/** How a text agrees with the one expected, token by token, whatever their order. */
export interface TokenScore {
  /** Share of the tokens found that are expected. */
  readonly precision: number
  /** Share of the tokens expected that are found. */
  readonly recall: number
  /** The harmonic mean of both; 1 where nothing is expected and nothing found. */
  readonly f1: number
}

/** Compares two texts as bags of tokens: each token counts as often as both have it. */
export function tokenScore(found: readonly string[], expected: readonly string[]): TokenScore {
  const left = new Map<string, number>()
  for (const token of expected) left.set(token, (left.get(token) ?? 0) + 1)
  let shared = 0
  for (const token of found) {
    const count = left.get(token) ?? 0
    if (count === 0) continue
    left.set(token, count - 1)
    shared++
  }
  const total = found.length + expected.length
  return {
    precision: share(shared, found.length),
    recall: share(shared, expected.length),
    f1: total === 0 ? 1 : (2 * shared) / total
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
