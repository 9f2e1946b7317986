import { v7 as uuidv7 } from 'uuid'
import { DoppelError } from '../errors.ts'
import type { Sketcher, SketchSettings } from '../signature/sketch.ts'
import { createSketcher } from '../signature/sketcher.ts'
import type { IncomingDocument } from '../store/documents.ts'
import { type DocumentInput, prepareDocument } from './document-input.ts'

/** A document ready for the store, or why it cannot be stored. */
export type Prepared = IncomingDocument | Error

/** Documents that can be prepared under whatever settings their collection has. */
export interface DocumentSource {
  /** @returns one outcome a document, in order */
  prepare(settings: SketchSettings): Promise<readonly Prepared[]>
}

/** Checks and sketches documents, on the thread that it is used on. */
export class DocumentPreparer {
  readonly #sketchers = new Map<string, Sketcher>()

  /** Prepares a document; one without an id is given a UUIDv7. What is wrong with it is the outcome. */
  prepare(input: DocumentInput, settings: SketchSettings): Prepared {
    try {
      return prepareDocument(input, input.id ?? uuidv7(), this.sketcherFor(settings))
    } catch (error) {
      if (error instanceof DoppelError) return error
      throw error
    }
  }

  sketcherFor({ shingle, signature, threshold }: SketchSettings): Sketcher {
    const { scheme, slots, seed } = signature
    const key = JSON.stringify([shingle.unit, shingle.size, scheme, slots, seed, threshold])
    let sketcher = this.#sketchers.get(key)
    if (sketcher === undefined) {
      sketcher = createSketcher({ shingle, signature, threshold })
      this.#sketchers.set(key, sketcher)
    }
    return sketcher
  }
}
