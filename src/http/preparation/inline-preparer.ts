import { DocumentPreparer } from '../../service/document-preparer.ts'
import { SpanFinder } from '../../service/span-finder.ts'
import { comparedSide, prepareComparison } from './prepare-comparison.ts'
import { prepareLine } from './prepare-line.ts'
import type { Preparer } from './preparer.ts'
import { readBody } from './read-body.ts'

const preparer = new DocumentPreparer()
const spans = new SpanFinder()

/** Prepares on the thread that asks for it. */
export const inlinePreparer: Preparer = {
  prepare: async (lines, settings, options) => ({
    lines: lines.map(line => prepareLine(line, settings, options)),
    // The collector sees to it.
    release: () => {}
  }),
  readBody: async (bytes, schema) => readBody(bytes, schema),
  prepareComparison: async (bytes, settings) => {
    const [left, right] = prepareComparison(bytes, settings).map(comparedSide)
    return [left, right] as Awaited<ReturnType<Preparer['prepareComparison']>>
  },
  findSpans: (texts, settings) => spans.find(texts, preparer.sketcherFor(settings), settings.shingle),
  close: async () => {}
}
