/**
 * Rows under a heading, for a person.
 *
 * @param rows of as many cells as the head
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => (row[column] as string).length)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join('  ')}`.trimEnd().concat('\n')
  return [head, ...rows].map(line).join('')
}

/** A similarity or the like in a table; `-` for none. */
export function score(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : value.toFixed(3)
}
