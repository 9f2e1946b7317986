import type { FastifyReply, FastifyRequest } from 'fastify'
import { type CompareInput, type ComparisonSource, sketchSides } from '../../service/comparison-source.ts'
import { DocumentPreparer } from '../../service/document-preparer.ts'
import { JsonBytes } from './json-bytes.ts'
import type { Preparer } from './preparer.ts'
import { RequestAsker } from './request-asker.ts'

const inline = new DocumentPreparer()

/** The two sides in the body of a request. Long texts are sketched, and looked through for spans, by threads. */
export function comparisonSource(request: FastifyRequest, reply: FastifyReply, preparer: Preparer): ComparisonSource {
  const asker = new RequestAsker(request, reply)
  const findSpans: ComparisonSource['findSpans'] = ({ left, right }, settings) =>
    preparer.findSpans({ left, right }, settings, asker)
  const { body } = request
  if (body instanceof JsonBytes) {
    return {
      prepare: async settings => {
        const [left, right] = await preparer.prepareComparison(body.bytes, settings, asker)
        return { left, right }
      },
      findSpans
    }
  }
  // The schema sees to it that each side has one of the two.
  const { left, right } = body as { left: CompareInput; right: CompareInput }
  return { prepare: async settings => sketchSides(left, right, inline.sketcherFor(settings)), findSpans }
}
