import type { Banding } from '../lsh/banding.ts'
import type { Secret } from '../text/secret.ts'
import type { Shingling } from '../text/shingle.ts'
import { unicodeVersion } from '../text/unicode-table.ts'

/** How signatures are made. */
export interface SignatureSettings {
  readonly scheme: 'doppel' | 'minhash'
  /** 64, 128 or 256; in the scheme `minhash` any number from 1. */
  readonly slots: number
  /** Unsigned 32-bit; in the scheme `minhash` whatever the package takes. */
  readonly seed: number
}

/** All that decides a document's sketch. */
export interface SketchSettings {
  readonly shingle: Shingling
  readonly signature: SignatureSettings
  /** Least similarity of a match; decides the banding. */
  readonly threshold: number
  /**
   * The store's. It decides shingle sets and content keys, so that nobody can foresee which texts have equal ones;
   * signatures, and so what is found, do not depend on it. Without one, an open secret is taken.
   */
  readonly secret?: Secret
}

/** What is kept of a document's text to find and measure its near-duplicates. */
export interface Sketch {
  /**
   * Equal for documents with the same content: the same non-empty token sequence (or signs, where there is no word),
   * or, where only a signature is known, the same signature; as the secret hashes it. Undefined for a
   * blank document, which equals nothing.
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
  /** Names everything that decides a sketch: the scheme, the banding and the secret, which it does not show. */
  readonly key: string
  readonly banding: Banding
  /** The words of the secret, which tables of what it sketches are keyed by as well. */
  readonly keys: Uint32Array
  sketchText(text: string): Sketch
  /** @param slots exactly as many as the settings say */
  sketchSignature(slots: Uint32Array): Sketch
  /**
   * The keys by which a signature is found, one a band.
   *
   * @param slots exactly as many as the settings say, and not those of an empty document
   */
  bandKeysOf(slots: Uint32Array): Uint32Array
  /** The shingle set alone, as in {@link Sketch}. */
  shinglesOf(text: string): Uint32Array
  /** What each shingle of the text is in the shingle set: in order, with repeats. */
  membersOf(text: string): Uint32Array
}

/** Names the signature scheme of the settings; different names never compare. */
export function schemeName({ shingle, signature }: SketchSettings): string {
  const { scheme, slots, seed } = signature
  // The package says nothing of texts: the rules by which its sets are made of them have a version of their own.
  const version = scheme === 'doppel' ? 'doppel-2' : 'minhash-0.0.9:text-2'
  return `${version}:unicode-${unicodeVersion}:${shingle.unit}-${shingle.size}:${slots}:${seed}`
}
