import { Hash64, M1, uint64 } from './hash64.ts'

/**
 * What hashes are keyed by that nobody who sends texts may foresee: {@link secretBytes} random bytes in hexadecimal. It
 * is made once for a store and stays with it. Shown nowhere: who knows it can make texts that seem to be others.
 */
export type Secret = string

/** The words of 32 bits that the parts of a {@link Secret} are, and where they begin. */
export const secretPlaces = {
  /** Two keys of four words each, for a block of 16 bytes. */
  blocks: 0,
  /** Multipliers, one a level of 2^level elements; that of level 0 is for a block. */
  levels: 8,
  /** Multiplier of the first elements of a shingle that has more than its size. */
  longer: 22,
  /** Multiplier of what precedes a block of the same element. */
  block: 24,
  /** Start of an element that is not ASCII. */
  wide: 26,
  /** Multiplier of the length of a shingle that is not of its size. */
  short: 28,
  /** Two chains: a multiplier and a start each. */
  chains: 30,
  /** Multiplier and start of a hash of a text, for a table. */
  texts: 38,
  /** The same of a band's key. */
  buckets: 40,
  /** The same, of 64 bits each, of a signature. */
  signatures: 42,
  /** No key: tells secrets apart. */
  name: 46
} as const

/** Words of a secret. */
const words = 48
/** Bytes of a secret. */
export const secretBytes = 4 * words
const pattern = new RegExp(`^[0-9a-f]{${2 * secretBytes}}$`)

/** Places of the multipliers of 64 bits, which must be odd. */
const multipliers = [8, 10, 12, 14, 16, 18, 20, 22, 24, 28, 30, 34, 42]

/** The words of a secret, ready to be used: multipliers are odd. @throws TypeError where it is none; the message does not show it */
export function keysOf(secret: Secret): Uint32Array {
  if (!pattern.test(secret)) throw new TypeError(`a secret has ${2 * secretBytes} hexadecimal digits`)
  const keys = Uint32Array.from({ length: words }, (_, i) => Number.parseInt(secret.slice(8 * i, 8 * i + 8), 16))
  for (const place of [...multipliers, secretPlaces.texts, secretPlaces.buckets])
    keys[place] = (keys[place] as number) | 1
  return keys
}

/** Tells a secret from others without showing it. */
export function nameOfSecret(secret: Secret): string {
  return secret.slice(8 * secretPlaces.name)
}

/** A secret that is none, since it follows from a number: for tests, and where nobody sends texts but their owner. */
export function secretFrom(seed: number): Secret {
  const state = new Hash64()
  const word = new Hash64()
  let secret = ''
  for (let i = 0; i < words; i++) {
    state.set(seed, i).multiply(step).add(step)
    word.set(state.hi, state.lo).xorShift(32).multiply(M1).xorShift(32).multiply(step).xorShift(32)
    secret += word.lo.toString(16).padStart(8, '0')
  }
  return secret
}

const step = uint64(0x9e3779b97f4a7c15n)

/** What sketches are keyed by where no secret is given. */
export const openSecret = secretFrom(0)
