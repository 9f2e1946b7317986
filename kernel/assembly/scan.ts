import { ENDS, LOW, LOW16, STARTS, TEXT } from './memory'
import {
  ALPHABETIC, entryOf, flagsOf, IGNORED, isHighSurrogate, isLowSurrogate, lowerOf, MARK, NONSTARTER, OWN, pairOf,
  UNSAFE, WORD
} from './unicode'

// Tokens of a text, 64 UTF-16 units a step. A step makes two masks, one bit a unit: units of
// words, and units at which a token of its own begins or has ended. Where a word begins and
// ends follows from the mask and itself shifted by one.

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
  carriedWord = 0
  carriedBreak = 0
  carriedUnit = 0
  let starts = STARTS
  let ends = ENDS
  let carry: u64 = 0
  for (let position = 0; position < units; position += 64) {
    const from = TEXT + (<usize>position << 1)
    const u0 = v128.load(from), u1 = v128.load(from, 16), u2 = v128.load(from, 32), u3 = v128.load(from, 48)
    const u4 = v128.load(from, 64), u5 = v128.load(from, 80), u6 = v128.load(from, 96), u7 = v128.load(from, 112)
    const l0 = lowerAscii(i8x16.narrow_i16x8_u(u0, u1)), l1 = lowerAscii(i8x16.narrow_i16x8_u(u2, u3))
    const l2 = lowerAscii(i8x16.narrow_i16x8_u(u4, u5)), l3 = lowerAscii(i8x16.narrow_i16x8_u(u6, u7))
    const to = LOW + position
    v128.store(to, l0)
    v128.store(to, l1, 16)
    v128.store(to, l2, 32)
    v128.store(to, l3, 48)
    let words = wordBits(l0) | wordBits(l1) << 16 | wordBits(l2) << 32 | wordBits(l3) << 48
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
    starts = flatten(words & (~shifted | breaks), position, starts)
    ends = flatten(shifted & (~words | breaks), position, ends)
  }
  const count = <i32>((starts - STARTS) >> 2)
  if (<i32>((ends - ENDS) >> 2) < count) store<u32>(ends, units)
  return count
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

@inline
function lowerAscii(bytes: v128): v128 {
  const isUpper = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(65)), i8x16.splat(26))
  return v128.or(bytes, v128.and(isUpper, i8x16.splat(32)))
}

@inline
function wordBits(lower: v128): u64 {
  const isLetter = i8x16.lt_u(i8x16.sub(lower, i8x16.splat(97)), i8x16.splat(26))
  const isDigit = i8x16.lt_u(i8x16.sub(lower, i8x16.splat(48)), i8x16.splat(10))
  return <u64>i8x16.bitmask(v128.or(isLetter, isDigit))
}

@inline
function wideBits(a: v128, b: v128): u64 {
  const limit = i16x8.splat(127)
  return <u64>i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.gt_u(a, limit), i16x8.gt_u(b, limit)))
}

/** Writes the positions of the set bits; four at a time, so that the loop has few branches. */
@inline
function flatten(bits: u64, position: i32, to: usize): usize {
  const end = to + (<usize>popcnt(bits) << 2)
  while (to < end) {
    store<u32>(to, position + <i32>ctz(bits))
    bits &= bits - 1
    store<u32>(to, position + <i32>ctz(bits), 4)
    bits &= bits - 1
    store<u32>(to, position + <i32>ctz(bits), 8)
    bits &= bits - 1
    store<u32>(to, position + <i32>ctz(bits), 12)
    bits &= bits - 1
    to += 16
  }
  return end
}
