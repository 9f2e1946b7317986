import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { emptySlot, fastSimilaritySketch } from '../../src/signature/fast-similarity-sketch.ts'
import { holds } from '../helpers/property.ts'
import { randomHashes } from '../helpers/random.ts'
import { referenceSketch, toHashList } from '../helpers/reference.ts'

const slotCounts = [64, 128, 256] as const
const anySlotCount = fc.constantFrom(...slotCounts)
const anyHash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const anySet = fc.oneof(
  fc.uniqueArray(anyHash, { maxLength: 12 }),
  fc
    .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 700 }))
    .map(([seed, n]) => randomHashes(seed, n))
)
const sketchOf = (hashes: readonly bigint[], slotCount: number) => fastSimilaritySketch(toHashList(hashes), slotCount)

t.test('equals the algorithm of the paper, written in BigInt', async t => {
  await holds(
    t,
    fc.property(anySet, anySlotCount, (hashes, slotCount) => {
      assert.deepEqual(sketchOf(hashes, slotCount), referenceSketch(hashes, slotCount))
    }),
    { numRuns: 150 }
  )
})

t.test('a single element fills every slot, the last ones in the round made for that', async t => {
  for (const slotCount of slotCounts) {
    const slots = sketchOf([0x0123456789abcdefn], slotCount)
    t.strictSame(slots, referenceSketch([0x0123456789abcdefn], slotCount))
    const rounds = [...slots].map(slot => Math.floor(slot / (2 ** 32 / slotCount)))
    t.ok(rounds.filter(round => round === slotCount - 1).length > slotCount / 4, 'a third of the slots are left to it')
    t.notOk(slots.includes(emptySlot))
  }
})

t.test('no element leaves a slot that looks empty', async t => {
  // The element whose fraction in the last round is the greatest in a slot: the round's hash, backwards.
  const [K3, M1, M2] = [0xd6e8feb86659fd93n, 0xbf58476d1ce4e5b9n, 0x94d049bb133111ebn]
  const u64 = (value: bigint) => BigInt.asUintN(64, value)
  const elementFor = (slot: number): bigint => {
    const shifted = u64(0xffffffffffffffffn * inverse(M2))
    return u64((shifted ^ (shifted >> 32n)) * inverse(M1)) ^ u64(BigInt(slot + 1) * K3)
  }
  const slots = Array.from({ length: 128 }, (_, slot) => sketchOf([elementFor(slot)], 128)[slot] as number)
  t.ok(slots.filter(value => value === emptySlot - 1).length > 20, 'some are left to the last round')
  t.notOk(slots.includes(emptySlot))
})

/** The inverse of an odd number modulo 2^64, by Newton's method. */
function inverse(odd: bigint): bigint {
  let result = odd
  for (let step = 0; step < 6; step++) result = BigInt.asUintN(64, result * (2n - odd * result))
  return result
}

t.test('the sketch of the empty set has only empty slots', async t => {
  for (const slotCount of slotCounts) t.strictSame(sketchOf([], slotCount), new Uint32Array(slotCount).fill(emptySlot))
})

t.test('order and repeats do not matter', async t => {
  await holds(
    t,
    fc.property(anySet, anySlotCount, fc.nat(), (hashes, slotCount, turn) => {
      const pivot = hashes.length === 0 ? 0 : turn % hashes.length
      const turned = [...hashes.slice(pivot), ...hashes.slice(0, pivot)].reverse()
      const expected = sketchOf(hashes, slotCount)
      assert.deepEqual(sketchOf(turned, slotCount), expected)
      assert.deepEqual(sketchOf([...hashes, ...turned.slice(0, 20)], slotCount), expected)
    })
  )
})

t.test('the sketch of a union is the slotwise minimum', async t => {
  await holds(
    t,
    fc.property(anySet, anySet, anySlotCount, (left, right, slotCount) => {
      const [a, b] = [sketchOf(left, slotCount), sketchOf(right, slotCount)]
      const minimum = a.map((value, slot) => Math.min(value, b[slot] as number))
      assert.deepEqual(sketchOf([...new Set([...left, ...right])], slotCount), minimum)
    })
  )
})

t.test('a hundred thousand elements take one round', async t => {
  const hashes = randomHashes(5, 100_000)
  for (const slotCount of slotCounts) {
    const slots = sketchOf(hashes, slotCount)
    t.strictSame(slots, referenceSketch(hashes, slotCount))
    t.ok(slots.every(slot => slot < 2 ** 32 / slotCount))
  }
})

// The seeds are fixed: these are measurements, and a property may not fail one time in a thousand.
t.test('the estimate is unbiased and never worse than that of MinHash', async t => {
  const trials = 400
  for (const size of [4, 40, 400]) {
    for (const similarity of [0.25, 0.6, 0.9]) {
      const errors: number[] = []
      let exact = 0
      for (let trial = 0; trial < trials; trial++) {
        const shared = Math.round(size * similarity)
        const own = Math.floor((size - shared) / 2)
        const union = randomHashes(trial * 1000 + size, size)
        exact = shared / size
        const left = sketchOf(union.slice(0, shared + own), 128)
        const right = sketchOf([...union.slice(0, shared), ...union.slice(shared + own)], 128)
        errors.push(left.filter((slot, at) => slot === right[at]).length / 128 - exact)
      }
      const binomial = Math.sqrt((exact * (1 - exact)) / 128)
      const mean = errors.reduce((sum, error) => sum + error, 0) / trials
      const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / trials)
      const what = `${size} elements of similarity ${exact}`
      t.ok(Math.abs(mean) <= (3.5 * binomial) / Math.sqrt(trials), `${what}: bias ${mean.toFixed(5)}`)
      t.ok(rmse <= binomial * 1.08, `${what}: error ${(rmse / (binomial || 1)).toFixed(2)} of the binomial`)
      if (size <= 40) t.ok(rmse <= binomial * 0.85, `${what}: small sets are estimated with half the variance`)
    }
  }
})
