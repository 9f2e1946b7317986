import t from 'tap'
import { buildTestApp } from '../helpers/build-app.ts'

const apiKeys = ['first-key', 'second.key~with+all/chars==']
const documents = '/v1/collections/default/documents'

t.test('with keys, every request but those to the open routes must carry one', async t => {
  const { app } = await buildTestApp(t, { config: { apiKeys } })
  for (const url of [
    '/v1/collections',
    documents,
    '/metrics',
    '/nowhere',
    '/v1/docs',
    '/docs2',
    '/healthz/',
    '/DOCS'
  ]) {
    const answer = await app.inject(url)
    t.equal(answer.statusCode, 401, url)
    t.equal(answer.headers['www-authenticate'], 'Bearer realm="doppel"')
    t.match(answer.json(), { code: 'UNAUTHORIZED', status: 401, detail: 'the request carries no key' })
  }
  for (const url of ['/healthz', '/readyz', '/openapi.json', '/openapi.yaml', '/docs', '/docs/', '/docs/problems']) {
    t.equal((await app.inject(url)).statusCode, 200, url)
  }
  t.equal((await app.inject('/docs/static/swagger-ui-bundle.js')).statusCode, 200)
  t.equal((await app.inject('/')).statusCode, 302)
})

t.test('any of the keys opens the service, whatever the case of the scheme', async t => {
  const { app } = await buildTestApp(t, { config: { apiKeys } })
  for (const key of apiKeys) {
    for (const authorization of [`Bearer ${key}`, `bearer ${key}`, `BEARER  ${key} `]) {
      t.equal((await app.inject({ url: documents, headers: { authorization } })).statusCode, 200, authorization)
    }
  }
})

t.test('everything else is refused, before the body is read', async t => {
  const { app } = await buildTestApp(t, { config: { apiKeys } })
  for (const authorization of [
    'first-key',
    'Basic first-key',
    'Bearer',
    'Bearer ',
    'Bearer first-ke',
    'Bearer first-keyy',
    'Bearer FIRST-KEY',
    'Bearer first-key,second.key~with+all/chars==',
    'Bearer first-key second.key~with+all/chars==',
    ''
  ]) {
    const answer = await app.inject({
      method: 'POST',
      url: documents,
      headers: { authorization, 'content-type': 'text/plain' },
      payload: 'x'
    })
    t.equal(answer.statusCode, 401, authorization)
    t.match(answer.headers['www-authenticate'], 'error="invalid_token"')
    t.notMatch(answer.body, 'first-key')
  }
  for (const query of ['?key=first-key', '?access_token=first-key']) {
    t.equal((await app.inject(`${documents}${query}`)).statusCode, 401)
  }
})

t.test('without keys the service is open, and a key that is sent does not matter', async t => {
  const { app } = await buildTestApp(t)
  t.equal((await app.inject(documents)).statusCode, 200)
  t.equal((await app.inject({ url: documents, headers: { authorization: 'Bearer whatever' } })).statusCode, 200)
})

t.test('requests above the limit are 429 until the minute is over', async t => {
  const { app } = await buildTestApp(t, { config: { rateLimitPerMinute: 3 } })
  for (let i = 0; i < 3; i++)
    t.equal((await app.inject(i === 1 ? '/nowhere' : documents)).statusCode, i === 1 ? 404 : 200)
  const answer = await app.inject(documents)
  t.equal(answer.statusCode, 429)
  t.match(answer.json(), { code: 'TOO_MANY_REQUESTS', status: 429, detail: 'the limit is 3 requests a minute' })
  const seconds = Number(answer.headers['retry-after'])
  t.ok(seconds >= 1 && seconds <= 60)
  t.match(answer.headers['x-request-id'], String)
  t.equal((await app.inject({ url: documents, remoteAddress: '192.0.2.7' })).statusCode, 200, 'another address')
  for (const url of ['/healthz', '/readyz', '/docs']) t.equal((await app.inject(url)).statusCode, 200, url)
})

t.test('each key has its own limit, and those without a valid key that of their address', async t => {
  const { app } = await buildTestApp(t, { config: { apiKeys, rateLimitPerMinute: 2 } })
  const ask = async (key: string, remoteAddress = '127.0.0.1') =>
    (await app.inject({ url: documents, remoteAddress, headers: { authorization: `Bearer ${key}` } })).statusCode
  const [first = '', second = ''] = apiKeys
  t.strictSame([await ask(first), await ask(first, '192.0.2.7'), await ask(first)], [200, 200, 429])
  t.strictSame([await ask(second), await ask(second), await ask(second)], [200, 200, 429])
  t.strictSame([await ask('guess-1'), await ask('guess-2'), await ask('guess-3')], [401, 401, 429])
})

t.test('without a limit nobody is told of one', async t => {
  const { app } = await buildTestApp(t)
  for (let i = 0; i < 20; i++) {
    const { statusCode, headers } = await app.inject('/v1/collections')
    t.equal(statusCode, 200)
    t.equal(headers['x-ratelimit-limit'], undefined)
  }
})
