import t, { type Test } from 'tap'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import type { Truncation } from '../../../src/store/truncation.ts'
import { FailingJournal } from '../../helpers/failing-journal.ts'
import { Random } from '../../helpers/random.ts'
import { TestCollection } from '../../helpers/test-collection.ts'

/** More documents than any cap: buckets hold 32 contents, and of 128 candidates 32 are verified. */
const many = 300

const words = Array.from({ length: 120 }, (_, at) => `w${at}`)
/** Texts of 120 words with one of their own: any two share most shingles. */
function nearCopy(number: number): string {
  const text = [...words]
  text[(number * 7) % words.length] = `own${number}`
  return text.join(' ')
}

/** A collection whose store can be opened again, and whose commits can fail. */
class Capped {
  readonly journal = new FailingJournal()
  readonly #t: Test
  collection: TestCollection
  #store: EmbeddedStore

  private constructor(t: Test) {
    this.#t = t
    this.#store = new EmbeddedStore(this.journal, () => 0)
    this.collection = undefined as never
  }

  static async with(t: Test, count: number): Promise<Capped> {
    const capped = new Capped(t)
    await capped.#store.open(() => {})
    capped.collection = await TestCollection.create(capped.#store, 'news')
    t.teardown(() => capped.#store.close())
    for (let at = 0; at < count; at++) await capped.collection.put(`${at}`, nearCopy(at))
    return capped
  }

  async reopen(): Promise<void> {
    await this.#store.close()
    this.#store = new EmbeddedStore(this.journal, () => 0)
    await this.#store.open(() => {})
    this.collection = this.collection.in(this.#store)
  }

  remove(first: number, end: number): Promise<unknown> {
    const ids = Array.from({ length: end - first }, (_, at) => `${first + at}`)
    return Promise.all(ids.map(id => this.collection.remove(id)))
  }

  /** All are near-copies, so there is one cluster, and a further one joins it. */
  async isOne(size: number, what: string): Promise<void> {
    const sizes = (await this.collection.clusters()).map(cluster => cluster.size)
    this.#t.strictSame(sizes, size === 0 ? [] : [size], what)
    if (size === 0) return
    const { verdict, cluster } = await this.collection.put('further', nearCopy(many + 17))
    this.#t.strictSame([verdict, cluster.size], ['near-duplicate', size + 1], `${what}, and a further one`)
    await this.collection.remove('further')
  }

  async truncatedBy(id: string): Promise<(readonly Truncation[])[]> {
    const { store, name } = this.collection
    const query = { threshold: 0.6, limit: 1000, matchLimit: 10 }
    const { cluster } = await this.collection.get(id)
    const view = await store.getCluster(name, cluster.id, { threshold: 0.6, cursor: undefined, limit: 10 })
    return [
      (await store.matchesOf(name, id, query)).truncatedBy,
      (await store.check(name, this.collection.prepare({ id: 'asked', text: nearCopy(999) }), query)).truncatedBy,
      view.truncatedBy
    ]
  }
}

t.test('a few near-copies are all found, and nothing says that a cap cut', async t => {
  const { collection } = await Capped.with(t, 0)
  for (let at = 0; at < 20; at++) {
    const { truncated, matches } = await collection.put(`${at}`, nearCopy(at))
    t.strictSame([truncated, matches.length], [false, at])
  }
  t.equal((await collection.store.stats('news')).truncatedDocuments, 0)
  const { matches, truncated } = await collection.store.matchesOf('news', '7', { threshold: 0.6, limit: 100 })
  t.strictSame([matches.length, truncated], [19, false])
  const asked = collection.prepare({ id: 'asked', text: nearCopy(999) })
  t.equal((await collection.store.check('news', asked, { threshold: 0.6, matchLimit: 1 })).truncated, false)
})

t.test('of many near-copies whatever a cap cut says so', async t => {
  const capped = await Capped.with(t, 0)
  const answers: boolean[] = []
  for (let at = 0; at < many; at++) answers.push((await capped.collection.put(`${at}`, nearCopy(at))).truncated)
  const count = answers.filter(Boolean).length
  t.ok(count >= many - 33, `${count} of ${many}`)
  t.strictSame(answers.slice(-100), new Array(100).fill(true))
  await capped.isOne(many, 'all')
  for (const reopen of [false, true]) {
    if (reopen) await capped.reopen()
    t.strictSame(await capped.truncatedBy(`${many - 1}`), [['candidates'], ['candidates'], ['candidates', 'page']])
    t.equal((await capped.collection.store.stats('news')).truncatedDocuments, count)
    const again = await capped.collection.put(`${many - 1}`, nearCopy(many - 1))
    t.strictSame([again.status, again.truncated], ['unchanged', true])
  }
})

for (const end of ['earliest', 'latest'] as const) {
  t.test(`near-copies stay together while the ${end} is deleted again and again`, async t => {
    const capped = await Capped.with(t, many)
    for (let left = many - 1; left >= 0; left--) {
      await capped.collection.remove(end === 'latest' ? `${left}` : `${many - 1 - left}`)
      if (left % 23 === 0 || left < 40) await capped.isOne(left, `${left} left`)
      if (left === 150 || left === 20) await capped.reopen()
    }
  })
}

t.test('near-copies stay together while any of them is deleted', async t => {
  const capped = await Capped.with(t, many)
  const order = new Random(5).shuffle(Array.from({ length: many }, (_, at) => at))
  for (const [at, number] of order.entries()) {
    await capped.collection.remove(`${number}`)
    const left = many - 1 - at
    if (left % 23 === 0 || left < 40) await capped.isOne(left, `${left} left`)
    if (left === 150 || left === 20) await capped.reopen()
  }
})

t.test('once so few are left that no cap cuts, nothing says so', async t => {
  const capped = await Capped.with(t, 100)
  await capped.remove(8, 100)
  t.equal((await capped.collection.store.stats('news')).truncatedDocuments, 0)
  t.strictSame(await capped.truncatedBy('3'), [[], [], ['page']], 'but the cluster has more pairs than it shows')
  await capped.reopen()
  t.equal((await capped.collection.store.stats('news')).truncatedDocuments, 0)
})

t.test('near-copies that a failed commit took back leave the places of others as they were', async t => {
  const capped = await Capped.with(t, 100)
  capped.journal.isFailing = true
  for (let attempt = 0; attempt < 3; attempt++) {
    const documents = Array.from({ length: 64 }, (_, at) =>
      capped.collection.prepare({ id: `failing ${at}`, text: nearCopy(1000 + 64 * attempt + at) })
    )
    await t.rejects(capped.collection.ingestAll(documents), { code: 'STORE_FULL' })
  }
  capped.journal.isFailing = false
  await capped.isOne(100, 'after failed ingests')
  const found = await capped.collection.put('found', nearCopy(2000))
  t.ok(found.matches.length >= 32, `${found.matches.length} matches`)
})

t.test('a failed commit of deletions takes nothing away', async t => {
  const capped = await Capped.with(t, 100)
  const visible = async () => [await capped.collection.clusters(), await matchesOfAll(capped.collection)]
  const before = await visible()
  const { ingestPerSecond, ...stats } = await capped.collection.store.stats('news')
  capped.journal.isFailing = true
  const ids = new Random(9).shuffle(Array.from({ length: 100 }, (_, at) => `${at}`))
  const results = await Promise.allSettled(ids.slice(0, 95).map(id => capped.collection.remove(id)))
  t.ok(results.every(({ status }) => status === 'rejected'))
  capped.journal.isFailing = false
  t.strictSame(await visible(), before)
  t.match(await capped.collection.store.stats('news'), stats)
  await capped.isOne(100, 'after failed deletions')
  await capped.reopen()
  t.strictSame(await visible(), before)
})

async function matchesOfAll({ store, name }: TestCollection): Promise<unknown> {
  const { items } = await store.listDocuments(name, { cursor: undefined, limit: 1000 })
  return Promise.all(items.map(({ id }) => store.matchesOf(name, id, { threshold: 0.6, limit: 1000 })))
}

t.test('a document that links two clusters links them, though a crowd of one is nearer than the other', async t => {
  const { collection } = await Capped.with(t, 0)
  const words = (from: number, to: number, own = '') =>
    Array.from({ length: to - from }, (_, at) => `word${from + at}${own}`).join(' ')
  const link = words(0, 60)
  await collection.put('other', `${words(0, 47)} ${words(0, 6, 'b')}`)
  for (let at = 0; at < 60; at++) await collection.put(`${at}`, `${words(8, 60)} ${words(0, 8, `own${at}`)}`)
  t.equal((await collection.get('other')).cluster.size, 1)
  const { matches, cluster } = await collection.put('link', link)
  t.ok(matches.some(({ id }) => id === 'other'))
  t.equal(cluster.size, 62)
})
