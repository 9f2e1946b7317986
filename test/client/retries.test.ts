import t from 'tap'
import { DoppelClient, type Retry } from '../../src/client/entry.ts'
import type { Fault } from '../helpers/flaky-proxy.ts'
import { quickRetry, serveBadly } from './service.ts'

const document = { id: 'a', text: 'the harbour master counted nine ships at dawn' }
const busy: Fault = { answer: { status: 503, headers: { 'retry-after': '0' } } }
const limited: Fault = { answer: { status: 429, headers: { 'retry-after': '0' } } }

t.test('repeats what carries an id until the service answers', async t => {
  const faults: (Fault | undefined)[] = [busy, limited, { cutRequestAfter: 0 }, { cutAnswerAfter: 10 }]
  const { client, proxy } = await serveBadly(t, number => faults[number])
  const answer = await client.collection().ingest(document)
  t.match(answer, { id: 'a', status: 'unchanged', verdict: 'unique' }, 'the cut answer had stored it')
  t.equal(proxy.requests.length, 5)
})

t.test('never repeats what might be stored twice', async t => {
  const faults: (Fault | undefined)[] = [{ cutAnswerAfter: 10 }]
  const { client, proxy, direct } = await serveBadly(t, number => faults[number])
  await t.rejects(client.collection().ingest({ text: document.text }), { name: 'DoppelConnectionError' })
  t.equal(proxy.requests.length, 1)
  t.equal((await direct.collection().stats()).documents, 1)
})

t.test('gives up after so many attempts, with the last reason', async t => {
  const { client, proxy } = await serveBadly(t, () => busy)
  await t.rejects(client.collection().get(), { name: 'DoppelProblem', status: 503 })
  t.equal(proxy.requests.length, 5)
})

t.test('does not repeat what cannot help', async t => {
  const { client, proxy } = await serveBadly(t, () => undefined)
  await t.rejects(client.collection('none').get(), { code: 'COLLECTION_NOT_FOUND' })
  t.equal(proxy.requests.length, 1)
})

t.test('a deletion whose answer was lost is done', async t => {
  const { client, direct, proxy } = await serveBadly(t, number => (number === 0 ? { losesAnswer: true } : undefined))
  await direct.collection().ingest(document)
  await client.collection().deleteDocument('a')
  t.equal(proxy.requests.length, 2)
  await t.rejects(client.collection().deleteDocument('a'), { code: 'DOCUMENT_NOT_FOUND' }, 'the first attempt says so')
})

t.test('takes a service that says nothing for broken, and asks again', async t => {
  const silence: Fault = { isSilent: true }
  const { client, proxy } = await serveBadly(t, number => (number === 0 ? silence : undefined))
  t.match(await client.collection().ingest(document, { timeoutMs: 500 }), { id: 'a' })
  t.equal(proxy.requests.length, 2)

  const { client: hasty } = await serveBadly(t, () => silence, { timeoutMs: 50, retry: { attempts: 0 } })
  await t.rejects(hasty.collection().get(), {
    name: 'DoppelConnectionError',
    message: /nothing came within 50 ms/
  })
})

t.test('a signal ends a call, and the wait between two attempts', async t => {
  const controller = new AbortController()
  const { client } = await serveBadly(t, () => {
    queueMicrotask(() => controller.abort(new Error('enough')))
    return { isSilent: true }
  })
  await t.rejects(client.collection().get({ signal: controller.signal }), { message: 'enough' })
  await t.rejects(client.collection().get({ signal: controller.signal }), { message: 'enough' }, 'nothing is sent then')

  const waiting = new AbortController()
  const { proxy } = await serveBadly(t, () => {
    setTimeout(() => waiting.abort(new Error('no longer')), 200)
    return { answer: { status: 503, headers: { 'retry-after': '60' } } }
  })
  const patient = new DoppelClient({ url: proxy.url })
  await t.rejects(patient.collection().get({ signal: waiting.signal }), { message: 'no longer' })
  t.equal(proxy.requests.length, 1)
})

t.test('does not wait for longer than it may be asked to', async t => {
  const hour: Fault = { answer: { status: 503, headers: { 'retry-after': '3600' } } }
  const { client, proxy } = await serveBadly(t, () => hour)
  await t.rejects(client.collection().get(), { name: 'DoppelProblem', status: 503 })
  await t.rejects(client.collection().import([document]).next(), { name: 'DoppelProblem', status: 503 })
  t.equal(proxy.requests.length, 2)
})

t.test('tells of each further attempt', async t => {
  const told: unknown[] = []
  const retry = { ...quickRetry, onRetry: (retry: Retry) => told.push(retry) }
  const { client } = await serveBadly(t, number => [busy, { losesAnswer: true }][number], { retry })
  await client.collection().ingest(document)
  t.match(told, [
    { error: { status: 503 }, failures: 1, waitMs: Number },
    { error: { name: 'DoppelConnectionError' }, failures: 2 }
  ])
  t.equal(told.length, 2)
})

t.test('a time limit may be longer than a timer takes', async t => {
  const { client } = await serveBadly(t, () => undefined, { retry: { attempts: 0 } })
  t.match(await client.collection().ingest(document, { timeoutMs: Number.POSITIVE_INFINITY }), { id: 'a' })
})

t.test('an export that breaks is an error, and never looks whole', async t => {
  const faults: (Fault | undefined)[] = [busy, { cutAnswerAfter: 300 }]
  const { client, direct } = await serveBadly(t, number => faults[number])
  for (let i = 0; i < 20; i++) await direct.collection().ingest({ id: `${i}`, text: document.text })
  const ids: string[] = []
  const read = async () => {
    for await (const { id } of client.collection().export()) ids.push(id)
  }
  await t.rejects(read(), { name: 'DoppelConnectionError' })
  t.ok(ids.length < 20)
})
