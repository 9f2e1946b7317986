// Which characters normalisation joins to the one before.

import { allCharacters } from './pinned.mjs'

/** Whether a character, or the first that it decomposes to, has a combining class: whether one of the greatest class goes behind it. */
export function isNonstarter(character) {
  const first = firstOf(character)
  return first === '\u0345' || !`\u0345${first}`.normalize('NFD').startsWith('\u0345')
}

/** The first character that one decomposes to. */
export function firstOf(character) {
  return String.fromCodePoint(character.normalize('NFKD').codePointAt(0))
}

/** Characters that NFC may compose with the one before, Hangul among them. */
export function composingCharacters() {
  const found = new Set()
  for (const composed of allCharacters(0x80)) {
    const decomposed = composed.normalize('NFD')
    if (decomposed === composed || composed.normalize('NFC') !== composed) continue
    for (const part of [...decomposed].slice(1)) found.add(part)
  }
  for (let vowel = 0x1161; vowel <= 0x1175; vowel++) found.add(String.fromCodePoint(vowel))
  for (let final = 0x11a8; final <= 0x11c2; final++) found.add(String.fromCodePoint(final))
  return found
}
