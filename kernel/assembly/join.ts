import { JOINED, LOW, LOW16, TOKENS } from './memory'
import { flagsAt, OWN } from './unicode'

/** Units of the token that was joined last. */
let joined: usize = 0

/**
 * Writes the tokens as one text in JOINED: one space between two words, none beside a
 * token of its own.
 *
 * @returns its units
 */
export function joinAsCharacters(tokens: i32): i32 {
  joined = JOINED
  let isAfterWord = false
  for (let i = 0; i < tokens; i++) {
    const at = TOKENS + (<usize>i << 3)
    const start = load<u32>(at)
    const end = load<u32>(at, 4)
    const isWord = !isOwnToken(start)
    if (isWord && isAfterWord) appendSpace()
    appendToken(start, end)
    isAfterWord = isWord
  }
  return <i32>((joined - JOINED) >> 1)
}

/**
 * Writes the tokens as one text in JOINED, each behind one space but the first, and where
 * each begins and ends there in TOKENS.
 *
 * @returns its units
 */
export function joinAsWords(tokens: i32): i32 {
  joined = JOINED
  for (let i = 0; i < tokens; i++) {
    const at = TOKENS + (<usize>i << 3)
    const start = load<u32>(at)
    const end = load<u32>(at, 4)
    if (i > 0) appendSpace()
    store<u32>(at, <u32>((joined - JOINED) >> 1))
    appendToken(start, end)
    store<u32>(at, <u32>((joined - JOINED) >> 1), 4)
  }
  return <i32>((joined - JOINED) >> 1)
}

@inline
function appendSpace(): void {
  store<u16>(joined, 32)
  joined += 2
}

@inline
function appendToken(start: u32, end: u32): void {
  for (let i = start; i < end; i++) {
    const low = load<u8>(LOW + i)
    store<u16>(joined, low & 0x80 ? load<u16>(LOW16 + (<usize>i << 1)) : <u16>low)
    joined += 2
  }
}

function isOwnToken(start: u32): bool {
  if (!(load<u8>(LOW + start) & 0x80)) return false
  return (flagsAt(LOW16 + (<usize>start << 1)) & OWN) != 0
}
