import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { FailingJournal } from '../../helpers/failing-journal.ts'
import { TestCollection } from '../../helpers/test-collection.ts'

const count = 700

async function open(journal: FailingJournal): Promise<EmbeddedStore> {
  const store = new EmbeddedStore(journal, () => 0)
  await store.open(() => {})
  return store
}

async function fill(collection: TestCollection): Promise<void> {
  const documents = Array.from({ length: count }, (_, at) =>
    collection.prepare({ id: `${at}`, text: `${at >> 1} ships at dawn and ${at >> 1} gulls` })
  )
  await collection.ingestAll(documents)
}

async function rowsOf(journal: FailingJournal): Promise<number[]> {
  const { documents, contents } = await journal.open()
  return [[...documents].length, [...contents].length]
}

async function untilRowsAre(journal: FailingJournal, wanted: readonly number[]): Promise<number[]> {
  for (let wait = 0; wait < 500 && (await rowsOf(journal)).join() !== wanted.join(); wait++) await setTimeout(10)
  return rowsOf(journal)
}

for (const name of ['news', 'default']) {
  t.test(`the rows of a deleted collection are dropped in the background: ${name}`, async t => {
    const journal = new FailingJournal()
    const store = await open(journal)
    const kept = await TestCollection.create(store, 'kept')
    await fill(kept)
    const collection = await TestCollection.create(store, name)
    await fill(collection)
    t.strictSame(await rowsOf(journal), [2 * count, count])
    await store.deleteCollection(name)
    const again = await TestCollection.create(store, name)
    t.strictSame(await again.documents(), [])
    t.match(await again.put('0', '0 ships at dawn and 0 gulls'), { status: 'created', verdict: 'unique' })
    t.strictSame(await untilRowsAre(journal, [count + 1, count / 2 + 1]), [count + 1, count / 2 + 1])
    t.equal((await kept.documents(100)).length, count)
    await store.close()
  })
}

t.test('rows that are left when the store closes are dropped after the next start', async t => {
  const journal = new FailingJournal()
  const store = await open(journal)
  const collection = await TestCollection.create(store, 'news')
  await fill(collection)
  await Promise.all([store.deleteCollection('news'), store.close()])
  t.not((await rowsOf(journal))[0], 0, 'not all are dropped yet')
  const reopened = await open(journal)
  await t.rejects(reopened.getCollection('news'), { code: 'COLLECTION_NOT_FOUND' })
  const again = await TestCollection.create(reopened, 'news')
  await again.put('0', 'nine ships at dawn')
  t.strictSame(await untilRowsAre(journal, [1, 1]), [1, 1])
  t.equal((await again.documents()).length, 1)
  await reopened.close()
})

t.test('a deletion that fails drops nothing', async t => {
  const journal = new FailingJournal()
  const store = await open(journal)
  const collection = await TestCollection.create(store, 'news')
  await fill(collection)
  journal.isFailing = true
  await t.rejects(store.deleteCollection('news'), { code: 'STORE_FULL' })
  journal.isFailing = false
  await setTimeout(50)
  t.strictSame(await rowsOf(journal), [count, count / 2])
  t.equal((await collection.put('700', '0 ships at dawn and 0 gulls')).verdict, 'exact-duplicate')
  await store.close()
})
