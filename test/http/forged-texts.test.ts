import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { WorkerPreparer } from '../../src/http/preparation/worker-preparer.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { Random } from '../helpers/random.ts'
import { twinTextOf } from '../helpers/twin-words.ts'

const article =
  'Washington CNN President Barack Obama on Monday granted clemency to 231 individuals, the largest single day act of his presidency'
const random = new Random(4)
const forged = twinTextOf(article, limit => random.below(limit))

const settings = {
  'by default': {},
  'under a seed': { signature: { seed: 123_456_789 } },
  'of 256 slots': { signature: { slots: 256 } },
  'by the package minhash': { signature: { scheme: 'minhash' } },
  'of single words': { shingle: { unit: 'word', size: 1 }, threshold: 1 },
  'without texts': { storeText: false }
}

t.test('the forged text has other words and the same signature', async t => {
  const sketcher = createSketcher(defaultSettings)
  t.strictSame(sketcher.sketchText(forged).signature, sketcher.sketchText(article).signature)
  t.not(sketcher.sketchText(forged).contentKey, sketcher.sketchText(article).contentKey)
  const members = new Set(sketcher.membersOf(article))
  t.notOk(sketcher.membersOf(forged).some(member => members.has(member)))
})

for (const [name, collection] of Object.entries(settings)) {
  t.test(`in a collection ${name} no match can be forged`, async t => {
    const store = new EmbeddedStore(new LmdbJournal(`${t.testdir()}/data`), Date.now)
    const preparer = new WorkerPreparer({ threads: 1, timeoutMs: 60_000 })
    t.teardown(() => preparer.close())
    const { app } = await buildTestApp(t, { store, preparer })
    const at = '/v1/collections/news'
    const send = async (method: 'PUT' | 'POST' | 'GET', path: string, body?: object | string) => {
      const headers = { 'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json' }
      const answer = await app.inject({
        method,
        url: `${at}${path}`,
        ...(body !== undefined && { payload: body, headers })
      })
      return typeof body === 'string'
        ? answer.body
            .trim()
            .split('\n')
            .map(line => JSON.parse(line))
        : answer.json()
    }
    const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`
    const unique = { verdict: 'unique', matches: [] }
    await send('PUT', '', collection)
    t.match(await send('POST', '/documents', { id: 'forged', text: forged }), unique)
    t.match(await send('POST', '/check', { text: article }), unique)
    t.match(await send('POST', '/check', line('checked', article)), [unique])
    t.match(await send('POST', '/documents', { id: 'article', text: article }), unique)
    const [imported] = await send('POST', '/import', line('forged again', forged) + line('other', 'some other words'))
    t.match(imported, { verdict: 'exact-duplicate', matches: [{ id: 'forged', similarity: 1 }] })
    t.match(await send('GET', '/documents/article/matches'), { matches: [] })
    const sides = { left: { id: 'article' }, right: { id: 'forged' } }
    const compared = await send('POST', '/compare', sides)
    t.match(compared, { similarity: 0, containment: { left: 0, right: 0 }, shared: 0 })
    const pasted = await send('POST', '/compare?spans=true', { left: { text: article }, right: { text: forged } })
    t.match(pasted, { similarity: 0, spans: { left: [], right: [] } })
    t.match((await send('GET', '/clusters')).clusters, [{ size: 2 }])
    t.match(await send('POST', '/documents', { id: 'copy', text: article }), { verdict: 'exact-duplicate' })
  })
}

t.test('stores have secrets of their own, which stay, and no answer shows one', async t => {
  // A test application makes the folder of its test anew.
  const folder = mkdtempSync(join(tmpdir(), 'doppel-secrets-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const open = async (name: string) => {
    const store = new EmbeddedStore(new LmdbJournal(`${folder}/${name}`), Date.now)
    await store.open(() => {})
    return store
  }
  const [one, other] = [await open('one'), await open('other')]
  const { secret } = one
  t.not(other.secret, secret)
  await Promise.all([one.close(), other.close()])
  const again = new EmbeddedStore(new LmdbJournal(`${folder}/one`), Date.now)
  const log: object[] = []
  const { app } = await buildTestApp(t, { store: again, log })
  t.equal(again.secret, secret)
  const paths = ['', '/default', '/default/stats', '/default/documents', '/default/export', '/default/clusters']
  await app.inject({ method: 'POST', url: '/v1/collections/default/documents', payload: { id: 'a', text: article } })
  const answers = await Promise.all(paths.map(path => app.inject(`/v1/collections${path}`)))
  const shown = [...answers.map(({ body }) => body), JSON.stringify(log)].join()
  t.notOk(shown.includes(secret.slice(0, 16)) || shown.includes('secret'))
})
