import t from 'tap'
import type { Document } from '../../src/client/entry.ts'
import type { Fault } from '../helpers/flaky-proxy.ts'
import { quickRetry, serveBadly } from './service.ts'

const count = 400
const documents: Document[] = Array.from({ length: count }, (_, i) => ({
  id: `d${i}`,
  text: `the harbour master counted ${i >> 1} ships at dawn before fog swallowed ${i >> 1} of them`
}))
const busy: Fault = { answer: { status: 503, headers: { 'retry-after': '0' } } }

/** An answer of the service that breaks off. */
const answering = (...lines: object[]): Fault => ({
  answer: {
    status: 200,
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.map(line => `${JSON.stringify(line)}\n`).join('')
  }
})
const lineProblem = (status: number, code = 'X') => ({
  line: 1,
  error: { type: '/x', title: 'Refused', status, code, instance: 'x' }
})

for (const [title, fault] of [
  ['a refusal', busy],
  ['a cut upload', { cutRequestAfter: 10_000 }],
  ['a cut answer', { cutAnswerAfter: 5_000 }],
  ['an answer that is lost whole', { losesAnswer: true }],
  ['a service that says nothing', { isSilent: true }],
  ['a line that may succeed later', answering(lineProblem(503))],
  ['a change of settings in the midst of it', answering(lineProblem(409, 'COLLECTION_CHANGED'))],
  [
    'a shutdown that read no line',
    answering({ summary: { lines: 0, created: 0, updated: 0, unchanged: 0, failed: 0 } })
  ],
  ['garbage', { answer: { status: 200, body: '<h1>Welcome</h1>\n' } }]
] as [string, Fault][]) {
  t.test(`takes up an upload after ${title}`, async t => {
    const { client, direct, proxy } = await serveBadly(t, number => (number < 3 ? fault : undefined), {
      timeoutMs: 300
    })
    const uniques = new Set<string>()
    const lines: number[] = []
    for await (const { line, item, answer } of client.collection().import(documents, { maxPending: 100, idleMs: 50 })) {
      lines.push(line)
      if (answer?.verdict === 'unique') uniques.add(item.text as string)
    }
    t.strictSame(
      lines,
      documents.map((_, i) => i + 1)
    )
    t.equal(uniques.size, count / 2, 'one of each text is unique, although some were sent twice')
    t.equal((await direct.collection().stats()).documents, count)
    t.ok(proxy.requests.length >= 4)
  })
}

t.test('gets through a proxy that passes on only whole requests', async t => {
  const { client } = await serveBadly(t, () => ({ holdsRequest: true }))
  const lines: number[] = []
  for await (const { line } of client.collection().import(documents, { maxPending: 100, idleMs: 50 })) lines.push(line)
  t.strictSame(
    lines,
    documents.map((_, i) => i + 1)
  )
})

t.test('goes on for as long as there is progress', async t => {
  const { client, proxy } = await serveBadly(t, number => (number < 40 ? { cutAnswerAfter: 900 } : undefined))
  let results = 0
  for await (const { answer } of client.collection().import(documents, { maxPending: 10 })) if (answer) results++
  t.equal(results, count)
  t.ok(proxy.requests.length > quickRetry.attempts + 2)
})

t.test('gives up where there is none', async t => {
  const { client, proxy } = await serveBadly(t, () => busy)
  await t.rejects(client.collection().import(documents).next(), { name: 'DoppelProblem', status: 503 })
  t.equal(proxy.requests.length, 5)
})

t.test('a document without an id is never sent twice', async t => {
  const { client, direct, proxy } = await serveBadly(t, () => ({ losesAnswer: true }))
  await t.rejects(
    client
      .collection()
      .import([{ text: 'only once' }])
      .next(),
    { name: 'DoppelConnectionError' }
  )
  t.equal(proxy.requests.length, 1)
  t.equal((await direct.collection().stats()).documents, 1)
})

t.test('a check stores nothing, so its documents need no id', async t => {
  const { client } = await serveBadly(t, number => (number === 0 ? { losesAnswer: true } : undefined))
  t.match(
    await client
      .collection()
      .checkAll([{ text: 'twice' }])
      .next(),
    { value: { answer: { verdict: 'unique' } } }
  )
})

t.test('a service that is full is not asked again and again', async t => {
  const { client, proxy } = await serveBadly(t, () => answering(lineProblem(507), { summary: {} }))
  const { value } = await client.collection().import(documents.slice(0, 1)).next()
  t.match(value, { line: 1, problem: { status: 507 } })
  t.equal(proxy.requests.length, 1)
})
