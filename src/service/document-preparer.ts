import { v7 as uuidv7 } from 'uuid'
import { DoppelError } from '../errors.ts'
import type { Sketcher, SketchSettings } from '../signature/sketch.ts'
import { createSketcher } from '../signature/sketcher.ts'
import type { IncomingDocument } from '../store/documents.ts'
import { nameOfSecret, openSecret } from '../text/secret.ts'
import type { Asker } from '../threads/asker.ts'
import { checkDocument, type DocumentInput, type NamedDocument, prepareDocument } from './document-input.ts'

/** A document ready for the store, or why it cannot be stored. */
export type Prepared = IncomingDocument | Error

/** A document whose text is yet to be taken from its page. */
export interface UnreadPage {
  readonly page: DocumentInput & { readonly id: string; readonly html: string }
}

/** Documents that can be prepared under whatever settings their collection has. */
export interface DocumentSource {
  /** @returns one outcome a document, in order */
  prepare(settings: SketchSettings): Promise<readonly (Prepared | UnreadPage)[]>
  /** Prepares a document whose text was taken from its page; it is done on the calling thread without this. */
  prepareText?(input: NamedDocument, settings: SketchSettings): Promise<Prepared>
  /** Who waits for the documents; nobody in particular without one. */
  readonly asker?: Asker
}

/** Checks and sketches documents, on the thread that it is used on. */
export class DocumentPreparer {
  readonly #sketchers = new Map<string, Sketcher>()

  /**
   * Prepares a document as far as it can be done here; one without an id is given a UUIDv7. What is wrong with it is
   * the outcome.
   *
   * @param pathId the id in the address; one in the document must be equal
   */
  prepare(input: DocumentInput, settings: SketchSettings, pathId?: string): Prepared | UnreadPage {
    const { html, id = pathId ?? uuidv7() } = input
    if (pathId !== undefined && id !== pathId) return otherId()
    if (html === undefined) return this.prepareText({ ...input, id }, settings)
    return attemptTo(() => {
      checkDocument(input, id)
      return { page: { ...input, id, html } }
    })
  }

  /** Prepares a document that has a text or a signature. What is wrong with it is the outcome. */
  prepareText(input: DocumentInput & { readonly id: string }, settings: SketchSettings): Prepared {
    return attemptTo(() => prepareDocument(input, input.id, this.sketcherFor(settings)))
  }

  sketcherFor({ shingle, signature, threshold, secret = openSecret }: SketchSettings): Sketcher {
    const { scheme, slots, seed } = signature
    const key = JSON.stringify([shingle.unit, shingle.size, scheme, slots, seed, threshold, nameOfSecret(secret)])
    let sketcher = this.#sketchers.get(key)
    if (sketcher === undefined) {
      sketcher = createSketcher({ shingle, signature, threshold, secret })
      this.#sketchers.set(key, sketcher)
    }
    return sketcher
  }
}

function otherId(): DoppelError {
  return new DoppelError('INVALID_DOCUMENT', 'the id in the body differs from the id in the path', {
    errors: [{ path: '/id', message: 'must equal the id in the path' }]
  })
}

/** Runs a step whose expected failure is an answer, not an exception. */
function attemptTo<Result>(step: () => Result): Result | DoppelError {
  try {
    return step()
  } catch (error) {
    if (error instanceof DoppelError) return error
    throw error
  }
}
