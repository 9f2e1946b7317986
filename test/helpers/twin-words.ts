import { tokenize } from '../../src/text/tokenize.ts'
import { referenceElementHash } from './reference.ts'

const K1 = 0x9e3779b97f4a7c15n
const K2 = 0xc2b2ae3d27d4eb4fn
const K3 = 0xd6e8feb86659fd93n
const u64 = (value: bigint): bigint => BigInt.asUintN(64, value)

/** The number whose product with another is 1 modulo 2^64. */
function inverse(odd: bigint): bigint {
  let result = odd
  for (let i = 0; i < 6; i++) result = u64(result * (2n - odd * result))
  return result
}

const inverseK2 = inverse(K2)

/** Letters that stand for themselves in a token, by code unit. */
const letters = Array.from({ length: 0xd800 }, (_, unit) => unit).filter(unit => {
  if (unit < 0x1200) return false
  const letter = String.fromCharCode(unit)
  const [token, ...others] = tokenize(`${letter}${letter}`)
  return token === letter.repeat(2) && others.length === 0
})
const isLetter = new Set(letters)

/**
 * Another word with the same public hash, as anybody can find one whatever the seed of the signatures is: four
 * letters are chosen, and the hash is inverted for the other four, until these are letters as well.
 *
 * @param below gives whole numbers from 0 to below its argument
 */
export function twinOf(word: string, below: (limit: number) => number): string {
  const target = referenceElementHash(word)
  const mixed = target ^ (target >> 32n)
  for (;;) {
    const first = Array.from({ length: 4 }, () => letters[below(letters.length)] as number)
    const half = u64((K3 ^ unitsAsNumber(first)) * K1)
    const rest = u64((mixed ^ half) * inverseK2)
    const second = [0n, 16n, 32n, 48n].map(bit => Number((rest >> bit) & 0xffffn))
    if (!second.every(unit => isLetter.has(unit))) continue
    const twin = String.fromCharCode(...first, ...second)
    if (tokenize(twin).length === 1 && tokenize(twin)[0] === twin) return twin
  }
}

/** A text of other words that has the public hashes of a text, token by token. */
export function twinTextOf(text: string, below: (limit: number) => number): string {
  return tokenize(text)
    .map(word => twinOf(word, below))
    .join(' ')
}

function unitsAsNumber(units: readonly number[]): bigint {
  return units.reduce((sum, unit, i) => sum | (BigInt(unit) << BigInt(16 * i)), 0n)
}
