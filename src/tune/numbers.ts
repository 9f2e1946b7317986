/** A count for a person. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}
