// What a character is folded to: letters that readers take for the same become one, for hashing only.

import { classOf } from './classes.mjs'
import { allCharacters } from './pinned.mjs'

const mark = /\p{M}/u
const alphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/** Arabic letters by what they are forms of. */
const arabicForms = {
  '\u0627': '\u0622\u0623\u0625\u0671\u0672\u0673\u0675', // alef
  '\u0648': '\u0624', // waw
  '\u064a': '\u0626\u0649\u06cc', // yeh
  '\u0643': '\u06a9\u06aa', // kaf
  '\u0647': '\u0629\u06c0\u06c1\u06c2\u06c3\u06d5' // heh
}

/** Chillu forms of Malayalam by the letter that they are of. */
const malayalamForms = {
  '\u0d23': '\u0d7a',
  '\u0d28': '\u0d7b',
  '\u0d30': '\u0d7c',
  '\u0d32': '\u0d7d',
  '\u0d33': '\u0d7e',
  '\u0d15': '\u0d7f',
  '\u0d2e': '\u0d54',
  '\u0d2f': '\u0d55',
  '\u0d34': '\u0d56'
}
const malayalamVirama = '\u0d4d'

/**
 * @returns what the characters that NFKC leaves alone are folded to, by character; of those not in it, themselves
 */
export function foldings({ characters, caseFoldings, hanVariants }) {
  const direct = new Map()
  for (const { codepoint, status, mapping } of caseFoldings) {
    const character = fromHex(codepoint)
    if ('CF'.includes(status) && !mark.test(character)) direct.set(character, mapping.split(' ').map(fromHex).join(''))
  }
  for (const { codepoint, decimalDigitValue } of characters) {
    if (decimalDigitValue !== undefined) direct.set(fromHex(codepoint), decimalDigitValue)
  }
  for (const [letter, forms] of Object.entries(arabicForms)) for (const form of forms) direct.set(form, letter)
  for (const [letter, form] of Object.entries(malayalamForms)) direct.set(form, letter + malayalamVirama)
  addHanVariants(direct, hanVariants)
  const stroked = strokedLetters(characters)
  const found = new Map()
  for (const character of allCharacters()) {
    if (character.normalize('NFKC') !== character) continue
    // Without marks first: else the iota below a Greek letter would become a letter.
    const bare = bareLetter(character, stroked)
    const folded = [...(direct.get(bare) ?? bare)].map(part => bareLetter(part, stroked)).join('')
    if (folded !== character) found.set(character, folded)
  }
  return found
}

/** A Latin, Greek or Cyrillic letter without the marks that belong to it. */
function bareLetter(letter, stroked) {
  if (mark.test(letter) || !alphabetic.test(letter)) return letter
  const bare = letter.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
  return stroked.get(bare) ?? bare
}

/** Latin letters whose stroke, hook or tail is part of them, and the dotless i. */
function strokedLetters(characters) {
  const found = new Map([['\u0131', 'i']])
  for (const { codepoint, name } of characters) {
    const [, letter] = /^LATIN SMALL LETTER ([A-Z]) WITH /.exec(name) ?? []
    if (letter !== undefined) found.set(fromHex(codepoint), letter.toLowerCase())
  }
  return found
}

/** Han characters by the first that Unihan gives as their simplified form. */
function addHanVariants(direct, variants) {
  const simplified = new Map()
  for (const { codepoint, kSimplifiedVariant } of variants) {
    const other = kSimplifiedVariant?.split(' ').find(variant => variant !== codepoint)
    if (other !== undefined) simplified.set(fromHex(codepoint.slice(2)), fromHex(other.slice(2)))
  }
  for (const from of simplified.keys()) {
    const seen = new Set([from])
    let to = from
    while (simplified.has(to) && !seen.has(simplified.get(to))) {
      to = simplified.get(to)
      seen.add(to)
    }
    direct.set(from, to)
  }
}

const fromHex = text => String.fromCodePoint(Number.parseInt(text, 16))

/**
 * What comes of any character on its own: NFKC, folded, without what vanishes in it.
 *
 * @param {Map<string, string>} found as {@link foldings} made it
 */
export function foldedAlone(character, found) {
  let folded = ''
  let isAfterAlphabetic = false
  for (const part of character.normalize('NFKC')) {
    for (const letter of found.get(part) ?? part) {
      const kind = classOf(letter)
      if (kind === 3 || (kind === 5 && isAfterAlphabetic)) continue
      folded += letter
      isAfterAlphabetic = kind === 4
    }
  }
  return folded
}
