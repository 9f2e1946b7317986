import { HASHES, ROOM, TEXT } from './memory'
import {
  entryOf, flagsOf, foldedOf, IGNORED, isAlphabetic, isHighSurrogate, isLowSurrogate, isPair, MARK, NONSTARTER, pairOf,
  UNSAFE, WORD
} from './unicode'

/**
 * Makes of the text what scan() can fold character by character: drops what vanishes inside a token
 * (default-ignorable characters, vowel marks, the marks left on alphabetic characters), writes out
 * what is folded to two characters, and folds what becomes something of another width.
 *
 * @param isNormalised the text has gone through NFKC
 * @returns the units that are left; -1 when the host must normalise the text, or there is no room for it
 */
export function clean(units: i32, isNormalised: bool): i32 {
  const end = TEXT + (<usize>units << 1)
  // Behind the text there is more room than any text gets by cleaning, but not in its own place.
  const limit = HASHES + 2 * ROOM - 4
  let to = HASHES
  let isAfterAlphabetic = false
  let isAfterNonstarter = false
  for (let from = TEXT; from < end; ) {
    const first = <u32>load<u16>(from)
    let codePoint = first
    let length: usize = 2
    if (isHighSurrogate(first) && from + 2 < end && isLowSurrogate(<u32>load<u16>(from, 2))) {
      codePoint = pairOf(first, <u32>load<u16>(from, 2))
      length = 4
    }
    from += length
    const entry = entryOf(codePoint)
    const flags = flagsOf(entry)
    if (!isNormalised) {
      if (flags & UNSAFE) return -1
      // The order of what is dropped whatever stands before does not matter.
      if (flags & NONSTARTER) {
        if (!(flags & IGNORED) && isAfterNonstarter) return -1
        isAfterNonstarter = isAfterNonstarter || !(flags & IGNORED)
      } else isAfterNonstarter = false
    }
    if (flags & IGNORED || (flags & (MARK | WORD)) == (MARK | WORD) && isAfterAlphabetic) continue
    if (to > limit) return -1
    if (isPair(flags)) {
      store<u16>(to, <u16>(entry >> 12 & 0xfff))
      store<u16>(to, <u16>(entry & 0xfff), 2)
      isAfterAlphabetic = isAlphabetic(flagsOf(entryOf(entry & 0xfff)))
      to += 4
      continue
    }
    // A lone surrogate must not become half of a pair where what stood between vanished.
    if ((codePoint & 0xfffff800) == 0xd800) codePoint = 32
    const folded = foldedOf(codePoint, entry)
    // What keeps its width is left to scan().
    to += put(to, (folded > 0xffff) == (codePoint > 0xffff) ? codePoint : folded)
    isAfterAlphabetic = isAlphabetic(flags)
  }
  memory.copy(TEXT, HASHES, to - HASHES)
  return <i32>((to - HASHES) >> 1)
}

/** Writes a code point as UTF-16; returns its bytes. */
@inline
function put(to: usize, codePoint: u32): usize {
  if (codePoint < 0x10000) {
    store<u16>(to, <u16>codePoint)
    return 2
  }
  const offset = codePoint - 0x10000
  store<u16>(to, <u16>(0xd800 + (offset >> 10)))
  store<u16>(to, <u16>(0xdc00 + (offset & 0x3ff)), 2)
  return 4
}
