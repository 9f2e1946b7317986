import t from 'tap'
import { inlinePreparer } from '../../src/http/preparation/inline-preparer.ts'
import type { Preparer } from '../../src/http/preparation/preparer.ts'
import { buildTestApp } from '../helpers/build-app.ts'

const collection = '/v1/collections/default'
const headers = { 'content-type': 'application/json' }
const long = 'nine ships at dawn '.repeat(5000)

/** Counts what it is asked for. */
function counted(): { preparer: Preparer; asked: string[] } {
  const asked: string[] = []
  const preparer: Preparer = {
    ...inlinePreparer,
    prepare: (...parameters) => {
      asked.push('prepare')
      return inlinePreparer.prepare(...parameters)
    },
    readBody: (...parameters) => {
      asked.push('readBody')
      return inlinePreparer.readBody(...parameters)
    },
    prepareComparison: (...parameters) => {
      asked.push('prepareComparison')
      return inlinePreparer.prepareComparison(...parameters)
    },
    findSpans: (...parameters) => {
      asked.push('findSpans')
      return inlinePreparer.findSpans(...parameters)
    }
  }
  return { preparer, asked }
}

t.test('large documents are prepared elsewhere, and answered as small ones are', async t => {
  const { preparer, asked } = counted()
  const { app } = await buildTestApp(t, { preparer })
  const send = async (method: 'POST' | 'PUT', path: string, payload: object) => {
    const { statusCode, body } = await app.inject({ method, url: `${collection}${path}`, headers, payload })
    return { statusCode, ...JSON.parse(body) }
  }
  t.match(await send('POST', '/documents', { id: 'a', text: long }), { statusCode: 201, id: 'a', verdict: 'unique' })
  t.match(await send('PUT', '/documents/b', { text: `${long}x` }), { statusCode: 201, id: 'b' })
  t.match(await send('PUT', '/documents/b', { id: 'c', text: long }), { statusCode: 422, errors: [{ path: '/id' }] })
  t.match(await send('POST', '/check', { text: long }), { statusCode: 200, verdict: 'exact-duplicate' })
  t.strictSame(asked.splice(0), ['prepare', 'prepare', 'prepare', 'prepare'])
  const sides = { left: { id: 'a' }, right: { text: long } }
  t.match(await send('POST', '/compare?spans=true', sides), { similarity: 1, spans: { left: [{ start: 0 }] } })
  t.match(await send('POST', '/compare', { left: { text: long }, right: {} }), { statusCode: 422 })
  t.match(await send('PUT', '', { colour: long }), {
    statusCode: 422,
    code: 'INVALID_SETTINGS',
    errors: [{ path: '/colour' }]
  })
  t.strictSame(asked, ['prepareComparison', 'findSpans', 'prepareComparison', 'readBody'])
  t.match(JSON.parse((await app.inject(`${collection}/documents/a`)).body), { text: long })
})

t.test('a body that holds far too much is refused with what is wrong with it', async t => {
  const { app } = await buildTestApp(t)
  const check = async (payload: string) =>
    JSON.parse((await app.inject({ method: 'POST', url: `${collection}/check`, headers, payload })).body)
  const inMetadata = (unit: string) => `{"text":"a","metadata":{"a":[${unit.repeat(100_000)}0]}}`
  const metadata = { status: 422, code: 'INVALID_DOCUMENT', errors: [{ path: '/metadata' }] }
  for (const unit of ['{},', '[],', '{"a":{}},', '0,', `${'['.repeat(20)}${']'.repeat(20)},`]) {
    t.match(await check(inMetadata(unit)), metadata, unit)
  }
  t.match(await check(inMetadata(`${'['.repeat(40)}${']'.repeat(40)},`)), {
    errors: [{ path: '/metadata', message: 'must be at most 32 levels deep' }]
  })
  const names = Array.from({ length: 100_000 }, (_, i) => `"n${i}":0`).join()
  const { errors } = await check(`{"text":"a",${names}}`)
  t.strictSame(errors[0], { path: '/n0', message: 'is not known' })
  t.equal(errors.length, 8)
  t.match(await check(`{"signature":{"scheme":"doppel","slots":[${'0,'.repeat(100_000)}0]}}`), {
    errors: [{ path: '/signature/slots' }]
  })
  t.match(await check(`{${'"text":"a",'.repeat(100_000)}"text":"b"}`), { status: 422, errors: [{ path: '' }] })
  t.match(await check(`[${'{},'.repeat(100_000)}{}]`), { status: 422, code: 'INVALID_DOCUMENT' })
  t.match(await check(`{"text":"a","metadata":{"a":[${'{},'.repeat(100_000)}`), { status: 400, code: 'MALFORMED_BODY' })
})

t.test('what was asked for by a client that left is told so', async t => {
  const gone = withResolvers<boolean>()
  const begun = withResolvers<void>()
  const preparer: Preparer = {
    ...inlinePreparer,
    prepare: async (lines, settings, options) => {
      const signal = options?.asker?.signal
      signal?.addEventListener('abort', () => gone.resolve(true))
      begun.resolve()
      await gone.promise
      return inlinePreparer.prepare(lines, settings, options)
    }
  }
  const { app } = await buildTestApp(t, { preparer })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const body = JSON.stringify({ text: long })
  const answer = fetch(`${url}${collection}/check`, { method: 'POST', headers, body, signal: leaving.signal })
  const refused = t.rejects(answer)
  await begun.promise
  leaving.abort()
  await refused
  t.ok(await gone.promise)
})

/** As `Promise.withResolvers` of later versions of Node.js. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
