import type { Columnar } from '../../src/columns/columnar.ts'

/** Loads what one structure would save into another of the same kind. */
export function reload<Structure extends Columnar>(from: Structure, into: Structure): Structure {
  for (const [at, column] of into.columns.entries()) column.load(from.columns[at]!.chunks)
  into.restore(from.counters)
  return into
}
