import { Hash64, K1, K3, M1, M2, type Uint64, uint64 } from '../text/hash64.ts'
import type { HashList } from '../text/shingle.ts'

/** The value of a slot that no shingle has reached; a signature of an empty set has nothing else. */
export const emptySlot = 0xffffffff

/**
 * Fast Similarity Sketching of a set of 64-bit hashes.
 *
 * In every round each hash goes to one slot with a fraction; a slot keeps the
 * least value of the first round that reaches it, and rounds go on until no
 * slot is empty. The chance that two sets agree in a slot is their Jaccard
 * similarity, and the variance of the estimate is never above MinHash's (half of it
 * for sets smaller than k). The sketch of a union is the slotwise minimum. After k - 1
 * rounds every hash goes to every slot that is still empty, which bounds the work.
 *
 * Source: Dahlgaard, Knudsen and Thorup, "Fast Similarity Sketching", FOCS 2017.
 *
 * @param hashes distinct 64-bit hashes, well mixed; repeats and order do not matter
 * @param slotCount k, a power of two from 64 to 256
 * @returns k slots, each `round << (32 - log2 k) | fraction`; all {@link emptySlot} for an empty set
 */
export function fastSimilaritySketch(hashes: HashList, slotCount: number): Uint32Array {
  const sketch = new Rounds(slotCount)
  const count = hashes.hi.length
  if (count === 0) return sketch.slots
  for (let i = 0; i < count; i++) sketch.offer(0, hashes.hi[i] as number)
  if (sketch.isOpen) {
    for (let i = 0; i < count; i++) sketch.offer(1, hashes.lo[i] as number)
  }
  const multiplier = new Hash64().set(K1.hi, K1.lo)
  const mixed = new Hash64()
  const lastRound = slotCount - 1
  for (let round = 2; sketch.isOpen && round < lastRound; round++) {
    for (let i = 0; i < count; i++) {
      mixed.set(hashes.hi[i] as number, hashes.lo[i] as number).multiply(multiplier)
      const slot = mixed.hi >>> sketch.fractionBits
      sketch.put(slot, round, mixed.multiply(M2).hi >>> (32 - sketch.fractionBits))
    }
    multiplier.multiply(M2).add(two)
  }
  if (sketch.isOpen) fillRemaining(sketch, hashes, lastRound)
  return sketch.slots
}

const two = uint64(2n)

function fillRemaining(sketch: Rounds, hashes: HashList, round: number): void {
  const mixed = new Hash64()
  const greatestFraction = 2 ** sketch.fractionBits - 2
  for (let slot = 0; slot < sketch.slots.length; slot++) {
    if (sketch.slots[slot] !== emptySlot) continue
    const salt: Uint64 = new Hash64().set(0, slot + 1).multiply(K3)
    for (let i = 0; i < hashes.hi.length; i++) {
      mixed
        .set(hashes.hi[i] as number, hashes.lo[i] as number)
        .xor(salt)
        .multiply(M1)
        .xorShift(32)
        .multiply(M2)
      // The greatest fraction would make the value of an empty slot.
      sketch.put(slot, round, Math.min(mixed.hi >>> (32 - sketch.fractionBits), greatestFraction))
    }
  }
}

class Rounds {
  readonly slots: Uint32Array
  /** Bits of a slot's value below its round number. */
  readonly fractionBits: number
  #openCount: number

  constructor(slotCount: number) {
    this.slots = new Uint32Array(slotCount).fill(emptySlot)
    this.fractionBits = 32 - Math.log2(slotCount)
    this.#openCount = slotCount
  }

  get isOpen(): boolean {
    return this.#openCount > 0
  }

  /** Takes slot and fraction from one 32-bit word. */
  offer(round: number, word: number): void {
    this.put(word >>> this.fractionBits, round, word & (2 ** this.fractionBits - 1))
  }

  put(slot: number, round: number, fraction: number): void {
    const value = ((round << this.fractionBits) | fraction) >>> 0
    const current = this.slots[slot] as number
    if (value >= current) return
    if (current === emptySlot) this.#openCount--
    this.slots[slot] = value
  }
}
