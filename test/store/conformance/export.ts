import type { Test } from 'tap'
import type { ExportRequest } from '../../../src/store/document-store.ts'
import type { ExportedDocument } from '../../../src/store/documents.ts'
import { Random } from '../../helpers/random.ts'
import { allItems, type TestCollection } from '../../helpers/test-collection.ts'
import { type Engine, openStore } from './engine.ts'

const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')
/** Texts of 13 words, each one word further than the last: neighbours share 10 of 12 shingles. */
const step = (by: number): string => [...words, ...words.map(word => `${word}th`)].slice(by, by + 13).join(' ')
/** A text that is like no other number's. */
const textOf = (name: string | number) => `${name}a ${name}b ${name}c ${name}d ${name}e`
const ids = (documents: readonly ExportedDocument[]) => documents.map(({ id }) => id)
const invalid = { name: 'DoppelError', code: 'INVALID_REQUEST' }

/** Exports a collection to its end, a page at a time. */
async function exported(
  { store, name }: TestCollection,
  request: Partial<ExportRequest> = {},
  betweenPages: () => Promise<void> = async () => {}
): Promise<ExportedDocument[]> {
  return allItems(async cursor => {
    const whole = { representatives: false, limit: 3, fullPageBytes: 1e6, ...request, cursor }
    const page = await store.exportDocuments(name, whole)
    if (cursor !== undefined || page.nextCursor !== undefined) await betweenPages()
    return page
  })
}

/** Exports: all documents, or one a cluster. */
export async function exportRules(t: Test, engine: Engine): Promise<void> {
  await t.test('a document is exported as it is read, with its score against the representative', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { retentionSeconds: 60 })
    const fields = { url: 'https://example.org/a', title: 'A', metadata: { deep: [1, { er: null }] } }
    await collection.put('a', step(0), { ...fields, publishedAt: '2026-01-01T00:00:00Z', retentionSeconds: 5 })
    opened.clock.advance(1000)
    await collection.put('b', step(1))
    await collection.put('c', step(2))
    await collection.put('alone', textOf('x'), { title: 'Alone' })
    await collection.put('empty', '')
    await collection.put('copy', step(0))
    await opened.reopen()
    const all = await exported(collection.in(opened.store))
    t.strictSame(ids(all), ['a', 'b', 'c', 'alone', 'empty', 'copy'])
    for (const { similarity, estimate, ...document } of all) {
      t.strictSame(document, await collection.in(opened.store).get(document.id))
      t.type(document.text, 'string')
    }
    t.strictSame(
      all.map(({ similarity }) => similarity),
      [1, 10 / 12, 9 / 13, 1, 1, 1]
    )
    t.strictSame(
      all.filter(({ similarity }) => similarity === 1).map(({ estimate }) => estimate),
      [1, 1, 1, 1]
    )
    const [, compared] = all
    const { estimate } = await opened.store.compare('news', { id: 'a' }, { id: 'b' })
    t.equal(compared?.estimate, estimate)
    t.strictSame(ids(await exported(collection.in(opened.store), { representatives: true })), ['a', 'alone', 'empty'])
  })

  await t.test('a document sent as a signature has no text and no similarity, also against itself', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const { sketch } = collection.prepare({ id: 'x', text: step(0) })
    const signature = { scheme: collection.sketcher.family, slots: [...sketch.signature] }
    await collection.ingest({ id: 'signed', signature })
    await collection.put('text', step(0))
    await collection.ingest({ id: 'again', signature })
    const cluster = { size: 3, representative: 'signed' }
    t.strictSame(
      (await exported(collection)).map(({ id, text, similarity, estimate, cluster: { id: _, ...cluster } }) => {
        return { id, text, similarity, estimate, cluster }
      }),
      [
        { id: 'signed', text: undefined, similarity: null, estimate: 1, cluster },
        { id: 'text', text: step(0), similarity: null, estimate: 1, cluster },
        { id: 'again', text: undefined, similarity: null, estimate: 1, cluster }
      ]
    )
    t.strictSame(ids(await exported(collection, { representatives: true })), ['signed'])
  })

  for (const [representative, expected] of [
    ['longest', '2'],
    ['central', '1']
  ] as const) {
    await t.test(`representatives are those of the policy ${representative}`, async t => {
      const opened = await openStore(t, engine)
      const collection = await opened.create('news', { representative })
      for (const at of [0, 1, 2]) await collection.put(`${at}`, step(at) + (at === 2 ? ' '.repeat(50) : ''))
      for (const at of [20, 21]) await collection.put(`copy ${at}`, textOf('same'))
      await collection.put('alone', textOf('x'))
      const all = await exported(collection)
      const speakers = new Set(all.map(({ cluster }) => cluster.representative))
      t.strictSame(
        ids(await exported(collection, { representatives: true, limit: 1 })),
        ids(all).filter(id => speakers.has(id)),
        'in order of first ingest'
      )
      t.strictSame([...speakers], [expected, 'copy 20', 'alone'])
      t.ok(all.every(({ id, similarity }) => !speakers.has(id) || similarity === 1))
    })
  }

  await t.test('a page is full at its number of documents, or of bytes, whatever comes first', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 12; at++) await collection.put(`${at}`, textOf(`${at}`.padStart(100, 'z')))
    const sizes = async (limit: number, fullPageBytes: number): Promise<number[]> => {
      const sizes: number[] = []
      await allItems(async cursor => {
        const request = { representatives: false, limit, fullPageBytes, cursor }
        const page = await opened.store.exportDocuments('news', request)
        sizes.push(page.items.length)
        return page
      })
      return sizes
    }
    t.ok((await sizes(5, 1e6)).every(size => size <= 5))
    t.ok((await sizes(100, 1000)).every(size => size <= 2))
    t.ok((await sizes(100, 1)).every(size => size <= 1))
    t.strictSame(ids(await exported(collection, { limit: 12 })).length, 12)
  })

  await t.test('documents that stay are exported exactly once while others come, change and go', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 60; at++) await collection.put(at % 3 === 0 ? `stays ${at}` : `goes ${at}`, textOf(at))
    const stays = Array.from({ length: 20 }, (_, at) => `stays ${at * 3}`)
    const random = new Random(5)
    let next = 60
    const change = async (): Promise<void> => {
      await collection.put(`new ${next}`, textOf(next++))
      const goes = (await collection.documents(50)).filter(({ id }) => id.startsWith('goes'))
      if (goes.length > 3) await collection.remove(random.pick(goes).id)
      if (goes.length > 3) await collection.put(goes[1]!.id, textOf(next++))
    }
    for (const representatives of [false, true]) {
      const seen = ids(await exported(collection, { representatives }, change))
      t.strictSame(
        seen.filter(id => id.startsWith('stays')),
        stays
      )
      t.equal(new Set(seen).size, seen.length, 'and nothing twice')
    }
  })

  await t.test('clusters that stay have one representative each while others come, merge and go', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 12; at++) {
      for (let copy = 0; copy <= at % 3; copy++) await collection.put(`stays ${at} ${copy}`, textOf(`s${at}`))
      await collection.put(`goes ${at}`, step(at))
    }
    let turn = 0
    const seen = await exported(collection, { representatives: true, limit: 1 }, async () => {
      if (turn % 2 === 0) await collection.remove(`goes ${turn / 2}`).catch(() => {})
      else await collection.put(`goes ${turn}`, step((turn * 5) % 15))
      turn++
    })
    t.strictSame(
      ids(seen).filter(id => id.startsWith('stays')),
      Array.from({ length: 12 }, (_, at) => `stays ${at} 0`)
    )
  })

  await t.test('an export holds what there was when it began, and ends however much comes', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 10; at++) await collection.put(`${at}`, textOf(at))
    let next = 10
    const seen = await exported(collection, { limit: 1 }, async () => {
      for (const _ of [1, 2]) await collection.put(`${next}`, textOf(next++))
      await collection.put('9', textOf('changed'))
    })
    t.strictSame(ids(seen), '0123456789'.split(''))
    t.equal(seen.at(-1)?.text, textOf('changed'), 'each document is as it is at its page')
    t.equal((await exported(collection)).length, next)
  })

  await t.test('what has expired by the time of its page is not exported', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let at = 0; at < 9; at++) await collection.put(`${at}`, textOf('all'), { retentionSeconds: at + 1 })
    const seen = await exported(collection, { limit: 1 }, async () => opened.clock.advance(2000))
    t.strictSame(ids(seen), ['0', '2', '4', '6', '8'])
    opened.clock.advance(9000)
    t.strictSame(await exported(collection), [])
    await collection.put('late', textOf('all'), { retentionSeconds: 1 })
    t.strictSame(ids(await exported(collection, { representatives: true })), ['late'])
    opened.clock.advance(1000)
    t.strictSame(await exported(collection, { representatives: true }), [])
  })

  await t.test('a collection without texts is not exported', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { storeText: false })
    const error = { name: 'DoppelError', code: 'TEXT_NOT_KEPT' }
    for (const representatives of [false, true]) {
      await t.rejects(exported(collection, { representatives }), error, 'empty')
    }
    await collection.put('a', step(0))
    await t.rejects(exported(collection), error)
  })

  await t.test('an export does not go on in another collection of the same name', async t => {
    const opened = await openStore(t, engine)
    for (const name of ['news', 'default']) {
      const collection = await opened.create(name)
      for (const id of ['a', 'b', 'c']) await collection.put(id, textOf(id))
      const request = { representatives: false, cursor: undefined, limit: 1, fullPageBytes: 1e6 }
      const { nextCursor: cursor } = await opened.store.exportDocuments(name, request)
      await opened.reopen()
      t.equal((await opened.store.exportDocuments(name, { ...request, cursor })).items[0]?.id, 'b', 'after a restart')
      await opened.store.deleteCollection(name)
      const again = opened.store.exportDocuments(name, { ...request, cursor })
      await t.rejects(again, { code: 'COLLECTION_NOT_FOUND' }, 'deleted')
      const other = (await opened.create(name)).in(opened.store)
      await other.put('b', textOf('b'))
      await t.rejects(opened.store.exportDocuments(name, { ...request, cursor }), { code: 'COLLECTION_NOT_FOUND' })
    }
  })

  await t.test('a cursor that is not of an export is refused', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const id of ['a', 'b', 'c']) await collection.put(id, textOf(id))
    const { store } = opened
    const request = { representatives: false, limit: 1, fullPageBytes: 1e6 }
    const { nextCursor: listed } = await store.listDocuments('news', { cursor: undefined, limit: 1 })
    for (const cursor of ['', 'x', '[]', '%', '\u0000', 'A'.repeat(5000), listed]) {
      await t.rejects(store.exportDocuments('news', { ...request, cursor }), invalid)
    }
    const { nextCursor: cursor } = await store.exportDocuments('news', { ...request, cursor: undefined })
    await t.rejects(store.listDocuments('news', { cursor, limit: 1 }), invalid)
  })
}
