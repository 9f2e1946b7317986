import { CharacterClass, characterClass } from './character-class.ts'
import { fold } from './fold.ts'
import { normalize } from './normalize.ts'
import { TextBuilder } from './text-builder.ts'

/**
 * Cuts a text into tokens.
 *
 * The text is brought to NFKC and folded: letters that readers take for the same become one (see
 * {@link fold}). A token is a run of letters, numbers and marks, or a single code point of a script
 * written without spaces (Han, Kana, Thai, Lao, Khmer, Myanmar and their like). Default-ignorable code
 * points, tatweel, Arabic and Hebrew vowel marks, and the nonspacing marks that are left on Latin,
 * Greek and Cyrillic letters are dropped. Lone surrogates and code points that
 * the committed Unicode version does not know separate tokens.
 *
 * A text without any of these is one token: its signs, see {@link signsOf}.
 *
 * @param text any string; well-formedness is not required
 * @returns the tokens in order; none when the text is blank
 */
export function tokenize(text: string): string[] {
  const words = wordsOf(text)
  if (words.length > 0) return words
  const signs = signsOf(text)
  return signs === undefined ? [] : [signs]
}

function wordsOf(text: string): string[] {
  if (isAscii(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const tokens: string[] = []
  const scanner = new TokenScanner(fold(normalize(text).text))
  while (scanner.next()) tokens.push(scanner.token)
  return tokens
}

/**
 * What a text without words is known by: its characters as they are but for white space, behind one space, with which
 * no word begins. Undefined for a blank text, of which nothing can be seen: white space, control characters and what
 * vanishes.
 */
export function signsOf(text: string): string | undefined {
  const signs = new TextBuilder()
  signs.append(spaceBeforeSigns.charCodeAt(0))
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) as number
    if (codePoint > 0xffff) at++
    if (isWhiteSpace(codePoint)) continue
    signs.append(codePoint)
    isBlank &&= isControl(codePoint) || characterClass(codePoint) === CharacterClass.ignored
  }
  return isBlank ? undefined : signs.toString()
}

const spaceBeforeSigns = ' '

/** White space, and the zero-width space, which separates words too. */
function isWhiteSpace(codePoint: number): boolean {
  return codePoint === 0x20 || (codePoint >= 9 && codePoint <= 13) || (codePoint > 0x7f && wideSpaces.has(codePoint))
}

// Written out, so that no other Unicode version changes it.
const wideSpaces = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
for (let space = 0x2000; space <= 0x200b; space++) wideSpaces.add(space)

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)
}

/** Whether a token is all the signs of a text without words. */
export function isSigns(token: string): boolean {
  return token.startsWith(spaceBeforeSigns)
}

/** Finds the tokens of a text, one after another. */
export class TokenScanner {
  /** The token found last. */
  token = ''
  /** Where it stands in the folded text, with what vanishes within and directly behind it. */
  start = 0
  end = 0
  readonly #text: string
  #at = 0
  #width = 1
  #isMarkIgnored = false

  /** @param folded as {@link fold} returned it */
  constructor(folded: string) {
    this.#text = folded
  }

  /** Goes on to the next token; false when there is none. */
  next(): boolean {
    if (!this.#findStart()) return false
    const text = this.#text
    const start = this.#at
    let at = start
    let kind = this.#kindAt(at)
    const isOwnToken = isOwnClass(kind)
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
        if (isOwnClass(kind) || isWordClass(kind)) return true
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
  return !isOwnClass(characterClass(token.codePointAt(0) as number))
}

/** Whether a token counts half in a shingle of words. */
export function isHalfToken(token: string): boolean {
  return characterClass(token.codePointAt(0) as number) === CharacterClass.halfToken
}

function isOwnClass(kind: number): boolean {
  return kind === CharacterClass.ownToken || kind === CharacterClass.halfToken
}

function isWordClass(kind: number): boolean {
  return kind === CharacterClass.word || kind === CharacterClass.alphabetic || kind === CharacterClass.nonspacingMark
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return false
  }
  return true
}
