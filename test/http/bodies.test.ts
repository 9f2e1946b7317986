import { createGunzip, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import Fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { Type } from 'typebox'
import { decompress } from '../../src/bytes/decompress.ts'
import { GrowingBytes } from '../../src/bytes/growing-bytes.ts'
import { findJsonFault } from '../../src/bytes/json-fault.ts'
import { type Line, LineSplitter } from '../../src/bytes/line-splitter.ts'
import bodies from '../../src/http/bodies/bodies.ts'
import { jsonDepth } from '../../src/http/bodies/json-depth.ts'
import { parseJson } from '../../src/http/bodies/parse-json.ts'
import { Upload } from '../../src/http/bodies/upload.ts'
import problemDetails from '../../src/http/plugins/problem-details.ts'
import validation from '../../src/http/plugins/validation.ts'
import { holds } from '../helpers/property.ts'
import { head, RawClient } from '../helpers/raw-client.ts'

const limit = 64 * 1024

/** An application that says what it understood of a body. */
async function echoApp(t: Test, bodyLimitBytes = limit, idleTimeoutMs = 60_000): Promise<FastifyInstance> {
  const app = Fastify({ requestTimeout: 0 })
  await app.register(validation)
  await app.register(problemDetails)
  await app.register(bodies, { bodyLimitBytes, idleTimeoutMs })
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

t.test('parseJson gives what JSON.parse gives, and refuses what it refuses', async t => {
  const anything = fc.oneof(
    fc.json().map(text => text.replaceAll('__proto__', 'proto')),
    fc.json().chain(text => fc.nat(text.length).map(length => text.slice(0, length))),
    fc.string({ unit: fc.constantFrom(...'[]{},:"\\u0019eE+-.truefalsn \n\t\u0001é'), maxLength: 12 })
  )
  await holds(
    t,
    fc.property(anything, text => {
      let expected: unknown
      let isValid = true
      try {
        expected = JSON.parse(text)
      } catch {
        isValid = false
      }
      const fault = findJsonFault(text)
      if ((fault === undefined) !== isValid) throw new Error(`fault: ${JSON.stringify(fault)}`)
      if (fault !== undefined && (fault.offset < 0 || fault.offset > text.length)) throw new Error('fault outside')
      if (!isValid) return
      t.strictSame(JSON.stringify(parseJson(Buffer.from(text))), JSON.stringify(expected))
    }),
    { numRuns: 3000 }
  )
})

t.test('parseJson says where JSON is broken, without quoting it', async t => {
  const cases: [text: string | Buffer, message: string][] = [
    ['', 'not valid JSON: it ends where a value is expected at character 1'],
    ['{"a":1', 'not valid JSON: it ends where "," or "}" is expected at character 7'],
    ['{"a":secret}', 'not valid JSON: expected a value at character 6'],
    ["{'a':1}", 'not valid JSON: expected a name in double quotes at character 2'],
    ['{"a" 1}', 'not valid JSON: expected ":" at character 6'],
    ['[1,]', 'not valid JSON: expected a value at character 4'],
    ['[1] 2', 'not valid JSON: expected the end at character 5'],
    ['["a\nb"]', 'not valid JSON: expected an escape in place of the control character at character 4'],
    ['["\\x"]', 'not valid JSON: expected one of "\\/bfnrtu after a backslash at character 4'],
    ['["\\u00e9\\n\\"",]', 'not valid JSON: expected a value at character 15'],
    ['["\\u12"]', 'not valid JSON: expected four hexadecimal digits at character 5'],
    ['["abc', 'not valid JSON: it ends where the end of a string is expected at character 6'],
    ['{\n  "a": 1,\n  b: 2\n}', 'not valid JSON: expected a name in double quotes at line 3, character 3'],
    [Buffer.from([0x22, 0x61, 0xff, 0x22]), 'the text is not valid UTF-8 near byte 3'],
    [Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'the text is not valid UTF-8 near byte 2'],
    [Buffer.from([0x22, 0xc3]), 'the text is not valid UTF-8 near byte 2']
  ]
  for (const [text, message] of cases) {
    t.throws(() => parseJson(Buffer.from(text)), { code: 'MALFORMED_BODY', message })
  }
  t.strictSame(parseJson(Buffer.from('\ufeff{"a":"\ufeff"}')), { a: '\ufeff' }, 'only a mark at the start is dropped')
})

t.test('parseJson refuses __proto__ as a name and numbers without a value, wherever they are', async t => {
  const refused: [text: string, path: string][] = [
    ['{"__proto__":1}', '/__proto__'],
    ['{"\\u005f_proto__":{"x":1}}', '/__proto__'],
    ['{"a":[0,{"b/c~d":{"__pr\\u006Fto__":null}}]}', '/a/1/b~1c~0d/__proto__'],
    ['{"a":[1,1e999]}', '/a/1'],
    ['-1e400', ''],
    [`{"a":1${'0'.repeat(400)}}`, '/a']
  ]
  for (const [text, path] of refused) {
    t.throws(() => parseJson(Buffer.from(text)), { code: 'INVALID_REQUEST', errors: [{ path }] }, text.slice(0, 40))
  }
  const accepted =
    '{"constructor":{"prototype":1},"id":"__proto__","n":[1e308,5e-324,-0.0],"text":"\\u005f_proto__ 1e999"}'
  t.equal(JSON.stringify(parseJson(Buffer.from(accepted))), JSON.stringify(JSON.parse(accepted)))
})

t.test(
  'parseJson takes any nesting without overflowing the stack, and does not parse what is nothing but nesting',
  async t => {
    const arrays = (depth: number, inner = '') => Buffer.from(`${'['.repeat(depth)}${inner}${']'.repeat(depth)}`)
    const objects = (depth: number, inner: string) =>
      Buffer.from(`${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`)
    t.ok(Array.isArray(parseJson(arrays(16_384, '"[[[ \\\\\\" [[["'))))
    const poison = { code: 'INVALID_REQUEST', errors: [{ path: '', message: /at any depth/ }] }
    t.throws(() => parseJson(objects(16_383, '{"__proto__":1}')), poison)
    const end = 'not valid JSON: it ends where a value is expected at character 16385'
    t.throws(() => parseJson(Buffer.from('['.repeat(16_384))), { code: 'MALFORMED_BODY', message: end })

    const deep = { code: 'INVALID_REQUEST', errors: [{ path: '', message: 'must be at most 16384 levels deep' }] }
    const before = process.memoryUsage().heapUsed
    t.throws(() => parseJson(arrays(16_385)), deep)
    t.throws(() => parseJson(arrays(8_000_000)), deep)
    t.throws(() => parseJson(objects(2_000_000, '1')), deep)
    const open = 'not valid JSON: brackets are not closed as they are opened'
    t.throws(() => parseJson(Buffer.from('['.repeat(16_000_000))), { code: 'MALFORMED_BODY', message: open })
    t.ok(process.memoryUsage().heapUsed - before < 100e6)
  }
)

t.test('jsonDepth agrees with the parsed value', async t => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  const texts = fc.oneof(
    fc.json(),
    fc.string({ unit: fc.constantFrom('"', '\\', '[', '}') }).map(text => JSON.stringify([text]))
  )
  await holds(
    t,
    fc.property(texts, text => {
      const { deepest, open } = jsonDepth(Buffer.from(text))
      if (deepest !== depthOf(JSON.parse(text)) || open !== 0) throw new Error(`${deepest} ${open}`)
    }),
    { numRuns: 2000 }
  )
})

/** Lines the simple way: all bytes in memory. */
function naiveLines(bytes: Buffer, limit: number): { number: number; bytes: string | undefined }[] {
  const parts = bytes.toString('latin1').split('\n')
  if (parts.at(-1) === '') parts.pop()
  return parts.map((part, index) => {
    const content = part.endsWith('\r') ? part.slice(0, -1) : part
    return { number: index + 1, bytes: content.length > limit ? undefined : content }
  })
}

function latin1({ number, bytes }: Line) {
  return { number, bytes: bytes?.toString('latin1') }
}

t.test('LineSplitter cuts as a naive splitter does, however the bytes are chunked', async t => {
  const chunks = fc.array(
    fc.array(fc.constantFrom(0x0a, 0x0a, 0x0d, 0x20, 0x61, 0xff), { maxLength: 12 }).map(bytes => Buffer.from(bytes)),
    { maxLength: 12 }
  )
  await holds(
    t,
    fc.property(chunks, fc.integer({ min: 1, max: 9 }), (chunks, limit) => {
      const splitter = new LineSplitter(limit)
      const lines = chunks.flatMap(chunk => [...splitter.push(chunk)].map(latin1))
      const last = splitter.end()
      if (last !== undefined) lines.push(latin1(last))
      const expected = naiveLines(Buffer.concat(chunks), limit)
      if (JSON.stringify(lines) !== JSON.stringify(expected)) {
        throw new Error(`${JSON.stringify(lines)} is not ${JSON.stringify(expected)}`)
      }
    }),
    { numRuns: 5000 }
  )
})

t.test('LineSplitter forgets what a line has too much, and GrowingBytes does not change what it is given', async t => {
  const splitter = new LineSplitter(1000)
  const before = process.memoryUsage().arrayBuffers
  const piece = Buffer.alloc(1024 * 1024, 'x')
  const early = Array.from({ length: 200 }, () => [...splitter.push(piece)]).flat()
  t.strictSame(early, [])
  t.ok(process.memoryUsage().arrayBuffers - before < 20e6, 'a line of 200 MB takes no memory')
  t.ok(splitter.isWithinLine)
  t.strictSame([...splitter.push(Buffer.from('\nnext\n'))].map(latin1), [
    { number: 1, bytes: undefined },
    { number: 2, bytes: 'next' }
  ])
  t.equal(splitter.end(), undefined)

  const first = Buffer.from('abcdef')
  const growing = new GrowingBytes()
  growing.append(first.subarray(0, 2))
  growing.append(Buffer.from('XY'))
  growing.append(Buffer.from('Z'))
  t.equal(growing.take().toString(), 'abXYZ')
  t.equal(first.toString(), 'abcdef', 'the first piece was not written over')
  t.equal(growing.length, 0)
})

async function inflate(chunks: Buffer[], isCut = false): Promise<{ text: string; code: string | undefined }> {
  let text = ''
  const fault = (cause: Error) => Object.assign(cause, { code: 'MALFORMED_BODY' })
  const options = { create: createGunzip, isCut: () => isCut, fault }
  try {
    for await (const chunk of decompress(iterate(chunks), options)) text += chunk.toString('latin1')
    return { text, code: undefined }
  } catch (error) {
    return { text, code: (error as { code: string }).code }
  }
}

async function* iterate(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}

t.test('decompress gives out everything that precedes a fault, whatever the chunks', async t => {
  const text = Array.from({ length: 5000 }, (_, i) => `line ${i * 7919}\n`).join('')
  const whole = gzipSync(text)
  await holds(
    t,
    fc.asyncProperty(fc.integer({ min: 1, max: 30_000 }), async size => {
      const chunks = []
      for (let start = 0; start < whole.length; start += size) chunks.push(whole.subarray(start, start + size))
      const { text: inflated, code } = await inflate(chunks)
      if (code !== undefined || inflated !== text) throw new Error(`differs with chunks of ${size}`)
    }),
    { numRuns: 30 }
  )
  const half = whole.length >> 1
  const truncated = await inflate([whole.subarray(0, half)])
  t.equal(truncated.code, 'MALFORMED_BODY')
  t.ok(truncated.text.length > text.length / 4, 'the first half is there')
  t.ok(text.startsWith(truncated.text))
  t.strictSame(await inflate([whole.subarray(0, half)], true), { text: truncated.text, code: undefined }, 'cut by us')

  const corrupt = Buffer.from(whole)
  corrupt.fill(0xff, half, half + 64)
  const corrupted = await inflate([corrupt])
  t.equal(corrupted.code, 'MALFORMED_BODY')
  t.ok(corrupted.text.length > text.length / 4)

  t.strictSame(await inflate([gzipSync('a'), gzipSync('b')]), { text: 'ab', code: undefined }, 'several members')
  t.strictSame(await inflate([Buffer.concat([gzipSync('a'), Buffer.alloc(99)]), Buffer.alloc(99)]), {
    text: 'a',
    code: undefined
  })
  t.strictSame(await inflate([]), { text: '', code: 'MALFORMED_BODY' }, 'nothing is not gzip')
  t.strictSame(await inflate([Buffer.from('plain')]), { text: '', code: 'MALFORMED_BODY' })
})

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
