import { Hash64, K1, K3, M1 } from '../text/hash64.ts'

/** How a signature is cut: `count` bands of `rows` consecutive slots each. */
export interface Banding {
  readonly count: number
  readonly rows: number
}

/** Least probability with which a pair exactly at the threshold becomes a candidate. */
const recallAtThreshold = 0.988

/**
 * The probability that two documents share a band.
 *
 * A pair of similarity s shares all rows of a given band with probability s^rows, hence at
 * least one of the bands with 1 - (1 - s^rows)^count (Leskovec, Rajaraman and
 * Ullman, "Mining of Massive Datasets", section 3.4.2).
 *
 * @param similarity 0 to 1
 * @returns 0 to 1
 */
export function candidateProbability(similarity: number, { count, rows }: Banding): number {
  return 1 - (1 - similarity ** rows) ** count
}

/**
 * Chooses the banding for a threshold: as many rows as possible, and so as few
 * candidates, while pairs at the threshold are still found.
 *
 * @param threshold .3 to 1
 * @param slotCount slots of a signature, k
 */
export function bandingFor(threshold: number, slotCount: number): Banding {
  for (let rows = slotCount; rows > 1; rows--) {
    const banding = { count: Math.floor(slotCount / rows), rows }
    if (candidateProbability(threshold, banding) >= recallAtThreshold) return banding
  }
  return { count: slotCount, rows: 1 }
}

/**
 * Hashes each band of a signature to the key of its bucket.
 *
 * The band's number takes part in the hash. Two different bands coincide
 * with probability 2^-32, which costs a candidate that verification rejects.
 *
 * @param signature at least `count * rows` slots; the rest is ignored
 * @returns one unsigned 32-bit key a band
 */
export function bandKeys(signature: Uint32Array, { count, rows }: Banding): Uint32Array {
  if (signature.length < count * rows) {
    throw new RangeError(
      `${count} bands of ${rows} rows need ${count * rows} slots, the signature has ${signature.length}`
    )
  }
  const keys = new Uint32Array(count)
  const hash = new Hash64()
  const slots = new Hash64()
  for (let band = 0; band < count; band++) {
    hash.set(0, band + 1).multiply(K3)
    const end = (band + 1) * rows
    for (let slot = band * rows; slot < end; slot += 2) {
      slots.set(slot + 1 < end ? (signature[slot + 1] as number) : 0, signature[slot] as number)
      hash.xor(slots).multiply(K1).xorShift(32)
    }
    keys[band] = hash.multiply(M1).hi
  }
  return keys
}
