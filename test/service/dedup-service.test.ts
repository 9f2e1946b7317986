import { readdirSync, readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { DedupService } from '../../src/service/dedup-service.ts'
import { DocumentPreparer } from '../../src/service/document-preparer.ts'
import { Readiness } from '../../src/service/readiness.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import type { DocumentStore } from '../../src/store/document-store.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'

const options = { matchLimit: 10, renew: false }
const page = { cursor: undefined, limit: 10 }
const nine = 'one two three four five six seven eight nine'

async function openStore(t: Test): Promise<EmbeddedStore> {
  const store = new EmbeddedStore(new MemoryJournal(), Date.now)
  await store.open(() => {})
  t.teardown(() => store.close())
  return store
}

const openService = async (t: Test): Promise<DedupService> => new DedupService(await openStore(t))

t.test('the sample articles 000 and 001 are near-duplicates, the others unique', async t => {
  const service = await openService(t)
  const folder = new URL('../../samples/', import.meta.url)
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
  const answers = []
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    answers.push(await service.ingest('default', { id: name.slice(0, 3), text }, options))
  }
  t.strictSame(
    answers.map(({ id, verdict, matches }) => [
      id,
      verdict,
      matches.map(({ id, similarity }) => `${id} ${similarity?.toFixed(3)}`)
    ]),
    [
      ['000', 'unique', []],
      ['001', 'near-duplicate', ['000 0.749']],
      ['002', 'unique', []],
      ['003', 'unique', []]
    ]
  )
  const clusters = { ...page, threshold: undefined, minSize: 2, order: '-size' } as const
  const [cluster, ...rest] = (await service.listClusters('default', clusters)).clusters
  t.strictSame([cluster?.members.map(({ id }) => id), rest], [['000', '001'], []])
  for (const [left, right] of [
    ['000', '002'],
    ['000', '003'],
    ['001', '002'],
    ['001', '003'],
    ['002', '003']
  ] as const) {
    const { similarity } = await service.compare('default', { id: left }, { id: right })
    t.ok((similarity as number) <= 0.013, `${left} and ${right}: ${similarity}`)
  }
})

t.test('a document without an id gets a UUID of version 7', async t => {
  const service = await openService(t)
  const { id } = await service.ingest('default', { text: nine }, options)
  t.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  t.equal((await service.getDocument('default', id)).text, nine)
  const [first, second] = await service.ingestMany('default', [{ text: nine }, { text: nine }], options)
  t.not((first as { id: string }).id, (second as { id: string }).id)
})

t.test('the id in the path decides, and one in the body must be equal', async t => {
  const service = await openService(t)
  const { id } = await service.ingest('default', { text: nine }, { ...options, pathId: 'a' })
  t.equal(id, 'a')
  t.equal((await service.ingest('default', { id: 'a', text: nine }, { ...options, pathId: 'a' })).status, 'unchanged')
  const error = { code: 'INVALID_DOCUMENT', errors: [{ path: '/id' }] }
  await t.rejects(service.ingest('default', { id: 'b', text: nine }, { ...options, pathId: 'a' }), error)
})

t.test('in a batch each bad document fails alone, in its place', async t => {
  const service = await openService(t)
  const inputs = [
    { id: 'a', text: nine },
    { id: '', text: nine },
    { id: 'b' },
    { id: 'c', html: '<p>' },
    { id: 'd', text: nine }
  ]
  const answers = await service.ingestMany('default', inputs, options)
  t.strictSame(
    answers.map(answer => (answer instanceof Error ? (answer as { code?: string }).code : answer.verdict)),
    ['unique', 'INVALID_DOCUMENT', 'INVALID_DOCUMENT', 'NOT_SUPPORTED', 'exact-duplicate']
  )
  t.equal((await service.listDocuments('default', page)).items.length, 2)
  t.strictSame(await service.ingestMany('default', [], options), [])
  t.match(await service.ingestMany('default', [{ text: 'x', html: 'x' }], options), [{ code: 'INVALID_DOCUMENT' }])
  await t.rejects(service.ingestMany('none', inputs, options), { code: 'COLLECTION_NOT_FOUND' })
})

t.test('a threshold may be anything from the collection’s to 1', async t => {
  const service = await openService(t)
  await service.putCollection('news', { threshold: 0.7 })
  const { cluster } = await service.ingest('news', { id: 'a', text: nine }, options)
  const calls: ((threshold: number | undefined) => Promise<unknown>)[] = [
    threshold => service.check('news', { text: nine }, { threshold, matchLimit: 10 }),
    threshold => service.matchesOf('news', 'a', { threshold, limit: 10 }),
    threshold => service.listClusters('news', { ...page, threshold, minSize: 1, order: '-size' }),
    threshold => service.getCluster('news', cluster.id, { ...page, threshold })
  ]
  for (const call of calls) {
    for (const threshold of [undefined, 0.7, 0.85, 1]) await t.resolves(call(threshold))
    for (const threshold of [0, 0.69, 1.01, -1, Number.NaN]) {
      const error = { code: 'INVALID_REQUEST', message: /from 0.7 to 1/, errors: [{ path: 'threshold' }] }
      await t.rejects(call(threshold), error, `${threshold}`)
    }
  }
})

t.test('settings that are not said have their defaults', async t => {
  const service = await openService(t)
  const { collection, created } = await service.putCollection('news', {
    shingle: { unit: 'character' },
    signature: { seed: 7 },
    threshold: 0.8
  })
  t.equal(created, true)
  t.strictSame(collection.settings, {
    ...defaultSettings,
    shingle: { unit: 'character', size: 3 },
    signature: { scheme: 'doppel', slots: 128, seed: 7 },
    threshold: 0.8
  })
  t.strictSame((await service.putCollection('plain', {})).collection.settings, defaultSettings)
})

t.test('shingles have a size that fits their unit', async t => {
  const service = await openService(t)
  const sizes = [
    ['word', 16, 17],
    ['character', 64, 65]
  ] as const
  for (const [unit, most, tooMany] of sizes) {
    t.equal((await service.putCollection(unit, { shingle: { unit, size: most } })).created, true)
    for (const size of [0, tooMany]) {
      const error = {
        code: 'INVALID_SETTINGS',
        errors: [{ path: '/shingle/size', message: new RegExp(`1 to ${most}`) }]
      }
      await t.rejects(service.putCollection('other', { shingle: { unit, size } }), error)
    }
  }
})

t.test('ids that no document can have are refused before the store is asked', async t => {
  const service = await openService(t)
  for (const id of ['', '.', 'a\0', 'x'.repeat(513)]) {
    const error = { code: 'INVALID_REQUEST', errors: [{ path: 'id' }] }
    await t.rejects(async () => service.getDocument('default', id), error)
    await t.rejects(async () => service.remove('default', id), error)
    await t.rejects(service.matchesOf('default', id, { threshold: undefined, limit: 1 }), error)
    await t.rejects(service.compare('default', { id }, { text: 'x' }), error)
  }
})

t.test('compare takes ids and texts in any mixture', async t => {
  const service = await openService(t)
  await service.ingest('default', { id: 'a', text: nine }, options)
  for (const left of [{ id: 'a' }, { text: nine }]) {
    for (const right of [{ text: `${nine} ten` }, { text: `${nine}\0TEN` }]) {
      t.match(await service.compare('default', left, right), {
        similarity: 7 / 8,
        shared: 7,
        union: 8,
        containment: { left: 1, right: 7 / 8 }
      })
    }
  }
  t.match(await service.compare('default', { text: '' }, { text: '' }), { similarity: 0, containment: null })
})

/** A store whose settings the service reads too early, so many times. */
function withStaleSettings(store: EmbeddedStore, times: number): DocumentStore {
  let stale = times
  return new Proxy(store, {
    get(target, property) {
      if (property === 'settingsOf' && stale-- > 0) return async () => ({ ...defaultSettings, threshold: 0.5 })
      const value = Reflect.get(target, property)
      return typeof value === 'function' ? value.bind(target) : value
    }
  })
}

t.test('a document is sketched again when the settings change under it', async t => {
  const store = await openStore(t)
  const service = new DedupService(withStaleSettings(store, 2))
  const { status, verdict } = await service.ingest('default', { id: 'a', text: nine }, options)
  t.strictSame([status, verdict], ['created', 'unique'])
  const comparing = new DedupService(withStaleSettings(store, 1))
  const { spans } = await comparing.compareWithSpans('default', { id: 'a' }, { text: 'two three four' })
  t.match(spans.right, [{ start: 0, end: 14 }])
  const checking = new DedupService(withStaleSettings(store, 2))
  t.equal(
    (await checking.check('default', { text: nine }, { threshold: 0.6, matchLimit: 1 })).verdict,
    'exact-duplicate'
  )
})

t.test('batches that must be prepared again keep their order', async t => {
  const service = new DedupService(await openStore(t))
  const preparer = new DocumentPreparer()
  let letGo: () => void = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const prepare = (id: string, again: Promise<void>) => {
    let times = 0
    return service.prepare('default', {
      async prepare(settings) {
        if (times++ > 0) await again
        return [preparer.prepare({ id, text: nine }, settings)]
      }
    })
  }
  const [a, b] = [await prepare('a', held), await prepare('b', Promise.resolve())]
  await service.putCollection('default', { threshold: 0.7 })
  const first = service.ingestPrepared('default', a, options)
  const second = service.ingestPrepared('default', b, options, first)
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  letGo()
  t.match(await Promise.all([first, second]), [
    [{ id: 'a', verdict: 'unique' }],
    [{ id: 'b', verdict: 'exact-duplicate' }]
  ])
})

t.test('when the settings keep changing the service gives up', async t => {
  const store = await openStore(t)
  const error = { code: 'COLLECTION_CHANGED' }
  await t.rejects(new DedupService(withStaleSettings(store, 99)).ingest('default', { text: nine }, options), error)
  const checking = new DedupService(withStaleSettings(store, 99))
  await t.rejects(checking.check('default', { text: nine }, { threshold: undefined, matchLimit: 1 }), error)
  t.equal((await store.getCollection('default')).counts.documents, 0)
})

t.test('answers to ingests are counted by status and verdict', async t => {
  const service = await openService(t)
  await service.ingestMany(
    'default',
    [{ id: 'a', text: nine }, { id: 'a', text: nine }, { id: 'b', text: nine }, {}],
    options
  )
  t.strictSame(
    [...service.ingestCounts.entries()].map(({ status, verdict, count }) => `${status} ${verdict} ${count}`).sort(),
    ['created exact-duplicate 1', 'created unique 1', 'unchanged unique 1']
  )
  t.equal(service.ingestCounts.failed, 1)
})

t.test('collections are made, changed, listed and deleted through the service', async t => {
  const service = await openService(t)
  await service.putCollection('news', {})
  t.equal((await service.patchCollection('news', { retentionSeconds: 5 })).settings.retentionSeconds, 5)
  t.equal((await service.getCollection('news')).name, 'news')
  t.strictSame(
    (await service.listCollections(page)).items.map(({ name }) => name),
    ['default', 'news']
  )
  t.equal((await service.stats('news')).documents, 0)
  await service.deleteCollection('news')
  await t.rejects(service.getCollection('news'), { code: 'COLLECTION_NOT_FOUND' })
})

t.test('readiness goes from loading to ready to closing', async t => {
  const readiness = new Readiness()
  t.strictSame([readiness.status, readiness.progress], ['loading', 0])
  readiness.loading(0.4)
  t.strictSame([readiness.status, readiness.progress], ['loading', 0.4])
  readiness.ready()
  t.strictSame([readiness.status, readiness.progress], ['ready', 1])
  readiness.closing()
  t.equal(readiness.status, 'closing')
})
