import { secretPlaces } from '../../text/secret.ts'

/**
 * Hashes a text to 32 bits, for a table in memory; the rows decide about equality.
 *
 * @param text e.g. the id of a document
 * @param keys as `keysOf` gives them: nobody can choose texts with one hash
 */
export function hashOfText(text: string, keys: Uint32Array): number {
  const by = keys[secretPlaces.texts] as number
  let hash = keys[secretPlaces.texts + 1] as number
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), by)
    hash ^= hash >>> 15
  }
  return mix(hash ^ text.length)
}

/** Hashes a number below 2^53 that no client chose to 32 bits. */
export function hashOfNumber(number: number): number {
  return mix((number ^ Math.imul(Math.floor(number / 2 ** 32), 0x9e3779b1)) >>> 0)
}

/** Takes 32 bits of a content's key, which is a keyed hash in hexadecimal. */
export function hashOfKey(key: string): number {
  return Number.parseInt(key.slice(-8), 16)
}

/** The finaliser of MurmurHash3 (Appleby, 2011): every bit of the input changes every bit of the output. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
