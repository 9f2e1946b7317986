import type { Prepared, UnreadPage } from '../../service/document-preparer.ts'
import type { DocumentFields, IncomingDocument } from '../../store/documents.ts'
import { type PackedError, packError, unpackError } from './packed-error.ts'

/** What can be packed: a line of an upload, or a side of a comparison, which may name a stored document. */
export interface PackableLine {
  readonly id: string | undefined
  readonly outcome: Prepared | UnreadPage | { readonly stored: string }
}

/**
 * Prepared lines on their way between threads: what is long as numbers and bytes in a buffer that is shared or
 * handed over, what is short as JSON, which is cheaper than to clone objects.
 */
export interface PackedLines {
  /** All band keys, signatures and shingle sets, 32 bits each; then all texts in UTF-8. */
  readonly buffer: ArrayBufferLike
  /** A {@link Head} a line. */
  readonly heads: string
}

/** What is said of a line beside its numbers and its text; lengths are -1 where there is none. */
type Head =
  | readonly [
      id: string,
      isNamed: boolean,
      key: string,
      textDigest: string,
      fieldsDigest: string,
      contentKey: string | null,
      fields: DocumentFields,
      textBytes: number,
      slots: number,
      bands: number,
      shingles: number
    ]
  | PackedPage
  | PackedReference
  | PackedError

interface PackedPage extends UnreadPage {
  readonly id?: string
  readonly kind: 'page'
}

interface PackedReference {
  readonly kind: 'stored'
  readonly id: string
}

/**
 * Packs lines.
 *
 * @param room where to put what is long; a new buffer is made where it does not fit
 */
export function packLines(lines: readonly PackableLine[], room?: SharedArrayBuffer): PackedLines {
  const documents = lines.flatMap(({ outcome }) => ('sketch' in outcome ? [outcome] : []))
  const words = sum(
    documents,
    ({ sketch }) => sketch.signature.length + sketch.bandKeys.length + (sketch.shingles?.length ?? 0)
  )
  const needed = 4 * words + sum(documents, ({ text }) => text?.length ?? 0)
  const buffer = room !== undefined && needed <= room.byteLength ? room : new ArrayBuffer(needed)
  const numbers = new Uint32Array(buffer, 0, words)
  const bytes = new Uint8Array(buffer, 4 * words)
  let wordsAt = 0
  let bytesAt = 0
  for (const { sketch, text } of documents) {
    for (const part of [sketch.signature, sketch.bandKeys, sketch.shingles]) {
      if (part === undefined) continue
      numbers.set(part, wordsAt)
      wordsAt += part.length
    }
    if (text === undefined) continue
    bytes.set(text, bytesAt)
    bytesAt += text.length
  }
  return { buffer, heads: JSON.stringify(lines.map(headOf)) }
}

/** Unpacks lines. Their arrays are views of the one buffer. */
export function unpackLines({ buffer, heads }: PackedLines): PackableLine[] {
  const parsed = JSON.parse(heads) as Head[]
  let wordsAt = 0
  const take = (count: number): Uint32Array => {
    const part = new Uint32Array(buffer, 4 * wordsAt, count)
    wordsAt += count
    return part
  }
  let bytesAt = 4 * sum(parsed, head => ('kind' in head ? 0 : head[8] + head[9] + Math.max(0, head[10])))
  return parsed.map(head => {
    if ('kind' in head) return { id: head.id, outcome: unpackShort(head) }
    const [id, isNamed, sketcherKey, textDigest, fieldsDigest, contentKey, fields, textBytes, slots, bands, shingles] =
      head
    const text = textBytes < 0 ? undefined : new Uint8Array(buffer, bytesAt, textBytes)
    bytesAt += Math.max(0, textBytes)
    const sketch = {
      contentKey: contentKey ?? undefined,
      signature: take(slots),
      bandKeys: take(bands),
      shingles: shingles < 0 ? undefined : take(shingles)
    }
    return {
      id: isNamed ? id : undefined,
      outcome: { id, text, textDigest, fieldsDigest, fields, sketch, sketcherKey }
    }
  })
}

function unpackShort(head: PackedPage | PackedReference | PackedError): PackableLine['outcome'] {
  if (head.kind === 'page') return { page: head.page }
  return head.kind === 'stored' ? { stored: head.id } : unpackError(head)
}

function headOf({ id, outcome }: PackableLine): Head {
  if (outcome instanceof Error) return packError(id, outcome)
  if ('stored' in outcome) return { kind: 'stored', id: outcome.stored }
  if ('page' in outcome) return { ...(id !== undefined && { id }), kind: 'page', page: outcome.page }
  const { textDigest, fieldsDigest, fields, sketch, sketcherKey, text }: IncomingDocument = outcome
  const { contentKey, signature, bandKeys, shingles } = sketch
  return [
    outcome.id,
    id !== undefined,
    sketcherKey,
    textDigest,
    fieldsDigest,
    contentKey ?? null,
    fields,
    text?.length ?? -1,
    signature.length,
    bandKeys.length,
    shingles?.length ?? -1
  ]
}

function sum<Item>(items: readonly Item[], lengthOf: (item: Item) => number): number {
  let total = 0
  for (const item of items) total += lengthOf(item)
  return total
}
