import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type Banding, bandingFor, bandKeys, candidateProbability } from '../../src/lsh/banding.ts'
import { holds } from '../helpers/property.ts'
import { Random } from '../helpers/random.ts'
import { referenceBandKeys } from '../helpers/reference.ts'

const slotCounts = [64, 128, 256] as const
const anySignature = fc.uint32Array({ minLength: 256, maxLength: 256 })
const anyBanding = fc
  .integer({ min: 1, max: 40 })
  .chain(rows => fc.record({ rows: fc.constant(rows), count: fc.integer({ min: 1, max: Math.floor(256 / rows) }) }))

t.test('candidateProbability gives the S-curve of MMDS, figure 3.8', async t => {
  const table: [similarity: number, probability: number][] = [
    [0.2, 0.006],
    [0.3, 0.047],
    [0.4, 0.186],
    [0.5, 0.47],
    [0.6, 0.802],
    [0.7, 0.975],
    [0.8, 0.9996]
  ]
  for (const [similarity, probability] of table) {
    const difference = candidateProbability(similarity, { count: 20, rows: 5 }) - probability
    t.ok(Math.abs(difference) <= 5.1e-4, `s = ${similarity}`)
  }
})

t.test('candidateProbability is 0 for strangers, 1 for copies, and rises between', async t => {
  t.equal(candidateProbability(0, { count: 32, rows: 4 }), 0)
  t.equal(candidateProbability(1, { count: 32, rows: 4 }), 1)
  await holds(
    t,
    fc.property(
      anyBanding,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (banding, x, y) => {
        const [lower, upper] = [
          candidateProbability(Math.min(x, y), banding),
          candidateProbability(Math.max(x, y), banding)
        ]
        assert.ok(lower <= upper && lower >= 0 && upper <= 1)
      }
    )
  )
})

t.test('candidateProbability is what happens to random signatures', async t => {
  const random = new Random(11)
  const banding = { count: 32, rows: 4 }
  for (const similarity of [0.3, 0.45, 0.6]) {
    const trials = 1500
    let met = 0
    for (let trial = 0; trial < trials; trial++) {
      const left = Uint32Array.from({ length: 128 }, (_, slot) => slot)
      const right = left.map(value => (random.next() < similarity ? value : value + 1000))
      const keys = bandKeys(right, banding)
      if (bandKeys(left, banding).some((key, band) => key === keys[band])) met++
    }
    const expected = candidateProbability(similarity, banding)
    const deviation = Math.sqrt((expected * (1 - expected)) / trials)
    t.ok(Math.abs(met / trials - expected) <= 4 * deviation, `s = ${similarity}: ${met / trials}, expected ${expected}`)
  }
})

t.test('bandingFor gives the documented table for 128 slots', async t => {
  const table = new Map([0.5, 0.6, 0.7, 0.8, 0.9].map(threshold => [threshold, bandingFor(threshold, 128)]))
  t.strictSame(
    table,
    new Map<number, Banding>([
      [0.5, { count: 42, rows: 3 }],
      [0.6, { count: 32, rows: 4 }],
      [0.7, { count: 25, rows: 5 }],
      [0.8, { count: 21, rows: 6 }],
      [0.9, { count: 12, rows: 10 }]
    ])
  )
})

t.test('bandingFor takes the most rows that still find pairs at the threshold', async t => {
  const enough = (threshold: number, banding: Banding) => candidateProbability(threshold, banding) >= 0.988
  const thresholds = Array.from({ length: 71 }, (_, step) => (30 + step) / 100)
  for (const slotCount of slotCounts) {
    const banded = (rows: number): Banding => ({ count: Math.floor(slotCount / rows), rows })
    const rowCounts = Array.from({ length: slotCount }, (_, at) => slotCount - at)
    const expected = thresholds.map(threshold => banded(rowCounts.find(rows => enough(threshold, banded(rows))) ?? 1))
    t.strictSame(
      thresholds.map(threshold => bandingFor(threshold, slotCount)),
      expected
    )
    const found = thresholds.filter(threshold => enough(threshold, bandingFor(threshold, slotCount)))
    t.strictSame(found, thresholds, 'nowhere more than 1.2 % are missed')
    t.strictSame(bandingFor(1, slotCount), { count: 1, rows: slotCount }, 'copies share a single band')
  }
})

t.test('bandKeys equal the reference', async t => {
  await holds(
    t,
    fc.property(anySignature, anyBanding, (signature, banding) => {
      assert.deepEqual(bandKeys(signature, banding), referenceBandKeys(signature, banding.count, banding.rows))
    }),
    { numRuns: 200 }
  )
})

t.test('each key depends on all slots of its own band, and on nothing else', async t => {
  await holds(
    t,
    fc.property(
      anySignature,
      anyBanding,
      fc.nat({ max: 255 }),
      fc.integer({ min: 1, max: 0xffffffff }),
      (signature, banding, slot, flip) => {
        const changed = signature.with(slot, ((signature[slot] as number) ^ flip) >>> 0)
        const [before, after] = [bandKeys(signature, banding), bandKeys(changed, banding)]
        for (const [band, key] of before.entries()) {
          assert.equal(key === after[band], band !== Math.floor(slot / banding.rows), `band ${band}`)
        }
      }
    ),
    { numRuns: 500 }
  )
})

t.test('equal slots in two bands give different keys, and so do swapped slots', async t => {
  const keys = bandKeys(new Uint32Array(128).fill(7), { count: 32, rows: 4 })
  t.equal(new Set(keys).size, 32)
  const banding = { count: 1, rows: 4 }
  const orders = [
    Uint32Array.of(1, 2, 3, 4),
    Uint32Array.of(2, 1, 3, 4),
    Uint32Array.of(3, 4, 1, 2),
    Uint32Array.of(1, 2, 4, 3)
  ]
  t.equal(new Set(orders.map(slots => bandKeys(slots, banding)[0])).size, 4)
})

t.test('a signature too short for the banding is refused, a longer one is cut', async t => {
  t.throws(() => bandKeys(new Uint32Array(7), { count: 2, rows: 4 }), {
    name: 'RangeError',
    message: /need 8 slots, the signature has 7/
  })
  const signature = Uint32Array.from({ length: 10 }, (_, slot) => slot)
  t.strictSame(bandKeys(signature, { count: 2, rows: 4 }), bandKeys(signature.subarray(0, 8), { count: 2, rows: 4 }))
})
