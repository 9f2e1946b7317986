import { randomOf } from '../kernel/awkward-text.ts'
import type { GoldenText } from './texts.ts'

/** Letters of scripts, by ranges of code points; marks and unassigned places among them are welcome. */
const scripts: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  Latin: [
    [0x61, 0x7a],
    [0xc0, 0x17f]
  ],
  Greek: [
    [0x391, 0x3c9],
    [0x1f00, 0x1fff]
  ],
  Cyrillic: [[0x400, 0x4ff]],
  Armenian: [[0x531, 0x586]],
  Georgian: [
    [0x10a0, 0x10ff],
    [0x1c90, 0x1cbf]
  ],
  Hebrew: [[0x591, 0x5ea]],
  Arabic: [[0x610, 0x6ff]],
  Devanagari: [[0x900, 0x97f]],
  Bengali: [[0x980, 0x9fe]],
  Tamil: [[0xb82, 0xbff]],
  Thai: [[0xe01, 0xe5b]],
  Lao: [[0xe81, 0xedf]],
  Myanmar: [[0x1000, 0x109f]],
  Khmer: [[0x1780, 0x17f9]],
  Ethiopic: [[0x1200, 0x137c]],
  Hangul: [
    [0x1100, 0x11ff],
    [0xac00, 0xd7a3]
  ],
  Kana: [
    [0x3041, 0x30ff],
    [0xff66, 0xff9f]
  ],
  Han: [
    [0x4e00, 0x9fff],
    [0x20000, 0x2a6df]
  ]
}
const textsOfScript = 8

/** Texts of random letters of eighteen scripts, the same on every machine; and a very long one. */
export const madeTexts: readonly GoldenText[] = [
  ...Object.entries(scripts).flatMap(([script, ranges], at) => {
    const random = randomOf(1000 + at)
    return Array.from({ length: textsOfScript }, (_, i) => ({
      name: `${script} letters ${i + 1}`,
      text: makeText(random, ranges, 5 * 2 ** i)
    }))
  }),
  { name: 'a hundred thousand words', text: Array.from({ length: 100_000 }, (_, i) => `w${i % 77_777}`).join(' ') }
]

function makeText(random: () => number, ranges: readonly (readonly [number, number])[], words: number): string {
  const letter = (): string => {
    const [first, last] = ranges[Math.floor(random() * ranges.length)] as readonly [number, number]
    return String.fromCodePoint(first + Math.floor(random() * (last - first + 1)))
  }
  const word = (): string => Array.from({ length: 1 + Math.floor(random() * 11) }, letter).join('')
  return Array.from({ length: words }, word).join(' ')
}
