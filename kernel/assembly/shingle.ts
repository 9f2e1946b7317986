import { K3, M1 } from './hash'
import { ELEMENTS, HASHES } from './memory'

const BASE: u64 = 0x9fb21c651e98df25

@inline
function finish(hash: u64): u64 {
  hash ^= hash >> 32
  hash *= M1
  return hash ^ (hash >> 32)
}

/**
 * Hashes the shingles of the elements in ELEMENTS to HASHES.
 *
 * @returns how many there are, repeats included
 */
export function hashWindows(elements: i32, size: i32, seed: u32): i32 {
  if (elements == 0) return 0
  let salt = <u64>seed * K3
  if (elements < size) {
    size = elements
    salt ^= <u64>size * K3
  }
  if (size == 3) hashTriples(elements, salt)
  else rollWindows(elements, size, salt)
  return elements - size + 1
}

/** Any size: the polynomial rolls. */
function rollWindows(elements: i32, size: i32, salt: u64): void {
  let window: u64 = 0
  let leaving: u64 = 1
  let entering = ELEMENTS
  for (let i = 1; i < size; i++, entering += 8) {
    window = window * BASE + load<u64>(entering)
    leaving *= BASE
  }
  const last = ELEMENTS + (<usize>elements << 3)
  let left = ELEMENTS
  for (let to = HASHES; entering < last; entering += 8, left += 8, to += 8) {
    window = window * BASE + load<u64>(entering)
    store<u64>(to, finish(window ^ salt))
    window -= load<u64>(left) * leaving
  }
}

/** The usual size: no window waits for the one before. */
function hashTriples(elements: i32, salt: u64): void {
  let first = load<u64>(ELEMENTS)
  let second = load<u64>(ELEMENTS, 8)
  const last = ELEMENTS + (<usize>elements << 3)
  let to = HASHES
  for (let from = ELEMENTS + 16; from < last; from += 8, to += 8) {
    const third = load<u64>(from)
    store<u64>(to, finish((first * (BASE * BASE) + second * BASE + third) ^ salt))
    first = second
    second = third
  }
}
