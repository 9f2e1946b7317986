import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type Cluster, ClusterIndex, cutCluster } from '../../src/cluster/cluster-index.ts'
import {
  type MatchingPair,
  scoreOfCopies,
  similaritySummary,
  strongestPairs
} from '../../src/cluster/cluster-scores.ts'
import { membersOf } from '../helpers/cluster-members.ts'
import { holds } from '../helpers/property.ts'

interface Document {
  readonly created: number
}

const slotCount = 10

/** Every two documents of a cluster that match, strongest first, by trying all. */
function allPairs(cluster: Cluster<Document>, threshold: number): MatchingPair<Document>[] {
  const members = membersOf(cluster)
  const pairs = members.flatMap(({ member: a, content: left }, at) =>
    members.slice(at + 1).flatMap(({ member: b, content: right }) => {
      const isTextless = left.shingleCount === undefined
      const copies = { similarity: isTextless ? null : 1, estimate: 1 }
      const score = left === right ? copies : left.matches.get(right)
      if (score === undefined || (score.similarity ?? score.estimate) < threshold) return []
      return [{ a, b, similarity: score.similarity, estimate: score.estimate }]
    })
  )
  const strength = (pair: MatchingPair<Document>) => pair.similarity ?? pair.estimate
  return pairs.sort(
    (x, y) =>
      strength(y) - strength(x) || y.estimate - x.estimate || x.a.created - y.a.created || x.b.created - y.b.created
  )
}

const graph = fc.record({
  contents: fc.array(
    fc.record({
      shingles: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 4 }),
      copies: fc.integer({ min: 1, max: 6 })
    }),
    { minLength: 1, maxLength: 7 }
  ),
  matches: fc.array(
    fc.record({
      x: fc.nat(),
      y: fc.nat(),
      equalSlots: fc.integer({ min: 4, max: 10 }),
      shared: fc.integer({ min: 1, max: 6 })
    }),
    { maxLength: 20 }
  ),
  seed: fc.nat()
})
type Graph = typeof graph extends fc.Arbitrary<infer Value> ? Value : never

function build({ contents, matches, seed }: Graph): ClusterIndex<Document> {
  const index = new ClusterIndex<Document>(slotCount)
  // 7919 is prime, so the creations are all different and in another order than the contents.
  let next = seed % 7919
  const nodes = contents.map(({ shingles, copies }, number) => {
    const content = index.addContent(number, shingles)
    for (let copy = 0; copy < copies; copy++) {
      next = (next + 3571) % 7919
      index.addMember(content, { created: next })
    }
    return content
  })
  for (const { x, y, equalSlots, shared } of matches) {
    const [left, right] = [nodes[x % nodes.length]!, nodes[y % nodes.length]!]
    if (left === right || left.matches.has(right)) continue
    const [a, b] = [left.shingleCount, right.shingleCount]
    const known = a === undefined || b === undefined ? undefined : Math.min(shared, a, b)
    index.connect(left, right, { equalSlots, shared: known })
  }
  return index
}

const thresholds = fc.constantFrom(0, 0.3, 0.5, 0.6, 0.8, 1)

t.test('pairs equal those found by trying all, in order and cut at the limit', async t => {
  await holds(
    t,
    fc.property(graph, thresholds, fc.integer({ min: 0, max: 25 }), (graph, threshold, limit) => {
      for (const whole of build(graph).clusters) {
        for (const cluster of cutCluster(whole, threshold)) {
          const expected = allPairs(cluster, threshold)
          const { pairs, isTruncated } = strongestPairs(cluster, threshold, limit)
          assert.deepEqual(pairs, expected.slice(0, limit))
          assert.equal(isTruncated, expected.length > limit)
        }
      }
    }),
    { numRuns: 1000 }
  )
})

t.test('least, mean and greatest similarity equal those over all pairs', async t => {
  await holds(
    t,
    fc.property(graph, thresholds, (graph, threshold) => {
      for (const whole of build(graph).clusters) {
        for (const cluster of cutCluster(whole, threshold)) {
          const known = allPairs(cluster, threshold).flatMap(({ similarity }) => similarity ?? [])
          const summary = similaritySummary(cluster, threshold)
          if (known.length === 0) assert.equal(summary, null)
          else {
            const mean = known.reduce((sum, similarity) => sum + similarity, 0) / known.length
            assert.equal(summary?.min, Math.min(...known))
            assert.equal(summary?.max, Math.max(...known))
            assert.ok(Math.abs((summary?.mean ?? 0) - mean) < 1e-12)
            assert.ok(summary!.min <= summary!.mean && summary!.mean <= summary!.max)
          }
        }
      }
    }),
    { numRuns: 500 }
  )
})

t.test('a singleton has no pairs and no summary', async t => {
  const [cluster] = build({ contents: [{ shingles: 3, copies: 1 }], matches: [], seed: 1 }).clusters
  t.equal(similaritySummary(cluster!, 0), null)
  t.strictSame(strongestPairs(cluster!, 0, 20), { pairs: [], isTruncated: false })
})

t.test('the mean of equal similarities is exactly that similarity', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const nodes = [0, 1, 2, 3].map(number => index.addContent(number, 11))
  for (const [created, node] of nodes.entries()) index.addMember(node, { created })
  for (const node of nodes.slice(1)) index.connect(nodes[0]!, node, { equalSlots: 1, shared: 2 })
  const [cluster] = index.clusters
  t.not((0.1 + 0.1 + 0.1) / 3, 0.1, 'which a plain sum would miss')
  t.strictSame(similaritySummary(cluster!, 0), { min: 0.1, mean: 0.1, max: 0.1 })
})

t.test('copies score 1, and null where only their signature is known', async t => {
  t.strictSame(scoreOfCopies({ shingleCount: 5 }), { similarity: 1, estimate: 1 })
  t.strictSame(scoreOfCopies({ shingleCount: undefined }), { similarity: null, estimate: 1 })
})

t.test('a hundred thousand copies cost no more than the pairs that are shown', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const content = index.addContent(0, 3)
  for (let created = 0; created < 100_000; created++) index.addMember(content, { created })
  const [cluster] = index.clusters
  const { pairs, isTruncated } = strongestPairs(cluster!, 0.6, 20)
  t.strictSame(
    pairs.map(({ a, b }) => [a.created, b.created]),
    Array.from({ length: 20 }, (_, at) => [0, at + 1])
  )
  t.equal(isTruncated, true)
  t.strictSame(similaritySummary(cluster!, 0.6), { min: 1, mean: 1, max: 1 })
})
