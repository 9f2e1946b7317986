import { once } from 'node:events'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { DoppelError } from '../../src/errors.ts'
import { namedSchemas } from '../../src/http/named-schemas.ts'
import { schemaCheck } from '../../src/http/schema-check.ts'
import { ExportedDocument } from '../../src/http/schemas/documents.ts'
import { reference } from '../../src/http/schemas/reference.ts'
import type { Page } from '../../src/store/document-store.ts'
import type { ExportedDocument as Exported } from '../../src/store/documents.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { buildTestApp, listen } from '../helpers/build-app.ts'
import { linesOf, type RawAnswer, RawClient } from '../helpers/raw-client.ts'

interface ExportLine {
  readonly id: string
  readonly text?: string
  readonly cluster: { readonly id: string; readonly size: number; readonly representative: string }
  readonly similarity: number | null
}

interface LogLine {
  readonly level: number
  readonly msg: string
  readonly documents?: number
}

const exportUrl = '/v1/collections/default/export'
const get = (url: string, version = '1.1') => `GET ${url} HTTP/${version}\r\nhost: localhost\r\n\r\n`
const ids = (body: string) => linesOf<ExportLine>(body).map(({ id }) => id)
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at))
const words = 'the quick brown fox jumps over the lazy dog and runs away'

/** A store that counts pages, and waits or fails before one when it is told to. */
class ScriptedStore extends EmbeddedStore {
  pages = 0
  #before: (page: number) => Promise<void> = async () => {}

  constructor() {
    super(new MemoryJournal(), Date.now)
  }

  before(step: (page: number) => Promise<void>): void {
    this.#before = step
    this.pages = 0
  }

  override async exportDocuments(...parameters: Parameters<EmbeddedStore['exportDocuments']>): Promise<Page<Exported>> {
    this.pages++
    await this.#before(this.pages)
    return super.exportDocuments(...parameters)
  }
}

async function importLines(app: FastifyInstance, collection: string, payload: string) {
  const { body } = await app.inject({
    method: 'POST',
    url: `/v1/collections/${collection}/import?results=errors`,
    payload,
    headers: { 'content-type': 'application/x-ndjson' }
  })
  return body
}

/** Fills `default` with documents that are like no other. */
async function fill(app: FastifyInstance, count: number, textBytes: number): Promise<void> {
  const filler = 'x'.repeat(textBytes)
  const lines = numbers(count).map(id => `${JSON.stringify({ id, text: `document ${id} ${id} ${id}${filler}` })}\n`)
  t.match(await importLines(app, 'default', lines.join('')), `"created":${count}`)
}

const messages = (log: readonly LogLine[]) => log.filter(({ msg }) => /^export/.test(msg)).map(({ msg }) => msg)

t.test('each line is the document as it is read, and how near it is to the representative', async t => {
  const { app } = await buildTestApp(t)
  const documents = [
    { id: 'a', text: words, url: 'https://example.org', title: 'A', metadata: { deep: [{ a: null }] } },
    { id: 'b', text: `${words} home`, publishedAt: '2026-11-20T08:30:00Z', retentionSeconds: 1000 },
    { id: 'line\u2028 "break"', text: 'one\ntwo\r\n{"three":4}' },
    { id: 'none', text: '' }
  ]
  await importLines(app, 'default', documents.map(document => JSON.stringify(document)).join('\n'))
  const answer = await app.inject(exportUrl)
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['content-type'], 'application/x-ndjson')
  t.ok(answer.headers['x-request-id'])
  const lines = linesOf<ExportLine>(answer.body)
  t.strictSame(ids(answer.body), ['a', 'b', 'line\u2028 "break"', 'none'])
  const check = schemaCheck(reference(ExportedDocument), namedSchemas)
  for (const line of lines) {
    t.strictSame(check(line), [], 'as the specification says')
    const { similarity, estimate, ...document } = line as ExportLine & { readonly estimate: number }
    const stored = await app.inject(`/v1/collections/default/documents/${encodeURIComponent(line.id)}`)
    t.strictSame(document, stored.json())
    const sides = { left: { id: line.cluster.representative }, right: { id: line.id } }
    const compared = await app.inject({ method: 'POST', url: '/v1/collections/default/compare', payload: sides })
    t.match(compared.json(), { similarity, estimate })
  }
  t.strictSame(
    ids((await app.inject(`${exportUrl}?representatives=true`)).body),
    ids(answer.body).filter(id => id !== 'b')
  )
  t.equal((await app.inject(`${exportUrl}?representatives=false`)).body, answer.body)
})

t.test('what refuses an export is said before it starts', async t => {
  const { app } = await buildTestApp(t)
  await app.inject({ method: 'PUT', url: '/v1/collections/lean', payload: { storeText: false } })
  await app.inject({ method: 'POST', url: '/v1/collections/lean/documents', payload: { id: 'a', text: words } })
  const cases: [url: string, status: number, code: string][] = [
    ['/v1/collections/none/export', 404, 'COLLECTION_NOT_FOUND'],
    ['/v1/collections/No/export', 404, 'COLLECTION_NOT_FOUND'],
    ['/v1/collections/lean/export', 409, 'TEXT_NOT_KEPT'],
    ['/v1/collections/lean/export?representatives=true', 409, 'TEXT_NOT_KEPT'],
    [`${exportUrl}?representatives=yes`, 422, 'INVALID_REQUEST'],
    [`${exportUrl}?representatives=true&representatives=true`, 422, 'INVALID_REQUEST'],
    [`${exportUrl}?cursor=x`, 422, 'INVALID_REQUEST'],
    [`${exportUrl}?limit=10`, 422, 'INVALID_REQUEST']
  ]
  for (const [url, status, code] of cases) {
    const answer = await app.inject(url)
    t.equal(answer.statusCode, status, url)
    t.match(answer.headers['content-type'], 'application/problem+json')
    t.match(answer.json(), { status, code })
    t.equal((await app.inject({ method: 'HEAD', url })).statusCode, status, `HEAD ${url}`)
  }
  const empty = await app.inject(exportUrl)
  t.strictSame([empty.statusCode, empty.body], [200, ''], 'an empty collection is an empty export')
  t.equal((await app.inject({ method: 'POST', url: exportUrl, payload: {} })).headers.allow, 'GET, HEAD')
})

t.test('HEAD answers as GET would, and exports nothing', async t => {
  const store = new ScriptedStore()
  const { app } = await buildTestApp(t, { store })
  await fill(app, 1000, 10)
  store.before(async () => {})
  const { headers } = await fetch(new URL(exportUrl, await listen(app)), { method: 'HEAD' })
  t.equal(headers.get('content-type'), 'application/x-ndjson')
  t.equal(headers.get('content-length'), null)
  t.equal(store.pages, 1)
})

t.test('20,000 documents are read no faster than the client takes them', async t => {
  const store = new ScriptedStore()
  const log: LogLine[] = []
  const { app } = await buildTestApp(t, { store, log })
  const count = 20_000
  await fill(app, count, 2000)
  store.before(async () => {})
  const sockets: Socket[] = []
  app.server.on('connection', socket => sockets.push(socket))
  const [reply] = (await once(httpGet(new URL(exportUrl, await listen(app))), 'response')) as [IncomingMessage]
  let held = -1
  while (held !== store.pages) {
    held = store.pages
    await pause(300)
  }
  const pagesInAll = Math.ceil(count / 128)
  t.ok(held < pagesInAll / 2, `${held} of ${pagesInAll} pages are read, and fill the buffers of both kernels`)
  const buffered = sockets[0]?.writableLength ?? 0
  t.ok(buffered < 2e6, `${buffered} bytes are buffered in the process`)
  t.equal((await app.inject('/v1/collections/default')).statusCode, 200, 'others are answered meanwhile')

  const exported: string[] = []
  for await (const line of createInterface(reply)) exported.push((JSON.parse(line) as ExportLine).id)
  t.ok(reply.complete)
  t.strictSame(exported, numbers(count))
  t.match(
    log.filter(({ msg }) => msg.startsWith('export')),
    [{ level: 30, msg: 'export answered', documents: count }]
  )
})

t.test('a client that goes away stops the export', async t => {
  const store = new ScriptedStore()
  const log: LogLine[] = []
  const { app } = await buildTestApp(t, { store, log })
  await fill(app, 5000, 5000)
  for (const leave of ['destroy', 'resetAndDestroy'] as const) {
    store.before(async () => {})
    const client = await RawClient.open(t, app)
    await client.send(get(exportUrl))
    await client.until(({ body }) => body.length > 100_000)
    client.socket[leave]()
    await pause(200)
    const { pages } = store
    await pause(200)
    t.equal(store.pages, pages, 'no further page is read')
    t.ok(pages < 5000 / 50)
  }
  t.strictSame(
    log.filter(({ level }) => level >= 40),
    [],
    'and nobody is alarmed'
  )
})

t.test('a failure in the middle cuts the answer so that every client can tell', async t => {
  const store = new ScriptedStore()
  const log: LogLine[] = []
  const { app } = await buildTestApp(t, { store, log })
  await fill(app, 1000, 100)
  const url = new URL(exportUrl, await listen(app))
  for (const [error, level] of [
    [new DoppelError('STORE_UNAVAILABLE', 'the disk is gone'), 40],
    [new Error('a defect'), 50]
  ] as const) {
    log.length = 0
    store.before(async page => {
      if (page === 3) throw error
    })
    const reply = await fetch(url)
    t.equal(reply.status, 200)
    await t.rejects(reply.text(), /terminated|fetch failed/, 'fetch rejects')
    store.pages = 0
    const client = await RawClient.open(t, app)
    await client.send(get(exportUrl))
    t.notOk((await client.answer()).isWhole, 'the last chunk is missing')
    store.pages = 0
    const old = await RawClient.open(t, app)
    const failure = new Promise<NodeJS.ErrnoException>(resolve => old.socket.once('error', resolve))
    await old.send(get(exportUrl, '1.0'))
    await old.until(() => false)
    t.equal((await failure).code, 'ECONNRESET', 'a client of HTTP/1.0 sees a reset')
    t.match(
      log.filter(({ msg }) => msg.startsWith('export')),
      [{ level, documents: Number }, { level }, { level }]
    )
  }
  store.before(async () => {})
  const old = await RawClient.open(t, app)
  await old.send(get(exportUrl, '1.0'))
  const { body } = await old.until(() => false)
  t.equal(ids(body).length, 1000, 'a whole answer of HTTP/1.0 ends with its connection')
})

t.test('an export of a collection that is deleted meanwhile is cut', async t => {
  const store = new ScriptedStore()
  const { app } = await buildTestApp(t, { store })
  await fill(app, 1000, 10)
  store.before(async page => {
    if (page === 2) await store.deleteCollection('default')
  })
  const client = await RawClient.open(t, app)
  await client.send(get(exportUrl))
  t.notOk((await client.answer()).isWhole)
})

t.test('a store that is busy is waited for, but not before the answer starts', async t => {
  const store = new ScriptedStore()
  const { app } = await buildTestApp(t, { store })
  await fill(app, 500, 10)
  const busy = new DoppelError('STORE_BUSY', 'too much is waiting')
  store.before(async page => {
    if (page > 1 && page % 3 !== 0) throw busy
  })
  t.equal(ids((await app.inject(exportUrl)).body).length, 500)
  store.before(async () => {
    throw busy
  })
  t.match(await app.inject(exportUrl), { statusCode: 503, headers: { 'retry-after': '1' } })
})

t.test('a client that reads nothing is given up, one that reads slowly and a slow store are not', async t => {
  const store = new ScriptedStore()
  const log: LogLine[] = []
  const { app } = await buildTestApp(t, { store, log, config: { idleTimeoutMs: 300 } })
  await fill(app, 3000, 5000)
  const url = new URL(exportUrl, await listen(app))
  const idle = await RawClient.open(t, app)
  idle.socket.pause()
  await idle.send(get(exportUrl))
  for (let i = 0; i < 100 && messages(log).length === 0; i++) await pause(50)
  t.strictSame(messages(log), ['export cut: the client does not read'])
  t.notOk((await idle.until(() => false)).isWhole)

  const slow = await RawClient.open(t, app)
  await slow.send(get(exportUrl))
  let answer: RawAnswer
  let size = 0
  do {
    answer = await slow.until(({ body, isWhole }) => isWhole || body.length > size + 2e6)
    size = answer.body.length
    slow.socket.pause()
    await pause(150)
  } while (!answer.isWhole && !slow.socket.destroyed)
  t.equal(ids(answer.body).length, 3000)

  store.before(async page => {
    if (page === 2) await pause(1000)
  })
  const reply = await fetch(url)
  t.equal(ids(await reply.text()).length, 3000)
  t.strictSame(messages(log).slice(1), ['export answered', 'export answered'])
})

t.test('a shutdown cuts exports at once, whether the client reads or not', async t => {
  const store = new ScriptedStore()
  const log: LogLine[] = []
  const { app, readiness } = await buildTestApp(t, { store, log })
  await fill(app, 3000, 5000)
  const unread = await RawClient.open(t, app)
  unread.socket.pause()
  await unread.send(get(exportUrl))
  await pause(100)
  let letGo = () => {}
  store.before(async page => {
    if (page === 3) await new Promise<void>(resolve => (letGo = resolve))
  })
  const waiting = await RawClient.open(t, app)
  await waiting.send(get(exportUrl))
  await waiting.until(({ body }) => body.length > 100_000)
  readiness.closing()
  await app.close()
  letGo()
  for (const client of [unread, waiting]) t.notOk((await client.until(() => false)).isWhole)
  const cut = 'export cut: the service is shutting down'
  t.strictSame(messages(log), [cut, cut])
})

t.test('an export that was about to start when the service shuts down is refused', async t => {
  const store = new ScriptedStore()
  const { app } = await buildTestApp(t, { store })
  let letGo = () => {}
  store.before(() => new Promise<void>(resolve => (letGo = resolve)))
  const client = await RawClient.open(t, app)
  await client.send(get(exportUrl))
  while (store.pages === 0) await pause(10)
  const closing = app.close()
  await pause(50)
  letGo()
  const { status, body } = await client.answer()
  t.equal(status, 503)
  t.match(JSON.parse(body), { code: 'STORE_CLOSING' })
  client.socket.end()
  await closing
})

t.test('what was exported can be imported again as the specification says', async t => {
  const { app } = await buildTestApp(t)
  const documents = [
    { id: 'a', text: words, metadata: { list: [1, null], nothing: null } },
    { id: 'b', text: `${words} home`, title: 'B', url: 'https://example.org/b' },
    { id: 'c', text: '', publishedAt: '2026-11-20T08:30:00+01:00' },
    { id: 'd', text: 'gulls wheeled over cold grey water', retentionSeconds: 1000 }
  ]
  await importLines(app, 'default', documents.map(document => JSON.stringify(document)).join('\n'))
  const signature = { scheme: 'doppel', slots: Array.from({ length: 128 }, (_, at) => at) }
  await importLines(app, 'default', JSON.stringify({ id: 'signed', signature }))
  const { body } = await app.inject(exportUrl)
  const { paths } = (await app.inject('/openapi.json')).json()
  const { description } = paths['/v1/collections/{collection}/export'].get
  const query = /`(\?otherFields=[a-z]+)`/.exec(description)?.[1]
  t.ok(query, 'the specification says how')
  await app.inject({ method: 'PUT', url: '/v1/collections/copy' })
  const again = await app.inject({
    method: 'POST',
    url: `/v1/collections/copy/import${query}`,
    payload: body,
    headers: { 'content-type': 'application/x-ndjson' }
  })
  t.match(again.body, '"created":4')
  t.match(again.body, '"failed":1', 'a signature cannot be imported')
  const copied = linesOf<ExportLine>((await app.inject('/v1/collections/copy/export')).body)
  const comparable = (lines: readonly ExportLine[]) =>
    lines.map(line => {
      const { ingestedAt, updatedAt, expiresAt, ...rest } = line as ExportLine & Record<string, unknown>
      return { ...rest, cluster: { ...rest.cluster, id: '' } }
    })
  t.strictSame(comparable(copied), comparable(linesOf<ExportLine>(body).slice(0, 4)))
})
