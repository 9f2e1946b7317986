import { bandingFor, bandKeys } from '../lsh/banding.ts'
import { keyedShingles } from '../text/keyed-shingles.ts'
import { keysOf, nameOfSecret, openSecret } from '../text/secret.ts'
import { shingleHashes, shingleSet, shingleTexts } from '../text/shingle.ts'
import { tokenize } from '../text/tokenize.ts'
import { fastSimilaritySketch } from './fast-similarity-sketch.ts'
import { minhashPackageSketcher } from './minhash-package.ts'
import { signatureKey } from './signature-key.ts'
import { type Sketch, type Sketcher, type SketchSettings, schemeName } from './sketch.ts'

/**
 * Makes sketches in plain TypeScript: the oracle of the kernel, and its stand-in for texts
 * that are too long for WebAssembly memory.
 */
export function createReferenceSketcher(settings: SketchSettings): Sketcher {
  const { shingle, signature, threshold, secret = openSecret } = settings
  const keys = keysOf(secret)
  const banding = bandingFor(threshold, signature.slots)
  const minhash = signature.scheme === 'minhash' ? minhashPackageSketcher(signature.slots, signature.seed) : undefined
  const scheme = schemeName(settings)
  const none = new Uint32Array(0)

  const sketchText = (text: string): Sketch => {
    const tokens = tokenize(text)
    const slots = minhash
      ? minhash(shingleTexts(tokens, shingle))
      : fastSimilaritySketch(shingleHashes(tokens, shingle, signature.seed), signature.slots)
    const { windows, sequence } = keyedShingles(tokens, shingle, keys)
    return {
      contentKey: sequence,
      signature: slots,
      bandKeys: tokens.length === 0 ? none : bandKeys(slots, banding),
      shingles: shingleSet(windows)
    }
  }

  const sketchSignature = (slots: Uint32Array): Sketch => {
    const contentKey = signatureKey(slots, keys)
    const ownBandKeys = contentKey === undefined ? none : bandKeys(slots, banding)
    return { contentKey, signature: slots, bandKeys: ownBandKeys, shingles: undefined }
  }

  return {
    scheme,
    family: signature.scheme,
    slotCount: signature.slots,
    key: `${scheme}:${banding.count}x${banding.rows}:${nameOfSecret(secret)}`,
    keys,
    banding,
    sketchText,
    sketchSignature,
    bandKeysOf: slots => bandKeys(slots, banding),
    shinglesOf: text => shingleSet(keyedShingles(tokenize(text), shingle, keys).windows),
    membersOf: text => keyedShingles(tokenize(text), shingle, keys).windows.hi
  }
}
