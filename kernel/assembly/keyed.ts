import { isWide, lengthAt, M1 } from './hash'
import { HASHES, JOINED, KEYS, LOW, LOW16, MASKS, SEQUENCE, TOKENS } from './memory'
import { hasWideWords } from './scan'
import { halvesOf } from './shingle'

// What shingle sets and content keys are made of: hashes that a secret keys. The layout of the keys is that
// of src/text/secret.ts, the reference src/text/keyed-shingles.ts.

const LEVELS: usize = 32
const LONGER: usize = 88
const BLOCK: usize = 96
const WIDE: usize = 104
const SHORT: usize = 112
const CHAINS: usize = 120

/** Hashes the tokens to HASHES: all of them as ASCII words of up to 16 characters, and what is not one of these once more. */
export function hashTokensByKey(count: i32): void {
  const last = TOKENS + (<usize>count << 3)
  const low = LOW
  const first = v128.load(KEYS)
  const second = v128.load(KEYS, 16)
  const by = load<u64>(KEYS, LEVELS)
  let to = HASHES
  let lengths: u32 = 0
  for (let token = TOKENS; token < last; token += 8, to += 8) {
    const start = load<u32>(token)
    const length = load<u32>(token, 4) - start
    // Of a longer token this is no row of the masks but something behind them.
    const block = v128.and(v128.load(low + start), v128.load(length << 4, MASKS))
    store<u64>(to, mix(hashBlock(block, first, second, by)))
    lengths |= length
  }
  if (hasWideWords || lengths > 15) hashUnusualTokens(count)
}

/** Hashes those tokens again that are longer than 16 characters or not ASCII. */
function hashUnusualTokens(count: i32): void {
  const last = TOKENS + (<usize>count << 3)
  const wide = load<u64>(KEYS, WIDE)
  let to = HASHES
  for (let token = TOKENS; token < last; token += 8, to += 8) {
    const start = load<u32>(token)
    const length = load<u32>(token, 4) - start
    if (isWide(LOW + start, length)) store<u64>(to, hashBytes(LOW16 + (<usize>start << 1), length << 1, wide))
    else if (length > 16) store<u64>(to, hashBytes(LOW + start, length, 0))
  }
}

/** Hash of a run of bytes in blocks of 16, the last padded with zeros. */
function hashBytes(from: usize, length: u32, hash: u64): u64 {
  const first = v128.load(KEYS)
  const second = v128.load(KEYS, 16)
  const by = load<u64>(KEYS, LEVELS)
  const again = load<u64>(KEYS, BLOCK)
  for (; length > 16; length -= 16, from += 16) {
    hash = mix(hash + hashBlock(v128.load(from), first, second, by)) * again
  }
  return mix(hash + hashBlock(v128.and(v128.load(from), v128.load(MASKS + (length << 4))), first, second, by))
}

/** NH by two keys: sums and products of pairs of words. The second is turned round, so that the two do not have their weak low bits in the same place. */
@inline
function hashBlock(block: v128, first: v128, second: v128, by: u64): u64 {
  const a = i32x4.add(block, first)
  const b = i32x4.add(block, second)
  const p = i64x2.extmul_low_i32x4_u(a, i32x4.shuffle(a, a, 2, 3, 2, 3))
  const q = i64x2.extmul_low_i32x4_u(b, i32x4.shuffle(b, b, 2, 3, 2, 3))
  const sums = i64x2.add(i64x2.shuffle(p, q, 0, 2), i64x2.shuffle(p, q, 1, 3))
  return i64x2.extract_lane(sums, 0) * by + rotl<u64>(i64x2.extract_lane(sums, 1), 32)
}

/** Hashes the characters in JOINED to HASHES; returns how many there are. */
export function hashCharactersByKey(units: i32): i32 {
  const first = v128.load(KEYS)
  const second = v128.load(KEYS, 16)
  const by = load<u64>(KEYS, LEVELS)
  const wide = load<u64>(KEYS, WIDE)
  const last = JOINED + (<usize>units << 1)
  let to = HASHES
  for (let from = JOINED; from < last; to += 8) {
    const length = lengthAt(from, last)
    const character = length == 4 ? load<u32>(from) : <u32>load<u16>(from)
    const block = i32x4.replace_lane(i32x4.splat(0), 0, character)
    store<u64>(to, mix(hashBlock(block, first, second, by) + (character < 0x80 ? 0 : wide)))
    from += length
  }
  return <i32>((to - HASHES) >> 3)
}

/**
 * Makes the hashes of the elements in HASHES those of the shingles.
 *
 * @returns how many there are
 */
export function hashWindowsByKey(elements: i32, size: i32): i32 {
  const windows = hashRuns(elements, min(size, elements))
  if (elements < size) markShort(elements)
  return windows
}

/**
 * The same of tokens some of which count half: a shingle begins at every token and ends where its tokens count as
 * many as its size. Where these are more than its size, its hash is one of its first and its last, which may overlap.
 */
export function hashHalvesByKey(tokens: i32, size: i32): i32 {
  const width = min(size, tokens)
  hashRuns(tokens, width)
  const by = load<u64>(KEYS, LONGER)
  const enough = 2 * size
  let end = 0
  let halves = 0
  for (let start = 0; start < tokens; start++) {
    while (halves < enough && end < tokens) halves += halvesOf(end++)
    if (halves < enough && start > 0) return start
    const at = HASHES + (<usize>start << 3)
    if (end - start > width) {
      const last = load<u64>(HASHES + (<usize>(end - width) << 3))
      store<u64>(at, mix(load<u64>(at) * by + last + <u64>(end - start) * load<u64>(KEYS, SHORT)))
    }
    if (halves < enough) markShort(tokens)
    halves -= halvesOf(start)
  }
  return tokens
}

/** A document shorter than a shingle is one of its own length, and equals none of the others. */
function markShort(elements: i32): void {
  store<u64>(HASHES, mix(load<u64>(HASHES) + <u64>elements * load<u64>(KEYS, SHORT)))
}

/**
 * Makes the hashes of the elements those of the runs of so many elements: each of the first and the last half of it,
 * which may overlap.
 *
 * @returns how many there are
 */
function hashRuns(elements: i32, width: i32): i32 {
  if (width == 3) return hashTriples(elements - 2)
  let count = elements
  let level = KEYS + LEVELS
  for (let reached = 1; reached < width; ) {
    const step = min(reached, width - reached)
    level += 8
    count -= step
    joinPairs(count, <usize>step << 3, load<u64>(level))
    reached += step
  }
  return count
}

/** The same for the usual size, in one pass. */
function hashTriples(count: i32): i32 {
  const byFirst = load<u64>(KEYS, LEVELS + 8)
  const bySecond = load<u64>(KEYS, LEVELS + 16)
  let element = load<u64>(HASHES, 8)
  let pair = mix(load<u64>(HASHES) * byFirst + element)
  const last = HASHES + (<usize>count << 3)
  for (let at = HASHES; at < last; at += 8) {
    const next = load<u64>(at, 16)
    const nextPair = mix(element * byFirst + next)
    store<u64>(at, mix(pair * bySecond + nextPair))
    element = next
    pair = nextPair
  }
  return count
}

function joinPairs(count: i32, step: usize, by: u64): void {
  const last = HASHES + (<usize>count << 3)
  for (let at = HASHES; at < last; at += 8) store<u64>(at, mix(load<u64>(at) * by + load<u64>(at + step)))
}

/**
 * Hashes the sequence of elements to SEQUENCE: two chains of shingles that lie side by side, the last one, and the
 * last elements, which may be in none.
 */
export function hashSequenceByKey(windows: i32, elements: i32, size: i32): void {
  const a = load<u64>(KEYS, CHAINS)
  const b = load<u64>(KEYS, CHAINS + 16)
  let first = load<u64>(KEYS, CHAINS + 8)
  let second = load<u64>(KEYS, CHAINS + 24)
  const width = min(size, elements)
  const end = HASHES + (<usize>windows << 3)
  for (let at = HASHES; at < end; at += <usize>width << 3) {
    const window = load<u64>(at)
    first = link(first, window, a)
    second = link(second, window, b)
  }
  const window = load<u64>(end - 8)
  const rest = load<u64>(HASHES + (<usize>(elements - width) << 3))
  store<u64>(SEQUENCE, link(link(link(first, window, a), rest, a), elements, a))
  store<u64>(SEQUENCE, link(link(link(second, window, b), rest, b), elements, b), 8)
}

@inline
function link(before: u64, hash: u64, by: u64): u64 {
  const mixed = (before ^ hash) * by
  return mixed ^ (mixed >> 32)
}

@inline
function mix(hash: u64): u64 {
  hash ^= hash >> 32
  hash *= M1
  return hash ^ (hash >> 32)
}
