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
  let token = ''
  let isMarkIgnored = false
  for (const character of normalized) {
    const kind = characterClass(character.codePointAt(0) as number)
    if (kind === CharacterClass.ignored || (kind === CharacterClass.nonspacingMark && isMarkIgnored)) continue
    const isWord = isWordClass(kind)
    if (!isWord && token !== '') {
      tokens.push(token)
      token = ''
    }
    if (isWord) token += character
    else if (kind === CharacterClass.ownToken) tokens.push(character)
    isMarkIgnored = kind === CharacterClass.alphabetic
  }
  if (token !== '') tokens.push(token)
  return tokens
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
    const isWord = characterClass(token.codePointAt(0) as number) !== CharacterClass.ownToken
    if (isWord && isAfterWord) characters.push(' ')
    for (const character of token) characters.push(character)
    isAfterWord = isWord
  }
  return characters
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
