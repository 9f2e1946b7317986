import { STAGE1, STAGE2 } from './memory'

// An entry of the table: bits 0 to 23 the signed distance to the lower-case code point, then flags.

/** Part of a token. */
export const WORD: u32 = 1
/** A token of its own. */
export const OWN: u32 = 2
/** Needs NFKC, context or removal: the fast path gives up. */
export const UNSAFE: u32 = 4
/** Has a combining class: two in a row might have to be reordered. */
export const NONSTARTER: u32 = 8
/** Dropped without ending the token. */
export const IGNORED: u32 = 16
/** A nonspacing mark, dropped after an alphabetic character. */
export const MARK: u32 = 32
/** Latin, Greek or Cyrillic. */
export const ALPHABETIC: u32 = 64

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
export function lowerOf(codePoint: u32, entry: u32): u32 {
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
