import type { Test } from 'tap'
import type { Ingested } from '../../../src/store/documents.ts'
import { canonical } from '../../helpers/components.ts'
import { Model } from '../../helpers/model.ts'
import { Random } from '../../helpers/random.ts'
import { mixedTexts } from '../../helpers/texts.ts'
import { type Engine, openStore } from './engine.ts'

const nine = 'one two three four five six seven eight nine'

const verdictCounts = (answers: readonly Ingested[]): Record<string, number> =>
  Object.fromEntries(
    ['unique', 'near-duplicate', 'exact-duplicate'].map(verdict => [
      verdict,
      answers.filter(answer => answer.verdict === verdict).length
    ])
  )

/** Many calls at once: rules 2, 3 and 7 of the contract. */
export async function concurrencyRules(t: Test, engine: Engine): Promise<void> {
  await t.test('one text under many ids at once is unique exactly once', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const ids = Array.from({ length: 300 }, (_, at) => `${at}`)
    const answers = await Promise.all(ids.map(id => collection.put(id, nine)))
    t.strictSame(verdictCounts(answers), { unique: 1, 'near-duplicate': 0, 'exact-duplicate': 299 })
    t.strictSame(await collection.partition(), [ids.toSorted()])
    const retries = await Promise.all(ids.map(id => collection.put(id, nine)))
    t.strictSame(
      retries.map(({ verdict }) => verdict),
      answers.map(({ verdict }) => verdict)
    )
  })

  await t.test('one document sent many times at once is created exactly once', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const answers = await Promise.all(Array.from({ length: 100 }, () => collection.put('a', nine)))
    t.equal(answers.filter(({ status }) => status === 'created').length, 1)
    t.equal(answers.filter(({ status }) => status === 'unchanged').length, 99)
    t.ok(answers.every(({ verdict, cluster }) => verdict === 'unique' && cluster.size === 1))
  })

  await t.test('of two near-duplicates at once, the later one always sees the earlier', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const pairs = Array.from({ length: 100 }, (_, at) => {
      const text = nine.replaceAll(' ', `${at} `)
      return [collection.put(`${at} left`, text), collection.put(`${at} right`, `${text} ten`)]
    })
    const answers = await Promise.all(pairs.flat())
    t.strictSame(verdictCounts(answers), { unique: 100, 'near-duplicate': 100, 'exact-duplicate': 0 })
    t.ok((await collection.clusters()).every(({ size }) => size === 2))
  })

  await t.test('ingests, updates, deletions and reads at once leave the partition of what is stored', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const random = new Random(23)
    const texts = mixedTexts(5, 90)
    const documents = texts.map((text, at) => collection.prepare({ id: `${at}`, text }))
    await Promise.all(random.batches(documents.slice(0, 60), 5).map(batch => collection.ingestAll(batch)))
    const model = new Model(collection.settings, collection.sketcher)
    const removed = documents.slice(0, 60).filter(() => random.next() < 0.4)
    const updated = documents
      .slice(0, 30)
      .map(({ id }) => collection.prepare({ id: `${id}`, text: random.pick(texts) }))
    const updates = updated.filter(({ id }) => removed.every(other => other.id !== id))
    const reads: Promise<unknown>[] = []
    const work = random.shuffle([
      ...removed.map(
        ({ id }) =>
          () =>
            collection.remove(id)
      ),
      ...updates.map(document => () => collection.ingestAll([document])),
      ...documents.slice(60).map(document => () => collection.ingestAll([document]))
    ])
    const done = work.map(start => {
      reads.push(collection.clusters({ limit: 100 }), collection.documents(100))
      return start()
    })
    await Promise.all(done)
    const gone = new Set(removed.map(({ id }) => id))
    const current = new Map([...documents, ...updates].map(document => [document.id, document]))
    for (const [id, document] of current) {
      if (!gone.has(id)) model.add(document)
    }
    t.strictSame(await collection.partition(), canonical(model.partition(0.6)))
    t.strictSame(await collection.partition(0.8), canonical(model.partition(0.8)))
    for (const listing of (await Promise.all(reads)) as { id: string }[][]) {
      if (new Set(listing.map(({ id }) => id)).size !== listing.length) t.fail('a read showed something twice')
    }
    await opened.reopen()
    t.strictSame(await collection.in(opened.store).partition(), canonical(model.partition(0.6)))
  })

  await t.test('a deleted collection takes along what was sent before, and nothing that is sent after', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('default')
    const doomed = await opened.create('doomed')
    const calls = [
      collection.put('before', nine),
      opened.store.deleteCollection('default'),
      collection.put('after', nine),
      doomed.put('before', nine),
      opened.store.deleteCollection('doomed')
    ]
    const late = t.rejects(doomed.put('after', nine), { code: 'COLLECTION_NOT_FOUND' })
    await Promise.all([...calls, late])
    t.strictSame(await collection.partition(), [['after']])
    t.equal((await collection.put('after', nine)).verdict, 'unique')
    await opened.reopen()
    t.strictSame(await collection.in(opened.store).partition(), [['after']])
    await t.rejects(opened.store.getCollection('doomed'), { code: 'COLLECTION_NOT_FOUND' })
  })

  await t.test('an update is seen whole or not at all', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const versions = Array.from({ length: 30 }, (_, at) => ({ id: 'a', text: `text ${at}`, title: `title ${at}` }))
    await collection.ingest(versions[0]!)
    const seen: Promise<{ text: string | undefined; title?: string }>[] = []
    const writes = versions.map(version => {
      const write = collection.ingest(version)
      seen.push(collection.get('a'))
      return write.then(() => seen.push(collection.get('a')))
    })
    await Promise.all(writes)
    for (const { text, title } of await Promise.all(seen)) t.equal(text?.replace('text', 'title'), title)
    t.equal((await collection.get('a')).text, 'text 29')
  })

  await t.test('what an answer tells of is still there after a restart', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const answers = await Promise.all(mixedTexts(9, 40).map((text, at) => collection.put(`${at}`, text)))
    await opened.reopen()
    const reopened = collection.in(opened.store)
    for (const { id, matches } of answers) {
      t.equal((await reopened.get(id)).id, id)
      for (const match of matches) await reopened.get(match.id)
    }
  })
}
