import { Buffer } from 'node:buffer'
import { storableText } from '../../service/document-input.ts'
import { DocumentPreparer } from '../../service/document-preparer.ts'
import type { Sketch, SketchSettings } from '../../signature/sketch.ts'
import { CompareRequest } from '../schemas/comparison.ts'
import type { PackableLine } from './packed-lines.ts'
import { readBody } from './read-body.ts'

/** One side of a comparison: a stored document, or a text that is sketched. */
export type ComparedSide = { readonly id: string } | { readonly content: Sketch; readonly text: string }

const preparer = new DocumentPreparer()
/** Nobody looks at the digests of what is not stored. */
const noDigest = ''

/**
 * Reads and checks the body of a comparison, and sketches its texts.
 *
 * @returns left and right
 * @throws what {@link readBody} throws
 */
export function prepareComparison(bytes: Buffer, settings: SketchSettings): PackableLine[] {
  const { left, right } = readBody(bytes, CompareRequest.$id) as Record<
    'left' | 'right',
    { id?: string; text?: string }
  >
  const sketcher = preparer.sketcherFor(settings)
  return [left, right].map(({ id, text = '' }) => {
    if (id !== undefined) return { id, outcome: { stored: id } }
    const stored = storableText(text)
    const sketch = sketcher.sketchText(stored)
    const digests = { textDigest: noDigest, fieldsDigest: noDigest }
    const document = { id: '', text: Buffer.from(stored), fields: {}, sketch, sketcherKey: sketcher.key, ...digests }
    return { id: undefined, outcome: document }
  })
}

/** A side as the service takes it. The numbers stay where they are; the text is made when it is asked for. */
export function comparedSide({ outcome }: PackableLine): ComparedSide {
  if (outcome instanceof Error) throw outcome
  if ('stored' in outcome) return { id: outcome.stored }
  if ('page' in outcome) throw new TypeError('a page has no side in a comparison')
  const { sketch: content, text } = outcome
  return {
    content,
    get text() {
      return text === undefined ? '' : Buffer.from(text.buffer, text.byteOffset, text.length).toString()
    }
  }
}
