import { K3, M1 } from './hash'
import { ELEMENTS, HASHES, LOW16, POWERS, TOKENS } from './memory'
import { halvesAt } from './unicode'

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

/**
 * Hashes the shingles of tokens some of which count half: a shingle begins at every token and ends where its
 * tokens count as many as its size.
 *
 * @returns how many there are, repeats included
 */
export function hashHalves(tokens: i32, size: i32, seed: u32): i32 {
  const enough = 2 * size
  let salt = <u64>seed * K3
  makePowers(enough)
  let window: u64 = 0
  let end = 0
  let halves = 0
  for (let start = 0; start < tokens; start++) {
    while (halves < enough && end < tokens) {
      halves += halvesOf(end)
      window = window * BASE + load<u64>(ELEMENTS + (<usize>end << 3))
      end++
    }
    if (halves < enough) {
      if (start > 0) return start
      salt ^= <u64>tokens * K3
    }
    store<u64>(HASHES + (<usize>start << 3), finish(window ^ salt))
    window -= load<u64>(ELEMENTS + (<usize>start << 3)) * load<u64>(POWERS + (<usize>(end - start - 1) << 3))
    halves -= halvesOf(start)
  }
  return tokens
}

@inline
export function halvesOf(token: i32): i32 {
  return halvesAt(LOW16 + (<usize>load<u32>(TOKENS + (<usize>token << 3)) << 1))
}

function makePowers(count: i32): void {
  let power: u64 = 1
  for (let i = 0; i < count; i++) {
    store<u64>(POWERS + (<usize>i << 3), power)
    power *= BASE
  }
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
