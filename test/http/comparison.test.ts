import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Span } from '../../src/text/spans.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { nearWords, open, refused, words } from '../helpers/document-requests.ts'

t.test('a check answers as an ingest would, and stores nothing', async t => {
  const { put, send, list } = await open(t)
  t.strictSame((await send('check', { text: words })).json(), { verdict: 'unique', cluster: null, matches: [] })
  const { cluster } = (await put('a', { text: words })).json()
  t.match((await send('check', { id: 'a', text: nearWords })).json(), { verdict: 'unique' }, 'it would replace itself')
  const near = await send('check', { id: 'b', text: nearWords })
  t.equal(near.statusCode, 200)
  t.matchOnlyStrict(near.json(), {
    verdict: 'near-duplicate',
    cluster: { id: cluster.id, size: 1, representative: 'a' },
    matches: [{ id: 'a', similarity: 14 / 15, estimate: Number, containment: 14 / 15 }]
  })
  t.match((await send('check?threshold=1', { text: nearWords })).json(), { verdict: 'unique', cluster: null })
  t.match((await send('check?threshold=1&matches=0', { text: words })).json(), {
    verdict: 'exact-duplicate',
    matches: []
  })
  refused(t, await send('check?threshold=0.2', { text: words }), 422, 'INVALID_REQUEST', ['threshold'])
  refused(t, await send('check?renew=true', { text: words }), 422, 'INVALID_REQUEST', ['renew'])
  refused(t, await send('check', { words }), 422, 'INVALID_DOCUMENT', ['/words'])
  t.equal((await list()).json().documents.length, 1)
})

t.test('two documents can be compared, stored or not', async t => {
  const { put, send } = await open(t)
  await put('a', { text: words })
  await put('empty', { text: '' })
  const expected = { similarity: 14 / 15, containment: { left: 1, right: 14 / 15 }, shared: 14, union: 15 }
  for (const left of [{ id: 'a' }, { text: words }]) {
    const answer = await send('compare', { left, right: { text: nearWords } })
    t.matchOnlyStrict(answer.json(), { ...expected, estimate: Number })
  }
  t.match((await send('compare', { left: { id: 'a' }, right: { id: 'a' } })).json(), { similarity: 1, estimate: 1 })
  const empty = (await send('compare?spans=false', { left: { text: '' }, right: { id: 'empty' } })).json()
  t.strictSame({ similarity: empty.similarity, containment: empty.containment }, { similarity: 0, containment: null })
  refused(t, await send('compare', { left: { id: 'b' }, right: { id: 'a' } }), 404, 'DOCUMENT_NOT_FOUND')
  const invalid: [body: object, ...paths: string[]][] = [
    [{}, ''],
    [{ left: { id: 'a' } }, ''],
    [{ left: {}, right: { id: 'a' } }, '/left'],
    [{ left: { id: 'a', text: 'b' }, right: { id: 'a' } }, '/left'],
    [{ left: { id: 5 }, right: { text: 5 } }, '/left/id', '/right/text'],
    [{ left: { id: 'a' }, right: { id: 'a' }, middle: {} }, '/middle']
  ]
  for (const [body, ...paths] of invalid) refused(t, await send('compare', body), 422, 'INVALID_REQUEST', paths)
})

t.test('a comparison shows what two texts share when it is asked to', async t => {
  const { put, send } = await open(t)
  const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8')
  const texts = { left: sample('000_3a3ddb67721fd00a.txt'), right: sample('001_94341fb9da5aa982.txt') }
  await put('000', { text: texts.left })
  const sides = { left: { id: '000' }, right: { text: texts.right } }
  const { spans, ...comparison } = (await send('compare?spans=true', sides)).json()
  t.strictSame(comparison, (await send('compare', sides)).json(), 'the rest is as without spans')
  t.equal(spans.truncated, undefined)
  const cut = (side: 'left' | 'right') =>
    spans[side].map(({ start, end }: Span) => tokenize(texts[side].slice(start, end)).join(' '))
  const [left, right]: [string[], string[]] = [cut('left'), cut('right')]
  t.match(left[0], /^washington cnn president barack obama on monday granted clemency to 231 individuals the/)
  const passage = 'white house counsel neil eggleston said monday that'
  t.ok(left.some(part => part.includes(passage)) && right.some(part => part.includes(passage)))
  for (const [parts, other] of [
    [left, right],
    [right, left]
  ] as const) {
    for (const part of parts) {
      // Shingles that merely follow each other make one span, so that not all within is in the other text.
      const tokens = part.split(' ')
      const shingles = tokens.slice(2).map((_, at) => tokens.slice(at, at + 3).join(' '))
      t.ok(shingles.length > 0 && ` ${other.join(' | ')} `.includes(` ${shingles[0]} `), part.slice(0, 40))
      t.ok(` ${other.join(' | ')} `.includes(` ${shingles.at(-1)} `))
    }
  }

  const copies = (await send('compare?spans=true', { left: { id: '000' }, right: { id: '000' } })).json()
  t.equal(copies.spans.left.length, 1)
  t.strictSame(copies.spans.left, copies.spans.right)
  const apart = (await send('compare?spans=true', { left: { text: 'a b c' }, right: { text: '' } })).json()
  t.match(apart, { shared: 0, spans: { left: [], right: [] } })
  const replaced = (
    await send('compare?spans=true', { left: { text: 'a\0b 😀 \ud800c' }, right: { text: 'a b c' } })
  ).json()
  t.strictSame(replaced.spans, { left: [{ start: 0, end: 9 }], right: [{ start: 0, end: 5 }] })
  for (const query of ['spans=1', 'spans=yes', 'spans=', 'spans=true&spans=true', 'spans=true&links=true']) {
    refused(t, await send(`compare?${query}`, sides), 422, 'INVALID_REQUEST')
  }
  refused(t, await send('compare?spans=true', { left: { id: 'no' }, right: { text: '' } }), 404, 'DOCUMENT_NOT_FOUND')
})

t.test('spans that a cap cut say so', async t => {
  const { send } = await open(t)
  const text = Array.from({ length: 10_001 }, (_, at) => `a b c ${at}`).join(' ')
  const { spans } = (await send('compare?spans=true', { left: { text }, right: { text: 'a b c' } })).json()
  t.strictSame([spans.left.length, spans.right.length, spans.truncated], [10_000, 1, true])
  t.strictSame(spans.truncatedBy, ['page'])
})

t.test('spans need the texts', async t => {
  const { app, send, put } = await open(t)
  await put('signature', { signature: { scheme: 'doppel', slots: new Array(128).fill(7) } })
  const signature = { left: { id: 'signature' }, right: { text: words } }
  const refusal = await send('compare?spans=true', signature)
  refused(t, refusal, 409, 'TEXT_NOT_KEPT')
  t.match(refusal.json().detail, /"signature".*only a signature was sent/)
  t.equal((await send('compare', signature)).statusCode, 200)

  await app.inject({ method: 'PUT', url: '/v1/collections/bare', payload: { storeText: false } })
  const bare = (path: string, payload: object) =>
    app.inject({ method: 'POST', url: `/v1/collections/bare/${path}`, payload })
  await bare('documents', { id: 'a', text: words })
  const stored = await bare('compare?spans=true', { left: { text: words }, right: { id: 'a' } })
  refused(t, stored, 409, 'TEXT_NOT_KEPT')
  t.match(stored.json().detail, /keeps no texts/)
  const sent = await bare('compare?spans=true', { left: { text: words }, right: { text: nearWords } })
  t.match(
    sent.json(),
    { shared: 14, spans: { right: [{ start: 0, end: words.length }] } },
    'texts that are sent are there'
  )
})
