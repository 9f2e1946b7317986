import type { Test } from 'tap'
import type { TextSide } from '../../../src/store/document-store.ts'
import { allItems } from '../../helpers/test-collection.ts'
import { type Engine, openStore } from './engine.ts'

const notFound = { name: 'DoppelError', code: 'DOCUMENT_NOT_FOUND' }
const fields = {
  url: 'https://example.org/a?b=c',
  title: 'Ships — “fog” 🚢',
  metadata: {
    tags: ['a', 'b'],
    nested: { constructor: 1, toString: null, empty: {}, list: [] },
    unicode: '\u{10ffff}é'
  },
  publishedAt: '2026-01-02T03:04:05+01:00'
}

/** Keeping documents: rules 6, 8 and 9 of the contract. */
export async function documentRules(t: Test, engine: Engine): Promise<void> {
  await t.test('a document is given back as it was sent, also after a restart', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const text = 'Nine ships,\r\n  at dawn… 東京 🚢\t'
    await collection.put('a', text, fields)
    const expected = {
      ...fields,
      id: 'a',
      text,
      ingestedAt: opened.clock.now,
      updatedAt: opened.clock.now,
      expiresAt: undefined,
      isEmpty: false
    }
    const { cluster, ...stored } = await collection.get('a')
    t.strictSame(stored, expected)
    t.strictSame({ ...cluster, id: String }, { id: String, size: 1, representative: 'a' })
    opened.clock.advance(5000)
    await opened.reopen()
    const { cluster: same, ...again } = await collection.in(opened.store).get('a')
    t.strictSame(again, expected)
    t.strictSame(same, cluster)
  })

  await t.test('what cannot be stored in a text comes back as U+FFFD', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'one\0two\ud800three')
    t.equal((await collection.get('a')).text, 'one\ufffdtwo\ufffdthree')
    t.equal((await collection.put('b', 'one two three')).verdict, 'exact-duplicate')
  })

  await t.test('ids of any kind work', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const ids = [
      'a',
      'A',
      'a/b',
      '%2f',
      '__proto__',
      'constructor',
      'a'.repeat(512),
      '東'.repeat(170),
      '0',
      ' ',
      'é',
      'e\u0301'
    ]
    for (const [at, id] of ids.entries()) t.equal((await collection.put(id, `text number ${at}`)).status, 'created', id)
    await opened.reopen()
    const reopened = collection.in(opened.store)
    for (const [at, id] of ids.entries()) t.equal((await reopened.get(id)).text, `text number ${at}`)
    t.strictSame(
      (await reopened.documents()).map(({ id }) => id),
      ids
    )
  })

  await t.test('a missing document is told so', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await t.rejects(collection.get('a'), notFound)
    await t.rejects(collection.remove('a'), notFound)
    await t.rejects(opened.store.matchesOf('news', 'a', { threshold: 0.6, limit: 10 }), notFound)
    await t.rejects(opened.store.compare('news', { id: 'a' }, { id: 'a' }), notFound)
    await collection.put('a', 'nine ships at dawn')
    await collection.remove('a')
    await t.rejects(collection.get('a'), notFound)
    await t.rejects(collection.remove('a'), notFound)
    t.strictSame(await collection.documents(), [])
  })

  await t.test('the same content is unchanged and changes nothing', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const first = await collection.put('a', 'nine ships at dawn', fields)
    const before = await collection.get('a')
    opened.clock.advance(1000)
    const reordered = { ...fields, metadata: Object.fromEntries(Object.entries(fields.metadata).reverse()) }
    t.strictSame(await collection.put('a', 'nine ships at dawn', reordered), { ...first, status: 'unchanged' })
    t.strictSame(await collection.get('a'), before)
  })

  await t.test('other fields alone update the document and keep its verdict and its cluster', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'nine ships at dawn', fields)
    await collection.put('b', 'nine ships at dawn')
    opened.clock.advance(1000)
    const answer = await collection.put('a', 'nine ships at dawn', { title: 'Other' })
    t.equal(answer.status, 'updated')
    t.equal(answer.verdict, 'unique', 'b is still the later one')
    t.equal(answer.cluster.size, 2)
    const stored = await collection.get('a')
    t.equal(stored.title, 'Other')
    t.equal(stored.url, undefined, 'the whole document is replaced')
    t.equal(stored.updatedAt - stored.ingestedAt, 1000)
    t.equal((await collection.put('b', 'nine ships at dawn')).verdict, 'exact-duplicate')
  })

  await t.test('a changed text is a new version in the old place', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'nine ships at dawn')
    await collection.put('b', 'gulls wheeled over cold grey water')
    opened.clock.advance(1000)
    const answer = await collection.put('a', 'Gulls wheeled over cold grey water!')
    t.equal(answer.status, 'updated')
    t.equal(answer.verdict, 'exact-duplicate', 'b was stored before this version')
    t.strictSame(answer.cluster.representative, 'a', 'but a was created first')
    t.strictSame(await collection.partition(), [['a', 'b']])
    t.strictSame(
      (await collection.documents()).map(({ id }) => id),
      ['a', 'b']
    )
    const { ingestedAt, updatedAt } = await collection.get('a')
    t.equal(updatedAt - ingestedAt, 1000)
    t.equal((await collection.put('b', 'gulls wheeled over cold grey water')).verdict, 'unique')
  })

  await t.test('a document posted again after its deletion is a new creation', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'nine ships at dawn')
    await collection.put('b', 'nine ships at dawn')
    await collection.remove('a')
    opened.clock.advance(1000)
    const answer = await collection.put('a', 'nine ships at dawn')
    t.strictSame([answer.status, answer.verdict, answer.cluster.representative], ['created', 'exact-duplicate', 'b'])
    t.equal((await collection.get('a')).ingestedAt, opened.clock.now)
    t.strictSame(
      (await collection.documents()).map(({ id }) => id),
      ['b', 'a']
    )
  })

  await t.test('a batch acts as if its documents were sent one after another', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const batch = ['one two three four', 'one two three four', 'one two three four five', 'one two three four'].map(
      (text, at) => collection.prepare({ id: at === 3 ? '0' : `${at}`, text })
    )
    const answers = await collection.ingestAll(batch)
    t.strictSame(
      answers.map(({ id, status, verdict, cluster }) => [id, status, verdict, cluster.size]),
      [
        ['0', 'created', 'unique', 1],
        ['1', 'created', 'exact-duplicate', 2],
        ['2', 'created', 'near-duplicate', 3],
        ['0', 'unchanged', 'unique', 3]
      ]
    )
    t.strictSame(await collection.ingestAll([]), [])
  })

  await t.test('a document sketched under other settings fails alone, and nothing of it is stored', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const other = await opened.create('other', { shingle: { unit: 'word', size: 5 } })
    const documents = [
      collection.prepare({ id: 'a', text: 'x' }),
      other.prepare({ id: 'b', text: 'x' }),
      collection.prepare({ id: 'c', text: 'x' })
    ]
    const answers = await opened.store.ingest('news', documents, { matchLimit: 10, renew: false })
    t.strictSame(
      answers.map(answer => (answer instanceof Error ? (answer as { code?: string }).code : answer.verdict)),
      ['unique', 'COLLECTION_CHANGED', 'exact-duplicate']
    )
    t.strictSame(await collection.partition(), [['a', 'c']])
    const check = opened.store.check('news', other.prepare({ id: 'b', text: 'x' }), { threshold: 0.6, matchLimit: 10 })
    await t.rejects(check, { code: 'COLLECTION_CHANGED' })
  })

  await t.test('what has expired is as good as deleted for every answer', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { retentionSeconds: 10 })
    await collection.put('short', 'nine ships at dawn', { retentionSeconds: 5 })
    await collection.put('middle', 'nine ships at dawn')
    await collection.put('long', 'nine ships at dawn', { retentionSeconds: 60 })
    t.equal((await collection.get('short')).expiresAt, opened.clock.now + 5000)
    t.equal((await collection.get('middle')).expiresAt, opened.clock.now + 10_000)
    opened.clock.advance(5001)
    await t.rejects(collection.get('short'), notFound)
    await t.rejects(collection.remove('short'), notFound)
    t.equal((await collection.get('middle')).cluster.representative, 'middle')
    const { matches } = await opened.store.matchesOf('news', 'long', { threshold: 0.6, limit: 10 })
    t.strictSame(
      matches.map(({ id }) => id),
      ['middle']
    )
    t.equal((await opened.store.getCollection('news')).counts.documents, 2)
    opened.clock.advance(5000)
    await opened.reopen()
    const reopened = collection.in(opened.store)
    t.strictSame(await reopened.partition(), [['long']])
    t.equal((await opened.store.stats('news')).documents, 1)
    const answer = await reopened.put('short', 'nine ships at dawn')
    t.strictSame([answer.status, answer.verdict], ['created', 'exact-duplicate'])
    opened.clock.advance(60_000)
    t.strictSame(
      (await opened.store.listCollections({ cursor: undefined, limit: 10 })).items.map(
        ({ counts }) => counts.documents
      ),
      [0, 0]
    )
    t.equal((await reopened.put('new', 'nine ships at dawn')).verdict, 'unique')
  })

  await t.test('an unchanged post renews the retention only when asked to; another version does', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { retentionSeconds: 10 })
    const expiresAt = async (id: string) => ((await collection.get(id)).expiresAt as number) - opened.clock.now
    for (const id of ['a', 'b', 'c']) await collection.put(id, `text of ${id}`)
    opened.clock.advance(4000)
    await collection.put('a', 'text of a')
    t.equal(await expiresAt('a'), 6000)
    const renewed = await collection.ingest({ id: 'a', text: 'text of a' }, { renew: true })
    t.equal(renewed.status, 'unchanged')
    t.equal(await expiresAt('a'), 10_000)
    t.equal((await collection.get('a')).updatedAt, (await collection.get('a')).ingestedAt)
    await collection.put('b', 'other text of b')
    t.equal(await expiresAt('b'), 10_000)
    await collection.put('c', 'text of c', { title: 'also another version' })
    t.equal(await expiresAt('c'), 10_000)
    await collection.put('d', 'text of d', { retentionSeconds: 5 })
    await collection.put('d', 'text of d', { retentionSeconds: 7 })
    t.equal(await expiresAt('d'), 7000)
    await opened.reopen()
    const reopened = collection.in(opened.store)
    opened.clock.advance(7001)
    t.strictSame(
      (await reopened.documents()).map(({ id }) => id),
      ['a', 'b', 'c']
    )
  })

  await t.test('a patched retention holds for the documents that are there', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', 'nine ships')
    await collection.put('own', 'nine gulls', { retentionSeconds: 100 })
    opened.clock.advance(2000)
    await opened.store.patchCollection('news', { retentionSeconds: 3 })
    t.equal((await collection.get('a')).expiresAt, opened.clock.now + 1000)
    await opened.store.patchCollection('news', { retentionSeconds: null })
    t.equal((await collection.get('a')).expiresAt, undefined)
    await opened.store.patchCollection('news', { retentionSeconds: 2 })
    await opened.reopen()
    t.strictSame(
      (await allItems(cursor => opened.store.listDocuments('news', { cursor, limit: 1 }))).map(({ id }) => id),
      ['own']
    )
  })

  await t.test('a collection that keeps no texts still measures exactly, also after a restart', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { storeText: false })
    await collection.put('a', 'one two three four five six')
    await opened.reopen()
    const reopened = collection.in(opened.store)
    t.equal((await reopened.get('a')).text, undefined)
    const answer = await reopened.put('b', 'one two three four five six seven')
    t.strictSame(answer.matches, [
      { id: 'a', similarity: 0.8, estimate: answer.matches[0]?.estimate, containment: 0.8 }
    ])
    t.equal((await reopened.put('a', 'one two three four five six')).status, 'unchanged')
    t.equal((await opened.store.stats('news')).bytes, 0)
  })

  await t.test('a comparison brings the texts of both sides when it is asked to', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { retentionSeconds: 60 })
    const { key } = collection.sketcher
    await collection.put('a', 'nine ships at dawn')
    await collection.put('b', 'Nine ships, at dawn!')
    await collection.put('empty', '')
    const compare = (left: TextSide, right: TextSide) => opened.store.compareTexts('news', left, right, key)
    const comparison = await opened.store.compare('news', { id: 'a' }, { id: 'b' })
    t.strictSame(
      await compare({ id: 'a' }, { id: 'b' }),
      { comparison, left: 'nine ships at dawn', right: 'Nine ships, at dawn!' },
      'each its own, although they are copies'
    )
    const sent = { content: collection.sketcher.sketchText('nine ships'), text: 'nine ships' }
    t.match(await compare(sent, { id: 'empty' }), { comparison: { shared: 0 }, left: 'nine ships', right: '' })
    await t.rejects(opened.store.compareTexts('news', { id: 'a' }, sent, 'other'), { code: 'COLLECTION_CHANGED' })
    await t.rejects(compare({ id: 'a' }, { id: 'none' }), notFound)
    const slots = [...collection.sketcher.sketchText('nine ships').signature]
    await collection.ingest({ id: 'signature', signature: { scheme: 'doppel', slots } })
    await t.rejects(compare(sent, { id: 'signature' }), { code: 'TEXT_NOT_KEPT' })
    opened.clock.advance(61_000)
    await t.rejects(compare({ id: 'a' }, { id: 'b' }), notFound)
    const bare = await opened.create('bare', { storeText: false })
    await bare.put('a', 'nine ships at dawn')
    await t.rejects(opened.store.compareTexts('bare', sent, { id: 'a' }, key), { code: 'TEXT_NOT_KEPT' })
    await t.rejects(opened.store.compareTexts('bare', sent, { id: 'none' }, key), notFound)
  })
}
