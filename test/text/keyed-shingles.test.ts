import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { keyedShingles } from '../../src/text/keyed-shingles.ts'
import { keysOf, openSecret, secretFrom } from '../../src/text/secret.ts'
import { elementsOf, type HashList, type Shingling } from '../../src/text/shingle.ts'
import { holds } from '../helpers/property.ts'
import { referenceContentKey, referenceKeyedHashes, runsOf, toBigInts } from '../helpers/reference.ts'

const token = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'the', 'né', 'ก', 'ข', 'straße', '東', '京', '𠀋', 'ab'.repeat(8), 'ab'.repeat(9)),
  fc.string({ unit: fc.constantFrom('a', 'é', 'ж', 'z', '7'), minLength: 1, maxLength: 40 })
)
const tokenList = fc.array(token, { maxLength: 40 })
const shinglings: fc.Arbitrary<Shingling> = fc.oneof(
  fc.record({ unit: fc.constant('word' as const), size: fc.integer({ min: 1, max: 16 }) }),
  fc.record({ unit: fc.constant('character' as const), size: fc.integer({ min: 1, max: 64 }) })
)
const keys = keysOf(openSecret)
const words = (size: number): Shingling => ({ unit: 'word', size })
const windowsOf = (tokens: readonly string[], shingling: Shingling): bigint[] =>
  toBigInts(keyedShingles(tokens, shingling, keys).windows as HashList)
const sequenceOf = (tokens: readonly string[], size = 3) => keyedShingles(tokens, words(size), keys).sequence

t.test('hashes and sequences equal the reference for any secret', async t => {
  await holds(
    t,
    fc.property(tokenList, shinglings, fc.nat(), (tokens, shingling, seed) => {
      const keys = keysOf(secretFrom(seed))
      const elements = elementsOf(tokens, shingling)
      const { windows, sequence } = keyedShingles(tokens, shingling, keys)
      assert.deepEqual(toBigInts(windows), referenceKeyedHashes(elements, shingling, keys))
      assert.equal(sequence, referenceContentKey(elements, shingling, keys))
    }),
    { numRuns: 300 }
  )
})

t.test('under another secret all hashes are others', async t => {
  await holds(
    t,
    fc.property(
      fc.array(token, { minLength: 1, maxLength: 20 }),
      shinglings,
      fc.nat(),
      fc.nat(),
      (tokens, by, a, b) => {
        fc.pre(a !== b)
        const [one, other] = [a, b].map(seed => keyedShingles(tokens, by, keysOf(secretFrom(seed))))
        assert.notEqual(one?.sequence, other?.sequence)
        const hashes = new Set(toBigInts(one?.windows as HashList))
        assert.ok(toBigInts(other?.windows as HashList).every(hash => !hashes.has(hash)))
      }
    )
  )
})

t.test('equal windows have equal hashes, and different ones different', async t => {
  await holds(
    t,
    fc.property(tokenList, tokenList, shinglings, (left, right, by) => {
      const [lefts, rights] = [left, right].map(tokens => {
        const runs = runsOf(elementsOf(tokens, by), by)
        return windowsOf(tokens, by).map((hash, i) => [hash, JSON.stringify(runs[i])])
      })
      for (const [hash, window] of lefts as [bigint, string][]) {
        for (const [otherHash, other] of rights as [bigint, string][])
          assert.equal(hash === otherHash, window === other)
      }
    })
  )
})

t.test('bytes that are the same in another width, and zeros behind the end, are told apart', async t => {
  t.not(windowsOf(['ab'], words(1))[0], windowsOf(['\u6261'], words(1))[0])
  t.not(windowsOf(['a'], words(1))[0], windowsOf(['a', 'a'], words(2))[0])
  t.not(windowsOf(['a', 'b', 'c'], words(4))[0], windowsOf(['a', 'b', 'b', 'c'], words(4))[0], 'halves that overlap')
  const lengths = [15, 16, 17, 31, 32, 33, 48].map(length => windowsOf(['x'.repeat(length)], words(1))[0])
  t.equal(new Set(lengths).size, lengths.length)
})

t.test('sequences are told apart by order, repeats, prefixes and boundaries', async t => {
  const lists = [
    'a',
    'a a',
    'a a a',
    'a a a a',
    'a b',
    'b a',
    'a b a',
    'a b a b',
    'a b c d e',
    'a b c e d',
    'ab c',
    'a bc'
  ]
  t.equal(new Set(lists.map(list => sequenceOf(list.split(' ')))).size, lists.length)
  t.equal(sequenceOf([]), undefined)
  for (const length of [2 ** 10, 2 ** 13, 2 ** 14]) {
    // A polynomial modulo 2^64 cannot tell these two from each other.
    const bits = Array.from({ length }, (_, i) => i.toString(2).replaceAll('0', '').length % 2)
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a']
    ].map(names => bits.map(bit => names[bit] as string))
    for (const size of [1, 3])
      t.not(sequenceOf(one as string[], size), sequenceOf(other as string[], size), `${length}`)
  }
})

t.test('all bits of a hash take part, whichever bit of an element changes', async t => {
  const base = 'abcdefghabcdefgh'
  const flips = new Float64Array(64)
  let trials = 0
  for (let seed = 0; seed < 40; seed++) {
    const by = keysOf(secretFrom(seed))
    const hash = (text: string) => toBigInts(keyedShingles([text, 'x', 'y'], words(3), by).windows)[0] as bigint
    const own = hash(base)
    for (let at = 0; at < base.length; at++) {
      for (const bit of [1, 2, 4]) {
        const other = base.slice(0, at) + String.fromCharCode(base.charCodeAt(at) ^ bit) + base.slice(at + 1)
        const difference = own ^ hash(other)
        for (let i = 0; i < 64; i++) flips[i] = (flips[i] as number) + Number((difference >> BigInt(i)) & 1n)
        trials++
      }
    }
  }
  t.ok(
    flips.every(count => Math.abs(count / trials - 0.5) < 0.06),
    'each flips in about half of all cases'
  )
})
