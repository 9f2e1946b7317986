import { bandingFor, bandKeys } from '../lsh/banding.ts'
import { sequenceHash, shingleHashes, shingleMembers, shingleSet, shingleTexts } from '../text/shingle.ts'
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
  const { shingle, signature, threshold } = settings
  const banding = bandingFor(threshold, signature.slots)
  const minhash = signature.scheme === 'minhash' ? minhashPackageSketcher(signature.slots, signature.seed) : undefined
  const scheme = schemeName(settings)
  const none = new Uint32Array(0)

  const sketchText = (text: string): Sketch => {
    const tokens = tokenize(text)
    const hashes = shingleHashes(tokens, shingle, signature.seed)
    const slots = minhash ? minhash(shingleTexts(tokens, shingle)) : fastSimilaritySketch(hashes, signature.slots)
    return {
      contentKey: sequenceHash(tokens, shingle),
      signature: slots,
      bandKeys: tokens.length === 0 ? none : bandKeys(slots, banding),
      shingles: shingleSet(hashes)
    }
  }

  const sketchSignature = (slots: Uint32Array): Sketch => {
    const contentKey = signatureKey(slots)
    const keys = contentKey === undefined ? none : bandKeys(slots, banding)
    return { contentKey, signature: slots, bandKeys: keys, shingles: undefined }
  }

  return {
    scheme,
    family: signature.scheme,
    slotCount: signature.slots,
    key: `${scheme}:${banding.count}x${banding.rows}`,
    banding,
    sketchText,
    sketchSignature,
    bandKeysOf: slots => bandKeys(slots, banding),
    shinglesOf: text => shingleSet(shingleHashes(tokenize(text), shingle, signature.seed)),
    membersOf: text => shingleMembers(tokenize(text), shingle, signature.seed)
  }
}
