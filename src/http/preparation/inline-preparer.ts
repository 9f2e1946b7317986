import type { LinePreparer } from './line-preparer.ts'
import { prepareLine } from './prepare-line.ts'

/** Prepares lines on the thread that asks for it. */
export const inlinePreparer: LinePreparer = {
  prepare: async (lines, settings, otherFields) => ({
    lines: lines.map(line => prepareLine(line, settings, otherFields)),
    // The collector sees to it.
    release: () => {}
  }),
  close: async () => {}
}
