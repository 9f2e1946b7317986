import t from 'tap'
import { exactPairs } from '../../bench/quality/exact-pairs.ts'
import { compareWithOracle } from '../../bench/quality/oracle.ts'
import { adjustedRandIndex, componentsOf } from '../../bench/quality/partition.ts'
import { pooled, recallFrom, scoreFindings } from '../../bench/quality/score.ts'
import { wilsonInterval } from '../../bench/report/statistics.ts'

t.test('adjustedRandIndex is 1 for equal partitions whatever the names', async t => {
  t.equal(adjustedRandIndex([1, 1, 2, 3], [7, 7, 8, 9]), 1)
  t.equal(adjustedRandIndex([1, 2, 3], [4, 5, 6]), 1, 'all singletons')
  t.throws(() => adjustedRandIndex([1], [1, 2]), RangeError)
})

t.test('adjustedRandIndex equals values worked out by hand', async t => {
  // Pairs together: 2 in both, 6 and 3 in each of 15; expected 18 / 15, greatest 4.5.
  const left = [0, 0, 0, 1, 1, 1]
  const right = [0, 0, 1, 1, 2, 2]
  t.ok(Math.abs(adjustedRandIndex(left, right) - (2 - 18 / 15) / (4.5 - 18 / 15)) < 1e-12)
  t.ok(Math.abs(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1]) + 0.5) < 1e-12, 'worse than chance')
})

t.test('componentsOf joins chains', async t => {
  const parts = componentsOf(5, [
    { a: 0, b: 1 },
    { a: 1, b: 4 }
  ])
  t.equal(parts[0], parts[1])
  t.equal(parts[0], parts[4])
  t.equal(new Set(parts).size, 3)
})

t.test('exactPairs counts distinct shingles', async t => {
  const tokens = ['a b c d e', 'a b c d x', 'a b', 'a b', 'b a', '', ''].map(text => text.split(' ').filter(Boolean))
  t.strictSame(exactPairs(tokens, 0.1), [
    { a: 0, b: 1, similarity: 2 / 4 },
    { a: 2, b: 3, similarity: 1 }
  ])
  t.strictSame(
    exactPairs(
      [
        ['a', 'b', 'c', 'a', 'b', 'c', 'a'],
        ['a', 'b', 'c', 'a']
      ],
      0.1
    ),
    [{ a: 0, b: 1, similarity: 2 / 3 }]
  )
})

t.test('scoreFindings counts by bin, and only pairs that reach the threshold as right', async t => {
  const exact = [
    { a: 0, b: 1, similarity: 1 },
    { a: 1, b: 2, similarity: 0.7 },
    { a: 2, b: 3, similarity: 0.69 },
    { a: 3, b: 4, similarity: 0.4 }
  ]
  const pairs = [
    { a: 1, b: 0 },
    { a: 2, b: 3 },
    { a: 3, b: 4 }
  ]
  const score = scoreFindings({ pairs, clusters: [0, 0, 2, 2, 2], seconds: 2 }, exact, 0.6)
  t.strictSame(score.bins, { '1.0': { found: 1, all: 1 }, '0.7': { found: 0, all: 1 }, '0.6': { found: 1, all: 1 } })
  t.equal(score.reported, 3)
  t.equal(score.right, 2)
  t.strictSame(recallFrom(score, 0.7), { found: 1, all: 2 })
  t.equal(score.adjustedRand, adjustedRandIndex([0, 0, 2, 2, 2], [0, 0, 0, 0, 4]))
  const both = pooled([score, score])
  t.strictSame(recallFrom(both, 0.6), { found: 4, all: 6 })
  t.equal(both.adjustedRand, score.adjustedRand)
  t.equal(both.seconds, 4)
})

t.test('compareWithOracle counts what differs and what is missing', async t => {
  const documents = ['x', 'y', 'z'].map(id => ({ id, text: '' }))
  const exact = [
    { a: 0, b: 1, similarity: 0.8 },
    { a: 0, b: 2, similarity: 0.5 }
  ]
  const oracle = {
    least: 0.3,
    pairs: [
      { a: 'y', b: 'x', similarity: 0.81 },
      { a: 'x', b: 'z', similarity: 0.55 },
      { a: 'y', b: 'z', similarity: 0.4 },
      { a: 'z', b: 'y', similarity: 0.31 }
    ]
  }
  const { compared, beyond, missing } = compareWithOracle(documents, exact, oracle)
  t.strictSame({ compared, beyond, missing }, { compared: 3, beyond: 1, missing: 1 })
})

t.test('wilsonInterval gives the published values', async t => {
  const [low, high] = wilsonInterval(81, 263)
  t.ok(Math.abs(low - 0.2553) < 1e-4 && Math.abs(high - 0.3662) < 1e-4, 'Newcombe 1998, table I')
  t.ok(Math.abs(wilsonInterval(10, 10)[1] - 1) < 1e-12)
  t.strictSame(wilsonInterval(0, 0), [0, 1])
})
