import assert from 'node:assert/strict'
import type { ClusterIndex } from '../../src/cluster/cluster-index.ts'
import { type ClusterPart, cutCluster, partAround, wholeCluster } from '../../src/cluster/cluster-part.ts'
import { similarityBins } from '../../src/cluster/cluster-tallies.ts'
import { atOnce } from '../../src/cluster/steps.ts'
import { type NaiveCluster, type NaiveClusters, slotCount } from './naive-clusters.ts'

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b)

/** A part in one form, whatever order its contents came in. */
function plain({ contents, size, earliest, longest, updatedAt, isTruncated }: ClusterPart | NaiveCluster) {
  return { contents: ascending(contents), size, earliest, longest, updatedAt, isTruncated }
}

const inOneOrder = (parts: readonly (ClusterPart | NaiveCluster)[]) =>
  parts.map(plain).sort((a, b) => (a.contents[0] as number) - (b.contents[0] as number))

/** Compares all that an index tells of its clusters with a search from scratch. */
export function checkClusters(index: ClusterIndex, naive: NaiveClusters): void {
  const expected = naive.clusters(0)
  const clusters = expected.map(({ contents }) => index.clusterOf(contents[0] as number))
  assert.equal(new Set(clusters).size, clusters.length, 'each has a slot of its own')
  for (const [at, cluster] of clusters.entries()) {
    const { contents } = expected[at] as NaiveCluster
    for (const content of contents) assert.equal(index.clusterOf(content), cluster)
    assert.deepEqual(plain(wholeCluster(index, cluster)), plain(expected[at] as NaiveCluster))
    assert.equal(index.contentCount(cluster), contents.length)
  }
  assert.equal(index.count, clusters.length)
  assert.equal(index.graph.size, [...naive.matches.values()].reduce((sum, { size }) => sum + size, 0) / 2)
  for (const content of naive.contents.keys()) {
    assert.deepEqual([...index.contents.members(content)], naive.members(content))
    assert.equal(index.contents.copies.get(content), naive.members(content).length)
    assert.equal(index.contents.firstCopy(content), naive.members(content)[0] ?? 0)
    assert.equal(index.graph.degree(content), naive.matches.get(content)?.size)
  }
  checkTallies(index, naive, expected)
}

function checkTallies({ tallies }: ClusterIndex, naive: NaiveClusters, expected: readonly NaiveCluster[]): void {
  const sizes = new Array(32).fill(0)
  for (const { size } of expected) if (size > 0) sizes[Math.floor(Math.log2(size))]++
  assert.deepEqual(tallies.sizes, sizes)
  assert.equal(tallies.multiple, expected.filter(({ size }) => size > 1).length)
  const similarities = new Array(similarityBins).fill(0)
  const binsOfSlot = similarityBins / slotCount
  for (const slots of naive.pairStrengths()) similarities[Math.min(similarityBins - 1, slots * binsOfSlot)]++
  assert.deepEqual(tallies.similarities, similarities)
  const isCut = ({ content }: { content: number }) => naive.contents.get(content)?.isTruncated
  assert.equal(tallies.truncatedDocuments, [...naive.documents.values()].filter(isCut).length)
}

/** Compares the orders from their beginning, after every cluster, and from other places. */
export function checkOrders({ orders, clusterOf }: ClusterIndexOrders, naive: NaiveClusters): void {
  const clusters = naive.clusters(0).filter(({ size }) => size > 0)
  const created = ({ earliest }: NaiveCluster): number => naive.created(earliest)
  const slotsOf = (list: readonly NaiveCluster[]) => list.map(({ contents }) => clusterOf(contents[0] as number))
  const multiple = clusters.filter(({ size }) => size > 1)
  assert.equal(orders.largest, Math.max(1, ...clusters.map(({ size }) => size)))
  const places = [0, ...clusters.map(created), Number.POSITIVE_INFINITY]
  const bySize = multiple.toSorted((a, b) => a.size - b.size || created(a) - created(b))
  const descending = multiple.toSorted((a, b) => b.size - a.size || created(a) - created(b))
  for (const size of new Set([0, 1, orders.largest + 1, ...clusters.map(cluster => cluster.size)])) {
    for (const place of places) {
      const isLater = (cluster: NaiveCluster) => cluster.size === size && created(cluster) > place
      const after = bySize.filter(cluster => cluster.size > size || isLater(cluster))
      assert.deepEqual([...orders.bySize([size, place])], slotsOf(after))
      const below = descending.filter(cluster => cluster.size < size || isLater(cluster))
      assert.deepEqual([...orders.bySizeDescending([size, place])], slotsOf(below))
    }
  }
  const byUpdate = clusters.toSorted((a, b) => b.updatedAt - a.updatedAt || created(a) - created(b))
  for (const time of new Set([0, Number.POSITIVE_INFINITY, ...clusters.map(({ updatedAt }) => updatedAt)])) {
    for (const place of places) {
      const isOlder = ({ updatedAt }: NaiveCluster) => updatedAt < time
      const isLater = (cluster: NaiveCluster) => cluster.updatedAt === time && created(cluster) > place
      const after = byUpdate.filter(cluster => isOlder(cluster) || isLater(cluster))
      assert.deepEqual([...orders.byUpdate([time, place])], slotsOf(after.filter(({ size }) => size > 1)))
      assert.deepEqual([...orders.singlesByUpdate([time, place])], slotsOf(after.filter(({ size }) => size === 1)))
    }
  }
}

type ClusterIndexOrders = Pick<ClusterIndex, 'orders'> & { readonly clusterOf: (content: number) => number }

/** Large clusters, and no others, know their documents in order. */
export function checkLarge(index: ClusterIndex, naive: NaiveClusters, largeSize = 256): void {
  for (const { contents, size } of naive.clusters(0)) {
    const cluster = index.clusterOf(contents[0] as number)
    const found = index.documentsAfter(cluster, 0)
    if (size > largeSize) assert.ok(found !== undefined, 'a large cluster has orders')
    if (size <= largeSize / 2) assert.equal(found, undefined)
    if (found === undefined) continue
    const members = contents.flatMap(content => naive.members(content))
    assert.deepEqual(
      [...found],
      members.sort((a, b) => naive.created(a) - naive.created(b))
    )
  }
  assert.equal(index.figures.parts.length, 3 * index.figures.large.length)
}

/** Cut at any threshold each cluster gives what a search from scratch gives. */
export function checkAllCuts(index: ClusterIndex, naive: NaiveClusters): void {
  for (let slots = 0; slots <= slotCount; slots++) checkCuts(index, naive, slots)
}

function checkCuts(index: ClusterIndex, naive: NaiveClusters, slots: number): void {
  const expected = naive.clusters(slots)
  const whole = new Set([...naive.contents.keys()].map(content => index.clusterOf(content)))
  const parts = [...whole].flatMap(cluster => atOnce(cutCluster(index, cluster, slots / slotCount)))
  assert.deepEqual(inOneOrder(parts), inOneOrder(expected))
  for (const part of expected) {
    for (const content of part.contents) {
      assert.deepEqual(plain(atOnce(partAround(index, content, slots / slotCount))), plain(part))
    }
  }
}
