import { type Banding, bandingFor, bandKeys } from '../lsh/banding.ts'
import { Hash64, M1 } from '../text/hash64.ts'
import { type Shingling, sequenceHash, shingleHashes, shingleSet, shingleTexts } from '../text/shingle.ts'
import { tokenize } from '../text/tokenize.ts'
import { unicodeVersion } from '../text/unicode-table.ts'
import { emptySlot, fastSimilaritySketch } from './fast-similarity-sketch.ts'
import { minhashPackageSketcher } from './minhash-package.ts'

/** How signatures are made. */
export interface SignatureSettings {
  readonly scheme: 'doppel' | 'minhash'
  readonly slots: 64 | 128 | 256
  /** Unsigned 32-bit. */
  readonly seed: number
}

/** All that decides a document's sketch. */
export interface SketchSettings {
  readonly shingle: Shingling
  readonly signature: SignatureSettings
  /** Least similarity of a match; decides the banding. */
  readonly threshold: number
}

/** What is kept of a document's text to find and measure its near-duplicates. */
export interface Sketch {
  /**
   * Equal for documents with the same content: the same non-empty token sequence,
   * or, where only a signature is known, the same signature. Undefined for an
   * empty document, which equals nothing.
   */
  readonly contentKey: string | undefined
  readonly signature: Uint32Array
  /** One bucket key a band; none for an empty document. */
  readonly bandKeys: Uint32Array
  /** The shingle set, ascending; undefined where only a signature is known. */
  readonly shingles: Uint32Array | undefined
}

/** Turns documents into sketches under one set of settings. */
export interface Sketcher {
  /** The signature scheme: one versioned string for everything that decides a signature. */
  readonly scheme: string
  /** The scheme without its version, as in the settings. */
  readonly family: SignatureSettings['scheme']
  readonly slotCount: number
  /** Names everything that decides a sketch: the scheme and the banding. */
  readonly key: string
  readonly banding: Banding
  sketchText(text: string): Sketch
  /** @param slots exactly as many as the settings say */
  sketchSignature(slots: Uint32Array): Sketch
  /** The shingle set alone, as in {@link Sketch}. */
  shinglesOf(text: string): Uint32Array
}

/** Names the signature scheme of the settings; different names never compare. */
export function schemeName({ shingle, signature }: SketchSettings): string {
  const { scheme, slots, seed } = signature
  const version = scheme === 'doppel' ? 'doppel-0' : 'minhash-0.0.9'
  return `${version}:unicode-${unicodeVersion}:${shingle.unit}-${shingle.size}:${slots}:${seed}`
}

/** The reference implementation, in plain TypeScript. */
export function createSketcher(settings: SketchSettings): Sketcher {
  const { shingle, signature, threshold } = settings
  const banding = bandingFor(threshold, signature.slots)
  const minhash = signature.scheme === 'minhash' ? minhashPackageSketcher(signature.slots, signature.seed) : undefined

  const sketchText = (text: string): Sketch => {
    const tokens = tokenize(text)
    const hashes = shingleHashes(tokens, shingle, signature.seed)
    const slots = minhash ? minhash(shingleTexts(tokens, shingle)) : fastSimilaritySketch(hashes, signature.slots)
    return {
      contentKey: sequenceHash(tokens),
      signature: slots,
      bandKeys: tokens.length === 0 ? new Uint32Array(0) : bandKeys(slots, banding),
      shingles: shingleSet(hashes)
    }
  }

  const sketchSignature = (slots: Uint32Array): Sketch => {
    const isEmpty = slots.every(slot => slot === emptySlot)
    return {
      contentKey: isEmpty ? undefined : signatureKey(slots),
      signature: slots,
      bandKeys: isEmpty ? new Uint32Array(0) : bandKeys(slots, banding),
      shingles: undefined
    }
  }

  const scheme = schemeName(settings)
  return {
    scheme,
    family: signature.scheme,
    slotCount: signature.slots,
    key: `${scheme}:${banding.count}x${banding.rows}`,
    banding,
    sketchText,
    sketchSignature,
    shinglesOf: text => shingleSet(shingleHashes(tokenize(text), shingle, signature.seed))
  }
}

// The prefix keeps signatures and token sequences apart.
function signatureKey(slots: Uint32Array): string {
  const hash = new Hash64()
  const slot = new Hash64()
  for (const value of slots) hash.xor(slot.set(0, value)).multiply(M1).xorShift(32)
  return `s${hash.hi.toString(16).padStart(8, '0')}${hash.lo.toString(16).padStart(8, '0')}`
}
