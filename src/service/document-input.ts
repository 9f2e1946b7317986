import { hash } from 'node:crypto'
import { DoppelError, type FieldError } from '../errors.ts'
import type { Sketch, Sketcher } from '../signature/sketch.ts'
import type { DocumentFields, IncomingDocument } from '../store/documents.ts'

/** A document as a client sends it; its types are those of the schema, its values are not checked yet. */
export interface DocumentInput extends DocumentFields {
  readonly id?: string
  readonly text?: string
  readonly html?: string
  readonly signature?: { readonly scheme: string; readonly slots: readonly number[] }
}

/** A document that has its id. */
export type NamedDocument = DocumentInput & { readonly id: string }

/** Most bytes of metadata, as JSON in UTF-8. */
export const maxMetadataBytes = 16_000
/** Most levels of objects and arrays in metadata, the outermost included. */
export const maxMetadataDepth = 32
/** Most bytes of a document id in UTF-8. */
export const maxIdBytes = 512

/**
 * Checks all of a document that can be checked without its collection.
 *
 * @param id the id to store it under; already chosen when the client sent none
 * @throws DoppelError INVALID_DOCUMENT with one entry a fault
 */
export function checkDocument(input: DocumentInput, id: string): void {
  const errors = [...idErrors(id, '/id'), ...contentErrors(input), ...metadataErrors(input.metadata)]
  if (errors.length > 0) throw new DoppelError('INVALID_DOCUMENT', describe(errors), { errors })
}

/**
 * Checks a document and sketches it.
 *
 * @param input with a text or a signature
 * @param id the id to store it under; already chosen when the client sent none
 * @throws DoppelError INVALID_DOCUMENT with one entry a fault, SIGNATURE_MISMATCH
 */
export function prepareDocument(input: DocumentInput, id: string, sketcher: Sketcher): IncomingDocument {
  checkDocument(input, id)
  const { text, sketch, textDigest } = sketchContent(input, sketcher)
  const fields = fieldsOf(input)
  return {
    id,
    text,
    textDigest,
    fieldsDigest: Object.keys(fields).length === 0 ? noFieldsDigest : digest(canonicalJson(fields)),
    // What follows from the page says nothing of its own: the digest is that of what the client or the page gave.
    fields: input.extraction === undefined ? fields : { ...fields, extraction: input.extraction },
    sketch,
    sketcherKey: sketcher.key
  }
}

/**
 * What is wrong with a document id: it must be 1 to 512 bytes of UTF-8 without control
 * characters or lone surrogates, and neither `.` nor `..`, which no client can address.
 */
export function idErrors(id: string, path: string): FieldError[] {
  const fault = idFault(id)
  return fault === undefined ? [] : [{ path, message: fault }]
}

/**
 * Replaces what cannot be stored and sent back as it is: lone surrogates and NUL. Both
 * separate tokens, and so does their replacement U+FFFD: the sketch stays the same.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

/** What is said of metadata that is too long by far, without the number of its bytes. */
export function metadataTooLong(): DoppelError {
  const errors = [{ path: '/metadata', message: `must be at most ${maxMetadataBytes} bytes of JSON` }]
  return new DoppelError('INVALID_DOCUMENT', describe(errors), { errors })
}

function idFault(id: string): string | undefined {
  const bytes = Buffer.byteLength(id)
  if (bytes === 0) return 'must not be empty'
  if (bytes > maxIdBytes) return `must be at most ${maxIdBytes} bytes, not ${bytes}`
  if (!id.isWellFormed()) return 'must not contain lone surrogates'
  if (/\p{Cc}/u.test(id)) return 'must not contain control characters'
  return id === '.' || id === '..' ? 'must not be "." or "..", which cannot be addressed' : undefined
}

function contentErrors({ text, html, signature }: DocumentInput): FieldError[] {
  const given = [text, html, signature].filter(value => value !== undefined).length
  if (given === 1) return []
  return [{ path: '', message: 'must have exactly one of "text", "html" and "signature"' }]
}

function metadataErrors(metadata: DocumentInput['metadata']): FieldError[] {
  if (metadata === undefined) return []
  const path = '/metadata'
  if (depthOf(metadata, maxMetadataDepth) > maxMetadataDepth) {
    return [{ path, message: `must be at most ${maxMetadataDepth} levels deep` }]
  }
  const bytes = Buffer.byteLength(JSON.stringify(metadata))
  if (bytes > maxMetadataBytes) {
    return [{ path, message: `must be at most ${maxMetadataBytes} bytes of JSON, not ${bytes}` }]
  }
  return []
}

/** Levels of nesting, counted no further than one past the limit: the input may be hostile. */
function depthOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (limit === 0) return 1
  let depth = 0
  for (const inner of Object.values(value)) depth = Math.max(depth, depthOf(inner, limit - 1))
  return depth + 1
}

function sketchContent(
  { text, signature }: DocumentInput,
  sketcher: Sketcher
): { text: Uint8Array | undefined; sketch: Sketch; textDigest: string } {
  if (signature !== undefined) {
    const sketch = sketcher.sketchSignature(slotsOf(signature, sketcher))
    // No stored text has a NUL, so that none has this digest.
    return { text: undefined, sketch, textDigest: digest(`\0signature ${signature.slots.join(' ')}`) }
  }
  const stored = storableText(text as string)
  const bytes = Buffer.from(stored)
  return { text: bytes, sketch: sketcher.sketchText(stored), textDigest: digest(bytes) }
}

function slotsOf({ scheme, slots }: NonNullable<DocumentInput['signature']>, sketcher: Sketcher): Uint32Array {
  if (scheme !== sketcher.scheme && scheme !== sketcher.family) {
    throw new DoppelError(
      'SIGNATURE_MISMATCH',
      `the collection holds signatures of scheme "${sketcher.family}" (${sketcher.scheme}), not "${scheme}"`
    )
  }
  if (slots.length !== sketcher.slotCount) {
    throw new DoppelError(
      'SIGNATURE_MISMATCH',
      `the collection holds signatures of ${sketcher.slotCount} slots, not ${slots.length}`
    )
  }
  return Uint32Array.from(slots)
}

function fieldsOf(input: DocumentInput): DocumentFields {
  const { url, title, metadata, publishedAt, retentionSeconds } = input
  return {
    ...(url !== undefined && { url: url.toWellFormed() }),
    ...(title !== undefined && { title: title.toWellFormed() }),
    ...(metadata !== undefined && { metadata: wellFormed(metadata) as Record<string, unknown> }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(retentionSeconds !== undefined && { retentionSeconds })
  }
}

/** A JSON value without lone surrogates, in names and in texts; at most as deep as metadata may be. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(wellFormed)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]))
}

/** JSON with the keys of every object in one order, so that equal values have equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
}

/**
 * Half a SHA-256, in base64url. It is compared only with the digest of the same document's
 * former version, so 128 bits leave no chance of a change that goes unnoticed.
 */
function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'buffer').toString('base64url', 0, 16)
}

const noFieldsDigest = digest(canonicalJson({}))

function describe(errors: readonly FieldError[]): string {
  return errors.map(({ path, message }) => `${path === '' ? 'the document' : path.slice(1)} ${message}`).join('; ')
}
