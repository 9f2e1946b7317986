import fc from 'fast-check'
import t from 'tap'
import { FairQueue } from '../../src/threads/fair-queue.ts'
import { holds } from '../helpers/property.ts'

interface Item {
  readonly asker: { readonly client: string; readonly connection: object }
  readonly number: number
}

/** Everything that waits, in the order of its arrival. */
class NaiveQueue {
  #items: Item[] = []

  get size(): number {
    return this.#items.length
  }

  add(item: Item): void {
    this.#items.push(item)
  }

  remove(item: Item): void {
    this.#items = this.#items.filter(other => other !== item)
  }

  /** Removes an item, and tells which is the first of its connection. */
  serve(item: Item): Item | undefined {
    const first = this.#items.find(({ asker: { connection } }) => connection === item.asker.connection)
    this.remove(item)
    return first
  }
}

const connections = Array.from({ length: 6 }, (_, i) => ({ client: `client ${i % 3}`, connection: { i } }))

/** Does one thing with a queue, and the same the simple way. @throws where they differ */
class Pair {
  readonly #queue = new FairQueue<Item>()
  readonly #naive = new NaiveQueue()
  #last: Item | undefined
  #number = 0

  add(place: number): void {
    this.#last = { asker: connections[place] as Item['asker'], number: this.#number++ }
    this.#queue.add(this.#last)
    this.#naive.add(this.#last)
  }

  take(): void {
    const wasEmpty = this.#naive.size === 0
    const item = this.#queue.take()
    if ((item === undefined) !== wasEmpty) throw new Error('taken from nothing, or nothing taken')
    if (item !== undefined && this.#naive.serve(item) !== item) throw new Error(`${item.number} is not the first`)
  }

  remove(): void {
    if (this.#last === undefined) return
    const { size } = this.#naive
    this.#naive.remove(this.#last)
    if (this.#queue.remove(this.#last) !== this.#naive.size < size) throw new Error('removed what was not there')
  }

  check(): void {
    if (this.#queue.size !== this.#naive.size) throw new Error(`${this.#queue.size} wait, not ${this.#naive.size}`)
  }
}

t.test('what came on one connection is served in its order, and everything once', t =>
  holds(
    t,
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(5)), { maxLength: 60 }), actions => {
      const pair = new Pair()
      for (const [action, place] of actions) {
        if (action <= 1) pair.add(place)
        else if (action === 2) pair.take()
        else pair.remove()
        pair.check()
      }
    }),
    { numRuns: 3000 }
  )
)

t.test('clients have turns, and so have the connections of one client', async t => {
  const queue = new FairQueue<Item>()
  const [one, two, three] = [{}, {}, {}]
  const add = (client: string, connection: object, numbers: readonly number[]) => {
    for (const number of numbers) queue.add({ asker: { client, connection }, number })
  }
  add('many', one, [1, 2, 3, 4])
  add('many', two, [11, 12])
  add('few', three, [21, 22])
  const served = Array.from({ length: 8 }, () => queue.take()?.number)
  t.strictSame(served, [1, 21, 11, 22, 2, 12, 3, 4])
  t.equal(queue.take(), undefined)
})

t.test('a connection that is not welcome is passed over and keeps its turn', async t => {
  const queue = new FairQueue<Item>()
  const [one, two] = [{}, {}]
  for (const [number, connection] of [one, one, two].entries())
    queue.add({ asker: { client: 'a', connection }, number })
  t.equal(queue.take(connection => connection !== one)?.number, 2)
  t.equal(
    queue.take(connection => connection !== one),
    undefined
  )
  const first = queue.take() as Item
  queue.putBack(first)
  t.strictSame([queue.take()?.number, queue.take()?.number, queue.size], [0, 1, 0])
})
