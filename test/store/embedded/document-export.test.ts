import t from 'tap'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { allItems, TestCollection } from '../../helpers/test-collection.ts'

const request = { representatives: true, limit: 100, fullPageBytes: 1e6 }

t.test('a page looks at a bounded number of documents, also where it finds none to give', async t => {
  const store = new EmbeddedStore(new MemoryJournal(), () => 0)
  await store.open(() => {})
  t.teardown(() => store.close())
  const collection = await TestCollection.create(store, 'news')
  const count = 10_000
  const copies = Array.from({ length: count }, (_, at) =>
    collection.prepare({ id: `${at}`, text: 'all the same words' })
  )
  await collection.ingestAll(copies, { matchLimit: 0 })
  const pages: number[] = []
  const found = await allItems(async cursor => {
    const page = await store.exportDocuments('news', { ...request, cursor })
    pages.push(page.items.length)
    return page
  })
  t.strictSame(
    found.map(({ id }) => id),
    ['0']
  )
  t.ok(pages.length >= count / 4096, `${pages.length} pages`)
  t.equal(pages.at(-1), 0)
})

t.test('the most central member is found again after each change', async t => {
  const store = new EmbeddedStore(new MemoryJournal(), () => 0)
  await store.open(() => {})
  t.teardown(() => store.close())
  const collection = await TestCollection.create(store, 'news', { representative: 'central' })
  const words = Array.from({ length: 30 }, (_, at) => `word${at}`)
  const textAt = (at: number) => words.slice(at, at + 15).join(' ')
  const speaker = async () => {
    const items = await allItems(cursor => store.exportDocuments('news', { ...request, cursor }))
    t.equal(items.length, 1)
    t.equal(items[0]?.cluster.representative, items[0]?.id)
    return items[0]?.id
  }
  for (const at of [0, 1]) await collection.put(`${at}`, textAt(at))
  t.equal(await speaker(), '0')
  await collection.put('2', textAt(2))
  t.equal(await speaker(), '1')
  t.equal(await speaker(), '1')
  await store.patchCollection('news', { representative: 'earliest' })
  t.equal(await speaker(), '0')
  await store.patchCollection('news', { representative: 'central' })
  await collection.remove('0')
  t.equal(await speaker(), '1')
})
