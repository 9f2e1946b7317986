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
