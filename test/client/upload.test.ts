import t from 'tap'
import type { Document } from '../../src/client/entry.ts'
import { serve } from './service.ts'

const texts = ['nine ships at dawn', 'nine ships at dawn', 'gulls over cold water', 'fog swallowed seven']
const documents = (count: number): Document[] =>
  Array.from({ length: count }, (_, i) => ({ id: `d${i}`, text: `${texts[i % 4]} in the year ${i >> 2}` }))

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

t.test('gives results while the upload goes on', async t => {
  const { client } = await serve(t)
  let release = () => {}
  async function* onlyAfterTheResultBefore() {
    for (const document of documents(5)) {
      const result = new Promise<void>(resolve => {
        release = resolve
      })
      yield document
      await result
    }
  }
  const verdicts: (string | undefined)[] = []
  for await (const { answer } of client.collection().import(onlyAfterTheResultBefore())) {
    verdicts.push(answer?.verdict)
    release()
  }
  t.strictSame(verdicts, ['unique', 'exact-duplicate', 'unique', 'unique', 'near-duplicate'])
})

t.test('gives each result with its item, in order', async t => {
  const { client } = await serve(t)
  const pages = documents(1500).map(({ id, text }) => ({ address: id as string, body: text as string }))
  const results = await all(
    client.collection().import(pages, { document: ({ address, body }) => ({ id: address, text: body }), matches: 1 })
  )
  t.strictSame(
    results.map(({ line, item, answer }) => [line, item, answer?.id]),
    pages.map((page, i) => [i + 1, page, page.address])
  )
  t.equal((await client.collection().stats()).documents, 1500)
})

t.test('a document that is refused does not stop the others', async t => {
  const { client } = await serve(t)
  const mixed = [{ id: 'a', text: 'x' }, { id: 'b' }, null, { id: 'c', text: 'y' }] as Document[]
  const results = await all(client.collection().import(mixed))
  t.match(results, [
    { line: 1, answer: { status: 'created' } },
    { line: 2, problem: { code: 'INVALID_DOCUMENT' }, item: { id: 'b' } },
    { line: 3, problem: { status: 422 } },
    { line: 4, answer: { id: 'c' } }
  ])
})

t.test('checks a stream, and stores nothing', async t => {
  const { client } = await serve(t)
  await client.collection().ingest({ id: 'known', text: texts[0] as string })
  const results = await all(client.collection().checkAll([{ text: texts[0] as string }, { text: 'never seen' }]))
  t.match(results, [{ answer: { verdict: 'exact-duplicate' } }, { answer: { verdict: 'unique', cluster: null } }])
  t.equal((await client.collection().stats()).documents, 1)
})

t.test('does nothing for a source that is empty', async t => {
  const { client } = await serve(t)
  t.strictSame(await all(client.collection('there-is-none').import([])), [])
})

t.test('a reader that pauses holds the source back', async t => {
  const { client } = await serve(t)
  let taken = 0
  function* source() {
    for (const document of documents(100)) {
      taken++
      yield document
    }
  }
  let results = 0
  for await (const { line } of client.collection().import(source(), { maxPending: 8 })) {
    results++
    await new Promise(resolve => setImmediate(resolve))
    t.ok(taken <= line + 8, `${taken} taken at result ${line}`)
  }
  t.equal(results, 100)
})

t.test('an upload that is refused as a whole rejects, and lets go of the source', async t => {
  const { client } = await serve(t)
  let isReleased = false
  async function* source() {
    try {
      for (;;) yield* documents(100)
    } finally {
      isReleased = true
    }
  }
  await t.rejects(all(client.collection('none').import(source())), { code: 'COLLECTION_NOT_FOUND' })
  t.ok(isReleased)
  await t.rejects(all(client.collection().import([], { maxPending: 0 })), RangeError)
})

t.test('a reader that leaves lets go of the source', async t => {
  const { client } = await serve(t)
  let isReleased = false
  async function* source() {
    try {
      for (;;) yield* documents(100)
    } finally {
      isReleased = true
    }
  }
  for await (const { line } of client.collection().import(source())) if (line === 3) break
  t.ok(isReleased)
})

t.test('a source that fails ends the upload after the results of what it gave', async t => {
  const { client } = await serve(t)
  async function* source() {
    yield* documents(3)
    throw new Error('the crawl failed')
  }
  const lines: number[] = []
  const read = async () => {
    for await (const { line } of client.collection().import(source())) lines.push(line)
  }
  await t.rejects(read(), { message: 'the crawl failed' })
  t.strictSame(lines, [1, 2, 3])
})

t.test('a signal ends an upload whose source is being waited for', async t => {
  const { client } = await serve(t)
  const controller = new AbortController()
  async function* source() {
    yield* documents(1)
    await new Promise(() => {})
  }
  const read = async () => {
    for await (const result of client.collection().import(source(), { signal: controller.signal })) {
      t.equal(result.line, 1)
      setImmediate(() => controller.abort(new Error('enough')))
    }
  }
  await t.rejects(read(), { message: 'enough' })
  await t.rejects(read(), { message: 'enough' }, 'nothing begins then')
})

t.test('a source that pauses is waited for without a request', async t => {
  for (const [title, idleMs, idleTimeoutMs] of [
    ['the client ends it', 10, 60_000],
    ['the service ends it', 60_000, 200]
  ] as const) {
    let requests = 0
    let answered = () => {}
    const firstAnswered = new Promise<void>(resolve => {
      answered = resolve
    })
    const { client } = await serve(t, {
      app: {
        config: { idleTimeoutMs },
        prepare: async app => {
          app.addHook('onRequest', async (_request, reply) => {
            requests++
            reply.raw.once('close', answered)
          })
        }
      }
    })
    async function* source() {
      const [first, second] = documents(2)
      yield first as Document
      await firstAnswered
      yield second as Document
    }
    const results = await all(client.collection().import(source(), { idleMs }))
    t.match(
      results,
      [
        { line: 1, answer: { id: 'd0' } },
        { line: 2, answer: { id: 'd1' } }
      ],
      title
    )
    t.ok(requests >= 2, title)
  }
})
