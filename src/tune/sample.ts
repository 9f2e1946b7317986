import type { Sketch } from '../signature/sketch.ts'

/** A text of the sample, once for all its copies. */
export interface SampledText {
  /** Of all documents that have this text, in order of appearance. */
  readonly ids: readonly string[]
  /** The beginning of the text. */
  readonly excerpt: string
  readonly signature: Uint32Array
  /** Ascending. */
  readonly shingles: Uint32Array
}

/** Characters of a text that are kept to show. */
const excerptLength = 2000

/** Collects the documents of a sample: what is needed of each to compare it with all others. */
export class Sample {
  readonly #texts: (SampledText & { readonly ids: string[] })[] = []
  readonly #byContent = new Map<string, number>()
  #documents = 0
  #empty = 0
  #shingles = 0

  /** Adds a document; one without a word is only counted. */
  add(id: string, text: string, { contentKey, signature, shingles }: Sketch): void {
    this.#documents++
    if (contentKey === undefined || shingles === undefined) {
      this.#empty++
      return
    }
    const known = this.#byContent.get(contentKey)
    if (known !== undefined) {
      this.#texts[known]?.ids.push(id)
      return
    }
    this.#byContent.set(contentKey, this.#texts.length)
    this.#texts.push({ ids: [id], excerpt: ownCopy(text.slice(0, excerptLength)), signature, shingles })
    this.#shingles += shingles.length
  }

  /** Distinct texts with at least one word. */
  get texts(): readonly SampledText[] {
    return this.#texts
  }

  get documents(): number {
    return this.#documents
  }

  /** Documents without a word. */
  get empty(): number {
    return this.#empty
  }

  /** Shingles kept, 4 bytes each: what most of the memory is for. */
  get shingles(): number {
    return this.#shingles
  }
}

/** A slice would keep the whole text in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
