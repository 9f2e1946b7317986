import { PassThrough } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { DoppelError } from '../../src/errors.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { holds } from '../helpers/property.ts'
import { linesOf } from '../helpers/raw-client.ts'

interface ResultLine {
  readonly line?: number
  readonly id?: string
  readonly status?: string
  readonly verdict?: string
  readonly error?: {
    readonly status: number
    readonly code: string
    readonly detail?: string
    readonly errors?: object[]
  }
  readonly summary?: Readonly<Record<string, number>>
}

const importUrl = '/v1/collections/default/import'
const documentsUrl = '/v1/collections/default/documents'
const clock = () => Date.UTC(2026, 10, 20)

async function stream(
  app: FastifyInstance,
  payload: string | Buffer,
  { url = importUrl, ...headers }: Record<string, string> = {}
) {
  const reply = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-ndjson', ...headers }
  })
  return { reply, lines: reply.statusCode === 200 ? linesOf<ResultLine>(reply.body) : [] }
}

/** What matters of result lines, in brief. */
function brief(lines: readonly ResultLine[]): string[] {
  return lines.map(({ line, id, status, verdict, error, summary }) => {
    if (summary !== undefined) return JSON.stringify(summary)
    if (error !== undefined) return [line, error.status, error.code, ...(id === undefined ? [] : [id])].join(' ')
    return [id, status, verdict].filter(part => part !== undefined).join(' ')
  })
}

const words = 'the quick brown fox jumps over the lazy dog and runs away'

t.test('each line that is not blank has one result, in order, under its number', async t => {
  const { app } = await buildTestApp(t)
  const upload = Buffer.concat([
    Buffer.from(`{"id":"a","text":"${words}"}\n`),
    Buffer.from('\n \t\r\n'),
    Buffer.from(`{"id":"b","text":"${words}"}\r\n`),
    Buffer.from('{"id":"c",\n'),
    Buffer.from('{"id":"d","text":"caf\xe9"}\n', 'latin1'),
    Buffer.from('{"id":"e","text":"x","colour":"red"}\n{"id":"f"}\n{"id":7,"text":"x"}\n[1]\nnull\n'),
    Buffer.from('{"id":"g","text":"x","metadata":{"a":{"__proto__":1}}}\n{"id":"..","text":"x"}\n'),
    Buffer.from(`{"id":"${'h'.repeat(513)}","text":"x"}\n{"id":"i","html":"<p>"}\n`),
    Buffer.from(`{"id":"a","text":"${words}"}\n{"id":"a","text":"${words} too"}\n{"text":"something else entirely"}`)
  ])
  const { reply, lines } = await stream(app, upload)
  t.equal(reply.headers['content-type'], 'application/x-ndjson')
  t.ok(reply.headers['x-request-id'])
  const last = lines.at(-2)
  t.match(last?.id, /^[\da-f-]{36}$/, 'an id was assigned')
  t.strictSame(brief(lines), [
    'a created unique',
    'b created exact-duplicate',
    '5 400 MALFORMED_BODY',
    '6 400 MALFORMED_BODY',
    '7 422 INVALID_DOCUMENT e',
    '8 422 INVALID_DOCUMENT f',
    '9 422 INVALID_DOCUMENT',
    '10 422 INVALID_DOCUMENT',
    '11 422 INVALID_DOCUMENT',
    '12 422 INVALID_REQUEST g',
    '13 422 INVALID_DOCUMENT ..',
    `14 422 INVALID_DOCUMENT ${'h'.repeat(513)}`,
    '15 422 NOT_SUPPORTED i',
    'a unchanged unique',
    'a updated near-duplicate',
    `${last?.id} created unique`,
    '{"lines":16,"created":3,"updated":1,"unchanged":1,"failed":11}'
  ])
})

t.test('results and errors are those of the JSON route', async t => {
  const [{ app: streamed }, { app: single }] = [await buildTestApp(t, { clock }), await buildTestApp(t, { clock })]
  const documents = [
    `{"id":"a","text":"${words}","metadata":{"b":[1,{"c":null}]},"url":"https://example.org"}`,
    `{"id":"b","text":"${words} home","publishedAt":"2026-11-20T08:30:00Z"}`,
    `{"id":"b","text":"${words} home","title":"changed"}`,
    '{"id":"c","text":""}',
    '{"id":"d","text":5}',
    '{"id":"d","text":"x","publishedAt":"yesterday"}',
    '{"id":"d","text":"x","signature":{"scheme":"doppel","slots":[]}}',
    '{"id":"d"',
    '{"id":"d","metadata":{"__proto__":0}}',
    '{"id":"d","text":"x","retentionSeconds":1e999}',
    '"text"'
  ]
  const { reply } = await stream(streamed, documents.join('\n'))
  const answers = reply.body.split('\n')
  for (const [index, payload] of documents.entries()) {
    const { body, statusCode } = await single.inject({
      method: 'POST',
      url: documentsUrl,
      payload,
      headers: { 'content-type': 'application/json' }
    })
    if (statusCode < 300) {
      t.equal(answers[index], body, 'the same bytes')
      continue
    }
    const { instance, ...problem } = JSON.parse(body)
    const { line, error } = JSON.parse(answers[index] as string)
    t.equal(line, index + 1)
    t.strictSame(error, { ...problem, instance: reply.headers['x-request-id'] }, payload)
  }
})

t.test('?results and ?matches choose what is sent, ?renew is passed on', async t => {
  const { app, service } = await buildTestApp(t)
  const upload = `{"id":"a","text":"${words}"}\n{"id":"b","text":"${words}"}\nnonsense\n`
  const all = await stream(app, upload)
  t.strictSame(brief(all.lines).length, 4)
  t.match(all.lines[1], { matches: [{ id: 'a', similarity: 1, containment: 1 }] })
  const unchanged = '{"lines":3,"created":0,"updated":0,"unchanged":2,"failed":1}'
  const errors = await stream(app, upload, { url: `${importUrl}?results=errors` })
  t.strictSame(brief(errors.lines), ['3 400 MALFORMED_BODY', unchanged])
  const none = await stream(app, upload, { url: `${importUrl}?results=none` })
  t.strictSame(brief(none.lines), [unchanged])
  const short = await stream(app, upload, { url: `${importUrl}?matches=0` })
  t.match(short.lines[1], { verdict: 'exact-duplicate', matches: [] })
  t.equal((short.lines[1] as { truncated?: boolean }).truncated, undefined)

  const ingest = t.capture(service, 'ingestPrepared', service.ingestPrepared)
  await stream(app, upload, { url: `${importUrl}?renew=true&matches=100` })
  t.strictSame(ingest()[0]?.args[2], { matchLimit: 100, renew: true })
})

t.test('what concerns the whole request is refused before the stream begins', async t => {
  const { app } = await buildTestApp(t, { config: { apiKeys: ['secret-key-of-the-test'] } })
  const authorization = 'Bearer secret-key-of-the-test'
  const statusOf = async (headers: Record<string, string>) => {
    const { reply } = await stream(app, '{"text":"x"}\n', headers)
    return [reply.statusCode, reply.json().code]
  }
  t.strictSame(await statusOf({}), [401, 'UNAUTHORIZED'])
  const check = '/v1/collections/default/check'
  const cases: [headers: Record<string, string>, status: number, code: string][] = [
    [{ url: '/v1/collections/none/import' }, 404, 'COLLECTION_NOT_FOUND'],
    [{ 'content-type': 'application/json' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [{ 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [{ 'content-encoding': 'br' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [{ url: `${importUrl}?results=some` }, 422, 'INVALID_REQUEST'],
    [{ url: `${importUrl}?matches=101` }, 422, 'INVALID_REQUEST'],
    [{ url: `${importUrl}?threshold=0.9` }, 422, 'INVALID_REQUEST'],
    [{ url: '/v1/collections/none/check' }, 404, 'COLLECTION_NOT_FOUND'],
    [{ url: `${check}?threshold=0.5` }, 422, 'INVALID_REQUEST'],
    [{ url: documentsUrl }, 415, 'UNSUPPORTED_MEDIA_TYPE']
  ]
  for (const [headers, status, code] of cases) {
    t.strictSame(await statusOf({ authorization, ...headers }), [status, code], JSON.stringify(headers))
  }
  t.strictSame((await app.inject({ url: documentsUrl, headers: { authorization } })).json().documents, [])
})

t.test('a line over the limit fails alone, and a line of the limit does not', async t => {
  const bodyLimitBytes = 1000
  const { app } = await buildTestApp(t, { config: { bodyLimitBytes } })
  const sized = (id: string, bytes: number) => {
    const start = `{"id":"${id}","text":"${id}`
    return `${start}${'x'.repeat(bytes - start.length - 2)}"}`
  }
  const upload = `${sized('a', 1000)}\r\n${sized('b', 1001)}\n${sized('c', 500_000)}\n${sized('d', 1000)}`
  const { lines } = await stream(app, upload)
  t.strictSame(brief(lines), [
    'a created unique',
    '2 413 BODY_TOO_LARGE',
    '3 413 BODY_TOO_LARGE',
    'd created unique',
    '{"lines":4,"created":2,"updated":0,"unchanged":0,"failed":2}'
  ])
  t.match(lines[1]?.error, { detail: 'the line is longer than the limit of 1000 bytes' })
})

t.test('gzip is inflated; where it breaks, the lines before have their results', async t => {
  const { app } = await buildTestApp(t)
  const upload = Array.from({ length: 3000 }, (_, i) => `{"id":"${i}","text":"document ${i * 7919} of many"}\n`).join(
    ''
  )
  const compressed = gzipSync(upload)
  const gzip = { 'content-encoding': 'gzip' }
  const whole = await stream(app, compressed, gzip)
  t.strictSame(whole.lines.at(-1)?.summary, { lines: 3000, created: 3000, updated: 0, unchanged: 0, failed: 0 })

  const corrupt = Buffer.from(compressed)
  corrupt.fill(0xff, corrupt.length >> 1, (corrupt.length >> 1) + 64)
  for (const broken of [corrupt, compressed.subarray(0, compressed.length >> 1)]) {
    const { lines } = await stream(app, broken, gzip)
    const read = lines.length - 2
    t.ok(read > 500, `${read} lines before the fault`)
    t.ok(lines.slice(0, read).every(({ id }, index) => id === String(index)))
    t.strictSame(brief(lines.slice(-2)), [
      `${read + 1} 400 MALFORMED_BODY`,
      `{"lines":${read + 1},"created":0,"updated":0,"unchanged":${read},"failed":1}`
    ])
  }
  t.strictSame(brief((await stream(app, '{"text":"x"}\n', gzip)).lines), [
    '1 400 MALFORMED_BODY',
    '{"lines":1,"created":0,"updated":0,"unchanged":0,"failed":1}'
  ])
})

t.test('an empty upload and one of blank lines have a summary of zeros', async t => {
  const { app } = await buildTestApp(t)
  const nothing = ['{"lines":0,"created":0,"updated":0,"unchanged":0,"failed":0}']
  for (const upload of ['\n', '\r\n \n\t', gzipSync('')]) {
    const headers: Record<string, string> = typeof upload === 'string' ? {} : { 'content-encoding': 'gzip' }
    t.strictSame(brief((await stream(app, upload, headers)).lines), nothing)
  }
  const empty = new PassThrough()
  empty.end()
  t.strictSame(brief((await stream(app, empty as unknown as Buffer)).lines), nothing)
})

t.test('results do not depend on how the upload is cut into chunks', async t => {
  const upload = Buffer.from(
    Array.from({ length: 40 }, (_, i) =>
      i % 7 === 3 ? 'broken "ü' : i % 5 === 4 ? '' : `{"id":"é${i % 25}","text":"${words} ${i % 3}"}`
    ).join('\n')
  )
  const { app } = await buildTestApp(t, { clock })
  let runs = 0
  const answerTo = async (chunks: readonly Buffer[]) => {
    const collection = `/v1/collections/run-${runs++}`
    await app.inject({ method: 'PUT', url: collection })
    const payload = new PassThrough()
    const send = async () => {
      for (const chunk of chunks) {
        payload.write(chunk)
        await new Promise(setImmediate)
      }
      payload.end()
    }
    const [{ reply }] = await Promise.all([
      stream(app, payload as unknown as Buffer, { url: `${collection}/import`, 'x-request-id': 'same' }),
      send()
    ])
    return reply.body.replaceAll(/"cluster":\{"id":"[^"]*"/g, '')
  }
  const expected = await answerTo([upload])
  t.equal(expected.split('\n').length, 35, '33 results, a summary, and a line end')
  await holds(
    t,
    fc.asyncProperty(fc.uniqueArray(fc.nat(upload.length), { maxLength: 30 }), async cuts => {
      const ends = [...cuts.sort((a, b) => a - b), upload.length]
      const chunks = ends.map((end, index) => upload.subarray(ends[index - 1] ?? 0, end))
      const answer = await answerTo(chunks)
      if (answer !== expected) throw new Error(answer)
    }),
    { numRuns: 100 }
  )
})

/** A store that fails as it is told. */
class FailingStore extends EmbeddedStore {
  failures: (Error | undefined)[] = []
  calls = 0

  override async ingest(...parameters: Parameters<EmbeddedStore['ingest']>) {
    this.calls++
    const failure = this.failures.shift()
    if (failure !== undefined) throw failure
    return super.ingest(...parameters)
  }
}

t.test('a failure of the store fails the lines it concerns; one that is busy is waited for', async t => {
  const store = new FailingStore(new MemoryJournal(), Date.now)
  const log: { msg?: string; level?: number }[] = []
  const { app } = await buildTestApp(t, { store, log })
  const upload = Array.from({ length: 800 }, (_, i) => `{"id":"${i}","text":"text number ${i}"}\n`).join('')

  const busy = new DoppelError('STORE_BUSY', 'too much is waiting')
  store.failures = [undefined, busy, busy, undefined]
  const waited = await stream(app, upload)
  t.strictSame(waited.lines.at(-1)?.summary, { lines: 800, created: 800, updated: 0, unchanged: 0, failed: 0 })
  t.strictSame(
    waited.lines.slice(0, -1).map(({ id }) => id),
    Array.from({ length: 800 }, (_, i) => String(i))
  )
  t.equal(store.calls, 15, 'of 64 lines, and two in vain')

  store.failures = [undefined, new DoppelError('STORE_FULL', 'the disk is full'), new TypeError('a defect')]
  const { lines } = await stream(app, upload)
  t.strictSame(brief(lines).slice(62, 66), [
    '62 unchanged unique',
    '63 unchanged unique',
    '65 507 STORE_FULL 64',
    '66 507 STORE_FULL 65'
  ])
  t.strictSame(brief(lines).slice(127, 130), ['128 507 STORE_FULL 127', '129 500 INTERNAL 128', '130 500 INTERNAL 129'])
  t.equal(lines[130]?.error?.detail, undefined, 'nothing of a defect is shown')
  t.strictSame(lines.at(-1)?.summary, { lines: 800, created: 0, updated: 0, unchanged: 672, failed: 128 })
  t.strictSame(
    log.filter(({ level }) => level !== undefined && level >= 40).map(({ msg, level }) => [msg, level]),
    [
      ['line refused', 40],
      ['line failed unexpectedly', 50]
    ],
    'a batch is logged once'
  )

  await store.close()
  const closed = await stream(app, upload)
  t.match(closed.reply.json(), { status: 503, code: 'STORE_CLOSING' })
})

t.test('NDJSON on the check route answers a verdict a line, and stores nothing', async t => {
  const { app } = await buildTestApp(t)
  await stream(app, `{"id":"a","text":"${words}"}\n`)
  const upload = [
    `{"id":"x","text":"${words}"}`,
    `{"text":"${words} too"}`,
    '',
    '{"id":"y","text":"nothing of the kind"}',
    '{"id":"z","text":"nothing of the kind"}',
    '{"id":"bad","text":1}',
    '{'
  ].join('\r\n')
  const url = '/v1/collections/default/check'
  const { reply, lines } = await stream(app, upload, { url })
  t.strictSame(brief(lines), [
    'x exact-duplicate',
    'near-duplicate',
    'y unique',
    'z unique',
    '6 422 INVALID_DOCUMENT bad',
    '7 400 MALFORMED_BODY',
    '{"lines":6,"unique":2,"nearDuplicates":1,"exactDuplicates":1,"failed":2}'
  ])
  const single = await app.inject({ method: 'POST', url, payload: { text: `${words} too` } })
  t.equal(reply.body.split('\n')[1]?.replace('"line":2,', ''), single.body, 'the same bytes as the JSON answer')
  const strict = await stream(app, upload, { url: `${url}?threshold=0.99&matches=0` })
  t.match(strict.lines[0], { verdict: 'exact-duplicate', matches: [] })
  t.match(strict.lines[1], { verdict: 'unique', cluster: null })
  t.equal((await app.inject(documentsUrl)).json().documents.length, 1)
})
