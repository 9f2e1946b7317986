import type { Test } from 'tap'
import type { ClusterOrder, ClusterView } from '../../../src/store/clusters.ts'
import { Random } from '../../helpers/random.ts'
import { allItems, type TestCollection } from '../../helpers/test-collection.ts'
import { type Engine, openStore } from './engine.ts'

const invalid = { name: 'DoppelError', code: 'INVALID_REQUEST' }
const orders: readonly ClusterOrder[] = ['-size', 'size', '-updatedAt']
const numbered = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
/** A text that is like no other number's. */
const textOf = (name: string | number) => `${name}a ${name}b ${name}c ${name}d ${name}e`

/** Listings: rule 10 of the contract. */
export async function pagingRules(t: Test, engine: Engine): Promise<void> {
  await t.test('documents that stay are listed exactly once while others come, change and go', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 60; at++) await collection.put(at % 3 === 0 ? `stays ${at}` : `goes ${at}`, textOf(at))
    const random = new Random(3)
    let next = 60
    const seen = await allItems(async cursor => {
      const page = await opened.store.listDocuments('news', { cursor, limit: 4 })
      await collection.put(`new ${next}`, textOf(next++))
      const goes = (await collection.documents(50)).filter(({ id }) => id.startsWith('goes'))
      if (goes.length > 3) await collection.remove(random.pick(goes).id)
      if (goes.length > 3) await collection.put(goes[1]!.id, textOf(next++))
      return page
    })
    const stayed = seen.filter(({ id }) => id.startsWith('stays')).map(({ id }) => id)
    t.strictSame(
      stayed,
      Array.from({ length: 20 }, (_, at) => `stays ${at * 3}`)
    )
    t.equal(new Set(seen.map(({ id }) => id)).size, seen.length, 'and nothing twice')
    t.ok(
      seen.every(({ text }) => text === undefined),
      'without texts'
    )
  })

  for (const order of orders) {
    for (const threshold of [0.6, 0.9]) {
      await t.test(
        `clusters by ${order} cut at ${threshold} that stay are listed exactly once while others change`,
        async t => {
          const opened = await openStore(t, engine)
          const collection = await opened.create()
          const world = new ChangingClusters(collection, () => opened.clock.advance(1000))
          await world.fill()
          const seen = await allItems(async cursor => {
            const query = { threshold, minSize: 1, order, limit: 3, cursor }
            const { clusters, nextCursor } = await opened.store.listClusters('news', query)
            for (let change = 0; change < 3; change++) await world.change()
            return { items: clusters, nextCursor }
          })
          const stayed = seen.filter(({ representative }) => representative.startsWith('stays'))
          t.strictSame(
            stayed.map(({ representative, size }) => `${representative} ${size}`).sort(),
            numbered(12, 'stays ')
              .map((name, at) => `${name} 0 ${(at % 4) + 1}`)
              .sort()
          )
          const values = stayed.map(cluster => (order === '-updatedAt' ? cluster.updatedAt : cluster.size))
          const sorted = values.toSorted((a, b) => (order === 'size' ? a - b : b - a))
          t.strictSame(values, sorted, 'in their order')
        }
      )
    }
  }

  await t.test('clusters are listed in order, from the least size asked for', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const sizes = [3, 1, 4, 1, 5, 2, 2]
    for (const [at, size] of sizes.entries()) {
      for (const id of numbered(size, `${at} `)) await collection.put(id, textOf(at))
      opened.clock.advance(1000)
    }
    await collection.put('0 0', textOf(0), { title: 'updated last' })
    const listed = async (order: ClusterOrder, minSize: number): Promise<number[]> =>
      (await collection.clusters({ order, minSize, limit: 2 })).map(({ representative }) => Number(representative[0]))
    t.strictSame(
      (await listed('-size', 1)).map(at => sizes[at]),
      [5, 4, 3, 2, 2, 1, 1]
    )
    t.strictSame(
      (await listed('size', 1)).map(at => sizes[at]),
      [1, 1, 2, 2, 3, 4, 5]
    )
    t.strictSame(await listed('-updatedAt', 1), [0, 6, 5, 4, 3, 2, 1])
    t.strictSame(
      (await listed('-size', 3)).map(at => sizes[at]),
      [5, 4, 3]
    )
    t.strictSame(await listed('size', 6), [])
  })

  await t.test('members that stay are listed exactly once while others come and go', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 30; at++) await collection.put(at % 3 === 0 ? `stays ${at}` : `goes ${at}`, textOf(0))
    const { cluster } = await collection.get('stays 0')
    const gone = [1, 5, 7, 11, 13, 17, 19, 23]
    const seen = await allItems(async cursor => {
      const page = await opened.store.getCluster('news', cluster.id, { threshold: 0.6, cursor, limit: 4 })
      const at = gone.shift()
      if (at !== undefined) {
        await collection.remove(`goes ${at}`)
        await collection.put(`new ${at}`, textOf(0))
      }
      return { items: page.members, nextCursor: page.nextCursor }
    })
    const stayed = seen.map(({ id }) => id).filter(id => id.startsWith('stays'))
    t.strictSame(
      stayed,
      Array.from({ length: 10 }, (_, at) => `stays ${at * 3}`)
    )
    t.equal(new Set(seen.map(({ id }) => id)).size, seen.length)
  })

  await t.test('collections that stay are listed exactly once, in order of name', async t => {
    const opened = await openStore(t, engine)
    for (const name of ['b', 'd', 'f', 'h', 'z_9', 'a-1', 'c', 'e']) await opened.create(name)
    const changes = [() => opened.create('a'), () => opened.store.deleteCollection('c'), () => opened.create('g')]
    const seen = await allItems(async cursor => {
      const page = await opened.store.listCollections({ cursor, limit: 2 })
      await changes.shift()?.()
      return page
    })
    const names = seen.map(({ name }) => name)
    t.strictSame(names, names.toSorted())
    const stay = ['a-1', 'b', 'd', 'default', 'e', 'f', 'h', 'z_9']
    t.strictSame(
      names.filter(name => stay.includes(name)),
      stay
    )
    t.equal(new Set(names).size, names.length)
  })

  await t.test('a page that ends with the last item has no next page', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 4; at++) await collection.put(`${at}`, textOf(at))
    const nexts = async (limit: number): Promise<boolean[]> => {
      const page = { cursor: undefined, limit }
      const query = { ...page, threshold: 0.6, minSize: 1, order: '-size' } as const
      const documents = await opened.store.listDocuments('news', page)
      const clusters = await opened.store.listClusters('news', query)
      return [documents.nextCursor !== undefined, clusters.nextCursor !== undefined]
    }
    t.strictSame(
      [await nexts(3), await nexts(4), await nexts(5)],
      [
        [true, true],
        [false, false],
        [false, false]
      ]
    )
    t.equal((await opened.store.listCollections({ cursor: undefined, limit: 2 })).nextCursor, undefined)
  })

  await t.test('a cursor that is not of this listing is refused', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const id of ['a', 'b', 'c']) await collection.put(id, textOf(id))
    for (const id of ['d', 'e']) await collection.put(id, textOf('a'))
    const { store } = opened
    const query = { threshold: 0.6, minSize: 1, order: '-size', limit: 1 } as const
    const { clusters, nextCursor: clusterCursor } = await store.listClusters('news', { ...query, cursor: undefined })
    const { nextCursor: documentCursor } = await store.listDocuments('news', { cursor: undefined, limit: 1 })
    const { nextCursor: collectionCursor } = await store.listCollections({ cursor: undefined, limit: 1 })
    const bad = ['', 'x', 'bm9uc2Vuc2U', '[]', '%', '\u0000', 'A'.repeat(5000)]
    for (const cursor of [...bad, clusterCursor, collectionCursor]) {
      await t.rejects(store.listDocuments('news', { cursor, limit: 1 }), invalid)
    }
    for (const cursor of [...bad, documentCursor, clusterCursor]) {
      await t.rejects(store.listCollections({ cursor, limit: 1 }), invalid)
    }
    for (const cursor of [...bad, documentCursor, collectionCursor]) {
      await t.rejects(store.listClusters('news', { ...query, cursor }), invalid)
    }
    for (const cursor of [...bad, clusterCursor, collectionCursor]) {
      const request = { threshold: 0.6, cursor, limit: 1 }
      await t.rejects(store.getCluster('news', (clusters[0] as ClusterView).id, request), invalid)
    }
    for (const other of [{ order: 'size' as const }, { threshold: 0.7 }]) {
      await t.rejects(store.listClusters('news', { ...query, ...other, cursor: clusterCursor }), invalid)
    }
  })
}

/** Twelve clusters of one to four members that stay, among others that change all the time. */
class ChangingClusters {
  readonly #collection: TestCollection
  readonly #tick: () => void
  readonly #random = new Random(17)
  #others = new Map<string, number>()
  #counter = 0

  constructor(collection: TestCollection, tick: () => void) {
    this.#collection = collection
    this.#tick = tick
  }

  async fill(): Promise<void> {
    for (let at = 0; at < 12; at++) {
      for (const id of numbered((at % 4) + 1, `stays ${at} `)) {
        await this.#collection.put(id, textOf(`s${at}`))
      }
      this.#tick()
      for (let other = 0; other < 3; other++) await this.change()
    }
  }

  /** Adds a member to another cluster, or makes a new one, or removes a member. */
  async change(): Promise<void> {
    this.#tick()
    const id = `other ${this.#counter++}`
    if (this.#others.size > 6 && this.#random.next() < 0.5) {
      const gone = this.#random.pick([...this.#others.keys()])
      this.#others.delete(gone)
      await this.#collection.remove(gone)
      return
    }
    const cluster = this.#random.below(8)
    this.#others.set(id, cluster)
    const text = textOf(`o${cluster}`)
    await this.#collection.put(id, this.#random.next() < 0.5 ? text : `${text} and so on and on`)
  }
}
