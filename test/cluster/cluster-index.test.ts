import t from 'tap'
import { cutCluster, partAround, wholeCluster } from '../../src/cluster/cluster-part.ts'
import { atOnce } from '../../src/cluster/steps.ts'
import { ClusterBuilder } from '../helpers/build-clusters.ts'
import { canonical } from '../helpers/components.ts'
import { overlap } from '../helpers/naive-clusters.ts'

function chain(tenths: readonly number[]): { builder: ClusterBuilder; contents: number[] } {
  const builder = new ClusterBuilder()
  const contents = builder.contents(tenths.length + 1)
  for (const [at, equalSlots] of tenths.entries()) {
    builder.index.connect(contents[at]!, contents[at + 1]!, overlap(equalSlots))
  }
  return { builder, contents }
}

const partitionOf = (builder: ClusterBuilder): number[][] =>
  canonical(builder.clusters.map(cluster => builder.created(wholeCluster(builder.index, cluster))))

t.test('a content is nowhere until it has a document', async t => {
  const { builder, contents } = chain([])
  const content = builder.content(3)
  builder.index.connect(contents[0]!, content, overlap(8))
  t.strictSame(partitionOf(builder), [[1]])
  t.equal(builder.index.size(builder.index.clusterOf(content)), 1)
  builder.document(content, 2)
  t.strictSame(partitionOf(builder), [[1, 2]])
})

t.test('a removed middle splits the chain, and the parts have their own earliest', async t => {
  const { builder, contents } = chain([8, 8, 8, 8])
  builder.remove(contents[2]!)
  t.strictSame(partitionOf(builder), [
    [1, 2],
    [4, 5]
  ])
  const { index } = builder
  t.equal(index.documents.created.get(index.earliest(index.clusterOf(contents[4]!))), 4)
  t.equal(index.graph.degree(contents[1]!), 1)
  t.equal(index.graph.size, 2)
})

t.test('copies hold a cluster together until the last is gone', async t => {
  const { builder, contents } = chain([8, 8])
  const copy = builder.document(contents[1]!, 7)
  builder.index.removeDocument(builder.index.contents.firstCopy(contents[1]!))
  t.strictSame(partitionOf(builder), [[1, 3, 7]])
  builder.index.removeDocument(copy)
  builder.index.removeContent(contents[1]!)
  t.strictSame(partitionOf(builder), [[1], [3]])
})

t.test('documents of a content are in the order of creation, whatever order they came in', async t => {
  const builder = new ClusterBuilder()
  const content = builder.content()
  for (const created of [5, 1, 9, 3]) builder.document(content, created)
  const { index } = builder
  t.strictSame(
    [...index.contents.members(content)].map(document => index.documents.created.get(document)),
    [1, 3, 5, 9]
  )
  const cluster = index.clusterOf(content)
  t.strictSame([index.documents.created.get(index.earliest(cluster)), index.size(cluster)], [1, 4])
})

t.test('tables give back the facts that they were given', async t => {
  const { index } = new ClusterBuilder()
  for (const shingleCount of [undefined, 0, 1, 70_000]) {
    for (const isTruncated of [false, true]) {
      const facts = { number: 2 ** 40, shingleCount, isTruncated }
      t.strictSame(index.contents.facts(index.addContent(facts, [])), facts)
    }
  }
  const content = index.addContent({ number: 3, shingleCount: 1, isTruncated: false }, [])
  for (const retentionSeconds of [undefined, 1, 2 ** 32 - 1]) {
    const times = { updatedAt: 1_767_225_600_123, retainedFrom: 1_767_225_600_124, retentionSeconds }
    const facts = { number: 2 ** 40 + 1, created: 2 ** 40, content, textBytes: 2 ** 24, ...times }
    t.strictSame(index.documents.facts(index.addDocument(facts)), facts)
  }
  t.equal([...index.documents.numbers()].length, 3)
  t.equal([...index.contents.numbers()].length, 9)
})

t.test('a match carries its overlap and its score, the same from both sides', async t => {
  const builder = new ClusterBuilder()
  const { graph } = builder.index
  const [left, right, unknown] = [builder.content(4), builder.content(5), builder.content()]
  builder.index.connect(left, right, { equalSlots: 6, shared: 3 })
  builder.index.connect(left, unknown, { equalSlots: 7, shared: undefined })
  for (const edge of [graph.between(left, right), graph.between(right, left)]) {
    t.strictSame(graph.overlap(edge), { equalSlots: 6, shared: 3 })
    t.strictSame([graph.score(edge), graph.strength(edge)], [{ similarity: 0.5, estimate: 0.6 }, 0.5])
  }
  const edge = graph.between(unknown, left)
  t.strictSame([graph.score(edge), graph.strength(edge)], [{ similarity: null, estimate: 0.7 }, 0.7])
  t.equal(graph.between(right, unknown), 0)
})

t.test('a cut keeps the matches that reach the threshold, itself included', async t => {
  const { builder, contents } = chain([9, 6, 7])
  const [cluster] = builder.clusters
  const cut = (threshold: number) =>
    canonical(atOnce(cutCluster(builder.index, cluster!, threshold)).map(part => builder.created(part)))
  t.strictSame(cut(0.6), [[1, 2, 3, 4]])
  const halves = [
    [1, 2],
    [3, 4]
  ]
  t.strictSame([cut(0.61), cut(0.7)], [halves, halves])
  t.strictSame(cut(0.9), [[1, 2], [3], [4]])
  t.strictSame(cut(1), [[1], [2], [3], [4]])
  const part = atOnce(partAround(builder.index, contents[3]!, 0.65))
  t.strictSame([part.size, builder.created(part)], [2, [3, 4]])
})

t.test('a change moves clusters once, at its end, and also when it throws', async t => {
  const { builder, contents } = chain([8])
  const { index } = builder
  t.throws(
    () =>
      index.change(() => {
        index.change(() => builder.document(contents[0]!, 9, { updatedAt: 5 }))
        builder.document(contents[1]!, 10, { updatedAt: 7 })
        throw new Error('in the middle')
      }),
    { message: 'in the middle' }
  )
  const [cluster] = builder.clusters
  t.strictSame([index.size(cluster!), index.updatedAt(cluster!)], [4, 7])
  t.strictSame([...index.orders.bySize([0, 0])], [cluster])
  t.equal(
    index.change(() => 'a result'),
    'a result'
  )
})

t.test('what is removed and put back in reverse order has the slots it had', async t => {
  const { builder, contents } = chain([9, 8, 7, 6, 5])
  const { index } = builder
  const copy = builder.document(contents[2]!, 100)
  const before = partitionOf(builder)
  const undo: (() => void)[] = []
  for (const content of [contents[2], contents[0], contents[3], contents[5]] as number[]) {
    for (const document of [...index.contents.members(content)].reverse()) {
      const facts = index.documents.facts(document)
      index.removeDocument(document)
      undo.push(() => t.equal(index.addDocument(facts), document))
    }
    const facts = index.contents.facts(content)
    const matches = Array.from(
      index.graph.edges(content),
      edge => [index.graph.target(edge), index.graph.overlap(edge)] as const
    )
    index.removeContent(content)
    undo.push(() => t.equal(index.addContent(facts, matches), content))
  }
  t.strictSame(partitionOf(builder), [[2], [5]])
  for (const step of undo.reverse()) step()
  t.strictSame(partitionOf(builder), before)
  t.ok(index.documents.has(copy))
})

t.test('an index is the same after its columns and counters were saved and loaded', async t => {
  const { builder, contents } = chain([9, 6, 7, 8])
  builder.index.setTruncated(contents[1]!, true)
  builder.remove(contents[3]!)
  const { index } = builder
  const other = new ClusterBuilder().index
  for (const [at, column] of other.columns.entries()) column.load(index.columns[at]!.chunks)
  other.restore(index.counters)
  t.throws(() => other.restore([...index.counters, 0]), RangeError)
  t.strictSame(other.counters, index.counters)
  for (const content of contents.filter(content => content !== contents[3])) {
    const whole = (from: typeof index) => ({ ...wholeCluster(from, from.clusterOf(content)) })
    t.strictSame(whole(other), whole(index))
    t.strictSame(atOnce(partAround(other, content, 0.8)), atOnce(partAround(index, content, 0.8)))
  }
  t.strictSame([other.count, other.tallies.multiple, other.tallies.truncatedDocuments], [2, 1, 1])
})
