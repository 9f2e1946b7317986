import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { elementsOf, type Shingling, shingleHashes, shingleSet, shingleTexts } from '../../src/text/shingle.ts'
import { holds } from '../helpers/property.ts'
import { referenceShingleHashes, referenceShingles, toBigInts } from '../helpers/reference.ts'

const words = (size: number): Shingling => ({ unit: 'word', size })
const hashesOf = (tokens: readonly string[], shingling: Shingling, seed = 1): bigint[] =>
  toBigInts(shingleHashes(tokens, shingling, seed))

// Few distinct tokens, so that windows repeat; lengths around the blocks of 8 and 16; several scripts.
const wholeWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'to', 'the') },
  fc.string({ unit: fc.constantFrom('x', 'y', '7'), minLength: 1, maxLength: 50 }),
  fc.string({ unit: fc.constantFrom('é', 'я', 'x', '한', '𝒳'), minLength: 1, maxLength: 30 }),
  fc.constantFrom('東', '京', 'の')
)
const token = fc.oneof(
  { weight: 4, arbitrary: wholeWord },
  { weight: 1, arbitrary: fc.constantFrom('ท', 'ี', 'ꦗ', '\u1019', '\u{11717}') }
)
const tokenList = fc.array(token, { maxLength: 60 })
const wordSize = fc.integer({ min: 1, max: 16 })
const shinglings = fc.oneof(
  wordSize.map(words),
  fc.integer({ min: 1, max: 64 }).map((size): Shingling => ({ unit: 'character', size }))
)
const seeds = fc.oneof(fc.constantFrom(0, 1, 0xffffffff), fc.integer({ min: 0, max: 0xffffffff }))

t.test('shingle hashes equal a polynomial of element hashes, window by window, in order', async t => {
  await holds(
    t,
    fc.property(tokenList, shinglings, seeds, (tokens, shingling, seed) => {
      const expected = referenceShingleHashes(elementsOf(tokens, shingling), shingling, seed)
      assert.deepEqual(hashesOf(tokens, shingling, seed), expected)
    }),
    { numRuns: 300 }
  )
})

t.test('there are as many hashes as distinct shingles', async t => {
  await holds(
    t,
    fc.property(tokenList, shinglings, (tokens, shingling) => {
      const { size } = referenceShingles(elementsOf(tokens, shingling), shingling)
      assert.equal(hashesOf(tokens, shingling).length, size)
      assert.equal(shingleTexts(tokens, shingling).length, size)
      assert.equal(shingleSet(shingleHashes(tokens, shingling, 1)).length, size)
    })
  )
})

t.test('shingle texts are the windows, joined', async t => {
  t.strictSame(shingleTexts([], words(3)), [])
  t.strictSame(shingleTexts(['a', 'b'], words(3)), ['a b'])
  t.strictSame(shingleTexts(['a', 'b', 'c'], words(3)), ['a b c'])
  t.strictSame(shingleTexts(['a', 'b', 'c', 'a', 'b', 'c'], words(3)), ['a b c', 'b c a', 'c a b'])
  t.strictSame(shingleTexts(['ab', 'c'], { unit: 'character', size: 3 }), ['ab ', 'b c'])
  t.strictSame(shingleTexts(['東', 'ab', '京'], { unit: 'character', size: 3 }), ['東ab', 'ab京'])
  t.strictSame(shingleTexts(['𝒳𝒴', '𠮷'], { unit: 'character', size: 2 }), ['𝒳𝒴', '𝒴𠮷'])
})

t.test('a letter of a script without spaces of Southeast Asia counts half a word', async t => {
  t.strictSame(shingleTexts([...'ทดสอบ'], words(3)), ['ท ด ส อ บ'], 'five halves are less than three words')
  t.strictSame(shingleTexts([...'ทดสอบดี'], words(3)), ['ท ด ส อ บ ด', 'ด ส อ บ ด ี'])
  t.strictSame(shingleTexts(['a', 'ท', 'ด', 'b', 'c'], words(3)), ['a ท ด b', 'ท ด b c'])
  t.strictSame(shingleTexts(['ท', 'a', 'b', 'c'], words(3)), ['ท a b c', 'a b c'], 'none is longer than it must be')
  t.strictSame(shingleTexts([...'ทดส'], { unit: 'character', size: 2 }), ['ทด', 'ดส'], 'characters count as they are')
})

t.test('the signs of a text without words stay together', async t => {
  for (const unit of ['word', 'character'] as const) {
    t.strictSame(elementsOf([' 😀😀'], { unit, size: 1 }), [' 😀😀'])
    t.strictSame(shingleTexts([' 😀😀'], { unit, size: 3 }), [' 😀😀'])
  }
})

t.test('a document shorter than a shingle is one shingle that equals only its like', async t => {
  const [two] = hashesOf(['a', 'b'], words(3))
  t.strictSame(hashesOf(['a', 'b'], words(3)).length, 1)
  t.not(hashesOf(['a', 'b'], words(2))[0], two, 'a full window of two words is another shingle')
  t.not(hashesOf(['a', 'b'], words(4))[0], hashesOf(['a', 'b', 'b'], words(4))[0])
  t.equal(hashesOf(['a', 'b'], words(4))[0], two, 'only the length of the document counts')
  t.notOk(hashesOf(['a', 'b', 'c', 'd'], words(3)).includes(two as bigint))
  t.strictSame(hashesOf([], words(3)), [])
  t.strictSame(shingleSet(shingleHashes([], words(3), 1)), new Uint32Array(0))
})

t.test('a window counts its order, and two windows of the same words in another order differ', async t => {
  await holds(
    t,
    fc.property(fc.uniqueArray(token, { minLength: 2, maxLength: 16 }), fc.nat(), fc.nat(), (tokens, x, y) => {
      const [i, j] = [x % tokens.length, y % tokens.length]
      fc.pre(i !== j)
      const swapped = tokens.with(i, tokens[j] as string).with(j, tokens[i] as string)
      const shingling = words(tokens.length)
      assert.notDeepEqual(hashesOf(swapped, shingling), hashesOf(tokens, shingling))
    })
  )
})

t.test('a boundary between tokens counts', async t => {
  t.not(hashesOf(['ab', 'c', 'd'], words(3))[0], hashesOf(['a', 'bc', 'd'], words(3))[0])
})

t.test('another seed gives other hashes throughout', async t => {
  await holds(
    t,
    fc.property(tokenList, shinglings, seeds, seeds, (tokens, shingling, seed, other) => {
      fc.pre(seed !== other)
      const hashes = new Set(hashesOf(tokens, shingling, seed))
      assert.ok(hashesOf(tokens, shingling, other).every(hash => !hashes.has(hash)))
    })
  )
})

t.test('a window hashes the same wherever it stands', async t => {
  await holds(
    t,
    fc.property(tokenList, fc.array(wholeWord, { minLength: 16, maxLength: 20 }), tokenList, (before, inner, after) => {
      const around = new Set(hashesOf([...before, ...inner, ...after], words(16)))
      assert.ok(hashesOf(inner, words(16)).every(hash => around.has(hash)))
    })
  )
})

t.test('the shingle set holds the upper halves, ascending and without repeats', async t => {
  t.strictSame(shingleSet({ hi: Uint32Array.of(7, 0xffffffff, 7, 0, 3) }), Uint32Array.of(0, 3, 7, 0xffffffff))
  await holds(
    t,
    fc.property(tokenList, wordSize, (tokens, size) => {
      const hashes = shingleHashes(tokens, words(size), 1)
      const expected = [...new Set(hashes.hi)].sort((a, b) => a - b)
      assert.deepEqual([...shingleSet(hashes)], expected)
    })
  )
})

t.test('shingleSet leaves its argument alone', async t => {
  const hashes = { hi: Uint32Array.of(5, 1, 5), lo: Uint32Array.of(0, 0, 1) }
  shingleSet(hashes)
  t.strictSame(hashes.hi, Uint32Array.of(5, 1, 5))
})

t.test('a million-token document is hashed in one pass', async t => {
  const tokens = Array.from({ length: 1_000_000 }, (_, at) => `w${at % 1000}`)
  const { hi } = shingleHashes(tokens, words(3), 1)
  t.equal(hi.length, 1000)
  t.equal(shingleHashes(new Array(1_000_000).fill('same'), words(3), 1).hi.length, 1)
})
