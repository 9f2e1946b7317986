import { lengthAt } from './hash'
import { HASHES, JOINED, PERM_A, PERM_B, SIGNATURE, SORT_A, TOKENS } from './memory'
import { hasHalfTokens } from './scan'
import { halvesAt } from './unicode'

// Signatures of the npm package `minhash`: slot j is the least of (a_j * h + b_j) % p over the
// shingles, in double arithmetic, where h is Java's string hash as a signed number plus 2^32 - 1.

const PRIME: f64 = 4294967311
const GREATEST: f64 = 4294967295
const TWO_32: f64 = 4294967296
/** 1 / p rounded up by two units in the last place: its product is the true quotient or one more. */
const INVERSE: f64 = 2.3283064284071805e-10

/**
 * Hashes the word shingles of the text that joinAsWords() wrote. A run of the text hashes to
 * the difference of two prefix hashes, times a power of 31.
 */
export function hashJoinedWords(tokens: i32, units: i32, size: i32): i32 {
  makePrefixes(units)
  const enough = 2 * size
  let end = 0
  let halves = 0
  for (let start = 0; start < tokens; start++) {
    while (halves < enough && end < tokens) halves += halvesOf(end++)
    if (halves < enough && start > 0) return start
    const until = load<u32>(TOKENS + (<usize>(end - 1) << 3), 4)
    store<f64>(HASHES + (<usize>start << 3), valueOf(placeOf(start), until))
    halves -= halvesOf(start)
  }
  return tokens
}

/** Where a token begins in JOINED. */
@inline
function placeOf(token: i32): u32 {
  return load<u32>(TOKENS + (<usize>token << 3))
}

@inline
function halvesOf(token: i32): i32 {
  return hasHalfTokens ? halvesAt(JOINED + (<usize>placeOf(token) << 1)) : 2
}

/** Hashes the character shingles of the text that joinAsCharacters() wrote. */
export function hashJoinedCharacters(units: i32, size: i32): i32 {
  if (units == 0) return 0
  makePrefixes(units)
  const last = JOINED + (<usize>units << 1)
  let first = JOINED
  let end = JOINED
  for (let i = 0; i < size && end < last; i++) end += lengthAt(end, last)
  let to = HASHES
  for (;;) {
    store<f64>(to, valueOf(<u32>((first - JOINED) >> 1), <u32>((end - JOINED) >> 1)))
    to += 8
    if (end == last) break
    first += lengthAt(first, last)
    end += lengthAt(end, last)
  }
  return <i32>((to - HASHES) >> 3)
}

/**
 * Makes the signature from the hashes. Slots are made by fours: up to three more than asked for are
 * written behind it, of whatever permutations are there.
 */
export function signMinhash(count: i32, slots: i32): void {
  const end = HASHES + (<usize>count << 3)
  const inverse = f64x2.splat(INVERSE), two32 = f64x2.splat(TWO_32), fifteen = f64x2.splat(15)
  for (let slot: usize = 0; slot < <usize>slots; slot += 4) {
    const at = slot << 3
    const a0 = v128.load(PERM_A + at), a1 = v128.load(PERM_A + at, 16)
    const b0 = v128.load(PERM_B + at), b1 = v128.load(PERM_B + at, 16)
    let least0 = f64x2.splat(GREATEST), least1 = least0
    for (let from = HASHES; from < end; from += 8) {
      const hash = v128.load64_splat(from)
      const s0 = f64x2.add(f64x2.mul(a0, hash), b0), s1 = f64x2.add(f64x2.mul(a1, hash), b1)
      const q0 = f64x2.floor(f64x2.mul(s0, inverse)), q1 = f64x2.floor(f64x2.mul(s1, inverse))
      // s - q * p in two steps that are both exact; negative where q is one too many.
      least0 = f64x2.pmin(least0, f64x2.sub(f64x2.sub(s0, f64x2.mul(q0, two32)), f64x2.mul(q0, fifteen)))
      least1 = f64x2.pmin(least1, f64x2.sub(f64x2.sub(s1, f64x2.mul(q1, two32)), f64x2.mul(q1, fifteen)))
    }
    putSlot(slot, f64x2.extract_lane(least0, 0), end)
    putSlot(slot + 1, f64x2.extract_lane(least0, 1), end)
    putSlot(slot + 2, f64x2.extract_lane(least1, 0), end)
    putSlot(slot + 3, f64x2.extract_lane(least1, 1), end)
  }
}

@inline
function putSlot(slot: usize, least: f64, end: usize): void {
  store<u32>(SIGNATURE + (slot << 2), <u32>(least < 0 ? leastExactly(slot, end) : least))
}

/** A slot in which a quotient was one too many, which is rare. */
function leastExactly(slot: usize, end: usize): f64 {
  const a = load<f64>(PERM_A + (slot << 3))
  const b = load<f64>(PERM_B + (slot << 3))
  let least = GREATEST
  for (let from = HASHES; from < end; from += 8) {
    const s = a * load<f64>(from) + b
    const q = Math.floor(s * INVERSE)
    let rest = s - q * TWO_32 - q * 15
    if (rest < 0) rest += PRIME
    least = min(least, rest)
  }
  return least
}

/** Prefix hashes of JOINED, and powers of 31 behind them, in the room for sorting. */
function makePrefixes(units: i32): void {
  let hash: u32 = 0
  for (let i = 0; i <= units; i++) {
    store<u32>(SORT_A + (<usize>i << 2), hash)
    hash = hash * 31 + <u32>load<u16>(JOINED + (<usize>i << 1))
  }
}

function valueOf(start: u32, end: u32): f64 {
  const before = load<u32>(SORT_A + (<usize>start << 2))
  const through = load<u32>(SORT_A + (<usize>end << 2))
  return <f64>(<i32>(through - before * powerOf31(end - start))) + GREATEST
}

@inline
function powerOf31(exponent: u32): u32 {
  let power: u32 = 1
  let base: u32 = 31
  for (; exponent; exponent >>= 1) {
    if (exponent & 1) power *= base
    base *= base
  }
  return power
}
