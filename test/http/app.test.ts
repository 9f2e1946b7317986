import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { DoppelError, type ErrorCode } from '../../src/errors.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import type { CollectionStats } from '../../src/store/stats.ts'
import { buildTestApp, listen } from '../helpers/build-app.ts'

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const stats = '/v1/collections/default/stats'

/** A store whose figures are what a test makes of them: an answer late, or a failure. */
class TroubledStore extends EmbeddedStore {
  trouble: () => Promise<void> = async () => {}

  constructor() {
    super(new MemoryJournal(), Date.now)
  }

  override async stats(name: string): Promise<CollectionStats> {
    await this.trouble()
    return super.stats(name)
  }
}

/** Sends bytes as they are, and gives what comes back until the server closes the connection. */
async function exchange(t: Test, { hostname, port }: URL, bytes: string): Promise<string> {
  const socket = connect({ host: hostname, port: Number(port) })
  t.teardown(() => socket.destroy())
  let answer = ''
  socket.setEncoding('utf8').on('data', chunk => {
    answer += chunk
  })
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}

t.test('every answer carries a request id: the client’s where it is safe, else a new one', async t => {
  const { app } = await buildTestApp(t)
  const urls = ['/healthz', '/', '/docs', '/docs/static/swagger-ui.css', '/nowhere', '/v1/collections/%zz', stats]
  for (const url of urls) {
    t.match((await app.inject(url)).headers['x-request-id'], uuidPattern, url)
    const headers = { 'x-request-id': 'job-17.a_b~c' }
    t.equal((await app.inject({ url, headers })).headers['x-request-id'], 'job-17.a_b~c', url)
  }
  for (const unsafe of ['', 'a b', 'a:b', 'ä', '<script>', 'a'.repeat(129), 'a,b']) {
    const { headers } = await app.inject({ url: '/nowhere', headers: { 'x-request-id': unsafe } })
    t.match(headers['x-request-id'], uuidPattern, unsafe)
  }
  const problem = await app.inject('/nowhere')
  t.equal(problem.json().instance, problem.headers['x-request-id'])
})

t.test('what no route takes is 404, or 405 with the methods that the address takes', async t => {
  const { app } = await buildTestApp(t)
  const notFound = await app.inject({ method: 'POST', url: '/v2/things?a=1', payload: 'x' })
  t.equal(notFound.statusCode, 404)
  t.match(notFound.headers['content-type'], 'application/problem+json')
  t.matchOnlyStrict(notFound.json(), {
    type: '/docs/problems#route-not-found',
    title: 'There is no such address',
    status: 404,
    detail: 'there is nothing at /v2/things',
    instance: String,
    code: 'ROUTE_NOT_FOUND'
  })
  const allowed: [method: string, url: string, allow: string][] = [
    ['PUT', '/v1/collections', 'GET, HEAD'],
    ['POST', '/v1/collections/default', 'DELETE, GET, HEAD, PATCH, PUT'],
    ['PATCH', '/v1/collections/default/documents/a%2Fb', 'DELETE, GET, HEAD, PUT'],
    ['PATCH', '/v1/collections/default/documents', 'DELETE, GET, HEAD, POST, PUT'],
    ['GET', '/v1/collections/default/check?threshold=1', 'POST'],
    ['POST', '/v1/collections/default/clusters/c1', 'GET, HEAD'],
    ['OPTIONS', '/healthz', 'GET, HEAD'],
    ['PROPFIND', '/metrics', 'GET, HEAD']
  ]
  for (const [method, url, allow] of allowed) {
    const options = { method: method as 'PUT', url, payload: 'x', headers: { 'content-type': 'text/plain' } }
    const answer = await app.inject(options)
    t.equal(answer.statusCode, 405, `${method} ${url}`)
    t.equal(answer.headers.allow, allow)
    t.equal(answer.json().code, 'METHOD_NOT_ALLOWED')
  }
  for (const url of ['/docs/static/nothing.js', '/docs/static/%2e%2e%2fpackage.json', '/docs/nothing']) {
    t.match((await app.inject(url)).json(), { status: 404, code: 'ROUTE_NOT_FOUND' }, url)
  }
  const head = await app.inject({ method: 'HEAD', url: stats })
  t.equal(head.statusCode, 200)
  t.equal(head.body, '')
})

t.test('unknown parameters are refused on every route', async t => {
  const { app } = await buildTestApp(t)
  const { paths } = (await app.inject('/openapi.json')).json()
  for (const [path, operations] of Object.entries<object>(paths)) {
    for (const method of Object.keys(operations)) {
      if (path.endsWith('/import')) continue
      const url = `${path.replace('{collection}', 'default').replace('{id}', 'a')}?surprise=1`
      const isBody = method === 'post' || method === 'put' || method === 'patch'
      const answer = await app.inject({ method: method as 'GET', url, ...(isBody && { payload: {} }) })
      t.equal(answer.statusCode, 422, `${method} ${url}`)
    }
  }
})

t.test('expected failures of the store have their status, and 5xx tell nothing of the inside', async t => {
  const store = new TroubledStore()
  const log: Record<string, unknown>[] = []
  const { app } = await buildTestApp(t, { store, log })
  const table: [code: ErrorCode, status: number, retryAfter: string | undefined][] = [
    ['STORE_BUSY', 503, '1'],
    ['STORE_LOADING', 503, '2'],
    ['STORE_CLOSING', 503, '5'],
    ['STORE_UNAVAILABLE', 503, '5']
  ]
  for (const [code, status, retryAfter] of table) {
    store.trouble = () => Promise.reject(new DoppelError(code, 'secret of the store'))
    const answer = await app.inject(stats)
    t.equal(answer.statusCode, status, code)
    t.equal(answer.headers['retry-after'], retryAfter)
    t.equal(answer.json().code, code)
    t.notMatch(answer.body, 'secret')
  }
  store.trouble = () => Promise.reject(new Error('secret of a defect'))
  const defect = await app.inject(stats)
  t.equal(defect.statusCode, 500)
  t.matchOnlyStrict(defect.json(), {
    type: '/docs/problems#internal',
    title: 'The service has a defect',
    status: 500,
    instance: defect.headers['x-request-id'] as string,
    code: 'INTERNAL'
  })
  t.match(
    log.find(line => line.level === 50),
    {
      msg: 'request failed',
      reqId: defect.headers['x-request-id'],
      err: { message: 'secret of a defect' }
    }
  )
})

t.test('507 says that the store is full', async t => {
  const store = new TroubledStore()
  store.ingest = () => Promise.reject(new DoppelError('STORE_FULL', 'no space left on device'))
  const { app } = await buildTestApp(t, { store })
  const url = '/v1/collections/default/documents'
  const answer = await app.inject({ method: 'POST', url, payload: { text: 'a' } })
  t.equal(answer.statusCode, 507)
  t.match(answer.json(), { code: 'STORE_FULL', title: 'The memory or the disk is at its limit' })
})

t.test('the test application finds answers that differ from their schema', async t => {
  const store = new TroubledStore()
  const { app } = await buildTestApp(t, { store })
  const { clusterSizes, ...rest } = await store.stats('default')
  for (const wrong of [{ ...rest }, { ...rest, clusterSizes, extra: 1 }, { ...rest, clusterSizes, documents: '1' }]) {
    store.stats = async () => wrong as unknown as CollectionStats
    t.equal((await app.inject(stats)).statusCode, 500)
  }
})

t.test('what is no HTTP is answered as a problem too', async t => {
  const { app } = await buildTestApp(t)
  const base = await listen(app)
  const cases: [bytes: string, status: number, code: string][] = [
    ['NONSENSE\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['GET /nowhere HTTP/1.0\r\n\r\n', 404, 'ROUTE_NOT_FOUND'],
    ['GET /nowhere HTTP/1.1\r\nhost: a\r\nexpect: rain\r\nconnection: close\r\n\r\n', 404, 'ROUTE_NOT_FOUND'],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431, 'HEADERS_TOO_LARGE']
  ]
  for (const [bytes, status, code] of cases) {
    const [head = '', body = ''] = (await exchange(t, base, bytes)).split('\r\n\r\n')
    t.match(head, new RegExp(`^HTTP/1.1 ${status} `))
    t.match(head, /content-type: application\/problem\+json/)
    const problem = JSON.parse(body)
    t.match(problem, { status, code })
    t.match(head, `x-request-id: ${problem.instance}`)
  }
})

t.test('a body that breaks off or is badly framed is answered where somebody listens, and logged', async t => {
  const log: Record<string, unknown>[] = []
  const store = new TroubledStore()
  const { app } = await buildTestApp(t, { log, store })
  const base = await listen(app)
  const post = [
    'POST /v1/collections/default/documents HTTP/1.1',
    'host: a',
    'content-type: application/json',
    'transfer-encoding: chunked'
  ].join('\r\n')
  const badChunk = await exchange(t, base, `${post}\r\n\r\n5\r\n{"tex\r\nnonsense\r\n`)
  t.match(badChunk, /^HTTP\/1\.1 400 /)
  t.match(badChunk, '"code":"MALFORMED_REQUEST"')

  const reached = new Promise<void>(resolve => {
    store.trouble = async () => {
      resolve()
      await delay(2500)
    }
  })
  const socket = connect({ host: base.hostname, port: Number(base.port) })
  socket.write(`GET ${stats} HTTP/1.1\r\nhost: a\r\n\r\n`)
  await reached
  socket.destroy()
  await delay(2000)
  t.match(log.at(-1), { level: 30, msg: 'client went away', method: 'GET' })
  t.notOk(
    log.some(({ level }) => Number(level) >= 40),
    'which is nobody’s fault'
  )
})

t.test('what a problem repeats of the request is cut', async t => {
  const { app } = await buildTestApp(t)
  const { detail } = (await app.inject(`/${'a'.repeat(10_000)}`)).json()
  t.equal(detail.length, 501)
  const payload = {
    ['\ud800'.repeat(10_000)]: 1,
    ...Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x${i}`, 1]))
  }
  const answer = await app.inject({ method: 'POST', url: '/v1/collections/default/documents', payload })
  t.equal(answer.statusCode, 422)
  t.equal(answer.json().errors.length, 8)
  t.ok(answer.body.length < 5000)
  t.notMatch(answer.body, /\\ud800/)
})

t.test('while the store is loading only the operations are answered', async t => {
  const { app, readiness } = await buildTestApp(t, { isLoading: true })
  readiness.loading(0.25)
  const loading = await app.inject('/readyz')
  t.equal(loading.statusCode, 503)
  t.equal(loading.headers['retry-after'], '2')
  t.match(loading.json(), { code: 'STORE_LOADING', progress: 0.25, status: 503 })
  t.match((await app.inject('/v1/collections')).json(), { code: 'STORE_LOADING', status: 503 })
  for (const url of ['/healthz', '/metrics', '/docs', '/openapi.yaml']) {
    t.equal((await app.inject(url)).statusCode, 200, url)
  }
  readiness.ready()
  t.strictSame((await app.inject('/readyz')).json(), { status: 'ready' })
  t.strictSame((await app.inject('/healthz')).json(), { status: 'ok' })
  t.equal((await app.inject('/v1/collections')).statusCode, 200)
  readiness.closing()
  t.match((await app.inject('/readyz')).json(), { code: 'STORE_CLOSING', status: 503 })
  t.equal((await app.inject('/v1/collections')).statusCode, 200, 'the rest is answered until the listener closes')
})

t.test('at shutdown requests under way are answered, and later ones on open connections refused', async t => {
  const store = new TroubledStore()
  const { app } = await buildTestApp(t, { store })
  const base = await listen(app)
  let goOn: () => void = () => {}
  const reached = new Promise<void>(resolve => {
    store.trouble = () => {
      resolve()
      return new Promise<void>(release => {
        goOn = release
      })
    }
  })
  const underway = fetch(new URL(stats, base))
  await reached
  const socket = connect({ host: base.hostname, port: Number(base.port) })
  t.teardown(() => socket.destroy())
  let answer = ''
  socket.setEncoding('utf8').on('data', chunk => {
    answer += chunk
  })
  // The first half of a request keeps the connection from being idle.
  socket.write('GET /v1/collections HTTP/1.1\r\nhost: a\r\n')
  await delay(50)
  const closed = app.close()
  await delay(50)
  socket.write('\r\n')
  await once(socket, 'close')
  t.match(answer, /^HTTP\/1.1 503 /)
  t.match(answer, /retry-after: 5/)
  t.match(answer, /connection: close/i)
  t.match(answer, /"code":"STORE_CLOSING"/)
  goOn()
  t.equal((await underway).status, 200)
  await closed
})

t.test('a connection that never made a request does not hold up the end', async t => {
  const { app } = await buildTestApp(t)
  const base = await listen(app)
  const socket = connect({ host: base.hostname, port: Number(base.port) })
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  // The service has seen the connection once it has answered another.
  await (await fetch(new URL('/healthz', base))).text()
  const ended = once(socket, 'close')
  await app.close()
  await ended
  t.pass('both ended')
})

t.test('one line a request is logged, without query, headers, texts and bodies', async t => {
  const log: Record<string, unknown>[] = []
  const { app } = await buildTestApp(t, { log })
  const headers = { authorization: 'Bearer hidden-key', 'x-request-id': 'r1' }
  const url = '/v1/collections/default/documents?matches=7'
  await app.inject({ method: 'POST', url, headers, payload: { id: 'a', text: 'hidden words', title: 'hidden title' } })
  await app.inject({ method: 'POST', url, payload: { text: ['hidden'], title: 5 } })
  await app.inject({
    method: 'POST',
    url,
    payload: '{"text": "hidden',
    headers: { 'content-type': 'application/json' }
  })
  await app.inject('/nowhere?q=hidden')
  await app.inject('/v1/%zz?q=hidden')
  await app.inject('/healthz')
  t.notMatch(JSON.stringify(log), 'hidden')
  t.notMatch(JSON.stringify(log), 'matches=7')
  const lines = log.filter(({ msg }) => msg === 'request answered')
  t.match(lines, [
    {
      level: 30,
      reqId: 'r1',
      method: 'POST',
      path: '/v1/collections/default/documents',
      route: '/v1/collections/:collection/documents',
      status: 201,
      durationMs: Number
    },
    { status: 422, code: 'INVALID_DOCUMENT' },
    { status: 400, code: 'MALFORMED_BODY' },
    { status: 404, code: 'ROUTE_NOT_FOUND', path: '/nowhere' },
    { status: 400, code: 'MALFORMED_REQUEST', path: '/v1/%zz', durationMs: Number },
    { level: 20, path: '/healthz', status: 200 }
  ])
  t.equal(log.filter(({ reqId }) => reqId === 'r1').length, 1)
})

t.test('metrics count requests by route and documents by what became of them', async t => {
  const { app } = await buildTestApp(t)
  const url = '/v1/collections/default/documents'
  const text = 'one two three four five'
  for (const payload of [
    { id: 'a', text },
    { id: 'b', text },
    { id: 'b', text },
    { id: 'c', html: '' }
  ]) {
    await app.inject({ method: 'POST', url, payload })
  }
  await app.inject('/v1/collections/default/documents/a')
  await app.inject('/nowhere')
  const { body, headers } = await app.inject('/metrics')
  t.match(headers['content-type'], 'text/plain; version=0.0.4')
  const route = '/v1/collections/:collection/documents'
  for (const line of [
    `doppel_http_request_duration_seconds_count{method="POST",route="${route}",status="201"} 2`,
    `doppel_http_request_duration_seconds_count{method="GET",route="${route}/:id",status="200"} 1`,
    'doppel_http_request_duration_seconds_count{method="GET",route="none",status="404"} 1',
    'doppel_ingested_documents_total{status="created",verdict="unique"} 1',
    'doppel_ingested_documents_total{status="created",verdict="exact-duplicate"} 1',
    'doppel_ingested_documents_total{status="unchanged",verdict="exact-duplicate"} 1',
    'doppel_refused_documents_total 1',
    'doppel_ready 1',
    'doppel_store_bytes 0',
    'doppel_info{version="0.0.0-test"} 1'
  ]) {
    t.ok(body.includes(`\n${line}\n`), line)
  }
  t.match(body, /process_resident_memory_bytes \d+/)
})

t.test('every answer has the security headers, and none that only https has', async t => {
  const { app } = await buildTestApp(t)
  for (const url of ['/healthz', '/nowhere', '/v1/collections']) {
    const { headers } = await app.inject(url)
    t.match(headers, {
      'content-security-policy': /^default-src 'self';/,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0'
    })
    t.equal(headers['strict-transport-security'], undefined)
    t.equal(headers['x-powered-by'], undefined)
  }
})
