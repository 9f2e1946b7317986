import { gzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { Type } from 'typebox'
import bodies from '../../src/http/bodies/bodies.ts'
import { Upload } from '../../src/http/bodies/upload.ts'
import problemDetails from '../../src/http/plugins/problem-details.ts'
import validation from '../../src/http/plugins/validation.ts'
import { inlinePreparer } from '../../src/http/preparation/inline-preparer.ts'
import { head, RawClient } from '../helpers/raw-client.ts'

const limit = 64 * 1024

/** An application that says what it understood of a body. */
async function echoApp(t: Test, bodyLimitBytes = limit, idleTimeoutMs = 60_000): Promise<FastifyInstance> {
  const app = Fastify({ requestTimeout: 0 })
  await app.register(validation)
  await app.register(problemDetails)
  await app.register(bodies, { bodyLimitBytes, bodiesLimitBytes: 1e9, idleTimeoutMs, preparer: inlinePreparer })
  const echo = async ({ body }: { body: unknown }) => ({ size: JSON.stringify(body).length, body })
  app.post('/json', { schema: { hide: true, body: Type.Unsafe({}) } as object }, async ({ body }) => {
    return typeof body === 'object' ? { keys: Object.keys(body as object).length, size: sizeOf(body) } : { body }
  })
  app.post('/echo', { schema: { hide: true, body: Type.Unsafe({}) } as object }, echo)
  app.put(
    '/optional',
    { schema: { hide: true, body: Type.Unsafe({}) } as object, config: { isBodyOptional: true } },
    echo
  )
  const ndjson = { content: { 'application/x-ndjson': { schema: Type.Unsafe({}) } } }
  app.post('/ndjson', { schema: { hide: true, body: ndjson } as object }, async ({ body }) => ({
    isStream: body instanceof Upload
  }))
  app.delete('/json', async ({ body }) => ({ hasBody: body !== undefined }))
  t.teardown(() => app.close())
  return app
}

function sizeOf(body: unknown): number {
  return (body as { text?: string }).text?.length ?? 0
}

async function post(
  app: FastifyInstance,
  payload: string | Buffer,
  headers: Record<string, string> = {},
  url = '/echo'
) {
  const reply = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', ...headers }
  })
  const { code, detail, errors } = reply.json()
  return { status: reply.statusCode, code, detail, errors, json: reply.json(), reply }
}

t.test('JSON bodies are read in each allowed form, and other forms are refused', async t => {
  const app = await echoApp(t)
  const document = '{"text":"größe \\ud83d\\ude00"}'
  const expected = JSON.parse(document)
  const forms: Record<string, string>[] = [
    {},
    { 'content-type': 'application/json; charset=utf-8' },
    { 'content-type': 'Application/JSON;charset="UTF8"' },
    { 'content-encoding': 'identity' }
  ]
  for (const headers of forms) t.strictSame((await post(app, document, headers)).json.body, expected)
  for (const encoding of ['gzip', 'GZIP', 'x-gzip']) {
    t.strictSame((await post(app, gzipSync(document), { 'content-encoding': encoding })).json.body, expected, encoding)
  }
  t.strictSame((await post(app, `\ufeff${document}`)).json.body, expected, 'a byte order mark')

  const refused: [headers: Record<string, string>, url?: string][] = [
    [{ 'content-type': 'application/json; charset=latin1' }],
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/jsonx' }],
    [{ 'content-type': 'nonsense' }],
    [{ 'content-type': 'application/x-ndjson' }],
    [{ 'content-encoding': 'br' }],
    [{ 'content-encoding': 'gzip, gzip' }],
    [{ 'content-type': 'application/json' }, '/ndjson'],
    [{ 'content-type': 'application/x-ndjson', 'content-encoding': 'deflate' }, '/ndjson']
  ]
  for (const [headers, url] of refused) {
    const { status, code } = await post(app, document, headers, url)
    t.strictSame({ status, code }, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' }, JSON.stringify(headers))
  }
  t.equal(
    (await app.inject({ method: 'POST', url: '/nowhere', payload: 'x', headers: { 'content-type': 'text/plain' } }))
      .statusCode,
    404
  )
  t.equal((await post(app, '{}', { 'content-type': 'application/x-ndjson' }, '/ndjson')).json.isStream, true)

  t.match(await app.inject({ method: 'POST', url: '/ndjson' }), { statusCode: 400 })

  const untyped = await RawClient.open(t, app)
  await untyped.send(`${head('/echo', { 'content-length': 2 })}{}`)
  t.match(await untyped.answer(), { status: 415, body: /the content-type is missing/ })
})

t.test('JSON bodies that cannot be read answer 400, those that say the forbidden 422', async t => {
  const app = await echoApp(t)
  const bad: [payload: string | Buffer, headers?: Record<string, string>][] = [
    ['{"text":'],
    [Buffer.from('{"text":"\xff"}', 'latin1')],
    [gzipSync('{"text":'), { 'content-encoding': 'gzip' }],
    [gzipSync('{"text":"x"}').subarray(0, -4), { 'content-encoding': 'gzip' }],
    ['{"text":"x"}', { 'content-encoding': 'gzip' }],
    ['   ']
  ]
  for (const [payload, headers] of bad) {
    const { status, code } = await post(app, payload, headers)
    t.strictSame({ status, code }, { status: 400, code: 'MALFORMED_BODY' })
  }
  const poisoned = await post(app, '{"metadata":{"a":[{"__proto__":{}}]}}')
  t.match(poisoned, { status: 422, code: 'INVALID_REQUEST', errors: [{ path: '/metadata/a/0/__proto__' }] })

  t.match(await post(app, ''), { status: 400, detail: 'the body is empty' })
  t.match(await app.inject({ method: 'POST', url: '/echo' }).then(reply => reply.json()), {
    status: 400,
    detail: 'the body is empty'
  })
  t.match(await post(app, 'null'), { status: 200, json: { body: null } }, 'null is a body')
  const optional = { method: 'PUT', url: '/optional' } as const
  t.strictSame((await app.inject(optional)).json().body, {})
  t.strictSame((await app.inject({ ...optional, headers: { 'content-type': 'application/json' } })).json().body, {})
  const remove = { method: 'DELETE', url: '/json', headers: { 'content-type': 'application/json' } } as const
  t.strictSame((await app.inject(remove)).json(), { hasBody: false })
})

t.test('a body of the limit is taken, one more byte is refused: in one piece, chunked and gzip', async t => {
  const app = await echoApp(t)
  const sized = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes - 11) })
  for (const [bytes, status] of [
    [limit, 200],
    [limit + 1, 413]
  ] as const) {
    t.equal((await post(app, sized(bytes), {}, '/json')).status, status, 'in one piece')
    const compressed = await post(app, gzipSync(sized(bytes)), { 'content-encoding': 'gzip' }, '/json')
    t.equal(compressed.status, status, 'gzip')
    const client = await RawClient.open(t, app)
    await client.begin('/json', { 'content-type': 'application/json' })
    for (let start = 0; start < bytes; start += 10_000) await client.chunk(sized(bytes).slice(start, start + 10_000))
    await client.end()
    const answer = await client.answer()
    t.equal(answer.status, status, 'chunked')
    if (status === 413) t.match(JSON.parse(answer.body), { code: 'BODY_TOO_LARGE', detail: /limit of 65536 bytes/ })
  }
})

t.test('a gzip bomb is refused while it inflates', async t => {
  const app = await echoApp(t, 16 * 1024 * 1024)
  const spaces = gzipSync(Buffer.alloc(4 * 1024 * 1024, 0x20), { level: 9 })
  const bomb = Buffer.concat(Array(250).fill(spaces))
  let peak = 0
  const watch = setInterval(() => {
    const { arrayBuffers, external } = process.memoryUsage()
    peak = Math.max(peak, arrayBuffers + external)
  }, 1)
  const { status } = await post(app, bomb, { 'content-encoding': 'gzip' })
  clearInterval(watch)
  t.equal(status, 413)
  t.ok(peak > 0 && peak < 200e6, `${bomb.length} bytes that inflate to 1 GB took ${Math.round(peak / 1e6)} MB`)
})

t.test('a refusal reaches a client that goes on sending', async t => {
  const app = await echoApp(t)
  const megabyte = Buffer.alloc(1024 * 1024, 'x')

  const sized = await RawClient.open(t, app)
  await sized.send(head('/json', { 'content-type': 'application/json', 'content-length': 30 * megabyte.length }))
  const early = await sized.answer()
  t.match(early, { status: 413, headers: { connection: 'close' }, isWhole: true }, 'at once, by the length alone')
  for (let i = 0; i < 30; i++) await sized.send(megabyte)
  t.equal(sized.socket.errored, null, 'and the rest is still taken')

  for (const type of ['application/json', 'text/plain']) {
    const client = await RawClient.open(t, app)
    await client.begin('/json', { 'content-type': type })
    for (let i = 0; i < 30; i++) await client.chunk(megabyte)
    await client.end()
    const late = await client.answer()
    t.match(late, { status: type === 'text/plain' ? 415 : 413, isWhole: true }, 'after everything was sent')
    t.equal((await client.until(() => false)).isWhole, true, 'and the connection ends without a reset')
  }

  const small = await RawClient.open(t, app)
  await small.send(`${head('/json', { 'content-type': 'text/plain', 'content-length': 2 })}{}`)
  t.equal((await small.answer()).status, 415)
})

t.test('a client that pauses within its body is answered 408, and one that leaves does no harm', async t => {
  const app = await echoApp(t, limit, 100)
  const paused = await RawClient.open(t, app)
  await paused.send(`${head('/json', { 'content-type': 'application/json', 'content-length': 20 })}{"text":`)
  t.match(await paused.answer(), { status: 408, body: /nothing more of the body arrived for 0.1 s/ })

  const gone = await RawClient.open(t, app)
  await gone.send(`${head('/json', { 'content-type': 'application/json', 'content-length': 20 })}{"text":`)
  gone.socket.destroy()
  await new Promise(resolve => setTimeout(resolve, 50))
  t.equal((await post(app, '{}')).status, 200)
})
