import t from 'tap'
import { serve } from './service.ts'

const text = 'the harbour master counted nine ships at dawn before fog swallowed seven of them'
const other = 'gulls wheeled over cold grey water while the captain slept through the morning watch'

t.test('creates, changes, reads and deletes a collection', async t => {
  const { client } = await serve(t)
  const news = client.collection('news')
  t.match(await news.put({ threshold: 0.7, shingle: { size: 2 } }), { name: 'news', threshold: 0.7 })
  t.match(await news.put({ threshold: 0.7, shingle: { size: 2 } }), { name: 'news' })
  t.match(await news.patch({ representative: 'longest', retentionSeconds: 60 }), { retentionSeconds: 60 })
  t.match(await news.get(), { representative: 'longest', counts: { documents: 0 } })
  t.equal(await news.delete(), undefined)
  await t.rejects(news.get(), { name: 'DoppelProblem', code: 'COLLECTION_NOT_FOUND', status: 404 })
})

t.test('ingests, reads, lists and deletes documents', async t => {
  const { client } = await serve(t)
  const collection = client.collection()
  t.match(await collection.ingest({ id: 'a', text }), { id: 'a', status: 'created', verdict: 'unique' })
  t.match(await collection.ingest({ id: 'a', text }), { status: 'unchanged' })
  t.match(await collection.ingest({ id: 'b', text, title: undefined }, { matches: 0 }), {
    verdict: 'exact-duplicate',
    matches: []
  })
  t.match(await collection.ingest({ text: other }), { id: String, verdict: 'unique' })
  t.match(await collection.getDocument('b'), { id: 'b', text, cluster: { size: 2, representative: 'a' } })
  t.match(await collection.matches('a', { limit: 1 }), { matches: [{ id: 'b', similarity: 1 }] })

  t.equal((await collection.listDocuments({ limit: 2 })).documents.length, 2)
  const ids: string[] = []
  for await (const { id } of collection.documents({ limit: 1 })) ids.push(id)
  t.strictSame(ids.slice(0, 2), ['a', 'b'])
  t.equal(ids.length, 3)

  t.equal(await collection.deleteDocument('b'), undefined)
  await t.rejects(collection.deleteDocument('b'), { code: 'DOCUMENT_NOT_FOUND' })
})

t.test('takes any id that the service takes', async t => {
  const { client } = await serve(t)
  const collection = client.collection()
  for (const id of ['https://example.com/a?b=c#d', 'ü %2F/..', '...', 'é'.repeat(256)]) {
    await collection.ingest({ id, text })
    t.equal((await collection.getDocument(id)).id, id)
    await collection.deleteDocument(id)
  }
})

t.test('sends nothing where an address would lead elsewhere', async t => {
  const { client } = await serve(t)
  const news = client.collection('news')
  await news.put()
  for (const id of ['', '.', '..']) await t.rejects(news.deleteDocument(id), { name: 'DoppelProblem' }, id)
  t.equal((await news.get()).name, 'news', 'it was not deleted')
  await t.rejects(client.collection('..').delete(), TypeError)
})

t.test('checks without storing', async t => {
  const { client } = await serve(t)
  const collection = client.collection()
  await collection.ingest({ id: 'a', text })
  t.match(await collection.check({ text }, { threshold: 0.9, matches: 1 }), { verdict: 'exact-duplicate' })
  t.match(await collection.check({ text: other }), { verdict: 'unique', cluster: null })
  t.equal((await collection.stats()).documents, 1)
})

t.test('compares, with spans', async t => {
  const { client } = await serve(t)
  const collection = client.collection()
  await collection.ingest({ id: 'a', text })
  t.match(await collection.compare({ id: 'a' }, { text }), { similarity: 1 })
  t.match(await collection.compare({ id: 'a' }, { text }, { spans: true }), { spans: { left: [{ start: 0 }] } })
})

t.test('lists clusters and their members, page by page', async t => {
  const { client } = await serve(t)
  const collection = client.collection()
  for (const id of ['a', 'b', 'c']) await collection.ingest({ id, text })
  await collection.ingest({ id: 'd', text: other })
  t.equal((await collection.listClusters()).clusters.length, 1)
  const clusters: { id: string; size: number }[] = []
  for await (const cluster of collection.clusters({ minSize: 1, limit: 1 })) clusters.push(cluster)
  t.strictSame(
    clusters.map(({ size }) => size),
    [3, 1]
  )
  const { id } = clusters[0] as { id: string }
  t.match(await collection.getCluster(id, { limit: 1 }), { size: 3, members: [{ id: 'a' }] })
  const members: string[] = []
  for await (const member of collection.members(id, { limit: 1 })) members.push(member.id)
  t.strictSame(members, ['a', 'b', 'c'])
})

t.test('exports all documents, or one a cluster', async t => {
  const { client } = await serve(t)
  const collection = client.collection()
  for (const id of ['a', 'b']) await collection.ingest({ id, text })
  await collection.ingest({ id: 'c', text: other })
  const ids = async (representatives: boolean) => {
    const found: string[] = []
    for await (const { id } of collection.export({ representatives })) found.push(id)
    return found
  }
  t.strictSame(await ids(false), ['a', 'b', 'c'])
  t.strictSame(await ids(true), ['a', 'c'])
  await t.rejects(client.collection('none').export().next(), { code: 'COLLECTION_NOT_FOUND' })
})

t.test('passes on which fields are wrong', async t => {
  const { client } = await serve(t)
  await t.rejects(client.collection().ingest({ id: 'a', text: 5 } as never), {
    code: 'INVALID_DOCUMENT',
    status: 422,
    errors: [{ path: '/text' }],
    instance: String
  })
})
