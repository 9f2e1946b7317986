import type { Column } from './column.ts'

/**
 * A structure whose whole state is columns and a few numbers. A snapshot saves both; to
 * restore it, one makes the structure with the same options, loads its columns in
 * their order, and restores the numbers.
 */
export interface Columnar {
  /** Always the same columns in the same order. */
  readonly columns: readonly Column[]
  /** Always as many, in the same order. */
  readonly counters: readonly number[]
  /**
   * Takes over the counters that were saved with the columns, which are loaded already.
   *
   * @throws RangeError when there are fewer or more than it has
   */
  restore(counters: readonly number[]): void
}

/** The columns of a structure made of others. */
export function columnsOf(parts: readonly Columnar[]): Column[] {
  return parts.flatMap(part => part.columns)
}

/** The counters of a structure made of others. */
export function countersOf(parts: readonly Columnar[]): number[] {
  return parts.flatMap(part => part.counters)
}

/** Restores a structure made of others. */
export function restoreParts(parts: readonly Columnar[], counters: readonly number[]): void {
  const counts = parts.map(part => part.counters.length)
  expectCounters(
    counters,
    counts.reduce((sum, count) => sum + count, 0)
  )
  let start = 0
  for (const [position, part] of parts.entries()) {
    const end = start + (counts[position] as number)
    part.restore(counters.slice(start, end))
    start = end
  }
}

/** @throws RangeError unless there are so many counters */
export function expectCounters(counters: readonly number[], count: number): void {
  if (counters.length !== count) throw new RangeError(`${count} counters are needed, not ${counters.length}`)
}
