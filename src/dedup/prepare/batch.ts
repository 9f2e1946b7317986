import type { Sketch } from '../../signature/sketch.ts'
import type { IncomingDocument } from '../../store/documents.ts'
import type { Position } from '../inputs/read.ts'

/** A record, or the rest of a file, that could not be read. */
export interface Rejection {
  /** The record, or how many records of all inputs lie before the rest of the file. */
  readonly ordinal: number
  readonly kind: 'record' | 'file'
  readonly file: string
  /** Undefined where it is no matter of a line. */
  readonly line: number | undefined
  readonly message: string
}

/** A record whose id an earlier one of the file has too. It is a document of its own all the same. */
export interface RepeatedId {
  readonly file: string
  readonly line: number
  readonly id: string
  readonly firstLine: number
}

/** Sketched documents in a form that can be handed from thread to thread without a copy. */
export interface PackedDocuments {
  /** What the store calls them, in UTF-8, one behind the other. */
  readonly keys: Uint8Array<ArrayBuffer>
  /** Of each, `headerWords` numbers: see {@link pack}. */
  readonly headers: Uint32Array<ArrayBuffer>
  /** Of each, signature, band keys and shingle set. */
  readonly words: Uint32Array<ArrayBuffer>
}

/** A part of the inputs, in their order. */
export interface Batch {
  readonly documents: PackedDocuments
  readonly rejections: readonly Rejection[]
  readonly repeatedIds: readonly RepeatedId[]
  /** What is to be told of files. */
  readonly notices: readonly string[]
  /** Where the inputs go on. */
  readonly position: Position
  /** Bytes of files that were read up to there. */
  readonly bytes: number
}

/** A document to be packed. */
export interface SketchedDocument {
  readonly key: string
  readonly sketch: Sketch
  /** Of its text, in UTF-8. */
  readonly textBytes: number
}

const headerWords = 8

/** Packs documents. Their signatures all have the same number of slots. */
export function pack(documents: readonly SketchedDocument[]): PackedDocuments {
  const keys = documents.map(({ key }) => Buffer.from(key))
  const headers = new Uint32Array(documents.length * headerWords)
  let wordCount = 0
  for (const { sketch } of documents) wordCount += wordsIn(sketch)
  const words = new Uint32Array(wordCount)
  let end = 0
  for (const [i, { sketch, textBytes }] of documents.entries()) {
    const { contentKey = '', signature, bandKeys, shingles = none } = sketch
    const keyBytes = (keys[i] as Buffer).length
    headers.set([keyBytes, textBytes, bandKeys.length, shingles.length, ...wordsOfKey(contentKey)], i * headerWords)
    for (const part of [signature, bandKeys, shingles]) {
      words.set(part, end)
      end += part.length
    }
  }
  return { keys: Uint8Array.from(Buffer.concat(keys)), headers, words }
}

/** The buffers of packed documents, to be transferred. */
export function buffersOf({ keys, headers, words }: PackedDocuments): ArrayBuffer[] {
  return [keys.buffer, headers.buffer, words.buffer]
}

/**
 * Unpacks documents as the store takes them. They share memory with what is packed.
 *
 * @param sketcher that made the sketches
 */
export function unpack(
  { keys, headers, words }: PackedDocuments,
  sketcher: { readonly key: string; readonly slotCount: number }
): IncomingDocument[] {
  const text = Buffer.from(keys.buffer)
  const documents: IncomingDocument[] = []
  let keyEnd = 0
  let end = 0
  const take = (count: number) => {
    end += count
    return words.subarray(end - count, end)
  }
  for (let at = 0; at < headers.length; at += headerWords) {
    const [keyBytes, textBytes, bands, shingles, ...key] = headers.subarray(at, at + headerWords) as unknown as Header
    const contentKey = bands === 0 ? undefined : key.map(toHex).join('')
    documents.push({
      id: text.toString('utf8', keyEnd, keyEnd + keyBytes),
      text: undefined,
      textBytes,
      textDigest: digestOf(key, textBytes),
      fieldsDigest: noFields,
      fields: {},
      sketch: { contentKey, signature: take(sketcher.slotCount), bandKeys: take(bands), shingles: take(shingles) },
      sketcherKey: sketcher.key
    })
    keyEnd += keyBytes
  }
  return documents
}

type Header = [keyBytes: number, textBytes: number, bands: number, shingles: number, ...contentKey: number[]]

const none = new Uint32Array(0)
const noFields = Buffer.alloc(16).toString('base64url')

function wordsIn({ signature, bandKeys, shingles }: Sketch): number {
  return signature.length + bandKeys.length + (shingles?.length ?? 0)
}

/** Whether a record is the one that was stored is a matter of its tokens and the length of its text. */
function digestOf(key: readonly number[], textBytes: number): string {
  return Buffer.from(Uint32Array.from([...key.slice(0, 3), textBytes]).buffer).toString('base64url')
}

/** A key is 128 bits in hexadecimal; an empty document has neither a key nor bands. */
function wordsOfKey(key: string): number[] {
  return [0, 8, 16, 24].map(at => (key === '' ? 0 : Number.parseInt(key.slice(at, at + 8), 16)))
}

function toHex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
