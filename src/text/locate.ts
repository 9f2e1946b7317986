import type { Shingling } from './shingle.ts'
import { isWordStart, normalize, TokenScanner } from './tokenize.ts'

/**
 * Finds the elements that shingles are cut from, one after another, with their places in the
 * text as it was given. The elements are those of `elementsOf(tokenize(text))`.
 *
 * An element stands where the characters are that it was made of, with those that
 * vanish behind them. Characters that normalisation takes together, such as a letter
 * and its accent, have one place; so have those that it makes of a single one, such as
 * the two numbers of `½`. The space between two words stands for all that is between them.
 */
export class ElementScanner {
  /** The element found last. */
  element = ''
  /** Its place in the text, in UTF-16 code units. */
  start = 0
  /** Exclusive. */
  end = 0
  readonly #isWords: boolean
  readonly #normalized: string
  readonly #origins: Origins
  readonly #tokens: TokenScanner
  /** The next character of the token: its place in the token and in the normalised text. */
  #place = 0
  #offset = 0
  #isWord = false

  constructor(text: string, unit: Shingling['unit']) {
    this.#isWords = unit === 'word'
    this.#normalized = normalize(text)
    this.#origins = new Origins(text, this.#normalized)
    this.#tokens = new TokenScanner(this.#normalized)
  }

  /** Goes on to the next element; false when there is none. */
  next(): boolean {
    if (!this.#isWords) return this.#nextCharacter()
    if (!this.#tokens.next()) return false
    const { token, start, end } = this.#tokens
    return this.#found(token, this.#origins.startOf(start), this.#origins.endOf(end))
  }

  #nextCharacter(): boolean {
    const tokens = this.#tokens
    if (this.#place === tokens.token.length) {
      if (!tokens.next()) return false
      this.#place = 0
      this.#offset = tokens.start
      const isAfterWord = this.#isWord
      this.#isWord = isWordStart(tokens.token)
      if (this.#isWord && isAfterWord) return this.#foundSpaceBefore(this.#origins.startOf(tokens.start))
    }
    const character = String.fromCodePoint(tokens.token.codePointAt(this.#place) as number)
    // What vanishes is never the same as the next character that stays.
    const offset = this.#normalized.indexOf(character, this.#offset)
    this.#place += character.length
    this.#offset = offset + character.length
    const end = this.#place === tokens.token.length ? tokens.end : this.#offset
    return this.#found(character, this.#origins.startOf(offset), this.#origins.endOf(end))
  }

  // Nothing is between words that come of a single character: the space has the place of that character then.
  #foundSpaceBefore(next: number): true {
    return this.end < next ? this.#found(' ', this.end, next) : this.#found(' ', this.start, this.end)
  }

  #found(element: string, start: number, end: number): true {
    this.element = element
    this.start = start
    this.end = end
    return true
  }
}

/**
 * Follows a text and its normal form side by side, to tell where each code unit of the normal form comes from.
 *
 * The text is walked in pieces whose normal forms, one after another, are the normal form of the whole.
 */
class Origins {
  readonly #text: string
  /** The piece in the text, from one offset to the other. */
  #from = 0
  #to = 0
  /** Its normal form, likewise. */
  #normalFrom = 0
  #normalTo = 0
  /** Whether the code units of the piece and of its normal form correspond one to one. */
  #isDirect = false

  constructor(text: string, normalized: string) {
    this.#text = text
    if (normalized.length === text.length && normalized === text.toLowerCase()) {
      this.#to = text.length
      this.#normalTo = text.length
      this.#isDirect = true
    }
  }

  /** Where in the text the character at an offset begins. Offsets are asked for in order, never back. */
  startOf(offset: number): number {
    while (offset >= this.#normalTo) this.#next()
    return this.#isDirect ? this.#from + offset - this.#normalFrom : this.#from
  }

  /** Where in the text the character before an offset ends. */
  endOf(offset: number): number {
    while (offset > this.#normalTo) this.#next()
    return this.#isDirect ? this.#from + offset - this.#normalFrom : this.#to
  }

  #next(): void {
    this.#from = this.#to
    this.#normalFrom = this.#normalTo
    this.#to = plainUntil(this.#text, this.#from)
    this.#isDirect = this.#to > this.#from
    if (this.#isDirect) {
      this.#normalTo += this.#to - this.#from
      return
    }
    this.#to = pieceUntil(this.#text, this.#from)
    const piece = this.#text.slice(this.#from, this.#to)
    const normal = normalize(piece)
    this.#normalTo += normal.length
    this.#isDirect = normal.length === piece.length && normal === piece.toLowerCase()
  }
}

/** The end of the run of characters from an offset on that normalisation leaves alone, case apart. */
function plainUntil(text: string, from: number): number {
  let before = from
  let at = from
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number
    const kind = normalizationOf(codePoint)
    // The last of the run belongs to what is joined to it.
    if (kind === Normalization.joins) return before
    if (kind === Normalization.changes) return at
    before = at
    at += widthOf(codePoint)
  }
  return at
}

/** The end of the piece that begins with the character at an offset. */
function pieceUntil(text: string, from: number): number {
  let at = from + widthOf(text.codePointAt(from) as number)
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number
    if (normalizationOf(codePoint) !== Normalization.joins) return at
    at += widthOf(codePoint)
  }
  return at
}

function widthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}

/** What normalisation does to a code point. 0 is kept for those not looked at yet. */
const Normalization = {
  /** Nothing but to change its case. */
  plain: 1,
  /** Makes something else of it, whatever stands before. */
  changes: 2,
  /** May change it together with what stands before. */
  joins: 3
} as const

let normalizations: Uint8Array | undefined

function normalizationOf(codePoint: number): number {
  if (codePoint < 0x80) return Normalization.plain
  normalizations ??= new Uint8Array(0x110000)
  const known = normalizations[codePoint] as number
  if (known !== 0) return known
  const found = findNormalization(codePoint)
  normalizations[codePoint] = found
  return found
}

function findNormalization(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  const normal = normalize(character)
  // Not known to the committed table, or a lone surrogate: a space stands for it.
  if (normal === ' ') return Normalization.changes
  const first = String.fromCodePoint(character.normalize('NFKD').codePointAt(0) as number)
  if (joiningStarters.test(first) || isReordered(first)) return Normalization.joins
  return normal.length === character.length && normal === character.toLowerCase()
    ? Normalization.plain
    : Normalization.changes
}

/** Whether a character has a combining class, so that it may change places with marks before it. */
function isReordered(character: string): boolean {
  return character === lastMark || !`${lastMark}${character}`.normalize('NFD').startsWith(lastMark)
}

/** The one mark of the greatest combining class: all others go before it. */
const lastMark = '\u0345'

/** The characters without a combining class that NFC may join to the one before: the second of a composition. */
const joiningStarters =
  /[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1b35\u{11127}\u{1133e}\u{11357}\u{113b8}\u{113bb}\u{113c2}\u{113c9}\u{114b0}\u{114ba}\u{114bd}\u{115af}\u{11930}\u{1611e}-\u{16120}\u{16129}\u{16d67}]/u
