import { isDeepStrictEqual } from 'node:util'
import { Minhash } from 'minhash'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import type { SignatureSettings, Sketcher, SketchSettings } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'

/** A signature scheme of this project, fed with texts whose words are the set. */
export interface Scheme {
  readonly name: string
  readonly slots: number
  /** The signature of a set of words. */
  readonly sign: (words: readonly string[]) => Uint32Array
  /** Throws unless the kernel's signature of this set is the one it must be. */
  readonly check: (words: readonly string[]) => void
}

/** The scheme with 64, 128 and 256 slots, and the npm package's, which the kernel computes bit for bit. */
export function ownSchemes(): Scheme[] {
  return [
    scheme('doppel', 'doppel', 128),
    scheme('doppel, 64 slots', 'doppel', 64),
    scheme('doppel, 256 slots', 'doppel', 256),
    scheme('npm minhash', 'minhash', 128)
  ]
}

/** The share of slots in which two signatures agree. */
export function estimate(left: Uint32Array, right: Uint32Array): number {
  let equal = 0
  for (let slot = 0; slot < left.length; slot++) if (left[slot] === right[slot]) equal++
  return equal / left.length
}

function scheme(name: string, family: SignatureSettings['scheme'], slots: SignatureSettings['slots']): Scheme {
  const settings: SketchSettings = {
    // With shingles of one word a text is the set of its words, and its exact similarity is known.
    shingle: { unit: 'word', size: 1 },
    signature: { scheme: family, slots, seed: 1 },
    threshold: 0.6
  }
  const sketcher = createSketcher(settings)
  const reference = createReferenceSketcher(settings)
  const sign = (words: readonly string[]) => signatureOf(sketcher, words)
  return {
    name,
    slots,
    sign,
    check: words => {
      const expected = family === 'minhash' ? byPackage(words, slots) : signatureOf(reference, words)
      if (!isDeepStrictEqual(sign(words), expected)) throw new Error(`${name}: the kernel and its oracle differ`)
    }
  }
}

function signatureOf(sketcher: Sketcher, words: readonly string[]): Uint32Array {
  return sketcher.sketchText(words.join(' ')).signature
}

function byPackage(words: readonly string[], slots: number): Uint32Array {
  const minhash = new Minhash({ numPerm: slots, seed: 1 })
  for (const word of words) minhash.update(word)
  return Uint32Array.from(minhash.hashvalues)
}
