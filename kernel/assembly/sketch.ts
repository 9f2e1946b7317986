import { K1, K3, M1, M2 } from './hash'
import { DISTINCT, DISTINCT_SLOTS, HASHES, SIGNATURE } from './memory'

const EMPTY: u32 = 0xffffffff

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
  const end = HASHES + (<usize>count << 3)
  for (let i: usize = 0; i < <usize>slots << 2; i += 16) v128.store(SIGNATURE + i, i32x4.splat(-1))
  if (count == 0) return
  const end4 = HASHES + (<usize>(count & ~3) << 3)
  let from = HASHES
  for (; from < end4; from += 32) {
    const h0 = load<u32>(from, 4), h1 = load<u32>(from, 12), h2 = load<u32>(from, 20), h3 = load<u32>(from, 28)
    keepLess(SIGNATURE + (h0 >> fractionBits << 2), h0 & fractionMask)
    keepLess(SIGNATURE + (h1 >> fractionBits << 2), h1 & fractionMask)
    keepLess(SIGNATURE + (h2 >> fractionBits << 2), h2 & fractionMask)
    keepLess(SIGNATURE + (h3 >> fractionBits << 2), h3 & fractionMask)
  }
  for (; from < end; from += 8) {
    const word = load<u32>(from, 4)
    keepLess(SIGNATURE + (word >> fractionBits << 2), word & fractionMask)
  }
  if (countEmpty(slots) == 0) return
  for (from = HASHES; from < end; from += 8) {
    const word = load<u32>(from)
    keepLess(SIGNATURE + (word >> fractionBits << 2), 1 << fractionBits | (word & fractionMask))
  }
  const open = countEmpty(slots)
  if (open > 0) fillOpen(count, bits, open)
}

/** The rounds from the third on. */
@inline
function fillOpen(count: i32, bits: u32, open: i32): void {
  const slots: i32 = 1 << bits
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
    if (open > 8) {
      for (let from = HASHES; from < end; from += 8) {
        const mixed = load<u64>(from) * multiplier
        keepLess(SIGNATURE + (<usize>(mixed >> slotShift) << 2), base | <u32>((mixed * M2) >> fractionShift))
      }
      open = countEmpty(slots)
    } else {
      // With few slots left it pays to look before making the fraction.
      for (let from = HASHES; from < end; from += 8) {
        const mixed = load<u64>(from) * multiplier
        const slot = SIGNATURE + (<usize>(mixed >> slotShift) << 2)
        const current = load<u32>(slot)
        if (current < base) continue
        const value = base | <u32>((mixed * M2) >> fractionShift)
        if (value >= current) continue
        open -= <i32>(current == EMPTY)
        store<u32>(slot, value)
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
    let at = DISTINCT + (<usize>(<u32>hash & mask) << 3)
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
function keepLess(slot: usize, value: u32): void {
  const current = load<u32>(slot)
  store<u32>(slot, value < current ? value : current)
}

@inline
function countEmpty(slots: i32): i32 {
  let sum = i32x4.splat(0)
  for (let i: usize = 0; i < <usize>slots << 2; i += 16) {
    sum = i32x4.sub(sum, i32x4.eq(v128.load(SIGNATURE + i), i32x4.splat(-1)))
  }
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
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

/** Hashes each band of the signature to the key of its bucket, behind the slots. */
export function makeBandKeys(slots: i32, bands: i32, rows: i32): void {
  let from = SIGNATURE
  const to = SIGNATURE + (<usize>slots << 2)
  for (let band = 0; band < bands; band++) {
    let hash = <u64>(band + 1) * K3
    let row = 0
    for (; row + 1 < rows; row += 2, from += 8) {
      hash = (hash ^ load<u64>(from)) * K1
      hash ^= hash >> 32
    }
    if (row < rows) {
      hash = (hash ^ <u64>load<u32>(from)) * K1
      hash ^= hash >> 32
      from += 4
    }
    store<u32>(to + (<usize>band << 2), <u32>((hash * M1) >> 32))
  }
}
