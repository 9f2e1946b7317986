import t, { type Test } from 'tap'
import { type ExtractionLimits, ExtractionPool } from '../../src/extraction/extraction-pool.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { article, newsPage } from '../helpers/pages.ts'
import { linesOf } from '../helpers/raw-client.ts'

const collection = '/v1/collections/default'

async function open(t: Test, limits: Partial<ExtractionLimits> = {}) {
  const extractor = new ExtractionPool({ pageBytes: 1_000_000, timeoutMs: 60_000, threads: 2, ...limits })
  const { app } = await buildTestApp(t, { extractor })
  const post = (document: object, path = 'documents') =>
    app.inject({ method: 'POST', url: `${collection}/${path}`, payload: document })
  const stream = async (lines: readonly object[], path = 'import') => {
    const payload = lines.map(line => `${JSON.stringify(line)}\n`).join('')
    const headers = { 'content-type': 'application/x-ndjson' }
    const { body } = await app.inject({ method: 'POST', url: `${collection}/${path}`, payload, headers })
    return linesOf<{ id?: string; status?: string; verdict?: string; error?: { code: string }; summary?: object }>(body)
  }
  return { app, post, stream }
}

const page = newsPage({ article: article(1), title: 'Nine ships', boilerplate: 1 })
const text = article(1).join('\n')

t.test('a page is stored as its main text, with the title, address and time that it gives', async t => {
  const { app, post } = await open(t)
  const head = '<link rel=canonical href="https://example.org/1"><meta name=date content="2026-01-02"></head>'
  const html = page.replace('</head>', head)
  t.equal((await post({ id: 'a', html })).statusCode, 201)
  const stored = (await app.inject(`${collection}/documents/a`)).json()
  t.match(stored, {
    text,
    title: 'Nine ships',
    url: 'https://example.org/1',
    publishedAt: '2026-01-02T00:00:00Z'
  })
  t.notOk('html' in stored)

  const given = { title: 'Ours', url: 'https://example.org/ours', publishedAt: '2026-02-03T04:05:06+01:00' }
  const put = await app.inject({ method: 'PUT', url: `${collection}/documents/b`, payload: { html, ...given } })
  t.match(put.json(), { status: 'created', verdict: 'exact-duplicate' })
  t.match((await app.inject(`${collection}/documents/b`)).json(), given)
})

t.test('the same page again is unchanged, and so is its text', async t => {
  const { post, stream } = await open(t)
  t.match((await post({ id: 'a', html: page })).json(), { status: 'created', verdict: 'unique' })
  t.match((await post({ id: 'a', html: page })).json(), { status: 'unchanged', verdict: 'unique' })
  t.match((await post({ id: 'a', text, title: 'Nine ships' })).json(), { status: 'unchanged' })
  t.match((await stream([{ id: 'a', html: page }]))[0], { status: 'unchanged' })
  t.match((await post({ id: 'a', html: page, title: 'Ten ships' })).json(), { status: 'updated' })
})

t.test('answers say how the text of a page was found, and a check shows it where it is asked to', async t => {
  const { app, post, stream } = await open(t)
  const list = { html: '<nav>Home News</nav><ul><li>one</li><li>two</li></ul>' }
  t.match((await post({ id: 'a', html: page })).json(), { extraction: { kind: 'article' } })
  t.match((await post({ id: 'b', ...list })).json(), { extraction: { kind: 'page' } })
  t.notOk('extraction' in (await post({ id: 'c', text })).json())
  const stored = async (id: string) => (await app.inject(`${collection}/documents/${id}`)).json()
  t.match(await stored('b'), { text: 'one\ntwo', extraction: { kind: 'page' } })
  t.notOk('extraction' in (await stored('c')))
  t.match((await post(list, 'check?text=true')).json(), { text: 'one\ntwo', extraction: { kind: 'page' } })
  t.notOk('text' in (await post(list, 'check')).json())
  t.match((await post({ text: 'as it is' }, 'check?text=true')).json(), { text: 'as it is' })
  t.match(await stream([{ html: page }, list], 'check?text=true'), [
    { text, extraction: { kind: 'article' } },
    { text: 'one\ntwo', extraction: { kind: 'page' } }
  ])
  t.match((await stream([{ id: 'd', html: page }]))[0], { extraction: { kind: 'article' } })
  t.equal((await post({ id: 'e', text, extraction: { kind: 'page' } })).statusCode, 422)
  t.notOk(/"extraction"/.test((await app.inject(`${collection}/export`)).body), 'an export can be imported again')
})

t.test('a check reads pages, and stores nothing', async t => {
  const { app, post, stream } = await open(t)
  await post({ id: 'a', text })
  t.match((await post({ html: page }, 'check')).json(), { verdict: 'exact-duplicate', matches: [{ id: 'a' }] })
  const [first, second] = await stream([{ html: page }, { html: '<p>hello' }], 'check')
  t.match([first, second], [{ verdict: 'exact-duplicate' }, { verdict: 'unique' }])
  t.equal((await app.inject(`${collection}/documents`)).json().documents.length, 1)
})

t.test('pages that differ only in boilerplate are near-duplicates; articles in one template are not', async t => {
  const { app, stream } = await open(t)
  const [articles, visits] = [8, 4]
  const lines = Array.from({ length: articles * visits }, (_, i) => {
    const seed = i % articles
    return { id: `${seed}-${i}`, html: newsPage({ article: article(seed), title: `Article ${seed}`, boilerplate: i }) }
  })
  const results = await stream(lines)
  t.strictSame(results.at(-1)?.summary, { lines: 32, created: 32, updated: 0, unchanged: 0, failed: 0 })
  const { clusters } = (await app.inject(`${collection}/clusters?minSize=1`)).json()
  t.equal(clusters.length, articles)
  for (const { size, members } of clusters) {
    t.equal(size, visits)
    t.equal(new Set(members.map(({ id }: { id: string }) => id.split('-')[0])).size, 1)
  }
})

t.test('lines act as if sent one after another, with pages among texts and over many batches', async t => {
  const { app, stream } = await open(t)
  // Two batches and more; the pages of the first keep it waiting while the second is ready at once.
  const pages = Array.from({ length: 8 }, (_, i) => ({ id: `p${i}`, html: page }))
  const texts = Array.from({ length: 600 }, (_, i) => ({ id: `t${i}`, text: `text number ${i} of the second batch` }))
  const lines = [{ id: 'a', html: page }, ...pages, ...texts, { id: 'a', text: 'something else entirely' }]
  const results = await stream([...lines, { id: 'a', html: '<p>the end' }, ...pages])
  t.strictSame(
    results.slice(0, -1).map(({ id }) => id),
    [...lines.map(({ id }) => id), 'a', ...pages.map(({ id }) => id)]
  )
  t.strictSame(
    results.filter(({ id }) => id === 'a').map(({ status }) => status),
    ['created', 'updated', 'updated']
  )
  t.ok(results.slice(-1 - pages.length, -1).every(({ status }) => status === 'unchanged'))
  t.equal((await app.inject(`${collection}/documents/a`)).json().text, 'the end')
  const { documents } = (await app.inject(`${collection}/documents?limit=10`)).json()
  t.strictSame(
    documents.map(({ id }: { id: string }) => id),
    ['a', ...pages.map(({ id }) => id), 't0']
  )
})

t.test('a page that gives no text fails alone, with a problem of its own', async t => {
  const { post, stream } = await open(t, { pageBytes: 600_000, timeoutMs: 3_000, threads: 1 })
  const bad: [html: string, code: string][] = [
    ['<p>'.repeat(300_000), 'HTML_TOO_LARGE'],
    ['<div>'.repeat(100_000), 'HTML_TOO_COMPLEX'],
    ['%PDF-1.4\n1 0 obj', 'NOT_HTML']
  ]
  for (const [html, code] of bad) t.match((await post({ html })).json(), { status: 422, code, type: /problems#/ })
  const lines = bad.flatMap(([html], i) => [
    { id: `bad${i}`, html },
    { id: `good${i}`, html: '<p>hello' }
  ])
  const results = await stream([...lines, { id: 'both', html: '', text: '' }])
  t.strictSame(
    results.slice(0, -1).map(({ error, status }) => error?.code ?? status),
    ['HTML_TOO_LARGE', 'created', 'HTML_TOO_COMPLEX', 'created', 'NOT_HTML', 'created', 'INVALID_DOCUMENT']
  )
  t.match((await post({ id: 'empty', html: '' })).json(), { status: 'created', verdict: 'unique', matches: [] })
})

t.test('a service without an extractor says so', async t => {
  const { app } = await buildTestApp(t)
  const answer = await app.inject({ method: 'POST', url: `${collection}/documents`, payload: { html: page } })
  t.match(answer.json(), { status: 422, code: 'NOT_SUPPORTED', errors: [{ path: '/html' }] })
})
