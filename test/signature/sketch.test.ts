import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Minhash } from 'minhash'
import t, { type Test } from 'tap'
import { emptySlot } from '../../src/signature/fast-similarity-sketch.ts'
import { minhashPackageSketcher } from '../../src/signature/minhash-package.ts'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import { type Sketcher, type SketchSettings, schemeName } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { keysOf, secretFrom } from '../../src/text/secret.ts'
import { elementsOf } from '../../src/text/shingle.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { holds } from '../helpers/property.ts'
import {
  referenceBandKeys,
  referenceContentKey,
  referenceKeyedHashes,
  referenceShingleHashes,
  referenceSketch
} from '../helpers/reference.ts'

const defaults: SketchSettings = {
  shingle: { unit: 'word', size: 3 },
  signature: { scheme: 'doppel', slots: 128, seed: 1 },
  threshold: 0.6
}
const minhashDefaults: SketchSettings = { ...defaults, signature: { scheme: 'minhash', slots: 128, seed: 1 } }
const text = fc
  .array(fc.constantFrom('a', 'b', 'the', 'Fed', 'é', '東京', 'ที่', '\ud800', ', ', '😀'), { maxLength: 30 })
  .map(w => w.join(' '))

/** The signature as a client would make it with the package. */
function packageSignature(shingles: readonly string[], numPerm: number, seed: number): number[] {
  const minhash = new Minhash({ numPerm, seed })
  for (const shingle of shingles) minhash.update(shingle)
  return [...minhash.hashvalues]
}

t.test('minhash signatures equal those of the package for any strings, sizes and seeds', async t => {
  const strings = fc.uniqueArray(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('a b c', '')), {
    maxLength: 12
  })
  const seeds = fc.oneof(fc.constantFrom(0, 1, 2, 42, 0xffffffff), fc.integer({ min: 0, max: 0xffffffff }))
  await holds(
    t,
    fc.property(strings, fc.constantFrom(64, 128, 256), seeds, (shingles, slots, seed) => {
      assert.deepEqual([...minhashPackageSketcher(slots, seed)(shingles)], packageSignature(shingles, slots, seed))
    }),
    { numRuns: 60 }
  )
})

/** What holds for the kernel and for the reference alike. */
async function sketcherRules(t: Test, createSketcher: (settings: SketchSettings) => Sketcher): Promise<void> {
  await t.test('the scheme minhash hashes each distinct shingle, its words joined by one space', async t => {
    const sketcher = createSketcher(minhashDefaults)
    const sample = 'The Fed cut rates. The FED cut rates again!'
    const shingles = ['the fed cut', 'fed cut rates', 'cut rates the', 'rates the fed', 'cut rates again']
    t.strictSame([...sketcher.sketchText(sample).signature], packageSignature(shingles, 128, 1))
    const characters = createSketcher({ ...minhashDefaults, shingle: { unit: 'character', size: 2 } })
    t.strictSame([...characters.sketchText('Ab, c').signature], packageSignature(['ab', 'b ', ' c'], 128, 1))
  })

  await t.test('a text sketch is made of the documented parts', async t => {
    const shinglings = fc.oneof(
      fc.record({ unit: fc.constant('word' as const), size: fc.integer({ min: 1, max: 16 }) }),
      fc.record({ unit: fc.constant('character' as const), size: fc.integer({ min: 1, max: 64 }) })
    )
    await holds(
      t,
      fc.property(
        text,
        shinglings,
        fc.constantFrom(64, 128, 256),
        fc.nat(),
        fc.nat(),
        (sample, shingle, slots, seed, of) => {
          const secret = secretFrom(of)
          const keys = keysOf(secret)
          const sketcher = createSketcher({
            shingle,
            signature: { scheme: 'doppel', slots, seed },
            threshold: 0.7,
            secret
          })
          const tokens = tokenize(sample)
          const elements = elementsOf(tokens, shingle)
          const sketch = sketcher.sketchText(sample)
          assert.equal(sketch.contentKey, referenceContentKey(elements, shingle, keys))
          assert.deepEqual(sketch.signature, referenceSketch(referenceShingleHashes(elements, shingle, seed), slots))
          const members = referenceKeyedHashes(elements, shingle, keys).map(hash => Number(hash >> 32n))
          assert.deepEqual([...sketcher.membersOf(sample)], members)
          assert.deepEqual(
            [...(sketch.shingles ?? [])],
            [...new Set(members)].sort((a, b) => a - b)
          )
          if (tokens.length > 0) {
            const { count, rows } = sketcher.banding
            assert.deepEqual(sketch.bandKeys, referenceBandKeys(sketch.signature, count, rows))
          }
          assert.deepEqual(sketcher.shinglesOf(sample), sketch.shingles)
        }
      ),
      { numRuns: 60 }
    )
  })

  await t.test('a blank document has no content key, no band and an empty signature, in both schemes', async t => {
    for (const settings of [defaults, minhashDefaults]) {
      for (const sample of ['', ' \t\u3000', '\u200b\ufeff\u00ad\u0000']) {
        const sketch = createSketcher(settings).sketchText(sample)
        t.equal(sketch.contentKey, undefined)
        t.equal(sketch.bandKeys.length, 0)
        t.strictSame(sketch.shingles, new Uint32Array(0))
        t.strictSame(sketch.signature, new Uint32Array(128).fill(emptySlot))
      }
    }
  })

  await t.test('a signature of another program gives the bands of its text, and no shingles', async t => {
    for (const settings of [defaults, minhashDefaults]) {
      const sketcher = createSketcher(settings)
      const ofText = sketcher.sketchText('one two three four five')
      const ofSlots = sketcher.sketchSignature(ofText.signature)
      t.strictSame(sketcher.bandKeysOf(ofText.signature), ofText.bandKeys)
      t.strictSame(ofSlots.bandKeys, ofText.bandKeys)
      t.equal(ofSlots.shingles, undefined)
      t.not(ofSlots.contentKey, ofText.contentKey)
    }
  })

  await t.test('signatures have one content key each, and the empty one has none', async t => {
    const sketcher = createSketcher(defaults)
    const { signature } = sketcher.sketchText('one two three four five')
    const key = sketcher.sketchSignature(signature).contentKey
    t.equal(sketcher.sketchSignature(signature.slice()).contentKey, key)
    for (let slot = 0; slot < signature.length; slot++) {
      const other = sketcher.sketchSignature(signature.with(slot, (signature[slot] as number) ^ 1)).contentKey
      if (other === key) t.fail(`slot ${slot} does not count`)
    }
    const empty = sketcher.sketchSignature(new Uint32Array(128).fill(emptySlot))
    t.strictSame(empty.contentKey, undefined)
    t.equal(empty.bandKeys.length, 0)
    t.equal(sketcher.sketchSignature(signature.with(5, emptySlot)).bandKeys.length, 32, 'one empty slot is not all')
  })
}

for (const [name, create] of Object.entries({ kernel: createSketcher, reference: createReferenceSketcher })) {
  t.test(`${name} sketches`, async t => sketcherRules(t, create))
}

t.test('the scheme names everything that decides a signature, and the key the banding as well', async t => {
  t.equal(schemeName(defaults), 'doppel-2:unicode-17.0:word-3:128:1')
  t.equal(schemeName(minhashDefaults), 'minhash-0.0.9:text-2:unicode-17.0:word-3:128:1')
  t.match(createSketcher(defaults).key, /^doppel-2:unicode-17[.]0:word-3:128:1:32x4:[0-9a-f]{16}$/)
  const variants: SketchSettings[] = [
    defaults,
    minhashDefaults,
    { ...defaults, shingle: { unit: 'word', size: 4 } },
    { ...defaults, shingle: { unit: 'character', size: 3 } },
    { ...defaults, signature: { ...defaults.signature, slots: 64 } },
    { ...defaults, signature: { ...defaults.signature, seed: 2 } }
  ]
  t.equal(new Set(variants.map(schemeName)).size, variants.length)
  t.equal(schemeName({ ...defaults, threshold: 0.9 }), schemeName(defaults))
  t.not(createSketcher({ ...defaults, threshold: 0.9 }).key, createSketcher(defaults).key)
  t.not(createSketcher({ ...defaults, secret: secretFrom(1) }).key, createSketcher(defaults).key)
})

t.test('a sketcher says what it was made of', async t => {
  const sketcher = createSketcher({
    ...minhashDefaults,
    threshold: 0.8,
    signature: { scheme: 'minhash', slots: 256, seed: 7 }
  })
  t.equal(sketcher.family, 'minhash')
  t.equal(sketcher.slotCount, 256)
  t.equal(sketcher.sketchText('a b c d').signature.length, 256)
  t.equal(sketcher.sketchText('a b c d').bandKeys.length, sketcher.banding.count)
})
