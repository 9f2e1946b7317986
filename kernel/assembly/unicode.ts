import { STAGE1, STAGE2 } from './memory'

// An entry of the table: bits 0 to 23 the signed distance to the code point that it is folded to, then flags.
// Of a code point that is folded to two (CLEANED and MARK without WORD) both are there, 12 bits each.

/** Part of a token. */
export const WORD: u32 = 1
/** A token of its own; with ALPHABETIC it counts half in a shingle of words. */
export const OWN: u32 = 2
/** Needs NFKC, which only the host can do. */
export const UNSAFE: u32 = 4
/** Has a combining class: two in a row might have to be reordered. */
export const NONSTARTER: u32 = 8
/** Dropped without ending the token. */
export const IGNORED: u32 = 16
/** A nonspacing mark, dropped after an alphabetic character. */
export const MARK: u32 = 32
/** Latin, Greek or Cyrillic. */
export const ALPHABETIC: u32 = 64
/** Needs clean(): it vanishes, or becomes something of another width. */
export const CLEANED: u32 = 128

/** Whether a character with these flags becomes two. */
@inline
export function isPair(flags: u32): bool {
  return (flags & (CLEANED | MARK | WORD)) == (CLEANED | MARK)
}

@inline
export function isHalf(flags: u32): bool {
  return (flags & (OWN | ALPHABETIC)) == (OWN | ALPHABETIC)
}

/** Whether marks that follow are dropped. */
@inline
export function isAlphabetic(flags: u32): bool {
  return (flags & (OWN | ALPHABETIC)) == ALPHABETIC
}

@inline
export function entryOf(codePoint: u32): u32 {
  const page = <u32>load<u16>(STAGE1 + (codePoint >> 8 << 1))
  return load<u32>(STAGE2 + ((page << 8 | (codePoint & 255)) << 2))
}

@inline
export function flagsOf(entry: u32): u32 {
  return entry >> 24
}

@inline
export function foldedOf(codePoint: u32, entry: u32): u32 {
  return codePoint + <u32>(<i32>(entry << 8) >> 8)
}

@inline
export function isHighSurrogate(unit: u32): bool {
  return (unit & 0xfc00) == 0xd800
}

@inline
export function isLowSurrogate(unit: u32): bool {
  return (unit & 0xfc00) == 0xdc00
}

@inline
export function pairOf(high: u32, low: u32): u32 {
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
}

/** The flags of the character at a place, which is not the last of the text. */
export function flagsAt(place: usize): u32 {
  const unit = <u32>load<u16>(place)
  const next = <u32>load<u16>(place, 2)
  return flagsOf(entryOf(isHighSurrogate(unit) && isLowSurrogate(next) ? pairOf(unit, next) : unit))
}

/** What the token whose first character is at a place counts in a shingle of words, in halves. */
@inline
export function halvesAt(place: usize): i32 {
  return load<u16>(place) < 0x80 || !isHalf(flagsAt(place)) ? 2 : 1
}
