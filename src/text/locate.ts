import { CharacterClass, characterClass, joinsBefore } from './character-class.ts'
import { distanceOf, fold, pairs } from './fold.ts'
import { type NormalText, normalize, normalizeTo } from './normalize.ts'
import type { Shingling } from './shingle.ts'
import { isWordStart, signsOf, TokenScanner } from './tokenize.ts'

/**
 * Finds the elements that shingles are cut from, one after another, with their places in the
 * text as it was given. The elements are those of `elementsOf(tokenize(text))`.
 *
 * An element stands where the characters are that it was made of, with those that
 * vanish behind them. Characters that normalisation takes together, such as a letter
 * and its accent, have one place; so have those that it makes of a single one, such as
 * the two numbers of `½`. The space between two words stands for all that is between them.
 * The signs of a text without words stand from the first to the last of them.
 */
export class ElementScanner {
  /** The element found last. */
  element = ''
  /** Its place in the text, in UTF-16 code units. */
  start = 0
  /** Exclusive. */
  end = 0
  readonly #isWords: boolean
  readonly #text: string
  readonly #folded: string
  readonly #origins: Origins
  readonly #tokens: TokenScanner
  /** The next character of the token: its place in the token and in the folded text. */
  #place = 0
  #offset = 0
  #isWord = false

  constructor(text: string, unit: Shingling['unit']) {
    this.#isWords = unit === 'word'
    this.#text = text
    const normal = normalize(text)
    this.#folded = fold(normal.text)
    this.#origins = new Origins(text, normal.form)
    this.#tokens = new TokenScanner(this.#folded)
  }

  /** Goes on to the next element; false when there is none. */
  next(): boolean {
    return this.#nextElement() || (this.end === 0 && this.#foundSigns())
  }

  #nextElement(): boolean {
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
    const offset = this.#folded.indexOf(character, this.#offset)
    this.#place += character.length
    this.#offset = offset + character.length
    const end = this.#place === tokens.token.length ? tokens.end : this.#offset
    return this.#found(character, this.#origins.startOf(offset), this.#origins.endOf(end))
  }

  // Nothing is between words that come of a single character: the space has the place of that character then.
  #foundSpaceBefore(next: number): true {
    return this.end < next ? this.#found(' ', this.end, next) : this.#found(' ', this.start, this.end)
  }

  /** To be called where no element was found: the signs of a text without words are one. */
  #foundSigns(): boolean {
    const signs = signsOf(this.#text)
    if (signs === undefined) return false
    const first = signs[1] as string
    const last = signs.at(-1) as string
    return this.#found(signs, this.#text.indexOf(first), this.#text.lastIndexOf(last) + 1)
  }

  #found(element: string, start: number, end: number): true {
    this.element = element
    this.start = start
    this.end = end
    return true
  }
}

/**
 * Follows a text and what it is folded to side by side, to tell where each code unit of the folded text comes from.
 *
 * The text is walked in pieces that, folded one after another, make the folded text.
 */
class Origins {
  readonly #text: string
  /** The piece in the text, from one offset to the other. */
  #from = 0
  #to = 0
  /** What it is folded to, likewise. */
  #foldedFrom = 0
  #foldedTo = 0
  /** Whether the code units of the piece and of what it is folded to correspond one to one. */
  #isDirect = false
  readonly #form: NormalText['form']

  constructor(text: string, form: NormalText['form']) {
    this.#text = text
    this.#form = form
  }

  /** Where in the text the character at an offset begins. Offsets are asked for in order, never back. */
  startOf(offset: number): number {
    while (offset >= this.#foldedTo) this.#next()
    return this.#isDirect ? this.#from + offset - this.#foldedFrom : this.#from
  }

  /** Where in the text the character before an offset ends. */
  endOf(offset: number): number {
    while (offset > this.#foldedTo) this.#next()
    return this.#isDirect ? this.#from + offset - this.#foldedFrom : this.#to
  }

  #next(): void {
    this.#from = this.#to
    this.#foldedFrom = this.#foldedTo
    this.#to = plainUntil(this.#text, this.#from)
    this.#isDirect = this.#to > this.#from
    if (this.#isDirect) {
      this.#foldedTo += this.#to - this.#from
      return
    }
    this.#to = pieceUntil(this.#text, this.#from)
    const piece = this.#text.slice(this.#from, this.#to)
    const normal = normalizeTo(this.#form, piece)
    const { length } = fold(normal)
    this.#foldedTo += length
    this.#isDirect = normal === piece && length === piece.length
  }
}

/** The end of the run of characters from an offset on that each become one character of the same width. */
function plainUntil(text: string, from: number): number {
  let before = from
  let at = from
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number
    const kind = changeOf(codePoint)
    // The last of the run belongs to what is joined to it.
    if (kind === Change.joins) return before
    if (kind === Change.resizes) return at
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
    if (!joinsBefore(codePoint)) return at
    at += widthOf(codePoint)
  }
  return at
}

function widthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}

/** What normalisation and folding do to a code point. 0 is kept for those not looked at yet. */
const Change = {
  /** Nothing, or to make one other of the same width of it. */
  keepsWidth: 1,
  /** To make something else of it, whatever stands before. */
  resizes: 2,
  /** Perhaps to change it together with what stands before. */
  joins: 3
} as const

let changes: Uint8Array | undefined

function changeOf(codePoint: number): number {
  if (codePoint < 0x80) return Change.keepsWidth
  changes ??= new Uint8Array(0x110000)
  const known = changes[codePoint] as number
  if (known !== 0) return known
  const found = findChange(codePoint)
  changes[codePoint] = found
  return found
}

function findChange(codePoint: number): number {
  if (joinsBefore(codePoint)) return Change.joins
  const character = String.fromCodePoint(codePoint)
  const isStable = character.normalize('NFKC') === character && !pairs.has(codePoint)
  if (characterClass(codePoint) === CharacterClass.blank || !isStable) return Change.resizes
  return widthOf(codePoint + distanceOf(codePoint)) === widthOf(codePoint) ? Change.keepsWidth : Change.resizes
}
