import type { Sketcher, SketchSettings } from '../signature/sketch.ts'
import type { TextSide } from '../store/document-store.ts'
import type { SharedSpans } from '../text/spans.ts'
import { storableText } from './document-input.ts'

/** One side of a comparison as a client sends it. */
export type CompareInput = { readonly id: string } | { readonly text: string }

/** The sides of a comparison. */
export interface Sides {
  readonly left: TextSide
  readonly right: TextSide
}

/** Two sides that can be prepared under whatever settings their collection has. */
export interface ComparisonSource {
  prepare(settings: SketchSettings): Promise<Sides>
  /** Finds what two texts share. */
  findSpans(texts: { readonly left: string; readonly right: string }, settings: SketchSettings): Promise<SharedSpans>
}

/** Sketches the sides of a comparison where they are. */
export function sketchSides(left: CompareInput, right: CompareInput, sketcher: Sketcher): Sides {
  const side = (input: CompareInput): TextSide => {
    if ('id' in input) return input
    const text = storableText(input.text)
    return { content: sketcher.sketchText(text), text }
  }
  return { left: side(left), right: side(right) }
}
