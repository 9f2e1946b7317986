import type { Test } from 'tap'
import type { ClusterView, SingleClusterView } from '../../../src/store/clusters.ts'
import { type Engine, type OpenedStore, openStore } from './engine.ts'

const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')
/** Texts of 13 words, each one word further than the last: neighbours share 10 of 12 shingles. */
const step = (by: number): string => [...words, ...words.map(word => `${word}th`)].slice(by, by + 13).join(' ')
const neighbours = 10 / 12
const overNext = 9 / 13

const get = ({ store }: OpenedStore, id: string, threshold = 0.6): Promise<SingleClusterView> =>
  store.getCluster('news', id, { threshold, cursor: undefined, limit: 10 })

/** Clusters: rules 3 to 5 of the contract. */
export async function clusterRules(t: Test, engine: Engine): Promise<void> {
  await t.test('a cluster shows its members, its pairs and its similarities', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const started = opened.clock.now
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      await collection.put(id, step(at), { url: `https://example.org/${id}`, title: `Title ${id}` })
      opened.clock.advance(1000)
    }
    await collection.put('alone', 'gulls wheeled over cold grey water')
    const [cluster, ...rest] = await collection.clusters({ minSize: 2 })
    t.strictSame(rest, [])
    const member = (id: string, similarity: number, at: number) => ({
      id,
      similarity,
      url: `https://example.org/${id}`,
      title: `Title ${id}`,
      ingestedAt: started + at * 1000
    })
    const { members, pairs, similarity, id, ...view } = cluster as ClusterView
    t.strictSame(view, {
      size: 3,
      representative: 'a',
      createdAt: started,
      updatedAt: started + 2000,
      truncated: false,
      truncatedBy: [],
      nextCursor: undefined
    })
    t.strictSame(
      members.map(({ estimate, ...rest }) => rest),
      [member('a', 1, 0), member('b', neighbours, 1), member('c', overNext, 2)]
    )
    t.strictSame(pairs.map(({ a, b, similarity }) => [a, b, similarity]).sort(), [
      ['a', 'b', neighbours],
      ['a', 'c', overNext],
      ['b', 'c', neighbours]
    ])
    t.strictSame([similarity?.min, similarity?.max], [overNext, neighbours])
    t.ok(Math.abs((similarity?.mean ?? 0) - (2 * neighbours + overNext) / 3) < 1e-12)
    const single = await get(opened, id)
    const { toRepresentative, ...same } = single
    t.strictSame(same, cluster)
    t.equal(toRepresentative?.min, overNext)
    t.ok(Math.abs((toRepresentative?.mean ?? 0) - (neighbours + overNext) / 2) < 1e-12)
  })

  await t.test('a chain is one cluster, and toRepresentative shows that its ends are strangers', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 15; at++) await collection.put(`${at}`, step(at))
    const [cluster] = await collection.clusters()
    t.equal(cluster?.size, 15)
    const { toRepresentative, members, nextCursor } = await get(opened, cluster?.id as string)
    t.equal(toRepresentative?.min, 0)
    t.equal(members.length, 10)
    t.type(nextCursor, 'string')
    t.strictSame(
      await collection.membersOf(cluster?.id as string, 0.6, 4),
      Array.from({ length: 15 }, (_, at) => `${at}`)
    )
  })

  await t.test('a singleton is a cluster without similarities', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const { cluster } = await collection.put('a', step(0))
    const view = await get(opened, cluster.id)
    t.strictSame([view.size, view.similarity, view.pairs, view.toRepresentative], [1, null, [], null])
    t.strictSame(await collection.clusters({ minSize: 2 }), [])
    t.equal((await collection.clusters({ minSize: 1 })).length, 1)
  })

  await t.test(
    'growth keeps the id, a merge keeps the older one, and every former id leads to the cluster of now',
    async t => {
      const opened = await openStore(t, engine)
      const collection = await opened.create()
      const first = (await collection.put('0', step(0))).cluster
      t.equal((await collection.put('1', step(1))).cluster.id, first.id)
      const second = (await collection.put('6', step(6))).cluster
      const third = (await collection.put('5', step(5))).cluster
      t.equal(third.id, second.id)
      t.not(second.id, first.id)
      const alone = (await collection.put('9', 'gulls wheeled over cold grey water')).cluster
      const merged = (await collection.put('3', step(3))).cluster
      t.strictSame(merged, { id: first.id, size: 5, representative: '0' })
      await opened.reopen()
      for (const id of [first.id, second.id]) {
        const view = await get(opened, id)
        t.strictSame([view.id, view.size, view.representative], [first.id, 5, '0'])
      }
      t.equal((await get(opened, alone.id)).size, 1)
    }
  )

  await t.test('deleting what held a cluster together splits it, and each part has its own id', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const ids: string[] = []
    for (const at of [0, 4, 2]) ids.push((await collection.put(`${at}`, step(at))).cluster.id)
    t.strictSame(await collection.partition(), [['0', '2', '4']])
    await collection.remove('2')
    t.strictSame(await collection.partition(), [['0'], ['4']])
    t.strictSame((await get(opened, ids[0] as string)).representative, '0')
    t.strictSame((await get(opened, ids[1] as string)).representative, '4')
    await opened.reopen()
    t.strictSame(await collection.in(opened.store).partition(), [['0'], ['4']])
    t.equal((await collection.in(opened.store).put('2', step(2))).cluster.id, ids[0])
  })

  await t.test('deleting the earliest gives the rest an id of its own, and the old one is gone', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const { cluster } = await collection.put('0', step(0))
    await collection.put('1', step(1))
    await collection.put('2', step(2))
    await collection.remove('0')
    await t.rejects(get(opened, cluster.id), { code: 'CLUSTER_NOT_FOUND' })
    const [rest] = await collection.clusters()
    t.not(rest?.id, cluster.id)
    t.strictSame([rest?.size, rest?.representative], [2, '1'])
  })

  await t.test('an id that was never a cluster is not found', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const other = await opened.create('other')
    await collection.put('a', step(0))
    const { cluster } = await other.put('a', step(0))
    for (const id of ['', 'c', 'zz', '0', 'c-1', 'c1e3', '__proto__', cluster.id, 'c'.repeat(600), 'a']) {
      await t.rejects(get(opened, id), { code: 'CLUSTER_NOT_FOUND' }, id)
    }
  })

  await t.test('a higher threshold cuts clusters, with ids, pairs and similarities of their own', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const at of [0, 2, 3, 5, 6]) await collection.put(`${at}`, step(at))
    t.strictSame(await collection.partition(0.6), [['0', '2', '3', '5', '6']])
    t.strictSame(await collection.partition(overNext), [['0', '2', '3', '5', '6']])
    t.strictSame(await collection.partition(0.7), [['0'], ['2', '3'], ['5', '6']])
    t.strictSame(await collection.partition(0.9), [['0'], ['2'], ['3'], ['5'], ['6']])
    const parts = await collection.clusters({ threshold: 0.7, minSize: 2 })
    t.strictSame(
      parts.map(({ size, representative, similarity, pairs }) => [size, representative, similarity, pairs.length]),
      [
        [2, '2', { min: neighbours, mean: neighbours, max: neighbours }, 1],
        [2, '5', { min: neighbours, mean: neighbours, max: neighbours }, 1]
      ]
    )
    for (const part of parts) {
      t.strictSame((await get(opened, part.id, 0.7)).representative, part.representative)
    }
    t.equal(new Set(parts.map(({ id }) => id)).size, 2)
    const around = await Promise.all(parts.map(({ id }) => get(opened, id, 0.6)))
    t.strictSame(
      around.map(({ size }) => size),
      [5, 5],
      'the id of a part finds the whole at a lower threshold'
    )
  })

  await t.test('a cluster of more than twenty pairs says that it shows only the strongest', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let copy = 0; copy < 7; copy++) await collection.put(`${copy}`, step(0))
    const [cluster] = await collection.clusters()
    t.strictSame([cluster?.pairs.length, cluster?.truncated, cluster?.truncatedBy], [20, true, ['page']])
    await collection.remove('6')
    const [smaller] = await collection.clusters()
    t.strictSame([smaller?.pairs.length, smaller?.truncated, smaller?.truncatedBy], [15, false, []])
  })

  await t.test('an update that leaves a cluster is seen in both', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const at of [0, 2, 4]) await collection.put(`${at}`, step(at))
    await collection.put('2', step(15))
    t.strictSame(await collection.partition(), [['0'], ['2'], ['4']])
    await collection.put('2', step(5))
    t.strictSame(await collection.partition(), [['0'], ['2', '4']])
    const [pair] = await collection.clusters()
    t.equal(pair?.representative, '2', 'which was created before 4')
  })

  await t.test('stats count documents, clusters, matches and bytes', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const at of [0, 1, 2, 15]) await collection.put(`${at}`, step(at))
    await collection.put('copy', step(15))
    await collection.put('wide', '東京')
    await opened.reopen()
    const stats = await opened.store.stats('news')
    const bytes = [0, 1, 2, 15, 15].reduce((sum, at) => sum + Buffer.byteLength(step(at)), 6)
    t.strictSame(
      [stats.documents, stats.clusters, stats.duplicates, stats.bytes, stats.truncatedDocuments],
      [6, 2, 3, bytes, 0]
    )
    const filled = (bins: typeof stats.clusterSizes) => bins.filter(({ count }) => count > 0)
    t.strictSame(
      filled(stats.clusterSizes).map(({ from, to, count }) => [from, to, count]),
      [
        [1, 2, 1],
        [2, 4, 2]
      ]
    )
    t.strictSame(
      filled(stats.matchSimilarities).map(({ from, to, count }) => [from, to, count]),
      [
        [0.65, 0.7, 1],
        [0.8, 0.85, 2],
        [0.95, 1, 1]
      ]
    )
    const { counts } = await opened.store.getCollection('news')
    t.strictSame(counts, { documents: 6, clusters: 2, duplicates: 3 })
  })
}
