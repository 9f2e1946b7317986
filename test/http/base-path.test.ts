import t from 'tap'
import { withoutBasePath } from '../../src/http/plugins/base-path.ts'
import { buildTestApp } from '../helpers/build-app.ts'

t.test('takes the base path from an address, and leaves other addresses as they are', async t => {
  for (const [url, expected] of [
    ['/doppel/v1/collections?limit=1', '/v1/collections?limit=1'],
    ['/doppel', '/'],
    ['/doppel/', '/'],
    ['/doppel?x', '/?x'],
    ['/doppelganger/v1', '/doppelganger/v1'],
    ['/v1/collections/doppel', '/v1/collections/doppel'],
    ['/doppel/doppel/docs', '/doppel/docs'],
    ['//doppel/x', '//doppel/x']
  ] as const) {
    t.equal(withoutBasePath(url, '/doppel'), expected, url)
  }
  t.equal(withoutBasePath('/v1', ''), '/v1')
})

t.test('names addresses with the base path, whether a proxy leaves it in requests or not', async t => {
  const { app } = await buildTestApp(t, { config: { basePath: '/a/doppel' } })
  for (const prefix of ['', '/a/doppel']) {
    t.equal((await app.inject(`${prefix}/`)).headers.location, '/a/doppel/docs', prefix)
    const missing = (await app.inject(`${prefix}/v1/nothing`)).json()
    t.equal(missing.type, '/a/doppel/docs/problems#route-not-found', prefix)
    t.equal((await app.inject(`${prefix}/docs/problems`)).statusCode, 200, prefix)
    t.match((await app.inject(`${prefix}/docs`)).body, 'href="/a/doppel/docs/static/', prefix)
    t.strictSame((await app.inject(`${prefix}/openapi.json`)).json().servers, [{ url: '/a/doppel' }], prefix)
    const payload = { id: `id${prefix.length}`, text: 'some words of a text' }
    const created = await app.inject({ method: 'POST', url: `${prefix}/v1/collections/default/documents`, payload })
    t.equal(created.headers.location, `/a/doppel/v1/collections/default/documents/${payload.id}`, prefix)
    t.equal((await app.inject(created.headers.location as string)).json().id, payload.id, prefix)
  }
})

t.test('names addresses from the root without a base path', async t => {
  const { app } = await buildTestApp(t)
  t.equal((await app.inject('/')).headers.location, '/docs')
  t.strictSame((await app.inject('/openapi.json')).json().servers, [{ url: '/' }])
})
