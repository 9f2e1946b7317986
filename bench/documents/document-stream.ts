import { edits } from './edits.ts'
import { Random } from './random.ts'
import type { SentenceBase } from './sentences.ts'

/** What documents a stream has. */
export interface StreamSettings {
  readonly seed: number
  /** Mean length; documents have half to one and a half times as many. */
  readonly words: number
  /** Share of documents that are edited copies of earlier ones. */
  readonly copies: number
  /** Begins every id, so that two streams have no id in common. */
  readonly prefix: string
}

/** A document to ingest. Its text and its line are put together when they are asked for. */
export interface GeneratedDocument {
  readonly id: string
  readonly text: string
  /** Bytes of the text in UTF-8. */
  readonly textBytes: number
  /** The document as a line of NDJSON, its end included. */
  readonly line: string
  /** Of a copy: the original's id and the kind of edit. */
  readonly copy?: { readonly of: string; readonly edit: string }
}

/** Originals that may still be copied. */
const remembered = 100_000
const kinds = Object.entries(edits)

/** An endless stream of documents: the same for the same settings and sentences. */
export class DocumentStream {
  readonly #base: SentenceBase
  readonly #settings: StreamSettings
  readonly #random: Random
  /** Latest originals: the places of their sentences, by number. */
  readonly #originals: { readonly id: string; readonly places: Uint32Array }[] = []
  #originalCount = 0
  #count = 0

  constructor(base: SentenceBase, settings: StreamSettings) {
    this.#base = base
    this.#settings = settings
    this.#random = new Random(settings.seed)
  }

  next(): GeneratedDocument {
    const id = `${this.#settings.prefix}${this.#count++}`
    const isCopy = this.#random.chance(this.#settings.copies) && this.#originals.length > 0
    return isCopy ? this.#copy(id) : this.#original(id)
  }

  /** The next documents, so many. */
  *take(count: number): Generator<GeneratedDocument, void, void> {
    for (let i = 0; i < count; i++) yield this.next()
  }

  #original(id: string): GeneratedDocument {
    const { lengths } = this.#base
    const { words } = this.#settings
    const places: number[] = []
    let missing = words / 2 + this.#random.below(words)
    while (missing > 0) {
      const place = this.#random.below(lengths.length)
      places.push(place)
      missing -= lengths[place]!
    }
    this.#originals[this.#originalCount++ % remembered] = { id, places: Uint32Array.from(places) }
    const { sentences, escaped, bytes } = this.#base
    return {
      id,
      get text() {
        return joined(sentences, places)
      },
      get textBytes() {
        return places.reduce((sum, place) => sum + bytes[place]! + 1, -1)
      },
      // Much faster than to escape the whole text: the client must not be what is measured.
      get line() {
        return `{"id":"${id}","text":"${joined(escaped, places)}"}\n`
      }
    }
  }

  #copy(id: string): GeneratedDocument {
    const { id: of, places } = this.#originals[this.#random.below(this.#originals.length)]!
    const [edit, apply] = kinds[this.#random.below(kinds.length)]!
    const share = this.#random.scale(0.01, 0.32)
    const sentences = Array.from(places, place => this.#base.sentences[place]!)
    const text = apply(sentences, share, this.#random, this.#base)
    return { ...documentOf(id, text), copy: { of, edit } }
  }
}

/** A document with the given text. */
export function documentOf(id: string, text: string): GeneratedDocument {
  return { id, text, textBytes: Buffer.byteLength(text), line: `${JSON.stringify({ id, text })}\n` }
}

function joined(sentences: readonly string[], places: readonly number[]): string {
  let text = sentences[places[0]!]!
  for (let i = 1; i < places.length; i++) text += ` ${sentences[places[i]!]!}`
  return text
}
