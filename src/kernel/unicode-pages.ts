import { CharacterClass, characterClass, forEachFlagged, isNonstarter } from '../text/character-class.ts'
import { forEachFolded, pairs } from '../text/fold.ts'
import { unsafeRuns } from './unsafe-table.ts'

/** The Unicode table as the kernel reads it. */
export interface UnicodePages {
  /** For each block of 256 code points, the number of its page. */
  readonly stage1: Uint16Array
  /** Pages of 256 entries: bits 0 to 23 what a code point is folded to, 24 to 31 flags. */
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
const cleaned = 128

const flagsOfClass = {
  [CharacterClass.separator]: 0,
  [CharacterClass.word]: word,
  [CharacterClass.ownToken]: word | ownToken,
  [CharacterClass.ignored]: ignored | cleaned,
  [CharacterClass.alphabetic]: word | alphabetic,
  [CharacterClass.nonspacingMark]: word | mark | cleaned,
  [CharacterClass.blank]: 0,
  [CharacterClass.halfToken]: word | ownToken | alphabetic
} as Readonly<Record<number, number>>

/** Makes the table of the committed ones; some milliseconds, once a thread. */
export function makeUnicodePages(): UnicodePages {
  const entries = new Uint32Array(0x110000)
  for (let codePoint = 0; codePoint < entries.length; codePoint++) {
    const flags = flagsOfClass[characterClass(codePoint)] as number
    entries[codePoint] = (flags | (isNonstarter(codePoint) ? nonstarter : 0)) << 24
  }
  forEachFolded((codePoint, distance) => {
    const to = codePoint + distance
    const isResized = to > 0xffff !== codePoint > 0xffff
    const flags = (flagsOfClass[characterClass(to)] as number) | (isResized ? cleaned : 0)
    // Case of ASCII is the kernel's own business.
    if (codePoint > 0x7f) entries[codePoint] = (flags << 24) | (distance & 0xffffff)
  })
  for (const [codePoint, [first, second]] of pairs) {
    entries[codePoint] = ((cleaned | mark) << 24) | (first << 12) | second
  }
  forEachFlagged(unsafeRuns, codePoint => {
    entries[codePoint] = (entries[codePoint] as number) | (unsafe << 24)
  })
  return pagesOf(entries)
}

function pagesOf(entries: Uint32Array): UnicodePages {
  const stage1 = new Uint16Array(entries.length / 256)
  const pages: Uint32Array[] = []
  const numbers = new Map<string, number>()
  for (let block = 0; block < stage1.length; block++) {
    const page = entries.subarray(block * 256, block * 256 + 256)
    const key = Buffer.from(page.buffer, page.byteOffset, page.byteLength).toString('latin1')
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
