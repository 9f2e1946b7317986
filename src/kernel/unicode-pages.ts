import { CharacterClass, characterClass } from '../text/character-class.ts'
import { caseRuns, nonstarterRuns, unsafeRuns } from './fold-table.ts'

/** The Unicode table as the kernel reads it. */
export interface UnicodePages {
  /** For each block of 256 code points, the number of its page. */
  readonly stage1: Uint16Array
  /** Pages of 256 entries: bits 0 to 23 the distance to lower case, 24 to 31 flags. */
  readonly stage2: Uint32Array
}

// The flags of kernel/assembly/unicode.ts.
const word = 1
const ownToken = 2
const unsafe = 4
const nonstarter = 8
const ignored = 16
const mark = 32
const alphabetic = 64

const flagsOfClass = {
  [CharacterClass.separator]: 0,
  [CharacterClass.word]: word,
  [CharacterClass.ownToken]: word | ownToken,
  [CharacterClass.ignored]: ignored,
  [CharacterClass.alphabetic]: word | alphabetic,
  [CharacterClass.nonspacingMark]: word | mark,
  [CharacterClass.unassigned]: 0
} as Readonly<Record<number, number>>

/** Expands the committed tables; some milliseconds, once a kernel. */
export function makeUnicodePages(): UnicodePages {
  const entries = new Uint32Array(0x110000)
  for (const [first, count, stride, distance] of runsOf(caseRuns)) {
    for (let i = 0; i < count; i++) entries[first + i * stride] = distance & 0xffffff
  }
  for (let codePoint = 0; codePoint < entries.length; codePoint++) {
    const entry = entries[codePoint] as number
    const lower = codePoint + ((entry << 8) >> 8)
    entries[codePoint] = entry | ((flagsOfClass[characterClass(lower)] as number) << 24)
  }
  addFlag(entries, unsafeRuns, unsafe)
  addFlag(entries, nonstarterRuns, nonstarter)
  return pagesOf(entries)
}

function* runsOf(runs: string): Generator<[first: number, count: number, stride: number, distance: number]> {
  for (const run of runs.split(',')) {
    const [first, count, stride, distance] = run.split(' ').map(value => Number.parseInt(value, 36))
    yield [first as number, count as number, stride as number, distance as number]
  }
}

function addFlag(entries: Uint32Array, runs: string, flag: number): void {
  let start = 0
  for (const [i, length] of runs.split(' ').entries()) {
    const end = start + Number.parseInt(length, 36)
    if (i % 2 === 1) for (let codePoint = start; codePoint < end; codePoint++) setFlag(entries, codePoint, flag)
    start = end
  }
}

function setFlag(entries: Uint32Array, codePoint: number, flag: number): void {
  entries[codePoint] = (entries[codePoint] as number) | (flag << 24)
}

function pagesOf(entries: Uint32Array): UnicodePages {
  const stage1 = new Uint16Array(entries.length / 256)
  const pages: Uint32Array[] = []
  const numbers = new Map<string, number>()
  for (let block = 0; block < stage1.length; block++) {
    const page = entries.subarray(block * 256, block * 256 + 256)
    const key = page.join()
    let number = numbers.get(key)
    if (number === undefined) {
      number = pages.push(page) - 1
      numbers.set(key, number)
    }
    stage1[block] = number
  }
  const stage2 = new Uint32Array(pages.length * 256)
  for (const [number, page] of pages.entries()) stage2.set(page, number * 256)
  return { stage1, stage2 }
}
