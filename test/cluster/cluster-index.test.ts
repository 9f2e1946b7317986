import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type Cluster, ClusterIndex, type Content, cutAround, cutCluster } from '../../src/cluster/cluster-index.ts'
import { decisive } from '../../src/cluster/score.ts'
import { membersOf } from '../helpers/cluster-members.ts'
import { canonical, components } from '../helpers/components.ts'
import { holds } from '../helpers/property.ts'

interface Document {
  readonly created: number
}

const slotCount = 10

/** Tells a match of a given estimate; no shingles are known. */
const overlap = (estimate: number) => ({ equalSlots: Math.round(estimate * slotCount), shared: undefined })
const createdOf = (cluster: Cluster<Document>): number[] => membersOf(cluster).map(({ member }) => member.created)
const partitionOf = (index: ClusterIndex<Document>): number[][] => canonical([...index.clusters].map(createdOf))

function chain(index: ClusterIndex<Document>, estimates: readonly number[]): Content<Document>[] {
  const contents = [0, ...estimates].map((_, number) => index.addContent(number, undefined))
  for (const [number, content] of contents.entries()) index.addMember(content, { created: number })
  for (const [at, estimate] of estimates.entries()) index.connect(contents[at]!, contents[at + 1]!, overlap(estimate))
  return contents
}

t.test('a content is nowhere until it has a member', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const [first] = chain(index, [])
  const content = index.addContent(1, 3)
  index.connect(first!, content, overlap(0.8))
  t.strictSame(partitionOf(index), [[0]])
  t.strictSame(createdOf(cutAround(first!, 0)), [0])
  index.addMember(content, { created: 1 })
  t.strictSame(partitionOf(index), [[0, 1]])
})

t.test('a removed middle splits the chain, and the parts have their own earliest', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const contents = chain(index, [0.8, 0.8, 0.8, 0.8])
  index.removeMember(contents[2]!, contents[2]!.members[0]!)
  t.strictSame(partitionOf(index), [
    [0, 1],
    [3, 4]
  ])
  t.equal(index.clusterOf(contents[4]!).earliest.created, 3)
  t.equal(contents[1]!.matches.size, 1)
  t.equal(contents[2]!.matches.size, 0)
})

t.test('copies hold a content together until the last is gone', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const contents = chain(index, [0.8, 0.8])
  const copy = { created: 7 }
  index.addMember(contents[1]!, copy)
  index.removeMember(contents[1]!, contents[1]!.members[0]!)
  t.strictSame(partitionOf(index), [[0, 2, 7]])
  index.removeMember(contents[1]!, copy)
  t.strictSame(partitionOf(index), [[0], [2]])
})

t.test('members are in the order of creation, whatever order they came in', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const content = index.addContent(0, 1)
  for (const created of [5, 1, 9, 3]) index.addMember(content, { created })
  t.strictSame(
    content.members.map(({ created }) => created),
    [1, 3, 5, 9]
  )
  t.equal(index.clusterOf(content).earliest.created, 1)
  t.equal(index.clusterOf(content).size, 4)
})

t.test('a match carries its overlap and its score, the same from both sides', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const [left, right, unknown] = [index.addContent(0, 4), index.addContent(1, 5), index.addContent(2, undefined)]
  index.connect(left, right, { equalSlots: 6, shared: 3 })
  index.connect(left, unknown, { equalSlots: 7, shared: undefined })
  t.strictSame(left.matches.get(right), { overlap: { equalSlots: 6, shared: 3 }, similarity: 0.5, estimate: 0.6 })
  t.strictSame(right.matches.get(left), left.matches.get(right))
  t.strictSame(unknown.matches.get(left)?.similarity, null)
})

t.test('a cut keeps the matches that reach the threshold, itself included', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const contents = chain(index, [0.9, 0.6, 0.7])
  const [cluster] = index.clusters
  const cut = (threshold: number) => canonical(cutCluster(cluster!, threshold).map(createdOf))
  t.strictSame(cut(0.6), [[0, 1, 2, 3]])
  t.strictSame(cut(0.61), [
    [0, 1],
    [2, 3]
  ])
  t.strictSame(cut(0.7), [
    [0, 1],
    [2, 3]
  ])
  t.strictSame(cut(0.9), [[0, 1], [2], [3]])
  t.strictSame(cut(1), [[0], [1], [2], [3]])
  const part = cutAround(contents[3]!, 0.65)
  t.strictSame([part.size, part.earliest.created, createdOf(part)], [2, 2, [2, 3]])
})

/** What ClusterIndex must be: a list of documents and a list of matches, searched anew each time. */
class NaiveClusters {
  readonly contents: { content: Content<Document>; created: number[] }[] = []
  readonly matches: { left: Content<Document>; right: Content<Document>; strength: number }[] = []

  partition(threshold: number): number[][] {
    const parts = components(this.contents, (a, b) =>
      this.matches.some(match => match.left === a.content && match.right === b.content && match.strength >= threshold)
    )
    return canonical(parts.map(part => part.flatMap(({ created }) => created)))
  }

  remove(position: number): void {
    const [gone] = this.contents.splice(position, 1)
    for (let at = this.matches.length - 1; at >= 0; at--) {
      const { left, right } = this.matches[at]!
      if (left === gone?.content || right === gone?.content) this.matches.splice(at, 1)
    }
  }
}

const operation = fc.record({
  kind: fc.constantFrom('content', 'copy', 'connect', 'connect', 'connect', 'remove'),
  x: fc.nat({ max: 1000 }),
  y: fc.nat({ max: 1000 }),
  strength: fc.integer({ min: 5, max: 10 }).map(slots => slots / slotCount),
  created: fc.nat({ max: 100_000 })
})
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never

function apply(index: ClusterIndex<Document>, naive: NaiveClusters, operation: Operation, number: number): void {
  const { kind, x, y, strength, created } = operation
  const at = (place: number) => naive.contents[place % naive.contents.length]!
  if (naive.contents.some(({ created: taken }) => taken.includes(created))) return
  if (kind === 'content' || naive.contents.length === 0) {
    const content = index.addContent(number, undefined)
    index.addMember(content, { created })
    naive.contents.push({ content, created: [created] })
  } else if (kind === 'copy') {
    index.addMember(at(x).content, { created })
    at(x).created.push(created)
  } else if (kind === 'connect' && at(x) !== at(y) && !at(x).content.matches.has(at(y).content)) {
    index.connect(at(x).content, at(y).content, overlap(strength))
    naive.matches.push({ left: at(x).content, right: at(y).content, strength })
  } else if (kind === 'remove') {
    const owner = at(x)
    const member = owner.content.members[y % owner.content.members.length]!
    index.removeMember(owner.content, member)
    owner.created.splice(owner.created.indexOf(member.created), 1)
    if (owner.created.length === 0) naive.remove(naive.contents.indexOf(owner))
  }
}

t.test('equals a search from scratch after every step, at every threshold', async t => {
  await holds(
    t,
    fc.property(fc.array(operation, { maxLength: 60, size: 'max' }), operations => {
      const index = new ClusterIndex<Document>(slotCount)
      const naive = new NaiveClusters()
      for (const [number, operation] of operations.entries()) {
        apply(index, naive, operation, number)
        assert.deepEqual(partitionOf(index), naive.partition(0))
        for (const cluster of index.clusters) {
          const created = createdOf(cluster)
          assert.equal(cluster.size, created.length)
          assert.equal(cluster.earliest.created, Math.min(...created))
        }
      }
      let coarser = [...index.clusters]
      for (const threshold of [0.5, 0.6, 0.75, 0.9, 1]) {
        const parts = [...index.clusters].flatMap(cluster => cutCluster(cluster, threshold))
        assert.deepEqual(canonical(parts.map(createdOf)), naive.partition(threshold))
        assert.deepEqual(
          canonical(coarser.flatMap(part => cutCluster(part, threshold)).map(createdOf)),
          naive.partition(threshold)
        )
        for (const part of parts) {
          for (const content of part.contents)
            assert.deepEqual(createdOf(cutAround(content, threshold)), createdOf(part))
        }
        coarser = parts
      }
    }),
    { numRuns: 150 }
  )
})

t.test('ten thousand copies and a chain of ten thousand are handled', async t => {
  const index = new ClusterIndex<Document>(slotCount)
  const contents = chain(index, new Array(9999).fill(0.8))
  for (let copy = 0; copy < 10_000; copy++) index.addMember(contents[0]!, { created: 10_000 + copy })
  const [cluster] = index.clusters
  t.equal(cluster?.size, 20_000)
  index.removeMember(contents[5000]!, contents[5000]!.members[0]!)
  t.strictSame(
    [...index.clusters].map(({ size }) => size).sort((a, b) => a - b),
    [4999, 15_000]
  )
  t.equal(decisive(contents[0]!.matches.get(contents[1]!)!), 0.8)
})
