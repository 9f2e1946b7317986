import type { Test } from 'tap'
import { defaultSettings } from '../../../src/store/collections.ts'
import { TestCollection } from '../../helpers/test-collection.ts'
import { type Engine, openStore } from './engine.ts'

const notFound = { name: 'DoppelError', code: 'COLLECTION_NOT_FOUND' }
const none = { documents: 0, clusters: 0, duplicates: 0 }

/** Collections and their settings. */
export async function collectionRules(t: Test, engine: Engine): Promise<void> {
  await t.test('the collection "default" is there from the start, with the default settings', async t => {
    const opened = await openStore(t, engine)
    const expected = { name: 'default', settings: defaultSettings, createdAt: opened.clock.now, counts: none }
    t.strictSame(await opened.store.getCollection('default'), expected)
    opened.clock.advance(5000)
    await opened.reopen()
    t.match(await opened.store.getCollection('default'), expected)
    t.strictSame(await opened.store.settingsOf('default'), defaultSettings)
  })

  await t.test('a collection keeps its settings, and the same ones again change nothing', async t => {
    const opened = await openStore(t, engine)
    const settings = {
      ...defaultSettings,
      shingle: { unit: 'character', size: 9 },
      signature: { scheme: 'minhash', slots: 64, seed: 0xffffffff },
      threshold: 0.75,
      retentionSeconds: 3600,
      storeText: false
    } as const
    const { created, collection } = await opened.store.putCollection('news', settings)
    t.strictSame([created, collection], [true, { name: 'news', settings, createdAt: opened.clock.now, counts: none }])
    await new TestCollection(opened.store, 'news', settings).put('a', 'nine ships at dawn')
    opened.clock.advance(1000)
    await opened.reopen()
    const again = await opened.store.putCollection('news', settings)
    t.strictSame(
      [again.created, again.collection],
      [false, { ...collection, counts: { documents: 1, clusters: 0, duplicates: 0 } }]
    )
    t.strictSame(await opened.store.settingsOf('news'), settings)
  })

  await t.test('default settings are the same settings after a restart too', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'nine ships at dawn')
    await opened.reopen()
    t.equal((await opened.store.putCollection('news', { ...defaultSettings })).created, false)
  })

  await t.test('other settings are taken while the collection is empty, and refused afterwards', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'nine ships at dawn')
    const other = { ...defaultSettings, threshold: 0.9 }
    await t.rejects(opened.store.putCollection('news', other), { code: 'COLLECTION_NOT_EMPTY' })
    t.equal((await opened.store.settingsOf('news')).threshold, 0.6)
    await collection.remove('a')
    const { created, collection: changed } = await opened.store.putCollection('news', other)
    t.strictSame([created, changed.settings], [false, other])
    const strict = new TestCollection(opened.store, 'news', other)
    await strict.put('a', 'nine ships at dawn')
    await opened.reopen()
    t.strictSame((await opened.store.getCollection('news')).settings, other)
    t.equal((await strict.in(opened.store).put('b', 'nine ships at dawn')).verdict, 'exact-duplicate')
  })

  await t.test('what has expired does not hold the settings of a collection', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { retentionSeconds: 1 })
    await collection.put('a', 'nine ships at dawn')
    opened.clock.advance(1001)
    t.equal((await opened.store.putCollection('news', defaultSettings)).created, false)
    t.strictSame(await opened.store.settingsOf('news'), defaultSettings)
  })

  await t.test('a patch changes the retention alone, for good', async t => {
    const opened = await openStore(t, engine)
    await opened.create()
    t.equal((await opened.store.patchCollection('news', { retentionSeconds: 60 })).settings.retentionSeconds, 60)
    await opened.store.patchCollection('news', { representative: 'earliest' })
    await opened.reopen()
    t.strictSame(await opened.store.settingsOf('news'), { ...defaultSettings, retentionSeconds: 60 })
    t.equal(
      (await opened.store.patchCollection('news', { retentionSeconds: null })).settings.retentionSeconds,
      undefined
    )
    await opened.reopen()
    t.strictSame(await opened.store.settingsOf('news'), defaultSettings)
    t.equal((await opened.store.putCollection('news', defaultSettings)).created, false)
  })

  await t.test('collections know nothing of each other', async t => {
    const opened = await openStore(t, engine)
    const [left, right] = [await opened.create('left'), await opened.create('right')]
    await left.put('a', 'nine ships at dawn')
    t.equal((await right.put('b', 'nine ships at dawn')).verdict, 'unique')
    t.equal((await right.put('a', 'gulls over grey water')).status, 'created')
    await right.remove('a')
    t.equal((await left.get('a')).text, 'nine ships at dawn')
    t.strictSame([await left.partition(), await right.partition()], [[['a']], [['b']]])
  })

  await t.test('a deleted collection is gone with its documents, and may be made again', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const { cluster } = await collection.put('a', 'nine ships at dawn')
    await opened.store.deleteCollection('news')
    await t.rejects(opened.store.getCollection('news'), notFound)
    await t.rejects(opened.store.deleteCollection('news'), notFound)
    await opened.reopen()
    await t.rejects(opened.store.getCollection('news'), notFound)
    const again = await opened.create()
    t.strictSame(await again.documents(), [])
    const { status, verdict, cluster: other } = await again.put('a', 'nine ships at dawn')
    t.strictSame([status, verdict], ['created', 'unique'])
    t.not(other.id, cluster.id, 'a new creation has a new cluster')
  })

  await t.test('"default" is emptied and stays', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('default')
    await collection.put('a', 'nine ships at dawn')
    await opened.store.deleteCollection('default')
    t.strictSame((await opened.store.getCollection('default')).counts, none)
    await opened.reopen()
    t.strictSame((await opened.store.getCollection('default')).counts, none)
    t.equal((await collection.in(opened.store).put('a', 'nine ships at dawn')).verdict, 'unique')
  })

  await t.test('every call about a collection that does not exist says so', async t => {
    const { store, create } = await openStore(t, engine)
    const document = (await create('real')).prepare({ id: 'a', text: 'nine ships' })
    const page = { cursor: undefined, limit: 10 }
    const calls: (() => Promise<unknown>)[] = [
      () => store.patchCollection('none', {}),
      () => store.deleteCollection('none'),
      () => store.getCollection('none'),
      () => store.settingsOf('none'),
      () => store.ingest('none', [document], { matchLimit: 1, renew: false }),
      () => store.check('none', document, { threshold: 0.6, matchLimit: 1 }),
      () => store.remove('none', 'a'),
      () => store.getDocument('none', 'a'),
      () => store.listDocuments('none', page),
      () => store.exportDocuments('none', { ...page, representatives: false, fullPageBytes: 1000 }),
      () => store.matchesOf('none', 'a', { threshold: 0.6, limit: 1 }),
      () => store.compare('none', { id: 'a' }, { id: 'a' }),
      () => store.compareTexts('none', { id: 'a' }, { id: 'a' }, document.sketcherKey),
      () => store.listClusters('none', { ...page, threshold: 0.6, minSize: 1, order: '-size' }),
      () => store.getCluster('none', 'c1', { ...page, threshold: 0.6 }),
      () => store.stats('none')
    ]
    for (const call of calls) await t.rejects(call(), notFound, `${call}`)
  })

  await t.test('a closed store says so', async t => {
    const clock = () => 0
    const store = await engine.open(t.testdir(), clock)
    const collection = await TestCollection.create(store, 'news')
    const accepted = collection.put('a', 'nine ships at dawn')
    await store.close()
    t.equal((await accepted).status, 'created', 'what was accepted before is done')
    await t.rejects(collection.put('b', 'nine gulls'), { code: 'STORE_CLOSING' })
    await t.rejects(collection.get('a'), { code: 'STORE_CLOSING' })
  })
}
