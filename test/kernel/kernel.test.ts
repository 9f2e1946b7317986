import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Minhash } from 'minhash'
import t from 'tap'
import { sharedKernel } from '../../src/kernel/kernel.ts'
import { bandKeys } from '../../src/lsh/banding.ts'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import type { Sketch, SketchSettings } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { shingleTexts } from '../../src/text/shingle.ts'
import { goldenTexts } from '../golden/texts.ts'
import { holds } from '../helpers/property.ts'
import { awkwardText, randomOf } from './awkward-text.ts'

/** How many random texts are compared; a million in the full run. */
const fuzzedTexts = Number(process.env.KERNEL_FUZZ ?? 4000)

const allSettings: readonly SketchSettings[] = (['doppel', 'minhash'] as const).flatMap(scheme =>
  [
    { unit: 'word', size: 1 } as const,
    { unit: 'word', size: 3 } as const,
    { unit: 'word', size: 16 } as const,
    { unit: 'character', size: 1 } as const,
    { unit: 'character', size: 5 } as const,
    { unit: 'character', size: 64 } as const
  ].flatMap(shingle =>
    ([64, 128, 256] as const).map((slots, i) => ({
      shingle,
      signature: { scheme, slots, seed: [1, 0, 0xdeadbeef][i] as number },
      threshold: [0.6, 0.3, 0.9][i] as number
    }))
  )
)
const pairs = allSettings.map(settings => ({
  settings,
  kernel: createSketcher(settings),
  reference: createReferenceSketcher(settings)
}))

function assertEqual(text: string, { settings, kernel, reference }: (typeof pairs)[number]): void {
  const expected: Sketch = reference.sketchText(text)
  const about = () => `${JSON.stringify(settings)} ${JSON.stringify(text.slice(0, 300))}`
  assert.deepEqual(kernel.sketchText(text), expected, about())
  assert.deepEqual(kernel.shinglesOf(text), expected.shingles, about())
}

t.test('the kernel equals the reference on every golden text under all settings', async t => {
  for (const { name, text } of goldenTexts) {
    t.doesNotThrow(() => {
      for (const pair of pairs) assertEqual(text, pair)
    }, name)
  }
})

t.test('the kernel equals the reference on awkward random texts', async t => {
  const random = randomOf(20_261_122)
  for (let i = 0; i < fuzzedTexts; i++)
    assertEqual(awkwardText(random), pairs[i % pairs.length] as (typeof pairs)[number])
  t.pass(`${fuzzedTexts} texts`)
})

t.test('the kernel equals the reference on every code point, inside and beside words', async t => {
  const pair = pairs.find(({ settings }) => settings.shingle.size === 3) as (typeof pairs)[number]
  let text = ''
  let differences = 0
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    text += `aB${character}Cd ${character} x\u0323${character}\n`
    if (codePoint % 64 !== 63) continue
    if (pair.kernel.sketchText(text).contentKey !== pair.reference.sketchText(text).contentKey) differences++
    text = ''
  }
  t.equal(differences, 0)
})

t.test('repeated shingles do not change a signature, however many there are', async t => {
  for (const pair of pairs) {
    for (const words of ['a', 'a b c d', 'the same ten words again and again until it ends']) {
      t.doesNotThrow(() => assertEqual(`${words} `.repeat(1500), pair))
    }
  }
})

t.test('a text longer than the memory at hand is taken, and the memory given back', async t => {
  const pair = pairs.find(({ settings }) => settings.shingle.size === 3) as (typeof pairs)[number]
  const words = Array.from({ length: 400_000 }, (_, i) => `w${(i * 7919) % 100_003}`).join(' ')
  for (const text of [words, `é ${words}`, `e\u0301x ${words}`, 'x'.repeat(3_000_000), '\u6f22'.repeat(300_000)]) {
    assertEqual(text, pair)
    assertEqual('and a short one after it', pair)
  }
  t.ok(sharedKernel().memoryBytes <= 32 * 1024 * 1024)
})

t.test('the scheme minhash equals the package for any number of slots and any seed', async t => {
  const counts = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(1000, 4095, 4096, 4097))
  const seeds = fc.oneof(
    fc.constantFrom(0, 1, -1, 0.5, Number.NaN, 0xffffffff, 2 ** 40),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ min: -1e6, max: 1e6 })
  )
  const words = fc.array(fc.constantFrom('a', 'b', 'the', 'fed', 'ня', '东', '𠀋', 'ท', 'ี', 'rates'), { maxLength: 12 })
  await holds(
    t,
    fc.property(counts, seeds, words, fc.boolean(), (slots, seed, tokens, isWords) => {
      const shingle = { unit: isWords ? ('word' as const) : ('character' as const), size: 2 }
      const sketcher = createSketcher({ shingle, signature: { scheme: 'minhash', slots, seed }, threshold: 0.6 })
      const sketch = sketcher.sketchText(tokens.join(' '))
      const minhash = new Minhash({ numPerm: slots, seed })
      for (const text of shingleTexts(tokens, shingle)) minhash.update(text)
      assert.deepEqual([...sketch.signature], minhash.hashvalues)
      assert.deepEqual(
        sketch.bandKeys,
        tokens.length === 0 ? new Uint32Array(0) : bandKeys(sketch.signature, sketcher.banding)
      )
    }),
    { numRuns: 200 }
  )
})

t.test('sets and signatures are compared as naively', async t => {
  const kernel = sharedKernel()
  const set = fc.uniqueArray(fc.oneof(fc.nat(300), fc.nat(0xffffffff)), { maxLength: 200 })
  const sorted = (values: number[]) => Uint32Array.from(values).sort()
  fc.assert(
    fc.property(set, set, (a, b) => {
      const both = a.filter(value => b.includes(value)).length
      assert.equal(kernel.countShared(sorted(a), sorted(b)), both)
    }),
    { numRuns: 2000 }
  )
  const slot = fc.oneof(fc.nat(3), fc.constant(0xffffffff))
  const signatures = fc.array(fc.tuple(slot, slot), { maxLength: 70 })
  fc.assert(
    fc.property(signatures, slots => {
      const [a, b] = [slots.map(([left]) => left), slots.map(([, right]) => right)]
      const equal = a.filter((value, i) => value === b[i] && value !== 0xffffffff).length
      assert.equal(kernel.countEqualSlots(Uint32Array.from(a), Uint32Array.from(b)), equal)
    })
  )
  t.equal(kernel.countShared(new Uint32Array(0), Uint32Array.of(1)), 0)
})
