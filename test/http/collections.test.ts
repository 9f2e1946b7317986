import type { LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { buildTestApp, type TestAppOptions } from '../helpers/build-app.ts'

const words = 'the quick brown fox jumps over the lazy dog while nobody is looking at the moon'
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** An application with shorthands for the requests of these tests. */
async function open(t: Test, options: TestAppOptions = {}) {
  const { app } = await buildTestApp(t, options)
  const send = (method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE', path: string, payload?: object) =>
    app.inject({ method, url: `/v1/collections${path}`, ...(payload && { payload }) })
  return {
    app,
    send,
    get: (path: string) => send('GET', path),
    put: (name: string, settings?: object) => send('PUT', `/${name}`, settings),
    patch: (name: string, settings: object) => send('PATCH', `/${name}`, settings),
    remove: (path: string) => send('DELETE', path),
    ingest: (id: string, text: string, collection = 'default') =>
      send('PUT', `/${collection}/documents/${id}`, { text })
  }
}

function refused(t: Test, answer: LightMyRequestResponse, status: number, code: string, paths?: string[]): void {
  t.equal(answer.statusCode, status, answer.body.slice(0, 200))
  const problem = answer.json()
  t.match(problem, { status, code, detail: String })
  if (paths !== undefined)
    t.strictSame(problem.errors?.map((error: { path: string }) => error.path).sort(), paths.sort())
}

/** Texts of which each differs from the one before by one word at the end, so that far ones do not match. */
function chain(length: number): string[] {
  const all = Array.from({ length: 40 + length }, (_, index) => `w${index}`)
  return Array.from({ length }, (_, start) => all.slice(start * 3, start * 3 + 20).join(' '))
}

t.test('the default collection exists, with the default settings', async t => {
  const { get } = await open(t)
  const answer = await get('/default')
  t.equal(answer.statusCode, 200)
  t.matchOnlyStrict(answer.json(), {
    name: 'default',
    shingle: { unit: 'word', size: 3 },
    signature: { scheme: 'doppel', slots: 128, seed: 1 },
    scheme: /^doppel-2:unicode-[\d.]+:word-3:128:1$/,
    threshold: 0.6,
    bands: { count: 32, rows: 4 },
    representative: 'earliest',
    storeText: true,
    createdAt: time,
    counts: { documents: 0, clusters: 0, duplicates: 0 }
  })
  t.strictSame((await get('')).json(), { collections: [answer.json()] })
})

t.test('a collection is created with what is sent and the defaults for the rest', async t => {
  const { app, put, get } = await open(t)
  const bare = await put('bare')
  t.equal(bare.statusCode, 201)
  t.match(bare.json(), { name: 'bare', threshold: 0.6, storeText: true })
  const headers = { 'content-type': 'application/json' }
  t.equal((await app.inject({ method: 'PUT', url: '/v1/collections/none', headers })).statusCode, 201)
  t.equal((await put('empty', {})).statusCode, 201)

  const settings = {
    shingle: { unit: 'character', size: 64 },
    signature: { scheme: 'minhash', slots: 64, seed: 2 ** 32 - 1 },
    threshold: 0.3,
    representative: 'earliest',
    retentionSeconds: 3600,
    storeText: false
  }
  const full = await put('full', settings)
  t.equal(full.statusCode, 201)
  t.match(full.json(), { ...settings, scheme: /^minhash-0\.0\.9:text-2:/, bands: { rows: 1 } })
  t.strictSame((await get('/full')).json(), full.json())
  const partial = (await put('partial', { shingle: { size: 16 }, signature: { slots: 256 }, threshold: 1 })).json()
  t.match(partial, { shingle: { unit: 'word', size: 16 }, signature: { scheme: 'doppel', slots: 256, seed: 1 } })
  t.notOk('retentionSeconds' in partial)
})

t.test('the same settings are 200; others are taken while the collection is empty, and 409 afterwards', async t => {
  const { put, ingest, remove } = await open(t)
  t.equal((await put('c', { threshold: 0.7 })).statusCode, 201)
  t.equal((await put('c', { threshold: 0.7 })).statusCode, 200)
  const changed = await put('c', { threshold: 0.8 })
  t.equal(changed.statusCode, 200)
  t.equal(changed.json().threshold, 0.8)
  t.equal((await ingest('a', words, 'c')).statusCode, 201)
  t.equal((await put('c', { threshold: 0.8 })).statusCode, 200)
  refused(t, await put('c', { threshold: 0.7 }), 409, 'COLLECTION_NOT_EMPTY')
  refused(t, await put('c'), 409, 'COLLECTION_NOT_EMPTY')
  await remove('/c/documents/a')
  t.equal((await put('c', { threshold: 0.7 })).json().threshold, 0.7)
})

t.test('invalid settings are refused with the path of each fault, and nothing is created', async t => {
  const { app, put, patch, get } = await open(t)
  const cases: [settings: object, ...paths: string[]][] = [
    [{ thresold: 0.7 }, '/thresold'],
    [{ threshold: 0.29 }, '/threshold'],
    [{ threshold: 1.01 }, '/threshold'],
    [{ threshold: '0.7' }, '/threshold'],
    [{ threshold: '1' }, '/threshold'],
    [{ shingle: 3 }, '/shingle'],
    [{ shingle: { unit: 'words' } }, '/shingle/unit'],
    [{ shingle: { size: 0 } }, '/shingle/size'],
    [{ shingle: { size: 17 } }, '/shingle/size'],
    [{ shingle: { unit: 'character', size: 65 } }, '/shingle/size'],
    [{ shingle: { size: 2.5 } }, '/shingle/size'],
    [{ shingle: { width: 3 } }, '/shingle/width'],
    [{ signature: { slots: 100 } }, '/signature/slots'],
    [{ signature: { slots: '128' } }, '/signature/slots'],
    [{ signature: { scheme: 'simhash' } }, '/signature/scheme'],
    [{ signature: { seed: -1 } }, '/signature/seed'],
    [{ signature: { seed: 2 ** 32 } }, '/signature/seed'],
    [{ representative: 'newest' }, '/representative'],
    [{ retentionSeconds: 0 }, '/retentionSeconds'],
    [{ retentionSeconds: 1e12 }, '/retentionSeconds'],
    [{ retentionSeconds: 0 }, '/retentionSeconds'],
    [{ storeText: 'yes' }, '/storeText'],
    [[], '']
  ]
  for (const [settings, ...paths] of cases) refused(t, await put('c', settings), 422, 'INVALID_SETTINGS', paths)
  for (const representative of ['longest', 'central']) {
    t.match((await put('spoken-for', { representative })).json(), { representative })
    t.match((await patch('default', { representative })).json(), { representative })
  }
  const headers = { 'content-type': 'application/json' }
  const nothing = await app.inject({ method: 'PUT', url: '/v1/collections/c', payload: '5', headers })
  refused(t, nothing, 422, 'INVALID_SETTINGS', [''])
  refused(t, await get('/c'), 404, 'COLLECTION_NOT_FOUND')
})

t.test('PATCH changes the representative and the retention, also with documents', async t => {
  const { app, patch, ingest } = await open(t)
  await ingest('a', words)
  t.equal((await patch('default', { retentionSeconds: 60 })).json().retentionSeconds, 60)
  t.equal((await patch('default', { representative: 'earliest' })).json().retentionSeconds, 60, 'the rest stays')
  t.equal((await patch('default', {})).json().retentionSeconds, 60)
  t.notOk('retentionSeconds' in (await patch('default', { retentionSeconds: null })).json())
  refused(t, await patch('default', { threshold: 0.7 }), 422, 'INVALID_SETTINGS', ['/threshold'])
  refused(t, await patch('default', { retentionSeconds: 0 }), 422, 'INVALID_SETTINGS', ['/retentionSeconds'])
  refused(t, await patch('nowhere', { retentionSeconds: 1 }), 404, 'COLLECTION_NOT_FOUND')
  const bodyless = await app.inject({ method: 'PATCH', url: '/v1/collections/default' })
  refused(t, bodyless, 400, 'MALFORMED_BODY')
})

t.test('a deleted collection is gone with its documents; default is emptied and stays', async t => {
  const { put, ingest, remove, get } = await open(t)
  await put('c')
  await ingest('a', words, 'c')
  await ingest('a', words)
  const gone = await remove('/c')
  t.equal(gone.statusCode, 204)
  t.equal(gone.body, '')
  refused(t, await remove('/c'), 404, 'COLLECTION_NOT_FOUND')
  refused(t, await get('/c/documents'), 404, 'COLLECTION_NOT_FOUND')
  t.equal((await get('/default')).json().counts.documents, 1)
  t.equal((await remove('/default')).statusCode, 204)
  t.strictSame((await get('/default')).json().counts, { documents: 0, clusters: 0, duplicates: 0 })
  t.equal((await put('c')).statusCode, 201)
  t.strictSame((await get('/c/documents')).json(), { documents: [] })
})

t.test('collections are listed in order of name, page by page', async t => {
  const { put, get } = await open(t)
  for (const name of ['e', 'a', 'c-1', 'b', '0']) await put(name)
  const names = ({ collections }: { collections: { name: string }[] }) => collections.map(({ name }) => name)
  t.strictSame(names((await get('')).json()), ['0', 'a', 'b', 'c-1', 'default', 'e'])
  const first = (await get('?limit=4')).json()
  t.strictSame(names(first), ['0', 'a', 'b', 'c-1'])
  const second = (await get(`?limit=4&cursor=${encodeURIComponent(first.nextCursor)}`)).json()
  t.strictSame(names(second), ['default', 'e'])
  t.notOk('nextCursor' in second)
  refused(t, await get('?cursor=%00'), 422, 'INVALID_REQUEST')
  for (const limit of ['0', '1001', 'all']) refused(t, await get(`?limit=${limit}`), 422, 'INVALID_REQUEST', ['limit'])
})

t.test('clusters show their members, matches and scores', async t => {
  const { ingest, get } = await open(t)
  const near = `${words} tonight`
  await ingest('a', words)
  await ingest('b', near)
  await ingest('c', words)
  await ingest('alone', 'nothing like the others at all')
  const { clusters, asOf, nextCursor } = (await get('/default/clusters')).json()
  t.match(asOf, time)
  t.equal(nextCursor, undefined)
  const [cluster] = clusters
  const similarity = 14 / 15
  const pair = { similarity, estimate: Number }
  t.matchOnlyStrict(clusters, [
    {
      id: String,
      size: 3,
      representative: 'a',
      similarity: { min: similarity, mean: (1 + 2 * similarity) / 3, max: 1 },
      createdAt: time,
      updatedAt: time,
      members: [
        { id: 'a', similarity: 1, estimate: 1, ingestedAt: cluster.createdAt },
        { id: 'b', ...pair, ingestedAt: time },
        { id: 'c', similarity: 1, estimate: 1, ingestedAt: cluster.updatedAt }
      ],
      pairs: [
        { a: 'a', b: 'c', similarity: 1, estimate: 1 },
        { a: 'a', b: 'b', ...pair },
        { a: 'b', b: 'c', ...pair }
      ]
    }
  ])
  const single = (await get(`/default/clusters/${cluster.id}`)).json()
  t.strictSame(single, { ...cluster, toRepresentative: { min: similarity, mean: (1 + similarity) / 2 } })

  const all = (await get('/default/clusters?minSize=1&sort=size')).json().clusters
  t.strictSame(
    all.map(({ size, similarity }: { size: number; similarity: object | null }) => [size, similarity]),
    [
      [1, null],
      [3, cluster.similarity]
    ]
  )
  const singleton = (await get(`/default/clusters/${all[0].id}`)).json()
  t.match(singleton, { size: 1, representative: 'alone', toRepresentative: null, pairs: [] })
  t.strictSame((await get('/default/clusters?threshold=1')).json().clusters[0].size, 2)
  t.strictSame((await get('/default/clusters?minSize=4')).json().clusters, [])
})

t.test('members are paged, and pairs capped', async t => {
  const { ingest, get } = await open(t)
  for (let i = 0; i < 15; i++) await ingest(`d${String(i).padStart(2, '0')}`, words)
  const [listed] = (await get('/default/clusters')).json().clusters
  t.equal(listed.members.length, 10)
  t.equal(listed.pairs.length, 20)
  t.equal(listed.truncated, true)
  t.strictSame(listed.truncatedBy, ['page'])
  const url = `/default/clusters/${listed.id}`
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = (
      await get(`${url}?limit=4${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
    ).json()
    t.ok(page.members.length <= 4)
    ids.push(...page.members.map(({ id }: { id: string }) => id))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  t.strictSame(
    ids,
    Array.from({ length: 15 }, (_, i) => `d${String(i).padStart(2, '0')}`)
  )
  const rest = (await get(`${url}?cursor=${encodeURIComponent(listed.nextCursor)}`)).json()
  t.equal(rest.members.length, 5, 'the cursor of the list leads on')
  refused(t, await get(`${url}?limit=101`), 422, 'INVALID_REQUEST', ['limit'])
  refused(t, await get(`${url}?minSize=1`), 422, 'INVALID_REQUEST', ['minSize'])
})

t.test('any page of clusters leads to the next', async t => {
  const { ingest, get } = await open(t)
  for (let i = 0; i < 7; i++) {
    for (let j = 0; j <= i % 3; j++) await ingest(`${i}-${j}`, `${i} `.repeat(5) + words.replaceAll(' ', ` x${i} `))
  }
  const sizes: number[] = []
  let query = '?minSize=1&limit=2'
  for (;;) {
    const { clusters, nextCursor } = (await get(`/default/clusters${query}`)).json()
    sizes.push(...clusters.map(({ size }: { size: number }) => size))
    if (nextCursor === undefined) break
    query = `?minSize=1&limit=2&cursor=${encodeURIComponent(nextCursor)}`
  }
  t.strictSame(sizes, [3, 3, 2, 2, 1, 1, 1])
  refused(t, await get('/default/clusters?cursor=nonsense'), 422, 'INVALID_REQUEST')
})

t.test('a cluster is found under the id of any member’s own cluster, after a merge too', async t => {
  const { ingest, get, remove } = await open(t)
  const [first = '', middle = '', last = ''] = chain(3)
  const one = (await ingest('1', first)).json().cluster.id
  const three = (await ingest('3', last)).json().cluster.id
  t.not(one, three)
  t.match((await ingest('2', middle)).json().cluster, { id: one, size: 3, representative: '1' })
  for (const id of [one, three]) t.match((await get(`/default/clusters/${id}`)).json(), { id: one, size: 3 })
  await remove('/default/documents/2')
  t.match((await get(`/default/clusters/${three}`)).json(), { id: three, size: 1, representative: '3' })
  for (const id of ['c999999', 'x', '%00', '__proto__', 'a%2Fb', encodeURIComponent('漢')]) {
    refused(t, await get(`/default/clusters/${id}`), 404, 'CLUSTER_NOT_FOUND')
  }
})

t.test('the figures of a collection add up', async t => {
  const { ingest, get } = await open(t)
  await ingest('a', words)
  await ingest('b', words)
  await ingest('c', `${words} tonight`)
  await ingest('d', 'something else')
  const stats = (await get('/default/stats')).json()
  t.match(stats, { documents: 4, clusters: 1, duplicates: 2, truncatedDocuments: 0, ingestPerSecond: Number })
  t.equal(stats.bytes, 2 * words.length + words.length + ' tonight'.length + 'something else'.length)
  const sum = (bins: { count: number }[]) => bins.reduce((total, { count }) => total + count, 0)
  t.equal(sum(stats.clusterSizes), 2)
  t.equal(sum(stats.matchSimilarities), 3)
  t.strictSame((await get('/default')).json().counts, { documents: 4, clusters: 1, duplicates: 2 })
  refused(t, await get('/nowhere/stats'), 404, 'COLLECTION_NOT_FOUND')
})

t.test('a collection with the minhash scheme takes signatures of the npm package', async t => {
  const { put, send } = await open(t)
  await put('m', { signature: { scheme: 'minhash', slots: 128, seed: 1 } })
  const { Minhash } = await import('minhash')
  const sign = (shingles: string[]) => {
    const signature = new Minhash({ numPerm: 128, seed: 1 })
    for (const shingle of shingles) signature.update(shingle)
    return { scheme: 'minhash', slots: [...signature.hashvalues] }
  }
  const tokens = words.split(' ')
  const shingles = tokens.slice(2).map((word, index) => `${tokens[index]} ${tokens[index + 1]} ${word}`)
  t.equal((await send('POST', '/m/documents', { id: 'text', text: words })).statusCode, 201)
  t.match((await send('POST', '/m/documents', { id: 'signed', signature: sign(shingles) })).json(), {
    verdict: 'near-duplicate',
    matches: [{ id: 'text', similarity: null, estimate: 1, containment: null }]
  })
})
