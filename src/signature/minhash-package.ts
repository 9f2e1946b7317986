import { Minhash } from 'minhash'
import type { Permutations } from '../kernel/kernel.ts'
import { emptySlot } from './fast-similarity-sketch.ts'

/** The permutations that the package makes for a seed, as many as a signature has slots. */
export function packagePermutations(slotCount: number, seed: number): Permutations {
  const { permA, permB } = new Minhash({ numPerm: slotCount, seed })
  return { a: permA, b: permB }
}

/**
 * Makes signatures that equal those of the npm package `minhash`, whose
 * permutations and string hash it uses.
 *
 * The package's own `update` hashes the string again for every permutation; here
 * it is hashed once.
 *
 * @param slotCount the package's `numPerm`
 * @param seed the package's `seed`; it takes 0 for 1
 * @returns from distinct shingles, written out, to `slotCount` slots
 */
export function minhashPackageSketcher(slotCount: number, seed: number): (shingles: readonly string[]) => Uint32Array {
  const minhash = new Minhash({ numPerm: slotCount, seed })
  const { permA, permB, prime } = minhash
  return shingles => {
    const slots = new Uint32Array(slotCount).fill(emptySlot)
    for (const shingle of shingles) {
      const value = minhash.hash(shingle)
      for (let slot = 0; slot < slotCount; slot++) {
        const permuted = ((permA[slot] as number) * value + (permB[slot] as number)) % prime
        if (permuted < (slots[slot] as number)) slots[slot] = permuted
      }
    }
    return slots
  }
}
