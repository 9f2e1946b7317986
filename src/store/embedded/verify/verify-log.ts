import type { JournalRows } from '../journal.ts'
import type { Commit, Found } from '../stored-rows.ts'
import type { Catalogue } from './catalogue.ts'
import type { Findings } from './findings.ts'

/** Checks that the log has no gaps, ends with the last commit, and that numbers only grow. */
export function verifyLog(
  rows: Iterable<Found<Commit>>,
  { sequence, nextNumber }: Pick<JournalRows, 'sequence' | 'nextNumber'>,
  catalogue: Catalogue,
  findings: Findings
): void {
  let last = 0
  let lastNext = 0
  for (const found of rows) {
    if (last !== 0 && found.number !== last + 1) findings.fault(`the log goes from commit ${last} to ${found.number}`)
    last = found.number
    catalogue.commits++
    if ('fault' in found) {
      findings.fault(found.fault)
      continue
    }
    const { row } = found
    if (row.nextNumber < lastNext) {
      findings.fault(`commit ${last}: the next free number goes from ${lastNext} back to ${row.nextNumber}`)
    }
    if (row.touched.some(({ number }) => number >= row.nextNumber)) {
      findings.fault(`commit ${last}: it touched a row beyond the next free number ${row.nextNumber}`)
    }
    lastNext = row.nextNumber
  }
  if (last !== sequence) findings.fault(`the log ends with commit ${last}, not ${sequence}`)
  if (lastNext > nextNumber)
    findings.fault(`the log gave numbers up to ${lastNext}, the next free one is ${nextNumber}`)
}
