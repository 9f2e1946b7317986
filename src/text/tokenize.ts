import { CharacterClass, characterClass } from './character-class.ts'

/**
 * Cuts a text into tokens.
 *
 * The text is brought to NFKC and lower case. A token is a run of letters,
 * numbers and marks, or a single code point of a script written without spaces
 * (Han, Kana, Thai, Lao, Khmer, Myanmar). Default-ignorable code points, Arabic
 * and Hebrew vowel marks, and the nonspacing marks that NFKC leaves on Latin,
 * Greek and Cyrillic letters are dropped. Lone surrogates and code points that
 * the committed Unicode version does not know separate tokens.
 *
 * @param text any string; well-formedness is not required
 * @returns the tokens in order; empty when the text has none
 */
export function tokenize(text: string): string[] {
  return isAscii(text) ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? []) : tokensOf(normalize(text))
}

function tokensOf(normalized: string): string[] {
  const tokens: string[] = []
  const scanner = new TokenScanner(normalized)
  while (scanner.next()) tokens.push(scanner.token)
  return tokens
}

/** Finds the tokens of a text, one after another. */
export class TokenScanner {
  /** The token found last. */
  token = ''
  /** Where it stands in the normalised text, with what vanishes within and directly behind it. */
  start = 0
  end = 0
  readonly #text: string
  #at = 0
  #width = 1
  #isMarkIgnored = false

  /** @param normalized as {@link normalize} returned it */
  constructor(normalized: string) {
    this.#text = normalized
  }

  /** Goes on to the next token; false when there is none. */
  next(): boolean {
    if (!this.#findStart()) return false
    const text = this.#text
    const start = this.#at
    let at = start
    let kind = this.#kindAt(at)
    const isOwnToken = kind === CharacterClass.ownToken
    let kept = ''
    let keptFrom = start
    do {
      const next = at + this.#width
      if (this.#vanishes(kind)) {
        kept += text.slice(keptFrom, at)
        keptFrom = next
      } else {
        if (at > start && (isOwnToken || !isWordClass(kind))) break
        this.#isMarkIgnored = kind === CharacterClass.alphabetic
      }
      at = next
      kind = this.#kindAt(at)
    } while (at < text.length)
    this.#at = at
    this.token = kept + text.slice(keptFrom, at)
    this.start = start
    this.end = at
    return true
  }

  /** Goes on to the next character that belongs to a token. */
  #findStart(): boolean {
    while (this.#at < this.#text.length) {
      const kind = this.#kindAt(this.#at)
      if (!this.#vanishes(kind)) {
        if (kind === CharacterClass.ownToken || isWordClass(kind)) return true
        this.#isMarkIgnored = false
      }
      this.#at += this.#width
    }
    return false
  }

  /** The class of the character at an offset; a separator at the end. Notes its width. */
  #kindAt(offset: number): number {
    const codePoint = this.#text.codePointAt(offset)
    if (codePoint === undefined) return CharacterClass.separator
    this.#width = codePoint > 0xffff ? 2 : 1
    return characterClass(codePoint)
  }

  #vanishes(kind: number): boolean {
    return kind === CharacterClass.ignored || (kind === CharacterClass.nonspacingMark && this.#isMarkIgnored)
  }
}

/**
 * Writes tokens as the text that character shingles are cut from: one space
 * between two words, none beside a token of a script written without spaces.
 *
 * @returns the code points, one a string
 */
export function charactersOf(tokens: readonly string[]): string[] {
  const characters: string[] = []
  let isAfterWord = false
  for (const token of tokens) {
    const isWord = isWordStart(token)
    if (isWord && isAfterWord) characters.push(' ')
    for (const character of token) characters.push(character)
    isAfterWord = isWord
  }
  return characters
}

/** Whether a token, or its first character, is of a script that writes spaces between words. */
export function isWordStart(token: string): boolean {
  return characterClass(token.codePointAt(0) as number) !== CharacterClass.ownToken
}

function isWordClass(kind: number): boolean {
  return kind === CharacterClass.word || kind === CharacterClass.alphabetic || kind === CharacterClass.nonspacingMark
}

/**
 * NFKC and lower case of a text, with a space for every code point that the committed
 * Unicode version does not know and every lone surrogate.
 */
export function normalize(text: string): string {
  return withoutUnknown(text).normalize('NFKC').toLowerCase()
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return false
  }
  return true
}

// A newer ICU may decompose or fold a code point that the committed table does
// not know; replacing it first keeps signatures equal on every Node.js version.
function withoutUnknown(text: string): string {
  let known = ''
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) as number
    const width = codePoint > 0xffff ? 2 : 1
    if (characterClass(codePoint) === CharacterClass.unassigned || isSurrogate(codePoint)) {
      known += `${text.slice(start, i)} `
      start = i + width
    }
    i += width - 1
  }
  return start === 0 ? text : known + text.slice(start)
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff
}
