import { classRuns } from './unicode-table.ts'

/** What a code point does to the token around it. The numbers are those of the committed table. */
export const CharacterClass = {
  /** Ends a token: punctuation, space, symbol, control, surrogate. */
  separator: 0,
  /** Belongs to a word: letter, number or mark. */
  word: 1,
  /** A token of its own: scripts written without spaces. */
  ownToken: 2,
  /** Vanishes without ending the token: default-ignorable, Arabic and Hebrew vowel marks. */
  ignored: 3,
  /** A word character of Latin, Greek or Cyrillic, after which a leftover nonspacing mark is ignored. */
  alphabetic: 4,
  /** A nonspacing mark that is ignored after an alphabetic character and a word character elsewhere. */
  nonspacingMark: 5,
  /** Not assigned in the committed Unicode version: a separator, whatever the running ICU thinks. */
  unassigned: 6
} as const

/**
 * Looks a code point up in the committed Unicode table.
 *
 * @param codePoint 0 to 0x10ffff
 * @returns one of {@link CharacterClass}
 */
export function characterClass(codePoint: number): number {
  return classes[codePoint] as number
}

const classes = expandRuns(classRuns)

function expandRuns(runs: string): Uint8Array {
  const expanded = new Uint8Array(0x110000)
  let start = 0
  for (const [, length, letter] of runs.matchAll(/([0-9a-z]+)([A-G])/g)) {
    const end = start + Number.parseInt(length as string, 36)
    expanded.fill((letter as string).charCodeAt(0) - 'A'.charCodeAt(0), start, end)
    start = end
  }
  return expanded
}
