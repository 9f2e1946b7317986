/** Writes rows as a Markdown table, numbers to the right. The first column is text. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** A count with a narrow notation: 1,234,567. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** Three digits that matter, without exponent. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (value >= 100) return count(value)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
