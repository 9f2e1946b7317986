import { BITS, LOW, LOW16, TEXT, TOKENS } from './memory'
import {
  ALPHABETIC, entryOf, flagsOf, IGNORED, isHighSurrogate, isLowSurrogate, lowerOf, MARK, NONSTARTER, OWN, pairOf,
  UNSAFE, WORD
} from './unicode'

// Tokens of a text, 64 UTF-16 units a step. A step makes two masks, one bit a unit: units of
// words, and units at which a token of its own begins or has ended. The bounds of words are
// where the mask differs from itself shifted by one: starts and ends by turns.

/** Whether there is anything but ASCII in the words that were found. */
export let hasWideWords: bool = false
/** Whether LOW16 holds the text. */
let isWide: bool = false
/** Bits that a token begun in the last unit of a step leaves to the next. */
let carriedWord: u64 = 0
let carriedBreak: u64 = 0
/** Lower-case second half of a surrogate pair whose first half ended the last step. */
let carriedUnit: u16 = 0

/**
 * Finds the tokens of a text, lower-casing it on the way.
 *
 * @param isNormalised the text has gone through NFKC, lower case and clean()
 * @returns the number of tokens, or -1 when the text must be normalised first
 */
export function scan(units: i32, isNormalised: bool): i32 {
  const refused: u32 = isNormalised ? 0 : UNSAFE
  padWithSpaces(units)
  isWide = false
  hasWideWords = false
  carriedWord = 0
  carriedBreak = 0
  carriedUnit = 0
  let to = TOKENS
  let carry: u64 = 0
  for (let position = 0; position < units; position += 64) {
    const from = TEXT + (<usize>position << 1)
    const u0 = v128.load(from), u1 = v128.load(from, 16), u2 = v128.load(from, 32), u3 = v128.load(from, 48)
    const u4 = v128.load(from, 64), u5 = v128.load(from, 80), u6 = v128.load(from, 96), u7 = v128.load(from, 112)
    const n0 = i8x16.narrow_i16x8_u(u0, u1), n1 = i8x16.narrow_i16x8_u(u2, u3)
    const n2 = i8x16.narrow_i16x8_u(u4, u5), n3 = i8x16.narrow_i16x8_u(u6, u7)
    const a0 = letters(n0), a1 = letters(n1), a2 = letters(n2), a3 = letters(n3)
    const low = LOW + position
    v128.store(low, lower(n0, a0))
    v128.store(low, lower(n1, a1), 16)
    v128.store(low, lower(n2, a2), 32)
    v128.store(low, lower(n3, a3), 48)
    let words = wordBits(n0, a0) | wordBits(n1, a1) << 16 | wordBits(n2, a2) << 32 | wordBits(n3, a3) << 48
    let breaks: u64 = 0
    const all = v128.or(v128.or(v128.or(u0, u1), v128.or(u2, u3)), v128.or(v128.or(u4, u5), v128.or(u6, u7)))
    if (v128.any_true(v128.and(all, i16x8.splat(-128))) || carriedWord | carriedBreak) {
      const wide = wideBits(u0, u1) | wideBits(u2, u3) << 16 | wideBits(u4, u5) << 32 | wideBits(u6, u7) << 48
      if (!isWide) widen(0, position)
      isWide = true
      widen(position, 64)
      breaks = carriedBreak
      carriedBreak = 0
      const found = scanWide(position, wide, refused)
      if (found < 0) return -1
      words = (words & ~wide) | wideWords
      if (wideWords) hasWideWords = true
      breaks |= wideBreaks
    } else if (isWide) widen(position, 64)
    const shifted = words << 1 | carry
    carry = words >> 63
    const bounds = words ^ shifted
    const meetings = words & shifted & breaks
    to = meetings == 0 ? putBounds(bounds, position, to) : putMeetings(bounds | meetings, meetings, position, to)
  }
  store<u32>(to, units)
  return <i32>((to - TOKENS + 4) >> 3)
}

let wideWords: u64 = 0
let wideBreaks: u64 = 0

/** Classifies the units of a step that are not ASCII, one character at a time. */
function scanWide(position: i32, wide: u64, refused: u32): i32 {
  const from = TEXT + (<usize>position << 1)
  const to = LOW16 + (<usize>position << 1)
  let words = carriedWord
  let breaks: u64 = 0
  if (carriedUnit) {
    store<u16>(to, carriedUnit)
    store<u8>(LOW + position, 0xff)
    wide &= ~1
    carriedUnit = 0
  }
  carriedWord = 0
  while (wide) {
    const i = <i32>ctz(wide)
    wide &= wide - 1
    const at = from + (<usize>i << 1)
    store<u8>(LOW + position + i, 0xff)
    let codePoint = <u32>load<u16>(at)
    let length = 1
    if (isHighSurrogate(codePoint) && isLowSurrogate(<u32>load<u16>(at, 2))) {
      codePoint = pairOf(codePoint, <u32>load<u16>(at, 2))
      length = 2
      wide &= wide - 1
    } else if ((codePoint & 0xf800) == 0xd800) continue
    const entry = entryOf(codePoint)
    const flags = flagsOf(entry)
    if (flags & refused) return -1
    if (flags & NONSTARTER && refused != 0 && isAfterNonstarter(at)) return -1
    if (!(flags & WORD)) continue
    storeLower(to + (<usize>i << 1), lowerOf(codePoint, entry), length, i)
    if (length == 2 && i < 63) store<u8>(LOW + position + i + 1, 0xff)
    words |= ((<u64>1 << length) - 1) << i
    const next = i + length
    if (next > 64) carriedWord = 1
    if (flags & OWN) {
      breaks |= <u64>1 << i
      if (next < 64) breaks |= <u64>1 << next
      else carriedBreak |= <u64>1 << (next - 64)
    }
  }
  wideWords = words
  wideBreaks = breaks
  return 0
}

@inline
function storeLower(to: usize, lower: u32, length: i32, i: i32): void {
  if (length == 1) {
    store<u16>(to, <u16>lower)
    return
  }
  const offset = lower - 0x10000
  const second = <u16>(0xdc00 + (offset & 0x3ff))
  store<u16>(to, <u16>(0xd800 + (offset >> 10)))
  if (i < 63) store<u16>(to, second, 2)
  else carriedUnit = second
}

function isAfterNonstarter(at: usize): bool {
  if (at == TEXT) return false
  let codePoint = <u32>load<u16>(at - 2)
  if (isLowSurrogate(codePoint) && at > TEXT + 2 && isHighSurrogate(<u32>load<u16>(at - 4))) {
    codePoint = pairOf(<u32>load<u16>(at - 4), codePoint)
  }
  return (flagsOf(entryOf(codePoint)) & NONSTARTER) != 0
}

/**
 * Drops from a normalised text what vanishes inside a token: default-ignorable characters,
 * vowel marks, and the marks that NFKC left on alphabetic characters.
 *
 * @returns the units that are left
 */
export function clean(units: i32): i32 {
  let to = TEXT
  const end = TEXT + (<usize>units << 1)
  let isAfterAlphabetic = false
  for (let from = TEXT; from < end; ) {
    const first = <u32>load<u16>(from)
    let codePoint = first
    let length: usize = 2
    if (isHighSurrogate(first) && from + 2 < end && isLowSurrogate(<u32>load<u16>(from, 2))) {
      codePoint = pairOf(first, <u32>load<u16>(from, 2))
      length = 4
    }
    const flags = flagsOf(entryOf(codePoint))
    const isDropped = flags & IGNORED || (flags & MARK && isAfterAlphabetic)
    if (!isDropped) {
      if (length == 2) store<u16>(to, <u16>first)
      else store<u32>(to, load<u32>(from))
      to += length
      isAfterAlphabetic = (flags & ALPHABETIC) != 0
    }
    from += length
  }
  return <i32>((to - TEXT) >> 1)
}

/** Writes one step of LOW, or all before a position, as UTF-16. */
function widen(position: i32, count: i32): void {
  for (let i = position; i < position + count; i += 16) {
    const low = v128.load(LOW + i)
    const to = LOW16 + (<usize>i << 1)
    v128.store(to, i16x8.extend_low_i8x16_u(low))
    v128.store(to, i16x8.extend_high_i8x16_u(low), 16)
  }
}

function padWithSpaces(units: i32): void {
  const end = TEXT + (<usize>units << 1)
  for (let i: usize = 0; i < 160; i += 16) v128.store(end + i, i16x8.splat(32))
}

/** Which bytes are ASCII letters. Bytes are compared as signed numbers, which is one instruction. */
@inline
function letters(bytes: v128): v128 {
  const fromA = i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(-31))
  return i8x16.lt_s(fromA, i8x16.splat(-102))
}

@inline
function lower(bytes: v128, isLetter: v128): v128 {
  return v128.or(bytes, v128.and(isLetter, i8x16.splat(32)))
}

@inline
function wordBits(bytes: v128, isLetter: v128): u64 {
  const isDigit = i8x16.lt_s(i8x16.sub(bytes, i8x16.splat(-80)), i8x16.splat(-118))
  return <u64>i8x16.bitmask(v128.or(isLetter, isDigit))
}

@inline
function wideBits(a: v128, b: v128): u64 {
  const limit = i16x8.splat(127)
  return <u64>i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.gt_u(a, limit), i16x8.gt_u(b, limit)))
}

/** Writes the positions of the set bits, eight bits at a time by a table: no branch to be guessed wrong. */
@inline
function putBounds(bits: u64, position: i32, to: usize): usize {
  to = putByte(<u32>(bits << 3) & 0x7f8, position, to)
  to = putByte(<u32>(bits >> 5) & 0x7f8, position + 8, to)
  to = putByte(<u32>(bits >> 13) & 0x7f8, position + 16, to)
  to = putByte(<u32>(bits >> 21) & 0x7f8, position + 24, to)
  to = putByte(<u32>(bits >> 29) & 0x7f8, position + 32, to)
  to = putByte(<u32>(bits >> 37) & 0x7f8, position + 40, to)
  to = putByte(<u32>(bits >> 45) & 0x7f8, position + 48, to)
  return putByte(<u32>(bits >> 53) & 0x7f8, position + 56, to)
}

@inline
function putByte(row: u32, position: i32, to: usize): usize {
  const bits = v128.load8x8_u(row, BITS)
  const base = i32x4.splat(position)
  v128.store(to, i32x4.add(i32x4.extend_low_i16x8_u(bits), base))
  v128.store(to, i32x4.add(i32x4.extend_high_i16x8_u(bits), base), 16)
  return to + (popcnt(row) << 2)
}

/** The same where tokens meet: one ends where the next begins, and the position is written twice. */
function putMeetings(bits: u64, meetings: u64, position: i32, to: usize): usize {
  while (bits) {
    const i = ctz(bits)
    bits &= bits - 1
    store<u32>(to, position + <i32>i)
    store<u32>(to, position + <i32>i, 4)
    to += 4 + (<usize>(meetings >> i & 1) << 2)
  }
  return to
}
