import { once } from 'node:events'
import t from 'tap'
import { RequestCounts } from '../../src/http/plugins/request-counts.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { head, RawClient } from '../helpers/raw-client.ts'

const documents = '/v1/collections/default/documents'
const payload = { id: 'a', text: 'private words' }
const hosts = ['localhost', '127.0.0.1', '[::1]', 'doppel.example']

t.test('a service with names of its own answers to no other, but for what is open to all', async t => {
  const { app } = await buildTestApp(t, { config: { hosts } })
  const ask = async (host: string, url = documents) => (await app.inject({ url, headers: { host } })).statusCode
  for (const host of [
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1:80',
    '[::1]:1',
    '[::1]',
    'doppel.example:',
    'doppel.example'
  ])
    t.equal(await ask(host), 200, host)
  for (const host of ['evil.example', 'evil.example:3000', '127.0.0.1.nip.io', 'localhost.evil', '127.0.0.2', '[::2]'])
    t.equal(await ask(host), 421, host)
  t.equal(await ask('10.0.0.7', '/healthz'), 200)
  t.equal(await ask('10.0.0.7', '/metrics'), 421)
  const answer = await app.inject({ method: 'DELETE', url: '/v1/collections/none', headers: { host: 'evil.example' } })
  t.match(answer.json(), { code: 'FOREIGN_HOST', status: 421 })
})

t.test('writes from pages of other origins are refused, in every way in which a browser tells of them', async t => {
  const { app } = await buildTestApp(t)
  const send = async (headers: Record<string, string>, method: 'POST' | 'GET' = 'POST') =>
    (
      await app.inject({
        method,
        url: documents,
        headers: { host: 'localhost:3000', ...headers },
        ...(method === 'POST' && { payload })
      })
    ).statusCode
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8080' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }
  ] as Record<string, string>[]) {
    t.equal(await send(headers), 403, JSON.stringify(headers))
    t.equal(await send(headers, 'GET'), 200)
  }
  for (const headers of [
    {},
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://public.example' },
    { 'sec-fetch-site': 'none' }
  ] as Record<string, string>[])
    t.ok([200, 201].includes(await send(headers)), JSON.stringify(headers))
  const backup = await app.inject({
    method: 'POST',
    url: '/v1/admin/backup',
    headers: { origin: 'http://evil.example' }
  })
  t.match(backup.json(), { code: 'FOREIGN_ORIGIN', status: 403 })
})

t.test(
  'pages of the origins that are set may do everything and see the answers; their preflights need no key',
  async t => {
    const origin = 'https://app.example'
    const { app } = await buildTestApp(t, { config: { corsOrigins: [origin], apiKeys: ['k'] } })
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: documents,
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    })
    t.equal(preflight.statusCode, 204)
    t.match(preflight.headers, {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': /DELETE/,
      'access-control-allow-headers': /authorization/
    })
    const headers = { origin, 'sec-fetch-site': 'cross-site', authorization: 'Bearer k' }
    const answer = await app.inject({ method: 'POST', url: documents, headers, payload })
    t.equal(answer.statusCode, 201)
    t.match(answer.headers, { 'access-control-allow-origin': origin, vary: /origin/ })
    const refused = await app.inject({ url: documents, headers: { origin } })
    t.equal(refused.statusCode, 401)
    t.equal(refused.headers['access-control-allow-origin'], origin, 'problems can be read too')
    const other = await app.inject({
      method: 'OPTIONS',
      url: documents,
      headers: { origin: 'https://app.example.evil', 'access-control-request-method': 'POST' }
    })
    t.equal(other.headers['access-control-allow-origin'], undefined)
    t.not(other.statusCode, 204)
  }
)

t.test('two hosts, or what is none, are refused', async t => {
  const { app } = await buildTestApp(t)
  for (const lines of ['Host: a\r\nHost: b', 'Host: a\r\nhost: a', 'Host: a b/c@', 'Host: a,b'.replace(',', '/')]) {
    const client = await RawClient.open(t, app)
    await client.send(`GET /healthz HTTP/1.1\r\n${lines}\r\n\r\n`)
    const { status, body } = await client.answer()
    t.equal(status, 400, lines)
    t.match(body, 'MALFORMED_REQUEST')
  }
})

t.test('100 Continue is for what will be read', async t => {
  const { app } = await buildTestApp(t, { config: { apiKeys: ['k'], bodyLimitBytes: 1000 } })
  const expect = { expect: '100-continue', 'content-type': 'application/json', authorization: 'Bearer k' }
  const all = async (path: string, headers: Record<string, string | number>) => {
    const client = await RawClient.open(t, app)
    let text = ''
    client.socket.on('data', chunk => {
      text += chunk
    })
    await client.send(head(path, { ...expect, ...headers }))
    await once(client.socket, 'data')
    return { client, text: () => text }
  }
  for (const [path, headers, status] of [
    [documents, { 'content-length': 16, authorization: 'Bearer x' }, 401],
    [documents, { 'content-length': 5000 }, 413],
    [documents, { 'content-length': 16, 'content-type': 'text/plain' }, 415],
    ['/v1/nowhere', { 'content-length': 16 }, 404],
    ['/v1/collections/none/import', { 'content-length': 16, 'content-type': 'application/x-ndjson' }, 404]
  ] as const) {
    const { text } = await all(path, headers)
    t.match(text(), new RegExp(`^HTTP/1.1 ${status} `), path)
  }
  for (const [path, type] of [
    [documents, 'application/json'],
    ['/v1/collections/default/import', 'application/x-ndjson']
  ] as const) {
    const { client, text } = await all(path, { 'content-length': 16, 'content-type': type })
    t.match(text(), /^HTTP\/1.1 100 Continue\r\n/, path)
    void client.send('{"text":"a b c"}')
    while (!/HTTP\/1.1 20[01] /.test(text())) await once(client.socket, 'data')
  }
})

t.test('nothing between keeps what the service answers, but for its documentation', async t => {
  const { app } = await buildTestApp(t)
  for (const url of [documents, `${documents}/none`, '/v1/collections', '/healthz', '/nowhere'])
    t.equal((await app.inject(url)).headers['cache-control'], 'no-store', url)
  t.equal((await app.inject('/openapi.json')).headers['cache-control'], 'no-cache')
})

t.test('a trusted proxy says who is limited; others are not believed', async t => {
  const ask = async (trustedProxies: string[], forwarded: string) => {
    const { app } = await buildTestApp(t, { config: { rateLimitPerMinute: 1, trustedProxies } })
    const from = async (address: string) =>
      (await app.inject({ url: documents, remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': address } }))
        .statusCode
    return [await from('192.0.2.1'), await from(forwarded)]
  }
  t.strictSame(await ask(['10.0.0.0/8'], '192.0.2.2'), [200, 200])
  t.strictSame(await ask(['10.0.0.0/8'], '192.0.2.1'), [200, 429])
  t.strictSame(await ask(['10.0.0.0/8'], '192.0.2.9, 192.0.2.1'), [200, 429], 'what the client itself claims')
  t.strictSame(await ask(['172.16.0.1'], '192.0.2.2'), [200, 429])
  t.strictSame(await ask([], '192.0.2.2'), [200, 429])
})

t.test('no number of other addresses makes the limiter forget who is limited', async t => {
  let now = 1000
  const counts = new RequestCounts({ clock: () => now })
  const count = (client: string) => {
    let seen = 0
    counts.incr(client, (_error, result) => (seen = result!.current), 60_000, 3)
    return seen
  }
  for (let i = 0; i < 5; i++) count('attacker')
  for (let i = 0; i < 150_000; i++) count(`address ${i}`)
  t.equal(count('attacker'), 6)
  now += 60_000
  t.equal(count('attacker'), 1, 'and the minute ends all the same')
})

t.test('who asks how the service does is not limited, but keys cannot be guessed that way', async t => {
  const { app } = await buildTestApp(t, { config: { rateLimitPerMinute: 1, apiKeys: ['k'] } })
  const ask = async (url: string, key = 'k') =>
    (await app.inject({ url, headers: { authorization: `Bearer ${key}` } })).statusCode
  for (let i = 0; i < 5; i++) t.equal(await ask('/metrics'), 200)
  t.strictSame([await ask('/metrics', 'x'), await ask('/metrics', 'y')], [401, 429])
  t.equal(await ask('/healthz'), 200)
  for (let i = 0; i < 240; i++) await ask('/openapi.json')
  t.equal(await ask('/openapi.json'), 429, 'the documentation has a limit of its own')
  t.equal(await ask('/readyz'), 200)
})
