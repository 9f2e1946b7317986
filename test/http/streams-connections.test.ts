import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { head, linesOf, RawClient } from '../helpers/raw-client.ts'

interface ResultLine {
  readonly line?: number
  readonly id?: string
  readonly error?: { readonly status: number; readonly code: string }
  readonly summary?: Readonly<Record<string, number>>
}

const importUrl = '/v1/collections/default/import'
const lineOf = (number: number, text = `document ${number * 7919} of many`) =>
  `${JSON.stringify({ id: String(number), text })}\n`
const linesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => lineOf(first + index)).join('')

async function countDocuments(app: FastifyInstance): Promise<number> {
  return (await app.inject('/v1/collections/default')).json().counts.documents
}

/** A store that waits before each ingest until it is let go. */
class GatedStore extends EmbeddedStore {
  #open: () => void = () => {}
  #gate: Promise<void> = Promise.resolve()
  /** Documents that were handed in, whether or not they were let through. */
  asked = 0

  constructor() {
    super(new MemoryJournal(), Date.now)
  }

  shut(): void {
    this.#gate = new Promise(resolve => {
      this.#open = resolve
    })
  }

  letGo(): void {
    this.#open()
  }

  override async ingest(...parameters: Parameters<EmbeddedStore['ingest']>) {
    this.asked += parameters[1].length
    await this.#gate
    return super.ingest(...parameters)
  }
}

t.test('results arrive while the upload goes on', async t => {
  const { app } = await buildTestApp(t)
  const client = await RawClient.open(t, app)
  await client.begin(importUrl)
  const started = await client.until(({ status }) => status !== 0)
  t.match(started, { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: '' }, 'before any line')
  for (let number = 1; number <= 20; number++) {
    await client.chunk(lineOf(number))
    const { body } = await client.until(({ body }) => linesOf(body).length === number)
    t.match(linesOf(body).at(-1), { id: String(number), status: 'created' })
  }
  await client.chunk('{"id":"21",')
  await client.chunk('"text":"in two pieces"}')
  await client.end()
  const { body, isWhole } = await client.answer()
  t.ok(isWhole)
  t.match(linesOf(body).slice(-2), [{ id: '21' }, { summary: { lines: 21, created: 21, failed: 0 } }])

  await client.send(
    `${head('/v1/collections/default/check', { 'content-type': 'application/json', 'content-length': 12 })}{"text":"x"}`
  )
  const next = await client.until(({ body }) => body.includes('verdict'))
  t.match(next.body, /"verdict":"unique"/, 'the connection is kept')
})

t.test('a client that sends 50 MB before it reads gets all results', async t => {
  const spoolDirectory = `${t.testdir()}/made/when/needed`
  const log: { msg?: string; spooledBytes?: number }[] = []
  const { app } = await buildTestApp(t, { log, config: { spoolDirectory } })
  const client = await RawClient.open(t, app)
  client.socket.pause()
  const count = 5000
  const filler = 'z'.repeat(17_000)
  let peak = 0
  const before = process.memoryUsage()
  const watch = setInterval(() => {
    // What is external besides is not of the stream: buffers are in both counts.
    const { arrayBuffers } = process.memoryUsage()
    peak = Math.max(peak, arrayBuffers - before.arrayBuffers)
  }, 5)
  let sent = 0
  await client.begin(`${importUrl}?matches=100`)
  for (let first = 1; first <= count; first += 10) {
    // Four texts of ten repeat, so that results have many matches and are large.
    const lines = Array.from({ length: 10 }, (_, index) =>
      lineOf(first + index, index < 4 ? 'again and again' : `${first + index} ${filler}`)
    )
    const text = lines.join('')
    sent += text.length
    await client.chunk(text)
  }
  await client.end()
  await pause(200)
  t.ok(sent > 47e6, `${sent} bytes were sent`)
  const { body, isWhole } = await client.answer()
  clearInterval(watch)
  const results = linesOf<ResultLine>(body)
  t.ok(isWhole)
  t.equal(results.length, count + 1)
  t.ok(
    results.slice(0, -1).every(({ id }, index) => id === String(index + 1)),
    'in order'
  )
  t.strictSame(results.at(-1)?.summary, { lines: count, created: count, updated: 0, unchanged: 0, failed: 0 })
  const { spooledBytes = 0 } = log.find(({ msg }) => msg === 'stream answered') ?? {}
  t.ok(spooledBytes > 1e6, `${spooledBytes} of ${body.length} bytes of results went through the spool`)
  t.ok(peak < 100e6, `buffers grew by ${Math.round(peak / 1e6)} MB`)
  t.strictSame(readdirSync(spoolDirectory), [], 'the spool has no name')
})

t.test('a stream whose unread results do not fit the spool is cut, and logged', async t => {
  const log: { msg?: string; err?: { type: string } }[] = []
  const { app } = await buildTestApp(t, { log, config: { spoolLimitBytes: 2_000_000 } })
  const client = await RawClient.open(t, app)
  client.socket.pause()
  await client.begin(`${importUrl}?matches=100`)
  const closed = new Promise(resolve => client.socket.once('close', resolve))
  const send = async () => {
    for (let first = 1; !client.socket.destroyed; first += 100) {
      await client.chunk(Array.from({ length: 100 }, (_, index) => lineOf(first + index, 'the same')).join(''))
    }
  }
  await Promise.all([closed, send()])
  const { body, isWhole } = await client.until(() => true)
  t.notOk(isWhole)
  t.notMatch(body, /summary/)
  t.match(
    log.filter(({ msg }) => msg?.startsWith('stream')),
    [{ level: 50, msg: 'stream cut: spool failed', err: { type: 'SpoolFull' } }]
  )
})

t.test('an idle client is told so after its results, and the connection ends', async t => {
  const { app } = await buildTestApp(t, { config: { idleTimeoutMs: 1000 } })
  const pauseAfterFive = async (rest: string) => {
    const client = await RawClient.open(t, app)
    await client.begin(importUrl)
    for (let number = 1; number <= 4; number++) {
      await client.chunk(lineOf(number))
      await pause(400)
    }
    await client.chunk(`\n${rest}`)
    const { body, isWhole } = await client.answer()
    const results = linesOf<ResultLine>(body)
    t.ok(isWhole, 'no reset')
    t.strictSame(
      results.map(({ id, error }) => id ?? error?.code),
      ['1', '2', '3', '4', 'REQUEST_TIMEOUT', undefined]
    )
    t.match(results.slice(-2), [{ line: 6, error: { status: 408 } }, { summary: { lines: 5, failed: 1 } }])
    if (!client.socket.readableEnded) await once(client.socket, 'end')
    client.socket.end()
  }
  await Promise.all([' ', '{"id":"half'].map(pauseAfterFive))
})

t.test('a slow store is not taken for an idle client', async t => {
  const store = new GatedStore()
  const { app } = await buildTestApp(t, { store, config: { idleTimeoutMs: 100 } })
  const client = await RawClient.open(t, app)
  store.shut()
  await client.begin(importUrl)
  await client.chunk(linesFrom(1, 1000))
  await client.end()
  await pause(500)
  store.letGo()
  const { body } = await client.answer()
  t.match(linesOf(body).at(-1), { summary: { lines: 1000, created: 1000, failed: 0 } })
})

t.test('the store holds the client back: only a few batches are read ahead', async t => {
  const store = new GatedStore()
  const { app } = await buildTestApp(t, { store })
  const client = await RawClient.open(t, app)
  store.shut()
  await client.begin(importUrl)
  const filler = 'y'.repeat(10_000)
  let sent = 0
  const send = async () => {
    for (let number = 1; number <= 3000; number++) {
      const line = lineOf(number, `${number} ${filler}`)
      await client.chunk(line)
      sent += line.length
    }
    await client.end()
  }
  const sending = send()
  let held = -1
  while (held !== sent) {
    held = sent
    await pause(500)
  }
  t.ok(held < 15e6, `${held} bytes are in the buffers of both kernels`)
  store.letGo()
  client.until(() => false)
  await sending
  const { body } = await client.answer()
  t.match(linesOf(body).at(-1), { summary: { lines: 3000, failed: 0 } })
})

t.test(
  'a client that leaves in the middle loses nothing that was handed to the store, and leaves nothing behind',
  async t => {
    const spoolDirectory = t.testdir()
    const log: { level?: number; msg?: string }[] = []
    const { app } = await buildTestApp(t, { log, config: { spoolDirectory } })
    const client = await RawClient.open(t, app)
    await client.begin(importUrl)
    await client.chunk(linesFrom(1, 300))
    await client.chunk('{"id":"301","text":"cut')
    await client.until(({ body }) => linesOf(body).length === 300)
    client.socket.destroy()

    const unread = await RawClient.open(t, app)
    unread.socket.pause()
    await unread.begin(`${importUrl}?matches=100`)
    for (let first = 1000; first < 6000; first += 100) {
      await unread.chunk(Array.from({ length: 100 }, (_, index) => lineOf(first + index, 'the same')).join(''))
    }
    while ((await countDocuments(app)) < 5000) await pause(20)
    unread.socket.resetAndDestroy()
    await pause(100)
    t.ok((await countDocuments(app)) >= 5000)
    t.strictSame(readdirSync(spoolDirectory), [])
    t.strictSame(
      log.filter(({ level = 0 }) => level >= 50),
      [],
      'no error is logged'
    )
    t.equal((await app.inject('/v1/collections/default/documents/301')).statusCode, 404, 'half a line is none')
    t.equal((await app.inject('/healthz')).statusCode, 200)
  }
)

t.test('a client that never reads the end of its results is given up', async t => {
  const log: { msg?: string }[] = []
  const { app } = await buildTestApp(t, { log, config: { idleTimeoutMs: 300 } })
  const client = await RawClient.open(t, app)
  client.socket.pause()
  await client.begin(`${importUrl}?matches=100`)
  for (let first = 1; first < 3000; first += 100) {
    await client.chunk(Array.from({ length: 100 }, (_, index) => lineOf(first + index, 'the same')).join(''))
  }
  await client.end()
  for (let i = 0; i < 100 && !log.some(({ msg }) => /does not read/.test(msg ?? '')); i++) await pause(50)
  t.ok(log.some(({ msg }) => msg === 'stream cut: the client does not read its results'))
  const { body } = await client.until(() => false)
  t.notMatch(body, /summary/)
})

t.test('a shutdown gives every line that was read its result, then the summary, and waits for that', async t => {
  const store = new GatedStore()
  const { app, readiness } = await buildTestApp(t, { store })
  const sender = await RawClient.open(t, app)
  await sender.begin(importUrl)
  await sender.chunk(linesFrom(1, 50))
  await sender.until(({ body }) => linesOf(body).length === 50)
  store.shut()
  await sender.chunk(`${linesFrom(51, 10)}{"id":"61","text":"hal`)
  const quiet = await RawClient.open(t, app)
  await quiet.begin(importUrl)
  await quiet.chunk(linesFrom(1000, 3))
  while (store.asked < 63) await pause(10)

  let hasClosed = false
  readiness.closing()
  const closing = app.close().then(() => {
    hasClosed = true
  })
  await pause(100)
  t.notOk(hasClosed, 'it waits')
  store.letGo()
  const [{ body, isWhole }, other] = await Promise.all([sender.answer(), quiet.answer()])
  const results = linesOf<ResultLine>(body)
  t.ok(isWhole)
  t.strictSame(
    results.map(({ id, error, line }) => id ?? (error && `${line} ${error.status} ${error.code}`)),
    [...Array.from({ length: 60 }, (_, index) => String(index + 1)), '61 503 STORE_CLOSING', undefined]
  )
  t.match(results.at(-1), { summary: { lines: 61, created: 60, failed: 1 } })
  t.match(linesOf(other.body).at(-1), { summary: { lines: 3, created: 3, failed: 0 } }, 'no line was cut here')
  for (const { socket } of [sender, quiet]) socket.end()
  await closing
  t.ok(hasClosed)
})

t.test('a client that goes on sending still gets its last results, and then the connection ends', async t => {
  const { app } = await buildTestApp(t)
  const client = await RawClient.open(t, app)
  await client.begin(importUrl, { connection: 'close' })
  let isSending = true
  const send = async () => {
    for (let first = 1; isSending; first += 10) {
      await client.chunk(linesFrom(first, 10))
      await pause(1)
    }
  }
  const sending = send()
  await client.until(({ body }) => body.length > 20_000)
  const closing = app.close()
  const { body } = await client.until(({ body }) => body.includes('summary'))
  const [{ summary }] = linesOf<{ summary: Record<string, number> }>(body).slice(-1) as [
    { summary: { lines: number; created: number } }
  ]
  t.ok(summary.created >= summary.lines - 1)
  isSending = false
  await sending
  t.ok((await client.answer()).isWhole, 'no reset')
  await closing

  const other = await buildTestApp(t)
  const broken = await RawClient.open(t, other.app)
  await broken.begin(importUrl, { 'content-encoding': 'gzip', connection: 'close' })
  await broken.chunk('this is not gzip')
  t.match(linesOf((await broken.until(({ body }) => body.includes('summary'))).body), [
    { line: 1, error: { code: 'MALFORMED_BODY' } },
    { summary: { lines: 1, failed: 1 } }
  ])
  for (let i = 0; i < 20; i++) await broken.chunk('x'.repeat(100_000))
  await broken.end()
  t.ok((await broken.answer()).isWhole, 'no reset')
})

t.test('a shutdown answers lines with 503 once the store is closed, also without a connection', async t => {
  const store = new GatedStore()
  const { app } = await buildTestApp(t, { store })
  store.shut()
  const reply = app.inject({
    method: 'POST',
    url: importUrl,
    payload: linesFrom(1, 10),
    headers: { 'content-type': 'application/x-ndjson' }
  })
  while (store.asked < 10) await pause(10)
  const closing = Promise.all([app.close(), store.close()])
  store.letGo()
  const results = linesOf<ResultLine>((await reply).body)
  await closing
  t.ok(results.slice(0, -1).every(({ error }) => error?.code === 'STORE_CLOSING'))
  t.match(results.at(-1), { summary: { lines: 10, created: 0, failed: 10 } })
})

t.test('single requests get their turn while an import runs', async t => {
  const { app } = await buildTestApp(t)
  const client = await RawClient.open(t, app)
  const words = (number: number) =>
    Array.from({ length: 100 }, (_, index) => `w${(number * 7919 + index * 31) % 99_991}`)
  await client.begin(importUrl)
  const upload = Array.from({ length: 12_000 }, (_, index) => lineOf(index + 1, words(index).join(' '))).join('')
  const sending = client.chunk(upload).then(() => client.end())
  await client.until(({ body }) => body.length > 0)

  let isImporting = true
  const imported = client.answer().finally(() => {
    isImporting = false
  })
  let answered = 0
  while (isImporting) {
    const payload = { id: `single-${answered}`, text: `single ${answered}` }
    const { statusCode } = await app.inject({ method: 'POST', url: '/v1/collections/default/documents', payload })
    if (statusCode !== 201) t.fail(`${statusCode}`)
    answered++
  }
  await sending
  t.match(linesOf((await imported).body).at(-1), { summary: { lines: 12_000, created: 12_000 } })
  // Each waits for two groups of 512 lines at most, however long these take.
  t.ok(answered >= 10, `${answered} single requests were answered meanwhile`)
})
