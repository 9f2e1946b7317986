import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type ClusterPart, cutCluster, wholeCluster } from '../../src/cluster/cluster-part.ts'
import { type MatchingPair, matchSummary, scoreOfCopies } from '../../src/cluster/cluster-scores.ts'
import { atOnce } from '../../src/cluster/steps.ts'
import { ClusterBuilder } from '../helpers/build-clusters.ts'
import { holds } from '../helpers/property.ts'

/** Every two documents of a cluster that match, strongest first, by trying all. */
function allPairs({ index }: ClusterBuilder, { contents }: ClusterPart, threshold: number): MatchingPair[] {
  const { documents, graph } = index
  const created = (document: number): number => documents.created.get(document)
  const members = [...contents].flatMap(content => [...index.contents.members(content)])
  members.sort((a, b) => created(a) - created(b))
  const pairs = members.flatMap((a, at) =>
    members.slice(at + 1).flatMap(b => {
      const [left, right] = [documents.content.get(a), documents.content.get(b)]
      const edge = graph.between(left, right)
      if (left !== right && edge === 0) return []
      const isTextless = index.contents.shingleCount(left) === undefined
      const score = left === right ? { similarity: isTextless ? null : 1, estimate: 1 } : graph.score(edge)
      return (score.similarity ?? score.estimate) < threshold ? [] : [{ a, b, ...score }]
    })
  )
  const strength = (pair: MatchingPair) => pair.similarity ?? pair.estimate
  return pairs.sort(
    (x, y) =>
      strength(y) - strength(x) || y.estimate - x.estimate || created(x.a) - created(y.a) || created(x.b) - created(y.b)
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

function build({ contents, matches, seed }: Graph): ClusterBuilder {
  const builder = new ClusterBuilder()
  // 7919 is prime, so the creations are all different and in another order than the contents.
  let next = seed % 7919
  const nodes = contents.map(({ shingles, copies }) => {
    const content = builder.content(shingles)
    for (let copy = 0; copy < copies; copy++) {
      next = (next + 3571) % 7919
      builder.document(content, next + 1)
    }
    return content
  })
  for (const { x, y, equalSlots, shared } of matches) {
    const [left, right] = [nodes[x % nodes.length]!, nodes[y % nodes.length]!]
    if (left === right || builder.index.graph.between(left, right) !== 0) continue
    const [a, b] = [contents[x % nodes.length]?.shingles, contents[y % nodes.length]?.shingles]
    const known = a === undefined || b === undefined ? undefined : Math.min(shared, a, b)
    builder.index.connect(left, right, { equalSlots, shared: known })
  }
  return builder
}

const partsOf = ({ index, clusters }: ClusterBuilder, threshold: number): ClusterPart[] =>
  clusters.flatMap(cluster => atOnce(cutCluster(index, cluster, threshold)))

const thresholds = fc.constantFrom(0, 0.3, 0.5, 0.6, 0.8, 1)

t.test('pairs equal those found by trying all, in order and cut at the limit', async t => {
  await holds(
    t,
    fc.property(graph, thresholds, fc.integer({ min: 0, max: 25 }), (graph, threshold, limit) => {
      const builder = build(graph)
      for (const part of partsOf(builder, threshold)) {
        const expected = allPairs(builder, part, threshold)
        const { pairs, isTruncated } = atOnce(matchSummary(builder.index, part, threshold, limit))
        assert.deepEqual(pairs, expected.slice(0, limit))
        assert.equal(isTruncated, expected.length > limit)
      }
    }),
    { numRuns: 1000 }
  )
})

t.test('least, mean and greatest similarity equal those over all pairs', async t => {
  await holds(
    t,
    fc.property(graph, thresholds, (graph, threshold) => {
      const builder = build(graph)
      for (const part of partsOf(builder, threshold)) {
        const known = allPairs(builder, part, threshold).flatMap(({ similarity }) => similarity ?? [])
        const summary = atOnce(matchSummary(builder.index, part, threshold, 20)).similarity
        if (known.length === 0) assert.equal(summary, null)
        else {
          const mean = known.reduce((sum, similarity) => sum + similarity, 0) / known.length
          assert.equal(summary?.min, Math.min(...known))
          assert.equal(summary?.max, Math.max(...known))
          assert.ok(Math.abs((summary?.mean ?? 0) - mean) < 1e-12)
          assert.ok(summary!.min <= summary!.mean && summary!.mean <= summary!.max)
        }
      }
    }),
    { numRuns: 500 }
  )
})

t.test('a singleton has no pairs and no summary', async t => {
  const builder = build({ contents: [{ shingles: 3, copies: 1 }], matches: [], seed: 1 })
  const [cluster] = partsOf(builder, 0)
  t.strictSame(atOnce(matchSummary(builder.index, cluster!, 0, 20)), {
    similarity: null,
    pairs: [],
    isTruncated: false
  })
})

t.test('the mean of equal similarities is exactly that similarity', async t => {
  const builder = new ClusterBuilder()
  const nodes = builder.contents(4, 11)
  for (const node of nodes.slice(1)) builder.index.connect(nodes[0]!, node, { equalSlots: 1, shared: 2 })
  const [cluster] = partsOf(builder, 0)
  t.not((0.1 + 0.1 + 0.1) / 3, 0.1, 'which a plain sum would miss')
  t.strictSame(atOnce(matchSummary(builder.index, cluster!, 0, 20)).similarity, { min: 0.1, mean: 0.1, max: 0.1 })
})

t.test('copies score 1, and null where only their signature is known', async t => {
  const builder = new ClusterBuilder()
  t.strictSame(scoreOfCopies(builder.index, builder.content(5)), { similarity: 1, estimate: 1 })
  t.strictSame(scoreOfCopies(builder.index, builder.content()), { similarity: null, estimate: 1 })
})

t.test('a hundred thousand copies cost no more than the pairs that are shown', async t => {
  const builder = new ClusterBuilder()
  const content = builder.content(3)
  for (let created = 1; created <= 100_000; created++) builder.document(content, created)
  const { index } = builder
  const cluster = wholeCluster(index, index.clusterOf(content))
  const { pairs, isTruncated } = atOnce(matchSummary(index, cluster, 0.6, 20))
  t.strictSame(
    pairs.map(({ a, b }) => [index.documents.created.get(a), index.documents.created.get(b)]),
    Array.from({ length: 20 }, (_, at) => [1, at + 2])
  )
  t.equal(isTruncated, true)
  t.strictSame(atOnce(matchSummary(index, cluster, 0.6, 20)).similarity, { min: 1, mean: 1, max: 1 })
})
