import t from 'tap'
import { dedup, type Problem, tagged } from '../../src/client/entry.ts'
import { serve } from './service.ts'

const story = 'the harbour master counted nine ships at dawn before fog swallowed seven of them'
const pages = [
  { address: 'https://example.com/1', body: story },
  { address: 'https://example.com/2', body: 'gulls wheeled over cold grey water while the captain slept' },
  { address: 'https://example.com/3', body: story.toUpperCase() },
  { address: 'https://example.com/4', body: `${story} again` }
]
const document = ({ address, body }: (typeof pages)[number]) => ({ id: address, text: body })

async function* crawl<Page>(pages: readonly Page[]) {
  yield* pages
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

t.test('gives out one document of each cluster, and the same ones on a second run', async t => {
  const { client } = await serve(t)
  for (const run of [1, 2])
    t.strictSame(await all(dedup(crawl(pages), client, { document })), pages.slice(0, 2), `${run}`)
})

t.test('what counts as a duplicate can be chosen', async t => {
  const { client } = await serve(t)
  await client.collection('news').put()
  const kept = await all(
    dedup(crawl(pages), client, { document, collection: 'news', keep: ['unique', 'near-duplicate'] })
  )
  t.strictSame(kept, [pages[0], pages[1], pages[3]])
  t.equal((await client.collection().stats()).documents, 0)
})

t.test('blank documents are given out unless they are not wanted', async t => {
  const { client } = await serve(t)
  const documents = [
    { id: 'a', text: story },
    { id: 'b', text: '' },
    { id: 'c', text: ' \n' },
    { id: 'd', text: '🚢' }
  ]
  t.strictSame(await all(dedup(documents, client)), documents)
  t.strictSame(await all(dedup(documents, client, { dropEmpty: true })), [documents[0], documents[3]])
})

t.test('takes documents as they are, and plain lists', async t => {
  const { client } = await serve(t)
  const documents = pages.map(document)
  t.strictSame(await all(dedup(documents, client)), documents.slice(0, 2))
})

t.test('tags instead of dropping', async t => {
  const { client } = await serve(t)
  t.match(await all(tagged(crawl(pages), client, { document })), [
    { item: pages[0], ingested: { verdict: 'unique' } },
    { item: pages[1], ingested: { verdict: 'unique' } },
    { item: pages[2], ingested: { verdict: 'exact-duplicate', cluster: { representative: pages[0]?.address } } },
    { item: pages[3], ingested: { verdict: 'near-duplicate', matches: [{ id: pages[0]?.address }, {}] } }
  ])
})

t.test('a document that is refused is never dropped in silence', async t => {
  const { client } = await serve(t)
  const [first, second] = [
    { id: 'a', text: story },
    { id: '\u0000', text: story }
  ]
  const refused: [object, Problem][] = []
  const onRefused = (item: object, problem: Problem) => refused.push([item, problem])
  t.strictSame(await all(dedup([first, second], client, { onRefused })), [first])
  t.match(refused, [[second, { code: 'INVALID_DOCUMENT' }]])
  await t.rejects(all(dedup([second], client)), { name: 'DoppelProblem', code: 'INVALID_DOCUMENT' })
})
