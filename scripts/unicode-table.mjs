// Writes src/text/unicode-table.ts from the Unicode data of the Node.js that runs it.
// Run it only to move to another Unicode version: that makes a new signature scheme.
//   node scripts/unicode-table.mjs
import { writeFileSync } from 'node:fs'

const letterOrNumber = /[\p{L}\p{N}]/u
const mark = /\p{M}/u
const nonspacing = /\p{Mn}/u
const assigned = /\P{Cn}/u
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const perCodePoint =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const alphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const inherited = /\p{Script=Inherited}/u
const vocalised = /[\p{Script_Extensions=Arabic}\p{Script_Extensions=Hebrew}]/u

// The order is that of CharacterClass in src/text/character-class.ts.
function classOf(character) {
  if (ignorable.test(character)) return 3
  if (nonspacing.test(character)) {
    if (vocalised.test(character)) return 3
    if (alphabetic.test(character) || inherited.test(character)) return 5
  }
  if (letterOrNumber.test(character) || mark.test(character)) {
    if (perCodePoint.test(character)) return 2
    return alphabetic.test(character) ? 4 : 1
  }
  return assigned.test(character) ? 0 : 6
}

const runs = []
let start = 0
let current = classOf('\0')
for (let codePoint = 1; codePoint <= 0x110000; codePoint++) {
  const isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000
  const next = codePoint === 0x110000 ? -1 : isSurrogate ? 0 : classOf(String.fromCodePoint(codePoint))
  if (next === current) continue
  runs.push(`${(codePoint - start).toString(36)}${'ABCDEFG'[current]}`)
  start = codePoint
  current = next
}

const lines = runs.join('').match(/.{1,100}/g)
const version = process.versions.unicode
writeFileSync(
  new URL('../src/text/unicode-table.ts', import.meta.url),
  `// Written by scripts/unicode-table.mjs. Do not edit: it is part of every signature scheme.

/** Version of the Unicode Character Database behind {@link classRuns}. */
export const unicodeVersion = '${version}'

/** The class of every code point as runs: length in base 36, then A to G for classes 0 to 6. */
export const classRuns =
  ${lines.map(line => `'${line}'`).join(' +\n  ')}
`
)

// What the kernel must know besides the classes: simple lower case, and where it cannot go alone.
const character = codePoint => String.fromCodePoint(codePoint)
const isSurrogate = codePoint => codePoint >= 0xd800 && codePoint < 0xe000
const composing = composingCharacters()

/** Characters that NFC may join to the one before. */
function composingCharacters() {
  const found = new Set()
  for (let codePoint = 0x80; codePoint < 0x110000; codePoint++) {
    if (isSurrogate(codePoint)) continue
    const composed = character(codePoint)
    const decomposed = composed.normalize('NFD')
    if (decomposed === composed || composed.normalize('NFC') !== composed) continue
    for (const part of [...decomposed].slice(1)) found.add(part)
  }
  for (let vowel = 0x1161; vowel <= 0x1175; vowel++) found.add(character(vowel))
  for (let final = 0x11a8; final <= 0x11c2; final++) found.add(character(final))
  return found
}

/** Whether a character has a combining class, seen by what it does to one of the greatest class. */
function isNonstarter(text) {
  return text === '\u0345' || `\u0345${text}`.normalize('NFD') !== `\u0345${text.normalize('NFD')}`
}

function isSafeSeparator(text) {
  const parts = [...text.normalize('NFKC').toLowerCase()]
  return classOf(text) === 0 && !composing.has(text) && parts.every(part => classOf(part) === 0 && !composing.has(part))
}

function isUnsafe(text) {
  const kind = classOf(text)
  const lower = text.toLowerCase()
  if (kind === 6) return false
  if (kind === 3 || kind === 5 || composing.has(text) || text === '\u03a3') return true
  if (text.normalize('NFKC') !== text) return !isSafeSeparator(text) || isNonstarter(text)
  if ([...lower].length !== 1 || lower.length !== text.length) return true
  return kind === 0 && lower !== text
}

function flagRuns(test) {
  const lengths = []
  let start = 0
  let isSet = false
  for (let codePoint = 0x80; codePoint <= 0x110000; codePoint++) {
    const next = codePoint < 0x110000 && !isSurrogate(codePoint) && test(character(codePoint))
    if (next === isSet && codePoint < 0x110000) continue
    lengths.push((codePoint - start).toString(36))
    start = codePoint
    isSet = next
  }
  return lengths.join(' ')
}

/** Runs of characters, each second or each one, with the same distance to their lower case. */
function caseRunsOf() {
  const cased = []
  for (let codePoint = 0x80; codePoint < 0x110000; codePoint++) {
    if (isSurrogate(codePoint) || isUnsafe(character(codePoint))) continue
    const distance = character(codePoint).toLowerCase().codePointAt(0) - codePoint
    if (distance !== 0) cased.push({ codePoint, distance })
  }
  const found = []
  for (let first = 0; first < cased.length; ) {
    const { codePoint, distance } = cased[first]
    const stride = cased[first + 1]?.codePoint - codePoint === 2 ? 2 : 1
    let last = first
    while (cased[last + 1]?.codePoint === cased[last].codePoint + stride && cased[last + 1].distance === distance)
      last++
    found.push([codePoint, last - first + 1, stride, distance].map(value => value.toString(36)).join(' '))
    first = last + 1
  }
  return found.join(',')
}

const wrap = text =>
  text
    .match(/.{1,100}/g)
    .map(line => `'${line}'`)
    .join(' +\n  ')
writeFileSync(
  new URL('../src/kernel/fold-table.ts', import.meta.url),
  `// Written by scripts/unicode-table.mjs. Do not edit: it is part of every signature scheme.

/** Lengths of runs of code points, in base 36: first those that the kernel can take alone, then those it cannot, and so on. */
export const unsafeRuns =
  ${wrap(flagRuns(isUnsafe))}

/** Lengths of runs of code points: first those without a combining class, then those with one, and so on. */
export const nonstarterRuns =
  ${wrap(flagRuns(isNonstarter))}

/** Runs of code points with a simple lower case: first, count, stride and distance, in base 36. */
export const caseRuns =
  ${wrap(caseRunsOf())}
`
)
