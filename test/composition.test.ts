import { once } from 'node:events'
import { pino } from 'pino'
import t from 'tap'
import { compose } from '../src/composition.ts'
import { readConfig } from '../src/config.ts'
import { linesOf } from './helpers/raw-client.ts'

async function composed(environment: Readonly<Record<string, string>> = {}) {
  const config = readConfig({ DOPPEL_STORE: 'memory:', PORT: '0', ...environment })
  return compose(config, pino({ level: 'silent' }))
}

const readyAt = async (url: string) => (await fetch(new URL('/readyz', url))).status

t.test('the service answers before its store is open, and is ready after', async t => {
  const service = await composed()
  const url = await service.listen()
  t.equal(await readyAt(url), 503)
  t.equal((await fetch(new URL('/v1/collections', url))).status, 503)
  t.equal((await fetch(new URL('/healthz', url))).status, 200)
  t.equal(await service.open(), true)
  t.equal(await readyAt(url), 200)
  await service.close()
  await t.rejects(readyAt(url), 'nobody listens any more')
})

t.test('closing breaks off an opening', async t => {
  const service = await composed()
  await service.listen()
  const opening = service.open()
  await service.close()
  t.equal(await opening, false)
})

t.test('the settings reach the application and the store', async t => {
  const directory = t.testdir()
  const environment = { DOPPEL_API_KEYS: 'key', DOPPEL_STORE: `file:${directory}/data` }
  const service = await composed(environment)
  t.teardown(() => service.close())
  const url = await service.listen()
  await service.open()
  t.equal((await fetch(new URL('/v1/collections', url))).status, 401)
  t.equal((await fetch(new URL('/v1/collections', url), { headers: { authorization: 'Bearer key' } })).status, 200)
  const other = await composed(environment)
  t.teardown(() => other.close())
  await t.rejects(other.open(), { code: 'STORE_UNAVAILABLE', message: /another process is using/ })
})

t.test('at shutdown the pages on threads are stored, those that wait are refused, and the summary follows', async t => {
  const service = await composed({ DOPPEL_THREADS: '0', DOPPEL_HTML_THREADS: '1' })
  const url = await service.listen()
  await service.open()
  const threadStarted = once(process, 'worker')
  const pages = Array.from({ length: 8 }, (_, i) => `${JSON.stringify({ id: `d${i}`, html: `<p>page ${i}` })}\n`)
  const headers = { 'content-type': 'application/x-ndjson' }
  const upload = { method: 'POST', headers, body: pages.join('') }
  const answer = fetch(new URL('/v1/collections/default/import', url), upload).then(reply => reply.text())
  await threadStarted
  await service.close()
  const results = linesOf<{ id?: string; status?: string; error?: { code: string }; summary?: object }>(await answer)
  t.strictSame(
    results.slice(0, -1).map(({ id, status, error }) => `${id} ${status ?? error?.code}`),
    ['d0 created', ...Array.from({ length: 7 }, (_, i) => `d${i + 1} STORE_CLOSING`)]
  )
  t.match(results.at(-1), { summary: { lines: 8, created: 1, failed: 7 } })
})
