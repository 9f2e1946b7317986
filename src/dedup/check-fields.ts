import { checkedRecords, FieldCheck, type WantedFields } from './inputs/field-check.ts'
import { MissingColumn } from './inputs/fields.ts'
import type { Input } from './inputs/files.ts'
import { type BrokenFile, InputReader, type PlacedRecord } from './inputs/read.ts'
import { type ReadOptions, RecordFault } from './inputs/record.ts'
import { RunError } from './run-error.ts'

/**
 * Looks at the first hundred records before a run begins.
 *
 * @throws RunError where none of them has a field that was asked for
 */
export async function checkFields(inputs: readonly Input[], options: ReadOptions, wanted: WantedFields): Promise<void> {
  const check = new FieldCheck(wanted)
  const reader = new InputReader(inputs, { ...options, contentOnly: true, maxRecords: checkedRecords })
  for await (const entry of reader.read()) {
    look(entry, check)
    if (check.isMet) return
    if (check.hasFailed || reader.position.records >= mostRecords) break
  }
  if (check.fault !== undefined) throw new RunError(`${check.fault}; nothing was read`)
}

/** Records that cannot be read say nothing, and of those there may be very many. */
const mostRecords = 10_000

function look(entry: PlacedRecord | BrokenFile, check: FieldCheck): void {
  if ('fault' in entry) {
    const { fault } = entry
    if (fault instanceof MissingColumn) check.see(fault.columns, {}, fault.hint)
    return
  }
  if (entry.file.format === 'text') {
    check.meet()
    return
  }
  try {
    check.see(entry.record.columns ?? [], entry.record.fields())
  } catch (error) {
    // It is told when it is read.
    if (!(error instanceof RecordFault)) throw error
  }
}
