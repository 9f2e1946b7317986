import t from 'tap'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { Collection } from '../../../src/store/embedded/collection.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryLimit } from '../../../src/store/embedded/memory-limit.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'

const options = { matchLimit: 10, renew: false }

t.test('an empty collection has no index, whatever is asked of all collections, and also after a start', async t => {
  let opened = 0
  const index = Object.getOwnPropertyDescriptor(Collection.prototype, 'index')?.get as (this: Collection) => unknown
  Object.defineProperty(Collection.prototype, 'index', {
    configurable: true,
    get(this: Collection) {
      if (this.known === undefined) opened++
      return index.call(this)
    }
  })
  t.teardown(() => Object.defineProperty(Collection.prototype, 'index', { configurable: true, get: index }))
  const journal = new MemoryJournal()
  const store = new EmbeddedStore(journal, () => 0, { sweepMs: 1 })
  await store.open(() => {})
  const service = new DedupService(store)
  for (let i = 0; i < 50; i++) await service.putCollection(`c${i}`, {})
  await service.putCollection('c7', { threshold: 0.9 })
  await service.patchCollection('c7', { retentionSeconds: 5 })
  await service.ingest('c3', { id: 'a', text: 'ant bee cat' }, options)
  const listed = await service.listCollections({ cursor: undefined, limit: 100 })
  await service.deleteCollection('c9')
  await new Promise(resolve => setTimeout(resolve, 10))
  t.equal(opened, 1, 'only the one that holds a document')
  t.equal(listed.items.length, 51)
  t.match(
    listed.items.find(({ name }) => name === 'c7'),
    { settings: { threshold: 0.9, retentionSeconds: 5 }, counts: { documents: 0, clusters: 0, duplicates: 0 } }
  )
  opened = 0
  await store.close()
  const again = new EmbeddedStore(journal, () => 0, { sweepMs: 1 })
  await again.open(() => {})
  const { items } = await new DedupService(again).listCollections({ cursor: undefined, limit: 100 })
  t.strictSame(
    items.map(({ name, counts }) => [name, counts.documents]),
    listed.items.filter(({ name }) => name !== 'c9').map(({ name, counts }) => [name, counts.documents])
  )
  t.equal(opened, 0)
  await again.close()
})

t.test('one collection more than there may be is refused, and those that there are go on', async t => {
  const store = new EmbeddedStore(new MemoryJournal(), () => 0, { collectionLimit: 3 })
  await store.open(() => {})
  const service = new DedupService(store)
  for (const name of ['a', 'b']) await service.putCollection(name, {})
  await t.rejects(service.putCollection('c', {}), { code: 'STORE_FULL', message: /3 collections, which is the limit/ })
  t.match(await service.putCollection('b', { threshold: 0.9 }), { created: false })
  const both = await Promise.allSettled(['a', 'c', 'd'].map(name => service.deleteCollection(name)))
  t.strictSame(
    both.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected']
  )
  const raced = await Promise.allSettled(['c', 'd'].map(name => service.putCollection(name, {})))
  t.strictSame(
    raced.map(({ status }) => status),
    ['fulfilled', 'rejected'],
    'also of two at once'
  )
  await store.close()
})

t.test('where the memory is at its limit no collection is made, and those that there are can be changed', async t => {
  let used = 0
  const store = new EmbeddedStore(new MemoryJournal(), () => 0, { memory: new MemoryLimit(100, () => used) })
  await store.open(() => {})
  const service = new DedupService(store)
  used = 100
  await new Promise(resolve => setTimeout(resolve, 60))
  await t.rejects(service.putCollection('a', {}), { code: 'STORE_FULL' })
  t.match(await service.putCollection('default', { threshold: 0.9 }), { created: false })
  await store.close()
})
