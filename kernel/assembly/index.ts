// The kernel of doppel: from UTF-16 text to signature, band keys and shingle set. It is bit for bit
// what src/signature/reference-sketcher.ts computes. See docs/decisions/0007-kernel.md.

import { makeBandKeys } from './band'
import { clean } from './clean'
import { hashCharacters, hashTokens } from './hash'
import { hashCharactersByKey, hashHalvesByKey, hashSequenceByKey, hashTokensByKey, hashWindowsByKey } from './keyed'
import { joinAsCharacters, joinAsWords } from './join'
import {
  BITS,
  HASHES,
  KEYS,
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
import { hashHalves, hashWindows } from './shingle'
import { makeSet } from './set'
import { sketch128, sketch256, sketch64 } from './sketch'

export { countEqualSlots, countShared, reserveComparison, rightPlace } from './compare'
export { reserve }
export { setScatter } from './sketch'

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

export function keysPlace(): usize {
  return KEYS
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
  joinedUnits = -1
  const tokens = scan(units, false)
  return tokens < 0 ? scanCleaned(clean(units, false)) : tokens
}

/** The same for a text that has gone through NFKC; -1 when there is no room for it. */
export function tokenizeNormalised(units: i32): i32 {
  isWhole = false
  joinedUnits = -1
  return scanCleaned(clean(units, true))
}

function scanCleaned(units: i32): i32 {
  return units < 0 ? -1 : scan(units, true)
}

/** Takes the text at its place as one token, as it is. */
export function tokenizeWhole(units: i32): void {
  isWhole = true
  joinedUnits = -1
  takeWhole(units)
}

/** Units of the text that joins the tokens as characters; -1 before it is made. */
let joinedUnits: i32 = -1

/** Joins the tokens as characters, once for a text. */
function join(tokens: i32): i32 {
  if (joinedUnits < 0) joinedUnits = joinAsCharacters(tokens)
  return joinedUnits
}

/**
 * Hashes the shingles of the tokens that were found last by the secret, and the sequence of their elements to
 * SEQUENCE. What is wanted of it is to be taken before {@link hashShingles}.
 *
 * @returns their number, repeats included
 */
export function hashByKey(tokens: i32, isWords: bool, size: i32): i32 {
  let elements = tokens
  if (isWords || isWhole) hashTokensByKey(tokens)
  else elements = hashCharactersByKey(join(tokens))
  if (elements == 0) return 0
  const windows = isWords && hasHalfTokens ? hashHalvesByKey(tokens, size) : hashWindowsByKey(elements, size)
  hashSequenceByKey(windows, elements, size)
  return windows
}

/**
 * Hashes the shingles of the tokens that were found last, for a signature.
 *
 * @returns their number, repeats included
 */
export function hashShingles(tokens: i32, isWords: bool, size: i32, seed: u32): i32 {
  if (!isWords && !isWhole) return hashWindows(hashCharacters(join(tokens)), size, seed)
  hashTokens(tokens)
  return isWords && hasHalfTokens ? hashHalves(tokens, size, seed) : hashWindows(tokens, size, seed)
}

/**
 * Sorts the shingle set of the hashes that {@link hashByKey} made.
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

/** The same in the scheme `minhash`, of the tokens that were found last. */
export function signAsPackage(tokens: i32, isWords: bool, size: i32, slots: i32, bands: i32, rows: i32): void {
  const count = isWords || isWhole
    ? hashJoinedWords(tokens, joinAsWords(tokens), size)
    : hashJoinedCharacters(join(tokens), size)
  signMinhash(count, slots)
  makeBandKeys(slots, bands, rows)
}

/** Makes the band keys of a signature that was written to its place. */
export function signBands(slots: i32, bands: i32, rows: i32): void {
  makeBandKeys(slots, bands, rows)
}
