import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { documents, nearWords, open, refused, words } from '../helpers/document-requests.ts'

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

t.test('a new document is created, a near-duplicate told, and a retry changes nothing', async t => {
  const { post, get } = await open(t)
  const first = await post({ id: 'a/1', text: words })
  t.equal(first.statusCode, 201)
  t.equal(first.headers.location, `${documents}/a%2F1`)
  const { cluster } = first.json()
  t.strictSame(first.json(), {
    id: 'a/1',
    status: 'created',
    verdict: 'unique',
    cluster: { id: cluster.id, size: 1, representative: 'a/1' },
    matches: []
  })
  const second = await post({ id: 'b', text: nearWords })
  t.equal(second.statusCode, 201)
  const { matches } = second.json()
  t.matchOnlyStrict(second.json(), {
    id: 'b',
    status: 'created',
    verdict: 'near-duplicate',
    cluster: { id: cluster.id, size: 2, representative: 'a/1' },
    matches: [{ id: 'a/1', similarity: 14 / 15, estimate: Number, containment: 14 / 15 }]
  })
  const retry = await post({ id: 'b', text: nearWords })
  t.equal(retry.statusCode, 200)
  t.equal(retry.headers.location, undefined)
  t.strictSame(retry.json(), { ...second.json(), status: 'unchanged', matches })
  t.match((await post({ id: 'c', text: `${words}!` })).json(), { verdict: 'exact-duplicate' })
  t.match((await get('a/1')).json(), { cluster: { size: 3 } })
})

t.test('without an id a UUIDv7 is assigned, each time another', async t => {
  const { post } = await open(t)
  const [one, two] = [await post({ text: words }), await post({ text: words })]
  t.match(one.json().id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  t.equal(one.headers.location, `${documents}/${one.json().id}`)
  t.not(one.json().id, two.json().id)
  t.equal(two.json().verdict, 'exact-duplicate')
})

t.test('PUT stores under the id of the path, which one in the body must equal', async t => {
  const { put, get } = await open(t)
  t.equal((await put('a', { text: words })).statusCode, 201)
  t.equal((await put('a', { id: 'a', text: words })).json().status, 'unchanged')
  refused(t, await put('a', { id: 'b', text: words }), 422, 'INVALID_DOCUMENT', ['/id'])
  const changed = await put('a', { text: words, title: 'A title' })
  t.equal(changed.statusCode, 200)
  t.match(changed.json(), { status: 'updated', verdict: 'unique' })
  await put('a', { text: 'something else entirely' })
  t.strictSame(Object.keys((await get('a')).json()), ['id', 'text', 'ingestedAt', 'updatedAt', 'cluster'])
})

t.test('a stored document comes back as it was sent, and absent fields stay absent', async t => {
  const { post, get, list } = await open(t)
  const metadata = {
    toString: 1,
    constructor: { prototype: null },
    toJSON: 'text',
    nested: [1.5, -0.25, 1e21, true, null, '', { 'a/b~c': [[[]]] }],
    '': 'empty name'
  }
  const sent = {
    id: 'a',
    text: words,
    url: 'https://example.com/?q=1#f',
    title: 'Füchse',
    metadata,
    publishedAt: '2024-02-29T23:59:60+00:00',
    retentionSeconds: 60
  }
  await post({ ...sent, publishedAt: '2024-02-29t12:00:00.5+05:30' })
  const stored = (await get('a')).json()
  const { retentionSeconds, ...fields } = { ...sent, publishedAt: '2024-02-29t12:00:00.5+05:30' }
  t.matchOnlyStrict(stored, {
    ...fields,
    ingestedAt: time,
    updatedAt: time,
    expiresAt: time,
    cluster: { id: String, size: 1, representative: 'a' }
  })
  // Compared as texts, because tap calls the methods that these names shadow.
  t.equal(JSON.stringify(stored.metadata), JSON.stringify(metadata))
  t.equal(Date.parse(stored.expiresAt), Date.parse(stored.updatedAt) + retentionSeconds * 1000)
  const { text, ...listed } = stored
  t.equal((await list()).body, JSON.stringify({ documents: [listed] }))
  t.equal(text, words)
})

t.test('lone surrogates and NUL are accepted and come back as U+FFFD; empty text is unique', async t => {
  const { app, get, post } = await open(t)
  const payload =
    '{"id":"a","text":"one\\ud800two\\u0000three","title":"\\udc00","url":"\\ud83d","metadata":{"\\ud800":["\\udfff"]}}'
  const headers = { 'content-type': 'application/json' }
  t.equal((await app.inject({ method: 'POST', url: documents, payload, headers })).statusCode, 201)
  const answer = await get('a')
  t.notMatch(answer.body, /\\ud[89a-f]/i)
  t.match(answer.json(), { text: 'one\ufffdtwo\ufffdthree', title: '\ufffd', url: '\ufffd' })
  t.strictSame(answer.json().metadata, { '\ufffd': ['\ufffd'] })
  for (const text of ['', ' \t\n', '\0', '...', '']) {
    t.match((await post({ text })).json(), { verdict: 'unique', cluster: { size: 1 }, matches: [] })
  }
})

t.test('10 MB of one word is a text like any other', async t => {
  const { post, get } = await open(t)
  const text = 'word '.repeat(2_000_000)
  t.equal((await post({ id: 'a', text })).statusCode, 201)
  t.equal((await get('a')).json().text.length, text.length)
})

t.test('a signature may be sent instead of a text; then there is only an estimate', async t => {
  const { app, post, get } = await open(t)
  const { scheme } = (await app.inject('/v1/collections/default')).json()
  const slots = Array.from({ length: 128 }, (_, index) => index * 1000)
  const signed = (id: string, slots: number[], name = scheme) => post({ id, signature: { scheme: name, slots } })
  t.equal((await signed('a', slots)).json().verdict, 'unique')
  t.match((await signed('b', slots.with(0, 5), 'doppel')).json(), {
    verdict: 'near-duplicate',
    matches: [{ id: 'a', similarity: null, estimate: 127 / 128, containment: null }]
  })
  t.notOk('text' in (await get('a')).json())
  refused(t, await signed('c', slots.slice(1)), 422, 'SIGNATURE_MISMATCH')
  refused(t, await signed('c', slots, 'minhash'), 422, 'SIGNATURE_MISMATCH')
  refused(t, await signed('c', slots.with(7, 2 ** 32)), 422, 'INVALID_DOCUMENT', ['/signature/slots/7'])
  refused(t, await signed('c', slots.with(7, -1)), 422, 'INVALID_DOCUMENT', ['/signature/slots/7'])
  refused(t, await signed('c', slots.with(7, 0.5)), 422, 'INVALID_DOCUMENT', ['/signature/slots/7'])
})

t.test('invalid documents are refused with the path of each fault, and nothing is stored', async t => {
  const { post, list } = await open(t)
  const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) })
  const cases: [document: object, ...paths: string[]][] = [
    [{}, ''],
    [{ text: words, signature: { scheme: 'x', slots: [1] } }, ''],
    [{ text: 5 }, '/text'],
    [{ text: 5 }, '/text'],
    [{ id: 5, text: words }, '/id'],
    [{ id: 5, text: words }, '/id'],
    [{ text: words, Title: 'x', constructor: 1, 'a/b': 2 }, '/Title', '/constructor', '/a~1b'],
    [{ text: words, title: 5, url: false }, '/title', '/url'],
    [{ text: words, title: 'x'.repeat(1025) }, '/title'],
    [{ text: words, url: 'x'.repeat(2049) }, '/url'],
    [{ text: words, metadata: 'x' }, '/metadata'],
    [{ text: words, metadata: [] }, '/metadata'],
    [{ text: words, metadata: { a: 'x'.repeat(16_000) } }, '/metadata'],
    [{ text: words, metadata: deep(32) }, '/metadata'],
    [{ text: words, publishedAt: '2024-02-30T00:00:00Z' }, '/publishedAt'],
    [{ text: words, publishedAt: '2024-02-28' }, '/publishedAt'],
    [{ text: words, publishedAt: '2024-02-28T00:00:00' }, '/publishedAt'],
    [{ text: words, publishedAt: 1700000000 }, '/publishedAt'],
    [{ text: words, retentionSeconds: 0 }, '/retentionSeconds'],
    [{ text: words, retentionSeconds: 1.5 }, '/retentionSeconds'],
    [{ text: words, retentionSeconds: '60' }, '/retentionSeconds'],
    [{ text: words, retentionSeconds: 1e15 }, '/retentionSeconds'],
    [{ signature: {} }, '/signature'],
    [{ signature: { scheme: 'doppel', slots: [1], seed: 1 } }, '/signature/seed']
  ]
  for (const [document, ...paths] of cases) refused(t, await post(document), 422, 'INVALID_DOCUMENT', paths)
  refused(t, await post({ html: '<p>hello' }), 422, 'NOT_SUPPORTED', ['/html'])
  for (const whole of ['5', '"text"', 'null', '[]', '[{"text":"a"}]']) {
    const headers = { 'content-type': 'application/json' }
    const { app } = await open(t)
    const answer = await app.inject({ method: 'POST', url: documents, payload: whole, headers })
    refused(t, answer, 422, 'INVALID_DOCUMENT', [''])
  }
  const accepted = { text: words, title: '😀'.repeat(1024), url: 'é'.repeat(2048), metadata: deep(31) }
  t.equal((await post({ id: 'ok', ...accepted })).statusCode, 201)
  t.equal((await list()).json().documents.length, 1)
})

t.test('documents are listed in order of first ingest, each once', async t => {
  const { put, list, remove } = await open(t)
  const ids = Array.from({ length: 25 }, (_, index) => `d${(index * 7) % 25}`)
  for (const id of ids) await put(id, { text: `text of ${id}` })
  await put('d0', { text: 'changed' })
  t.strictSame(
    (await list()).json().documents.map(({ id }: { id: string }) => id),
    ids
  )
  const seen: string[] = []
  let query = '?limit=10'
  for (let pages = 1; ; pages++) {
    const { documents: page, nextCursor } = (await list(query)).json()
    seen.push(...page.map(({ id }: { id: string }) => id))
    if (nextCursor === undefined) {
      t.equal(pages, 3)
      break
    }
    t.equal(page.length, 10)
    // What is changed or deleted meanwhile does not shift the rest.
    if (pages === 1) {
      await remove('d0')
      await put('late', { text: 'late' })
    }
    query = `?limit=10&cursor=${encodeURIComponent(nextCursor)}`
  }
  t.strictSame(seen, [...ids, 'late'])
  for (const cursor of ['x', '', '-1', encodeURIComponent('{}')]) {
    refused(t, await list(`?cursor=${cursor}`), 422, 'INVALID_REQUEST')
  }
})

t.test('parameters are never clamped', async t => {
  const { app, post, put } = await open(t)
  await put('a', { text: words })
  const cases: [path: string, parameter: string, good: string[], bad: string[]][] = [
    [
      'documents',
      'limit',
      ['1', '1000'],
      ['0', '1001', '-1', '1.5', 'abc', '', '1e2', '0x10', ' 5', '99999999999999999']
    ],
    ['documents/a/matches', 'limit', ['1', '1000'], ['0', '1001', 'ten']],
    [
      'documents/a/matches',
      'threshold',
      ['0.6', '1', '1.0', '0.75'],
      ['0.59', '0', '1.01', '-1', '.7', '7e-1', 'NaN', '']
    ],
    ['clusters', 'limit', ['1', '100'], ['0', '101']],
    ['clusters', 'minSize', ['1', '2', '1000000'], ['0', '-1', '2.5']],
    ['clusters', 'sort', ['size', '-size', '-updatedAt'], ['updatedAt', '+size', 'SIZE', '']],
    ['clusters', 'threshold', ['0.6', '1'], ['0.5', '2']]
  ]
  for (const [path, parameter, good, bad] of cases) {
    const url = (value: string) => `/v1/collections/default/${path}?${parameter}=${encodeURIComponent(value)}`
    for (const value of good) t.equal((await app.inject(url(value))).statusCode, 200, url(value))
    for (const value of bad) refused(t, await app.inject(url(value)), 422, 'INVALID_REQUEST', [parameter])
    const repeated = await app.inject(`${url(good[0]!)}&${parameter}=${good[0]}`)
    refused(t, repeated, 422, 'INVALID_REQUEST', [parameter])
  }
  for (const query of ['?matches=101', '?matches=-1', '?renew=yes', '?renew=1', '?renew=TRUE', '?threshold=1']) {
    refused(t, await post({ text: words }, query), 422, 'INVALID_REQUEST')
  }
  for (const query of ['?matches=0', '?matches=100&renew=true', '?renew=false']) {
    t.equal((await put('a', { text: words }, query)).statusCode, 200)
  }
})

t.test('as many matches are told as are asked for, the best first', async t => {
  const { put, get } = await open(t)
  for (let i = 0; i < 12; i++) await put(`d${i}`, { text: `${words} ${'more '.repeat(i)}` })
  const idsOf = (answer: LightMyRequestResponse) => answer.json().matches.map(({ id }: { id: string }) => id)
  t.strictSame(idsOf(await put('new', { text: words }, '?matches=3')), ['d0', 'd1', 'd2'])
  t.equal(idsOf(await put('new', { text: words })).length, 10, 'ten unless told otherwise')
  t.strictSame(idsOf(await put('new', { text: words }, '?matches=0')), [])
  t.equal((await put('new', { text: words }, '?matches=0')).json().verdict, 'exact-duplicate')
  t.equal(idsOf(await put('new', { text: words }, '?matches=100')).length, 12)

  t.strictSame(idsOf(await get('d0', '/matches?limit=2')), ['new', 'd1'], 'later documents are matches too')
  t.equal(idsOf(await get('d0', '/matches')).length, 10)
  t.strictSame(idsOf(await get('d0', '/matches?threshold=1')), ['new'])
  const below = await get('d0', '/matches?threshold=0.5')
  refused(t, below, 422, 'INVALID_REQUEST', ['threshold'])
  t.match(below.json().detail, /collection's threshold of 0\.6/)
  refused(t, await get('nobody', '/matches'), 404, 'DOCUMENT_NOT_FOUND')
})

t.test('identical documents at the same time yield one unique', async t => {
  const { put } = await open(t)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => put(`d${index}`, { text: words })))
  const verdicts = answers.map(answer => answer.json().verdict)
  t.equal(verdicts.filter(verdict => verdict === 'unique').length, 1)
  t.equal(verdicts.filter(verdict => verdict === 'exact-duplicate').length, 39)
})

t.test('a deleted document is gone, and its id may be used anew', async t => {
  const { put, get, remove } = await open(t)
  await put('a', { text: words })
  const gone = await remove('a')
  t.equal(gone.statusCode, 204)
  t.equal(gone.body, '')
  t.equal(gone.headers['content-type'], undefined)
  refused(t, await remove('a'), 404, 'DOCUMENT_NOT_FOUND')
  refused(t, await get('a'), 404, 'DOCUMENT_NOT_FOUND')
  t.match((await put('a', { text: words })).json(), { status: 'created', verdict: 'unique' })
})

t.test('what has expired is gone; only renew keeps an unchanged document for longer', async t => {
  let now = Date.parse('2026-01-01T00:00:00Z')
  const { put, get } = await open(t, { clock: () => now })
  const document = { text: words, retentionSeconds: 10 }
  await put('a', document)
  await put('b', document)
  t.equal((await get('a')).json().expiresAt, '2026-01-01T00:00:10.000Z')
  now += 6_000
  t.equal((await put('a', document)).json().status, 'unchanged')
  t.equal((await put('b', document, '?renew=true')).json().status, 'unchanged')
  t.equal((await get('a')).json().expiresAt, '2026-01-01T00:00:10.000Z')
  t.equal((await get('b')).json().expiresAt, '2026-01-01T00:00:16.000Z')
  now += 5_000
  refused(t, await get('a'), 404, 'DOCUMENT_NOT_FOUND')
  t.match((await get('b')).json(), { cluster: { size: 1, representative: 'b' } })
})

t.test('every route of a collection that does not exist is 404', async t => {
  const { app } = await open(t)
  const requests: [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object][] = [
    ['GET', '/documents'],
    ['POST', '/documents', { text: words }],
    ['PUT', '/documents/a', { text: words }],
    ['GET', '/documents/a'],
    ['DELETE', '/documents/a'],
    ['GET', '/documents/a/matches'],
    ['POST', '/check', { text: words }],
    ['POST', '/compare', { left: { text: 'a' }, right: { text: 'b' } }],
    ['POST', '/compare?spans=true', { left: { text: 'a' }, right: { text: 'b' } }]
  ]
  for (const [method, path, payload] of requests) {
    const url = `/v1/collections/nowhere${path}`
    refused(t, await app.inject({ method, url, ...(payload && { payload }) }), 404, 'COLLECTION_NOT_FOUND')
  }
})
