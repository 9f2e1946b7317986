import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { documents, open, refused } from '../helpers/document-requests.ts'
import { holds } from '../helpers/property.ts'

t.test('bodies that are no JSON, of another type or too large have their own status', async t => {
  const { app, list } = await open(t, { config: { bodyLimitBytes: 2000 } })
  const send = (payload: string | Buffer, headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: documents, payload, headers })
  const json = { 'content-type': 'application/json' }
  for (const broken of ['', '{', '{"text":"a"', "{'text':1}", '{"text":"a",}', 'text', '{"text":"a"}{}']) {
    refused(t, await send(broken, json), 400, 'MALFORMED_BODY')
  }
  refused(t, await send(Buffer.from([0x22, 0xff, 0x22]), json), 400, 'MALFORMED_BODY')
  refused(t, await send('{"text":"a","metadata":{"b":[{"__proto__":1}]}}', json), 422, 'INVALID_REQUEST')
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data',
    'x'
  ]) {
    refused(t, await send('{"text":"a"}', { 'content-type': type }), 415, 'UNSUPPORTED_MEDIA_TYPE')
  }
  refused(t, await send('{"text":"a"}', { 'content-type': 'application/x-ndjson' }), 415, 'UNSUPPORTED_MEDIA_TYPE')
  refused(t, await send(`{"text":"${'a'.repeat(2000)}"}`, json), 413, 'BODY_TOO_LARGE')
  const gzip = { ...json, 'content-encoding': 'gzip' }
  refused(t, await send(gzipSync(`{"text":"${'a'.repeat(2000)}"}`), gzip), 413, 'BODY_TOO_LARGE')
  refused(t, await send('{"text":"a"}', gzip), 400, 'MALFORMED_BODY')
  refused(t, await send('{"text":"a"}', { ...json, 'content-encoding': 'br' }), 415, 'UNSUPPORTED_MEDIA_TYPE')
  t.strictSame((await list()).json().documents, [])
  t.equal((await send(gzipSync(`{"text":"a"}`), gzip)).statusCode, 201)
  t.equal((await send('{"text":"a"}', { 'content-type': 'Application/JSON; charset=UTF-8' })).statusCode, 201)
})

t.test('whatever JSON is sent, the answer is never a 500', async t => {
  const { app } = await open(t)
  const anyDocument = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        id: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        html: fc.string(),
        metadata: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
        publishedAt: fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(date => date.toISOString())
        ),
        retentionSeconds: fc.oneof(fc.integer(), fc.double()),
        signature: fc.oneof(
          fc.record({ scheme: fc.constant('doppel'), slots: fc.array(fc.nat(), { maxLength: 130 }) }),
          fc.jsonValue()
        )
      },
      { requiredKeys: [] }
    )
  )
  const path = fc.constantFrom('documents', 'check', 'compare', 'documents?matches=3', 'check?threshold=0.7')
  const isAnswered = fc.asyncProperty(path, anyDocument, async (path, document) => {
    const payload = JSON.stringify(document)
    const headers = { 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url: `/v1/collections/default/${path}`, payload, headers })
    if (answer.statusCode === 201) {
      const stored = await app.inject(answer.headers.location as string)
      return stored.statusCode === 200 && stored.json().id === answer.json().id
    }
    return answer.statusCode === 200 || answer.statusCode === 422
  })
  await holds(t, isAnswered, { numRuns: 500 })
})
