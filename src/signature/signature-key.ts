import { Hash64 } from '../text/hash64.ts'
import { secretPlaces } from '../text/secret.ts'
import { emptySlot } from './fast-similarity-sketch.ts'

/**
 * Identifies a signature that came without its text.
 *
 * @param keys as `keysOf` gives them: else anybody could make many signatures with one key
 * @returns a key that no token sequence has; undefined for the signature of an empty document
 */
export function signatureKey(slots: Uint32Array, keys: Uint32Array): string | undefined {
  if (slots.every(slot => slot === emptySlot)) return undefined
  const [byLow, byHigh, startLow, startHigh] = keys.subarray(secretPlaces.signatures) as unknown as number[]
  const by = { hi: byHigh as number, lo: byLow as number }
  const hash = new Hash64().set(startHigh as number, startLow as number)
  const slot = new Hash64()
  for (const value of slots) hash.xor(slot.set(0, value)).multiply(by).xorShift(32)
  return `s${hash.hi.toString(16).padStart(8, '0')}${hash.lo.toString(16).padStart(8, '0')}`
}
