import { ELEMENTS, JOINED, LOW, LOW16, MASKS, TOKENS } from './memory'
import { hasWideWords } from './scan'
import { isHighSurrogate, isLowSurrogate } from './unicode'

export const K1: u64 = 0x9e3779b97f4a7c15
export const K2: u64 = 0xc2b2ae3d27d4eb4f
export const K3: u64 = 0xd6e8feb86659fd93
export const M1: u64 = 0xbf58476d1ce4e5b9
export const M2: u64 = 0x94d049bb133111eb
const HIGH_BITS: u64 = 0x8080808080808080

/**
 * Hashes the tokens to ELEMENTS: all of them as ASCII words of up to 16 characters, in a
 * loop without branches, and what is not one of these once more.
 */
export function hashTokens(count: i32): void {
  const last = TOKENS + (<usize>count << 3)
  const low = LOW
  let to = ELEMENTS
  let lengths: u32 = 0
  for (let token = TOKENS; token < last; token += 8, to += 8) {
    const start = load<u32>(token)
    const length = load<u32>(token, 4) - start
    const from = low + start
    // Of a longer token this is no row of the masks but something behind them.
    const row = length << 4
    const first = load<u64>(from) & load<u64>(row, MASKS)
    const second = load<u64>(from, 8) & load<u64>(row, MASKS + 8)
    const hash = first * K1 ^ second * K2
    store<u64>(to, hash ^ (hash >> 32))
    lengths |= length
  }
  // The union is also above 15 for a length of 16, which costs some time and nothing else.
  if (hasWideWords || lengths > 15) hashUnusualTokens(count)
}

/** Hashes those tokens again that are longer than 16 characters or not ASCII. */
function hashUnusualTokens(count: i32): void {
  const last = TOKENS + (<usize>count << 3)
  let to = ELEMENTS
  for (let token = TOKENS; token < last; token += 8, to += 8) {
    const start = load<u32>(token)
    const length = load<u32>(token, 4) - start
    if (isWide(LOW + start, length)) store<u64>(to, hashBytes(LOW16 + (<usize>start << 1), length << 1, K3))
    else if (length > 16) store<u64>(to, hashBytes(LOW + start, length, 0))
  }
}

/** Whether any of the bytes is not ASCII. */
@inline
export function isWide(from: usize, length: u32): bool {
  let bits: u64 = 0
  for (; length > 16; length -= 16, from += 16) bits |= load<u64>(from) | load<u64>(from, 8)
  const mask = MASKS + (length << 4)
  return ((bits | (load<u64>(from) & load<u64>(mask)) | (load<u64>(from, 8) & load<u64>(mask, 8))) & HIGH_BITS) != 0
}

/** Hash of a run of bytes in blocks of 16, the last padded with zeros. */
function hashBytes(from: usize, length: u32, hash: u64): u64 {
  for (; length > 16; length -= 16, from += 16) {
    hash = (hash ^ load<u64>(from)) * K1
    hash ^= hash >> 32
    hash = (hash ^ load<u64>(from, 8)) * K2
    hash ^= hash >> 29
  }
  const mask = MASKS + (length << 4)
  hash = (hash ^ (load<u64>(from) & load<u64>(mask))) * K1 ^ (load<u64>(from, 8) & load<u64>(mask, 8)) * K2
  return hash ^ (hash >> 32)
}

/** Hashes the characters in JOINED to ELEMENTS; returns how many there are. */
export function hashCharacters(units: i32): i32 {
  const last = JOINED + (<usize>units << 1)
  let to = ELEMENTS
  for (let from = JOINED; from < last; to += 8) {
    const length = lengthAt(from, last)
    store<u64>(to, hashCharacter(from, length))
    from += length
  }
  return <i32>((to - ELEMENTS) >> 3)
}

@inline
export function lengthAt(from: usize, last: usize): usize {
  const isPair = isHighSurrogate(<u32>load<u16>(from)) && from + 2 < last && isLowSurrogate(<u32>load<u16>(from, 2))
  return isPair ? 4 : 2
}

@inline
function hashCharacter(from: usize, length: usize): u64 {
  const unit = <u64>load<u16>(from)
  const bytes = length == 4 ? <u64>load<u32>(from) : unit
  const hash = bytes < 0x80 ? bytes * K1 : (K3 ^ bytes) * K1
  return hash ^ (hash >> 32)
}
