import { Hash64, M1 } from '../text/hash64.ts'
import { emptySlot } from './fast-similarity-sketch.ts'

/**
 * Identifies a signature that came without its text.
 *
 * @returns a key that no token sequence has; undefined for the signature of an empty document
 */
export function signatureKey(slots: Uint32Array): string | undefined {
  if (slots.every(slot => slot === emptySlot)) return undefined
  const hash = new Hash64()
  const slot = new Hash64()
  for (const value of slots) hash.xor(slot.set(0, value)).multiply(M1).xorShift(32)
  return `s${hash.hi.toString(16).padStart(8, '0')}${hash.lo.toString(16).padStart(8, '0')}`
}
