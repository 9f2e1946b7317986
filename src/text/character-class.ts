import { composingRuns, nonstarterRuns } from './fold-table.ts'
import { classRuns } from './unicode-table.ts'

/** What a code point does to the token around it. The numbers are those of the committed table. */
export const CharacterClass = {
  /** Ends a token: punctuation, space, symbol, control; letters that stand for an apostrophe. */
  separator: 0,
  /** Belongs to a word: letter, number or mark. */
  word: 1,
  /** A token of its own: Han and Kana, which are written without spaces. */
  ownToken: 2,
  /** Vanishes without ending the token: default-ignorable, tatweel, Arabic and Hebrew vowel marks. */
  ignored: 3,
  /** A word character of Latin, Greek or Cyrillic, after which a leftover nonspacing mark is ignored. */
  alphabetic: 4,
  /** A nonspacing mark that is ignored after an alphabetic character and a word character elsewhere. */
  nonspacingMark: 5,
  /**
   * Becomes a space before normalisation, whatever the running ICU would make of it: not assigned in the
   * committed Unicode version, a lone surrogate, an accent that stands alone.
   */
  blank: 6,
  /** A token of its own that counts half in a shingle: the scripts of Southeast Asia that write no spaces. */
  halfToken: 7
} as const

/**
 * Looks a code point up in the committed Unicode table.
 *
 * @param codePoint 0 to 0x10ffff
 * @returns one of {@link CharacterClass}
 */
export function characterClass(codePoint: number): number {
  return (properties[codePoint] as number) & classMask
}

/** Whether a code point has a combining class, or decomposes to one that has. */
export function isNonstarter(codePoint: number): boolean {
  return ((properties[codePoint] as number) & nonstarter) !== 0
}

/** Whether normalisation may change a code point together with the one before. */
export function joinsBefore(codePoint: number): boolean {
  return ((properties[codePoint] as number) & (nonstarter | composing)) !== 0
}

/**
 * Whether normalisation may take a code point as it comes: it neither joins the one before nor
 * is of the class `blank`.
 */
export function isPlain(codePoint: number): boolean {
  return (properties[codePoint] as number) < nonstarter && properties[codePoint] !== CharacterClass.blank
}

const classMask = 15
const nonstarter = 16
const composing = 32

const properties = expandClasses(classRuns)
addFlag(nonstarterRuns, nonstarter)
addFlag(composingRuns, composing)

function expandClasses(runs: string): Uint8Array {
  const expanded = new Uint8Array(0x110000)
  let start = 0
  for (const [, length, letter] of runs.matchAll(/([0-9a-z]+)([A-H])/g)) {
    const end = start + Number.parseInt(length as string, 36)
    expanded.fill((letter as string).charCodeAt(0) - 'A'.charCodeAt(0), start, end)
    start = end
  }
  return expanded
}

function addFlag(runs: string, flag: number): void {
  forEachFlagged(runs, codePoint => {
    properties[codePoint] = (properties[codePoint] as number) | flag
  })
}

/** Visits the code points of every second run. */
export function forEachFlagged(runs: string, visit: (codePoint: number) => void): void {
  let start = 0
  for (const [i, length] of runs.split(' ').entries()) {
    const end = start + Number.parseInt(length, 36)
    if (i % 2 === 1) for (let codePoint = start; codePoint < end; codePoint++) visit(codePoint)
    start = end
  }
}
