import { BITS, LOW, LOW16, TEXT, TOKENS } from './memory'
import {
  CLEANED, entryOf, flagsOf, foldedOf, isHalf, isHighSurrogate, isLowSurrogate, NONSTARTER, OWN, pairOf, UNSAFE, WORD
} from './unicode'

// Tokens of a text, 64 UTF-16 units a step. A step makes two masks, one bit a unit: units of
// words, and units at which a token of its own begins or has ended. The bounds of words are
// where the mask differs from itself shifted by one: starts and ends by turns.

/** Whether there is anything but ASCII in the words that were found. */
export let hasWideWords: bool = false
/** Whether any token counts half in a shingle of words. */
export let hasHalfTokens: bool = false
/** Whether LOW16 holds the text. */
let isWide: bool = false
/** Bits that a token begun in the last unit of a step leaves to the next. */
let carriedWord: u64 = 0
let carriedBreak: u64 = 0
/** Folded second half of a surrogate pair whose first half ended the last step. */
let carriedUnit: u16 = 0

/**
 * Finds the tokens of a text, folding it on the way.
 *
 * @param isCleaned the text has gone through clean()
 * @returns the number of tokens, or -1 when the text must be cleaned first
 */
export function scan(units: i32, isCleaned: bool): i32 {
  const refused: u32 = isCleaned ? 0 : UNSAFE | CLEANED
  padWithSpaces(units)
  isWide = false
  hasWideWords = false
  hasHalfTokens = false
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
    const folded = foldedOf(codePoint, entry)
    if (folded < 0x80) store<u8>(LOW + position + i, <u8>folded)
    else hasWideWords = true
    storeFolded(to + (<usize>i << 1), folded, length, i)
    if (length == 2 && i < 63) store<u8>(LOW + position + i + 1, 0xff)
    words |= ((<u64>1 << length) - 1) << i
    const next = i + length
    if (next > 64) carriedWord = 1
    if (flags & OWN) {
      if (isHalf(flags)) hasHalfTokens = true
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
function storeFolded(to: usize, folded: u32, length: i32, i: i32): void {
  if (length == 1) {
    store<u16>(to, <u16>folded)
    return
  }
  const offset = folded - 0x10000
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

/** Takes the whole text as one token, as it is: the signs of a text without words. */
export function takeWhole(units: i32): void {
  padWithSpaces(units)
  for (let i: usize = 0; i < <usize>units + 64; i++) {
    const unit = <u32>load<u16>(TEXT + (i << 1))
    store<u8>(LOW + i, unit < 0x80 ? <u8>unit : 0xff)
    store<u16>(LOW16 + (i << 1), <u16>unit)
  }
  hasWideWords = true
  hasHalfTokens = false
  store<u32>(TOKENS, 0)
  store<u32>(TOKENS, units, 4)
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
