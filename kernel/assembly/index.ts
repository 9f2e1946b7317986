// The kernel of doppel: from UTF-16 text to signature, band keys and shingle set. It is bit for bit
// what src/signature/reference-sketcher.ts computes. See docs/decisions/0007-kernel.md.

import { makeBandKeys } from './band'
import { clean } from './clean'
import { hashCharacters, hashTokens } from './hash'
import { joinAsCharacters, joinAsWords } from './join'
import {
  BITS,
  HASHES,
  MASKS,
  MOST_SLOTS,
  PERM_A,
  PERM_B,
  reserve,
  SEQUENCE,
  SIGNATURE,
  SORT_A,
  STAGE1,
  STAGE2
} from './memory'
import { hashJoinedCharacters, hashJoinedWords, signMinhash } from './minhash'
import { hasHalfTokens, scan, takeWhole } from './scan'
import { hashChain, hashHalves, hashWindows } from './shingle'
import { makeSet } from './set'
import { sketch128, sketch256, sketch64 } from './sketch'

export { countEqualSlots, countShared, reserveComparison, rightPlace } from './compare'
export { reserve }

/** Must be called once, before anything else. */
export function init(): void {
  for (let row = 0; row < 17; row++) {
    for (let i = 0; i < 16; i++) store<u8>(MASKS + row * 16 + i, i < row ? 0xff : 0)
  }
  for (let byte = 0; byte < 256; byte++) {
    let at = BITS + (byte << 3)
    for (let bits = byte; bits; bits &= bits - 1) store<u8>(at++, <u8>ctz(bits))
  }
}

export function mostSlots(): i32 {
  return MOST_SLOTS
}

export function stage1Place(): usize {
  return STAGE1
}

export function stage2Place(): usize {
  return STAGE2
}

export function permutationAPlace(): usize {
  return PERM_A
}

export function permutationBPlace(): usize {
  return PERM_B
}

export function signaturePlace(): usize {
  return SIGNATURE
}

export function sequencePlace(): usize {
  return SEQUENCE
}

export function hashesPlace(): usize {
  return HASHES
}

export function setPlace(): usize {
  return SORT_A
}

/** Whether the one token is all the signs of a text without words, which stay together. */
let isWhole: bool = false

/**
 * Finds the tokens of the text at the place that reserve() gave.
 *
 * @returns the number of tokens, or -1 when the text must be normalised first
 */
export function tokenize(units: i32): i32 {
  isWhole = false
  const tokens = scan(units, false)
  return tokens < 0 ? scanCleaned(clean(units, false)) : tokens
}

/** The same for a text that has gone through NFKC; -1 when there is no room for it. */
export function tokenizeNormalised(units: i32): i32 {
  isWhole = false
  return scanCleaned(clean(units, true))
}

function scanCleaned(units: i32): i32 {
  return units < 0 ? -1 : scan(units, true)
}

/** Takes the text at its place as one token, as it is. */
export function tokenizeWhole(units: i32): void {
  isWhole = true
  takeWhole(units)
}

/** Units of the text that joins the tokens as characters. */
let joinedUnits: i32 = 0
/** Elements that shingles are cut from: tokens or characters. */
let elements: i32 = 0

/**
 * Hashes the shingles of the tokens that were found last.
 *
 * @param isWords word shingles, else character shingles
 * @returns their number, repeats included
 */
export function hashShingles(tokens: i32, isWords: bool, size: i32, seed: u32): i32 {
  if (isWords || isWhole) {
    hashTokens(tokens)
    elements = tokens
    if (isWords && hasHalfTokens) return hashHalves(tokens, size, seed)
  } else {
    joinedUnits = joinAsCharacters(tokens)
    elements = hashCharacters(joinedUnits)
  }
  return hashWindows(elements, size, seed)
}

/** Hashes the sequence of elements to SEQUENCE; to be called before the set is sorted. */
export function hashSequence(): void {
  hashChain(elements)
}

/**
 * Sorts the shingle set of the hashes that were made last; to be called before the signature is made.
 *
 * @returns its size
 */
export function collectSet(hashes: i32): i32 {
  return makeSet(hashes)
}

/** Makes the signature of the hashes that were made last, and its band keys. */
export function sign(hashes: i32, slots: i32, bands: i32, rows: i32): void {
  if (slots == 128) sketch128(hashes)
  else if (slots == 64) sketch64(hashes)
  else sketch256(hashes)
  makeBandKeys(slots, bands, rows)
}

/** The same in the scheme `minhash`; the shingle set must have been read before. */
export function signAsPackage(tokens: i32, isWords: bool, size: i32, slots: i32, bands: i32, rows: i32): void {
  const count = isWords || isWhole
    ? hashJoinedWords(tokens, joinAsWords(tokens), size)
    : hashJoinedCharacters(joinedUnits, size)
  signMinhash(count, slots)
  makeBandKeys(slots, bands, rows)
}

/** Makes the band keys of a signature that was written to its place. */
export function signBands(slots: i32, bands: i32, rows: i32): void {
  makeBandKeys(slots, bands, rows)
}
