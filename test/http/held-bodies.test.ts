import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { BodyRoom } from '../../src/http/bodies/body-room.ts'
import { SpoolFile, SpoolSpace } from '../../src/http/streams/spool-file.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { head, linesOf, RawClient } from '../helpers/raw-client.ts'

const check = '/v1/collections/default/check'
const json = { 'content-type': 'application/json' }

t.test('of the bodies that hold memory the one that has not grown for longest goes, small ones never', async t => {
  const refused: string[] = []
  const holder = (name: string) => ({ refuse: () => void refused.push(name) })
  const room = new BodyRoom(1_000_000)
  const [a, b, c, small] = ['a', 'b', 'c', 'small'].map(holder) as [
    ReturnType<typeof holder>,
    ReturnType<typeof holder>,
    ReturnType<typeof holder>,
    ReturnType<typeof holder>
  ]
  room.hold(small, 60_000)
  room.hold(a, 400_000)
  room.hold(b, 400_000)
  room.hold(a, 500_000)
  t.strictSame(refused, [])
  room.hold(c, 300_000)
  t.strictSame(refused, ['b'])
  room.hold(c, 940_000)
  t.strictSame(refused, ['b', 'a'])
  room.hold(c, 0)
  t.equal(room.heldBytes, 60_000)
})

t.test('clients that hold bodies are refused, and honest ones are served', async t => {
  const { app } = await buildTestApp(t, { config: { bodyLimitBytes: 1_000_000, bodiesLimitBytes: 2_000_000 } })
  const holders: RawClient[] = []
  for (let i = 0; i < 6; i++) {
    const client = await RawClient.open(t, app)
    await client.send(`${head(check, { ...json, 'content-length': 900_000 })}{"text":"${'a'.repeat(800_000)}`)
    holders.push(client)
    await pause(50)
  }
  const payload = { text: 'honest '.repeat(50_000) }
  t.equal((await app.inject({ method: 'POST', url: check, payload })).statusCode, 200)
  const { status, headers, body } = await holders[0]!.answer()
  t.equal(status, 503)
  t.match(body, 'TOO_MANY_BODIES')
  t.equal(headers['retry-after'], '1')
})

t.test('an unfinished line of an import counts too, and fails alone with its stream', async t => {
  const { app } = await buildTestApp(t, { config: { bodyLimitBytes: 1_000_000, bodiesLimitBytes: 1_000_000 } })
  const client = await RawClient.open(t, app)
  await client.begin('/v1/collections/default/import')
  await client.chunk(`{"id":"a","text":"x y z"}\n{"text":"${'a'.repeat(800_000)}`)
  await pause(100)
  const other = await RawClient.open(t, app)
  await other.send(`${head(check, { ...json, 'content-length': 900_000 })}{"text":"${'a'.repeat(700_000)}`)
  const { body } = await client.until(({ body }) => body.includes('summary'))
  const lines = linesOf(body)
  t.match(lines, [{ id: 'a' }, { line: 2, error: { code: 'TOO_MANY_BODIES' } }, { summary: { lines: 2, failed: 1 } }])
})

t.test('a JSON body that drips is given up, however often a byte comes', async t => {
  const { app } = await buildTestApp(t, { config: { idleTimeoutMs: 300 } })
  const client = await RawClient.open(t, app)
  await client.send(`${head(check, { ...json, 'content-length': 1000 })}{"text":"`)
  let answered = false
  const answer = client.answer().then(answer => {
    answered = true
    return answer
  })
  while (!answered) {
    await client.send('a')
    await pause(50)
  }
  const { status, body } = await answer
  t.equal(status, 408)
  t.match(body, 'the body arrives too slowly')
})

t.test('all spools share their space', async t => {
  const space = new SpoolSpace(100)
  const directory = t.testdir()
  const [first, second] = [new SpoolFile(directory, 80, space), new SpoolFile(directory, 80, space)]
  await first.append(Buffer.alloc(60))
  await t.rejects(second.append(Buffer.alloc(50)), { name: 'SpoolFull' })
  await second.append(Buffer.alloc(40))
  await first.take(60)
  await first.append(Buffer.alloc(60).subarray(0, 0))
  t.equal(space.usedBytes, 100, 'a file that is not empty keeps its size')
  await first.clear()
  await second.append(Buffer.alloc(40))
  t.equal(space.usedBytes, 80)
  await first.close()
  await second.close()
  t.equal(space.usedBytes, 0)
})

t.test('no field that is listed can be as long as a client likes', async t => {
  const { app } = await buildTestApp(t)
  const put = async (fields: object) =>
    (await app.inject({ method: 'POST', url: '/v1/collections/default/documents', payload: { text: 'a', ...fields } }))
      .statusCode
  for (const [name, value] of Object.entries({
    publishedAt: `2024-01-01T00:00:00.${'9'.repeat(60)}Z`,
    id: 'x'.repeat(600),
    url: 'u'.repeat(3000),
    title: 't'.repeat(2000),
    metadata: { ['k'.repeat(17_000)]: 1 }
  }))
    t.equal(await put({ [name]: value }), 422, name)
  t.equal(await put({ publishedAt: '2024-01-01T00:00:00.123456789+01:00' }), 201)
})

t.test('null stands for what is absent, in every body', async t => {
  const { app } = await buildTestApp(t)
  const send = async (method: 'POST' | 'PUT' | 'PATCH', url: string, payload: unknown) => {
    const answer = await app.inject({
      method,
      url: `/v1/collections${url}`,
      payload: JSON.stringify(payload),
      headers: json
    })
    return [answer.statusCode, answer.json().code]
  }
  const nulls = {
    id: null,
    html: null,
    signature: null,
    url: null,
    title: null,
    metadata: null,
    publishedAt: null,
    retentionSeconds: null
  }
  t.strictSame((await send('POST', '/default/documents', { text: 'a b c', ...nulls }))[0], 201)
  t.strictSame((await send('POST', '/default/check', { text: 'a b c', ...nulls }))[0], 200)
  t.strictSame(
    (await send('PUT', '/default/documents/x', { text: 'a b c', ...nulls, metadata: { kept: null } }))[0],
    201
  )
  t.strictSame((await app.inject('/v1/collections/default/documents/x')).json().metadata, { kept: null })
  t.strictSame((await send('POST', '/default/documents', { text: null }))[0], 422)
  t.strictSame((await send('PUT', '/new', null))[0], 201)
  const settings = {
    shingle: { unit: null, size: 2 },
    signature: null,
    threshold: null,
    representative: null,
    retentionSeconds: null,
    storeText: null
  }
  t.strictSame((await send('PUT', '/newer', settings))[0], 201)
  t.strictSame((await send('PATCH', '/newer', { representative: null, retentionSeconds: 60 }))[0], 200)
  t.equal((await app.inject('/v1/collections/newer')).json().retentionSeconds, 60)
  t.strictSame((await send('PATCH', '/newer', { retentionSeconds: null }))[0], 200)
  t.equal((await app.inject('/v1/collections/newer')).json().retentionSeconds, undefined, 'null means for ever there')
  t.strictSame(
    (await send('POST', '/default/compare', { left: { id: null, text: 'a' }, right: { text: 'a', id: null } }))[0],
    200
  )
  t.strictSame((await send('POST', '/default/compare', { left: null, right: { text: 'a' } }))[0], 422)
  const line = `${JSON.stringify({ text: 'a b', ...nulls })}\n`
  const imported = await app.inject({
    method: 'POST',
    url: '/v1/collections/default/import',
    payload: line,
    headers: { 'content-type': 'application/x-ndjson' }
  })
  t.match(imported.body, '"failed":0')
})

t.test('NDJSON has several names, and checked lines say which they are', async t => {
  const { app } = await buildTestApp(t)
  const payload = '\n{"id":"a","text":"one two three"}\n{"text":"four"}\n'
  for (const type of [
    'application/x-ndjson',
    'application/ndjson',
    'application/jsonl',
    'application/x-jsonlines; charset=utf-8'
  ]) {
    const headers = { 'content-type': type }
    const { body } = await app.inject({ method: 'POST', url: check, payload, headers })
    t.match(
      linesOf(body),
      [{ line: 2, id: 'a', verdict: 'unique' }, { line: 3, verdict: 'unique' }, { summary: {} }],
      type
    )
  }
  const refused = await app.inject({
    method: 'PUT',
    url: '/v1/collections/x',
    payload,
    headers: { 'content-type': 'application/jsonl' }
  })
  t.equal(refused.statusCode, 415)
})

t.test('an import refuses fields that a document does not have, drops them, or keeps them as metadata', async t => {
  const { app } = await buildTestApp(t)
  const line = { id: 'a', text: 'one two three', author: 'x', tags: [1], kept: 1, metadata: { kept: 2 } }
  const run = async (otherFields: string) => {
    const url = `/v1/collections/default/import${otherFields}`
    const { body } = await app.inject({
      method: 'POST',
      url,
      payload: `${JSON.stringify(line)}\n`,
      headers: { 'content-type': 'application/x-ndjson' }
    })
    return [linesOf(body)[0], (await app.inject('/v1/collections/default/documents/a')).json().metadata] as const
  }
  t.match((await run(''))[0], { line: 1, id: 'a', error: { code: 'INVALID_DOCUMENT' } })
  t.match(await run('?otherFields=drop'), [{ status: 'created' }, { kept: 2 }])
  const [, metadata] = await run('?otherFields=metadata')
  t.strictSame(metadata, { author: 'x', tags: [1], kept: 2 })
})

t.test('long answers are gzip for those who take it', async t => {
  const { app } = await buildTestApp(t)
  const text = 'many words '.repeat(3000)
  await app.inject({ method: 'PUT', url: '/v1/collections/default/documents/a', payload: { text } })
  const get = (encoding: string | undefined, url = '/v1/collections/default/documents/a') =>
    app.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })
  for (const encoding of ['gzip', 'gzip, deflate, br', 'br;q=1, gzip;q=0.5']) {
    const answer = await get(encoding)
    t.equal(answer.headers['content-encoding'], 'gzip', encoding)
    t.match(answer.headers.vary, 'accept-encoding')
    t.equal(Number(answer.headers['content-length']), answer.rawPayload.length)
    t.equal(JSON.parse(gunzipSync(answer.rawPayload).toString()).text, text)
  }
  for (const encoding of [undefined, 'identity', 'gzip;q=0', 'br']) {
    const answer = await get(encoding)
    t.equal(answer.headers['content-encoding'], undefined, String(encoding))
    t.equal(answer.json().text, text)
  }
  t.equal((await get('gzip', '/v1/collections')).headers['content-encoding'], undefined, 'short ones are not')
})

t.test('the specification and its page are answered from memory, with a tag', async t => {
  const { app } = await buildTestApp(t)
  for (const url of [
    '/openapi.json',
    '/openapi.yaml',
    '/docs/json',
    '/docs/yaml',
    '/docs/static/swagger-ui-bundle.js'
  ]) {
    const plain = await app.inject(url)
    t.equal(plain.statusCode, 200)
    const gzip = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    t.equal(gunzipSync(gzip.rawPayload).toString(), plain.body, url)
    t.not(gzip.headers.etag, plain.headers.etag)
    const again = await app.inject({ url, headers: { 'if-none-match': String(plain.headers.etag) } })
    t.equal(again.statusCode, 304)
    t.equal(again.body, '')
    t.equal((await app.inject({ method: 'HEAD', url })).body, '')
  }
})
