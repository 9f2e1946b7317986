import { sumOf } from './compare'
import { K1, K3, M1, M2 } from './hash'
import { CANDIDATES, DISTINCT, DISTINCT_BITS, DISTINCT_SLOTS, EMPTY_SLOTS, HASHES, SIGNATURE } from './memory'

const EMPTY: u32 = 0xffffffff
/** So few empty slots that a round had better look first which of the hashes go to one. */
const FEW: i32 = 12

/**
 * Fast Similarity Sketching (Dahlgaard, Knudsen and Thorup 2017) of the hashes in HASHES.
 *
 * A round gives every hash a slot and a fraction; a slot keeps the least value of the
 * first round that reaches it. The first two rounds use the halves of the hash as they are.
 *
 * @param bits log2 of the number of slots
 */
@inline
function sketch(count: i32, bits: u32): void {
  const slots: i32 = 1 << bits
  const fractionBits: u32 = 32 - bits
  const fractionMask: u32 = (1 << fractionBits) - 1
  const base: u32 = 1 << fractionBits
  const end = HASHES + (<usize>count << 3)
  for (let i: usize = 0; i < <usize>slots << 2; i += 16) v128.store(SIGNATURE + i, i32x4.splat(-1))
  if (count == 0) return
  for (let from = HASHES; from < end; from += 8) {
    const word = load<u32>(from, 4)
    keepLess(word >> fractionBits << 2, word & fractionMask)
  }
  const open = markEmpty(slots)
  if (open == 0) return
  if (open > FEW) {
    for (let from = HASHES; from < end; from += 8) {
      const word = load<u32>(from)
      keepLess(word >> fractionBits << 2, base | (word & fractionMask))
    }
  } else {
    const last = findCandidates(end, fractionBits)
    for (let from = CANDIDATES; from < last; from += 4) {
      const word = load<u32>(from)
      keepLess(word >> fractionBits << 2, base | (word & fractionMask))
    }
  }
  fillOpen(count, bits)
}

/** Collects the lower words that go to an empty slot, without a branch; returns their end. */
@inline
function findCandidates(end: usize, fractionBits: u32): usize {
  let to = CANDIDATES
  for (let from = HASHES; from < end; from += 8) {
    const word = load<u32>(from)
    store<u32>(to, word)
    to += load<u8>(word >> fractionBits, EMPTY_SLOTS)
  }
  return to
}

/** The rounds from the third on. */
@inline
function fillOpen(count: i32, bits: u32): void {
  const slots: i32 = 1 << bits
  let open = countEmpty(slots)
  if (open == 0) return
  const fractionBits: u32 = 32 - bits
  const slotShift: u64 = 64 - bits
  const fractionShift: u64 = 64 - fractionBits
  const last: u32 = slots - 1
  // So many hashes that leave a slot open are mostly repeats, and later rounds cost each of them.
  if (count > 1024) count = removeRepeats(count)
  const end = HASHES + (<usize>count << 3)
  let multiplier = K1
  for (let round: u32 = 2; round < last; round++) {
    if (open == 0) return
    const base = round << fractionBits
    if (open > FEW) {
      for (let from = HASHES; from < end; from += 8) {
        const mixed = load<u64>(from) * multiplier
        keepLess(<u32>(mixed >> slotShift) << 2, base | <u32>((mixed * M2) >> fractionShift))
      }
      open = countEmpty(slots)
    } else {
      for (let from = HASHES; from < end; from += 8) {
        const mixed = load<u64>(from) * multiplier
        const slot = <u32>(mixed >> slotShift) << 2
        const current = load<u32>(slot, SIGNATURE)
        if (current < base) continue
        const value = base | <u32>((mixed * M2) >> fractionShift)
        if (value >= current) continue
        open -= <i32>(current == EMPTY)
        store<u32>(slot, value, SIGNATURE)
      }
    }
    multiplier = multiplier * M2 + 2
  }
  if (open > 0) fillRemaining(slots, last << fractionBits, fractionShift, end)
}

/** The last round: every hash goes to every slot that is still open. */
function fillRemaining(slots: i32, base: u32, fractionShift: u64, end: usize): void {
  const greatest: u32 = <u32>((<u64>1 << (64 - fractionShift)) - 2)
  for (let slot = 0; slot < slots; slot++) {
    const at = SIGNATURE + (<usize>slot << 2)
    if (load<u32>(at) != EMPTY) continue
    const salt = <u64>(slot + 1) * K3
    let least = greatest
    for (let from = HASHES; from < end; from += 8) {
      let mixed = (load<u64>(from) ^ salt) * M1
      mixed = (mixed ^ (mixed >> 32)) * M2
      least = min(least, <u32>(mixed >> fractionShift))
    }
    store<u32>(at, base | least)
  }
}

/** Odd, and unknown to whoever chose the text: no choice of hashes makes the table slow. It decides no result. */
let scatter: u64 = 1

export function setScatter(low: u32, high: u32): void {
  scatter = <u64>high << 32 | <u64>low | 1
}

/**
 * Moves the distinct hashes to the front of HASHES.
 *
 * @returns how many there are; the given count, with nothing moved, when they are too many for the table
 */
function removeRepeats(count: i32): i32 {
  memory.fill(DISTINCT, 0, DISTINCT_SLOTS << 3)
  const mask: u32 = DISTINCT_SLOTS - 1
  const end = HASHES + (<usize>count << 3)
  let distinct = 0
  let hasZero = false
  for (let from = HASHES; from < end; from += 8) {
    const hash = load<u64>(from)
    if (hash == 0) {
      hasZero = true
      continue
    }
    let at = DISTINCT + (<usize>((hash * scatter) >> (64 - DISTINCT_BITS)) << 3)
    let known = load<u64>(at)
    while (known != 0 && known != hash) {
      at = at == DISTINCT + (<usize>mask << 3) ? DISTINCT : at + 8
      known = load<u64>(at)
    }
    if (known == hash) continue
    store<u64>(at, hash)
    if (++distinct > DISTINCT_SLOTS >> 1) return count
  }
  let to = HASHES
  for (let at = DISTINCT; at < DISTINCT + (<usize>DISTINCT_SLOTS << 3); at += 8) {
    const hash = load<u64>(at)
    if (hash == 0) continue
    store<u64>(to, hash)
    to += 8
  }
  if (hasZero) {
    store<u64>(to, 0)
    distinct++
  }
  return distinct
}

@inline
function keepLess(slot: u32, value: u32): void {
  const current = load<u32>(slot, SIGNATURE)
  store<u32>(slot, value < current ? value : current, SIGNATURE)
}

@inline
function countEmpty(slots: i32): i32 {
  let sum = i32x4.splat(0)
  for (let i: u32 = 0; i < <u32>slots << 2; i += 16) sum = i32x4.sub(sum, emptyLanes(i))
  return sumOf(sum)
}

/** Marks the empty slots in EMPTY_SLOTS; returns how many they are. */
@inline
function markEmpty(slots: i32): i32 {
  let sum = i32x4.splat(0)
  for (let i: u32 = 0; i < <u32>slots; i += 16) {
    const at = i << 2
    const a = emptyLanes(at), b = emptyLanes(at + 16), c = emptyLanes(at + 32), d = emptyLanes(at + 48)
    const marks = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d))
    v128.store(i, v128.and(marks, i8x16.splat(4)), EMPTY_SLOTS)
    sum = i32x4.sub(sum, i32x4.add(i32x4.add(a, b), i32x4.add(c, d)))
  }
  return sumOf(sum)
}

@inline
function emptyLanes(at: u32): v128 {
  return i32x4.eq(v128.load(at, SIGNATURE), i32x4.splat(-1))
}

export function sketch64(count: i32): void {
  sketch(count, 6)
}

export function sketch128(count: i32): void {
  sketch(count, 7)
}

export function sketch256(count: i32): void {
  sketch(count, 8)
}
