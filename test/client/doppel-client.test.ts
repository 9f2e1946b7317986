import t from 'tap'
import { DoppelClient, DoppelConnectionError, DoppelProblem } from '../../src/client/entry.ts'
import { serve } from './service.ts'

t.test('lists collections page by page', async t => {
  const { client } = await serve(t)
  for (const name of ['a', 'b', 'c']) await client.collection(name).put()
  t.strictSame(
    (await client.listCollections({ limit: 2 })).collections.map(({ name }) => name),
    ['a', 'b']
  )
  const names: string[] = []
  for await (const { name } of client.collections({ limit: 2 })) names.push(name)
  t.strictSame(names, ['a', 'b', 'c', 'default'])
})

t.test('tells whether the service is ready', async t => {
  const { client } = await serve(t)
  t.strictSame(await client.readiness(), { isReady: true })
  await client.health()

  const { client: loading } = await serve(t, { app: { isLoading: true } })
  t.matchOnlyStrict(await loading.readiness(), { isReady: false, code: 'STORE_LOADING', progress: Number })
})

t.test('reads metrics and the specification', async t => {
  const { client } = await serve(t)
  t.match(await client.metrics(), /^# HELP /)
  t.match(await client.specification(), { openapi: '3.1.0' })
})

t.test('passes on what the service says of a backup', async t => {
  const { client } = await serve(t)
  await t.rejects(client.backup({ name: 'one' }), { name: 'DoppelProblem', code: 'NOT_SUPPORTED', status: 422 })
})

t.test('sends the key', async t => {
  const apiKey = 'a-key-of-sufficient-length-0123456789'
  const { url, client } = await serve(t, { apiKey, app: { config: { apiKeys: [apiKey] } } })
  t.equal((await client.collection().get()).name, 'default')
  await t.rejects(new DoppelClient({ url }).collection().get(), { code: 'UNAUTHORIZED', status: 401 })
})

t.test('keeps a path in the URL, with and without its last slash', async t => {
  const addresses: string[] = []
  const fetch = (async (address: URL) => {
    addresses.push(address.href)
    return new Response('{}')
  }) as unknown as typeof globalThis.fetch
  for (const url of ['https://example.com/doppel', new URL('https://example.com/doppel/?x#y')]) {
    await new DoppelClient({ url, fetch }).collection('news').get()
  }
  t.strictSame(addresses, Array(2).fill('https://example.com/doppel/v1/collections/news'))
})

t.test('refuses a URL or key that cannot be', async t => {
  t.throws(() => new DoppelClient({ url: 'localhost:3000' }), { name: 'TypeError', message: /such as http:/ })
  t.throws(() => new DoppelClient({ url: 'not a url' }), TypeError)
  t.throws(() => new DoppelClient({ url: 'http://localhost', apiKey: 'two\nlines' }), TypeError)
})

t.test('says what a service that is none answered', async t => {
  const answers = (body: string, status: number) =>
    new DoppelClient({
      url: 'http://localhost',
      retry: { attempts: 0 },
      fetch: async () => new Response(body, { status, headers: { 'retry-after': '7' } })
    }).collection()
  const problem = await answers('<h1>Bad Gateway</h1>', 502)
    .get()
    .catch(error => error)
  t.ok(problem instanceof DoppelProblem)
  t.match(problem, { code: 'HTTP_502', status: 502, message: /Bad Gateway/, retryAfterMs: 7000, isTemporary: true })
  await t.rejects(answers('<h1>413</h1>', 413).get(), {
    code: 'HTTP_413',
    message: /a proxy before doppel takes no body of this length; .*client_max_body_size/
  })
  await t.rejects(answers('<h1>Welcome</h1>', 200).get(), { message: /answered no JSON: <h1>Welcome/ })
})

t.test('says why a service cannot be reached', async t => {
  const { url, app } = await serve(t)
  await app.close()
  const error = await new DoppelClient({ url, retry: { attempts: 0 } })
    .collection()
    .get()
    .catch(error => error)
  t.ok(error instanceof DoppelConnectionError)
  t.match(error.message, /^GET http:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED/)
})
