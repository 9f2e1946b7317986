import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { jaccard, overlapOf } from '../../src/cluster/overlap.ts'
import { byScore, decisive, type Score, scoreOf } from '../../src/cluster/score.ts'
import { holds } from '../helpers/property.ts'
import { jaccardOfSets, sharedCount } from '../helpers/reference.ts'

const anySet = fc
  .uniqueArray(fc.oneof(fc.nat({ max: 40 }), fc.constantFrom(0x7fffffff, 0x80000000, 0xffffffff)), { maxLength: 40 })
  .map(values => Uint32Array.from(values).sort())
const none = new Uint32Array(0)

t.test('shared shingles and jaccard equal those of JavaScript Sets', async t => {
  await holds(
    t,
    fc.property(anySet, anySet, (left, right) => {
      const { shared } = overlapOf({ signature: none, shingles: left }, { signature: none, shingles: right })
      const sets = [new Set(left), new Set(right)] as const
      assert.equal(shared, sharedCount(...sets))
      assert.equal(jaccard(shared as number, left.length, right.length), jaccardOfSets(...sets))
    }),
    { numRuns: 500 }
  )
})

t.test('equal slots are counted place by place, empty ones never', async t => {
  const left = { signature: Uint32Array.of(1, 2, 3, 0xffffffff, 0, 9, 9, 9), shingles: undefined }
  const right = { signature: Uint32Array.of(1, 3, 2, 0xffffffff, 0, 8, 8, 8), shingles: undefined }
  t.strictSame(overlapOf(left, right), { equalSlots: 2, shared: undefined })
})

t.test('equal slots of whole signatures equal a count one by one', async t => {
  const signature = (slots: number) =>
    fc.uint32Array({ minLength: slots, maxLength: slots, max: 2 }).map(values => values.map(value => value - 1))
  const pair = fc.constantFrom(64, 128, 256).chain(slots => fc.tuple(signature(slots), signature(slots)))
  await holds(
    t,
    fc.property(pair, ([left, right]) => {
      const expected = left.filter((slot, at) => slot === right[at] && slot !== 0xffffffff).length
      const [a, b] = [left, right].map(signature => ({ signature, shingles: undefined }))
      assert.equal(overlapOf(a!, b!).equalSlots, expected)
    })
  )
})

t.test('overlapOf is symmetric', async t => {
  const side = fc.record({
    signature: fc.uint32Array({ minLength: 8, maxLength: 8, max: 2 }),
    shingles: fc.option(anySet, { nil: undefined })
  })
  await holds(
    t,
    fc.property(side, side, (left, right) => assert.deepEqual(overlapOf(left, right), overlapOf(right, left)))
  )
})

t.test('shared is unknown when either set is', async t => {
  const known = { signature: none, shingles: Uint32Array.of(1) }
  const unknown = { signature: none, shingles: undefined }
  t.equal(overlapOf(known, unknown).shared, undefined)
  t.equal(overlapOf(unknown, known).shared, undefined)
  t.equal(overlapOf(known, known).shared, 1)
})

t.test('jaccard of two empty sets is 0, of a set with itself 1', async t => {
  t.equal(jaccard(0, 0, 0), 0)
  t.equal(jaccard(7, 7, 7), 1)
  t.equal(jaccard(0, 3, 0), 0)
})

t.test('a score has a similarity where the sets are known, else the estimate decides', async t => {
  t.strictSame(scoreOf({ equalSlots: 96, shared: 3 }, 4, 5, 128), { similarity: 0.5, estimate: 0.75 })
  t.strictSame(scoreOf({ equalSlots: 96, shared: undefined }, 4, 0, 128), { similarity: null, estimate: 0.75 })
  t.equal(decisive({ similarity: 0.5, estimate: 0.75 }), 0.5)
  t.equal(decisive({ similarity: 0, estimate: 0.75 }), 0)
  t.equal(decisive({ similarity: null, estimate: 0.75 }), 0.75)
})

t.test('byScore puts the nearest first, the higher estimate first among equals', async t => {
  const scores: Score[] = [
    { similarity: 0.5, estimate: 0.6 },
    { similarity: null, estimate: 0.7 },
    { similarity: 0.9, estimate: 0.1 },
    { similarity: 0.5, estimate: 0.4 },
    { similarity: 0.7, estimate: 0.9 }
  ]
  t.strictSame(scores.toSorted(byScore), [scores[2], scores[4], scores[1], scores[0], scores[3]])
})
