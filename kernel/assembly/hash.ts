import { HASHES, JOINED, LOW, LOW16, MASKS, PREFIXES, SEQUENCE, STARTS, ENDS } from './memory'
import { isHighSurrogate, isLowSurrogate } from './unicode'

export const K1: u64 = 0x9e3779b97f4a7c15
export const K2: u64 = 0xc2b2ae3d27d4eb4f
export const K3: u64 = 0xd6e8feb86659fd93
export const M1: u64 = 0xbf58476d1ce4e5b9
export const M2: u64 = 0x94d049bb133111eb
const BASE: u64 = 0x9fb21c651e98df25
const HIGH_BITS: u64 = 0x8080808080808080

@inline
function finish(hash: u64): u64 {
  hash ^= hash >> 32
  hash *= M1
  return hash ^ (hash >> 32)
}

/** Hash of a token; words of up to 16 ASCII characters take the short way. */
@inline
function hashToken(start: u32, end: u32): u64 {
  const length = end - start
  if (length > 16) return hashLong(start, end)
  const from = LOW + start
  const mask = MASKS + (length << 4)
  const first = load<u64>(from) & load<u64>(mask)
  const second = load<u64>(from, 8) & load<u64>(mask, 8)
  if ((first | second) & HIGH_BITS) return hashBytes(LOW16 + (<usize>start << 1), length << 1, K3)
  const hash = first * K1 ^ second * K2
  return hash ^ (hash >> 32)
}

function hashLong(start: u32, end: u32): u64 {
  for (let i = start; i < end; i++) {
    if (load<u8>(LOW + i) & 0x80) return hashBytes(LOW16 + (<usize>start << 1), (end - start) << 1, K3)
  }
  return hashBytes(LOW + start, end - start, 0)
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

let prefix: u64 = 0
let chain: u64 = 0
let leaving: u64 = 0
let salt: u64 = 0
let size: i32 = 0

function begin(shingleSize: i32, seed: u32): void {
  size = shingleSize
  salt = <u64>seed * K3
  prefix = 0
  chain = K3
  leaving = 1
  for (let i = 0; i < shingleSize; i++) leaving *= BASE
}

/**
 * One step of the hash of the whole sequence. Unlike the polynomial it is not linear: a polynomial
 * modulo 2^64 cannot tell a long Thue-Morse sequence from its opposite.
 */
@inline
function link(before: u64, hash: u64): u64 {
  const mixed = (before ^ hash) * M1
  return mixed ^ (mixed >> 32)
}

/** Appends an element; returns the hash of the shingle that it completes. */
@inline
function append(hash: u64, i: i32): u64 {
  chain = link(chain, hash)
  const ended = i < size ? 0 : load<u64>(PREFIXES + (((i - size) & 127) << 3))
  prefix = prefix * BASE + hash
  store<u64>(PREFIXES + ((i & 127) << 3), prefix)
  return finish((prefix - ended * leaving) ^ salt)
}

function end(count: i32): i32 {
  store<u64>(SEQUENCE, finish(chain ^ <u64>count * K3))
  if (count == 0) return 0
  if (count >= size) return count - size + 1
  store<u64>(HASHES, finish(prefix ^ salt ^ <u64>count * K3))
  return 1
}

/** Hashes the shingles of words; returns how many there are, repeats included. */
export function hashWordShingles(tokens: i32, shingleSize: i32, seed: u32): i32 {
  begin(shingleSize, seed)
  if (shingleSize == 3 && tokens >= 3) return hashWordTriples(tokens)
  let to = HASHES
  for (let i = 0; i < tokens; i++) {
    const at = <usize>i << 2
    const shingle = append(hashToken(load<u32>(STARTS + at), load<u32>(ENDS + at)), i)
    if (i < size - 1) continue
    store<u64>(to, shingle)
    to += 8
  }
  return end(tokens)
}

/** The usual case with its window in registers. */
function hashWordTriples(tokens: i32): i32 {
  const cube = leaving
  const mixed = salt
  let ended: u64 = 0
  let p0 = hashToken(load<u32>(STARTS), load<u32>(ENDS))
  const second = hashToken(load<u32>(STARTS, 4), load<u32>(ENDS, 4))
  let p1 = p0 * BASE + second
  let sequence = link(link(chain, p0), second)
  let to = HASHES
  for (let i: usize = 8; i < <usize>tokens << 2; i += 4) {
    const hash = hashToken(load<u32>(STARTS + i), load<u32>(ENDS + i))
    const p2 = p1 * BASE + hash
    sequence = link(sequence, hash)
    store<u64>(to, finish((p2 - ended * cube) ^ mixed))
    to += 8
    ended = p0
    p0 = p1
    p1 = p2
  }
  prefix = p1
  chain = sequence
  return end(tokens)
}

/** Hashes the shingles of the characters in JOINED. */
export function hashCharacterShingles(units: i32, shingleSize: i32, seed: u32): i32 {
  begin(shingleSize, seed)
  let to = HASHES
  let count = 0
  const last = JOINED + (<usize>units << 1)
  for (let from = JOINED; from < last; count++) {
    const length = lengthAt(from, last)
    const shingle = append(hashCharacter(from, length), count)
    from += length
    if (count < size - 1) continue
    store<u64>(to, shingle)
    to += 8
  }
  return end(count)
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
