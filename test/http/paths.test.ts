import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import t from 'tap'
import { buildTestApp, listen } from '../helpers/build-app.ts'
import { holds } from '../helpers/property.ts'

const documents = '/v1/collections/default/documents'

/** Sends a path as it is: `fetch` and `inject` resolve dots and escape what they like. */
function sendRaw(base: URL, method: string, path: string, body?: object): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const request = httpRequest({ host: base.hostname, port: base.port, method, path, headers }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
    })
    request.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** Ids that a client may choose, with a preference for what decoders trip over. */
const documentId = fc
  .array(
    fc.oneof(
      fc.constantFrom('%', '%2F', '%25', '%2f', '/', '\\', '?', '#', ';', '&', '=', '+', ' ', ':', '*', '..', '.', '~'),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'null',
        'undefined',
        'matches',
        'é',
        'e\u0301',
        '漢',
        '😀'
      ),
      fc.string({ unit: 'binary', maxLength: 8 })
    ),
    { minLength: 1, maxLength: 12 }
  )
  .map(parts => parts.join(''))
  .filter(id => id.isWellFormed() && !/\p{Cc}/u.test(id) && id !== '.' && id !== '..' && id !== '')
  .filter(id => Buffer.byteLength(id) <= 512)

t.test('any valid id can be put and got by its percent-encoded address', async t => {
  const { app } = await buildTestApp(t)
  const base = await listen(app)
  const roundTrip = fc.asyncProperty(documentId, fc.boolean(), async (id, isInjected) => {
    const url = `${documents}/${encodeURIComponent(id)}`
    const payload = { text: `text of ${id}` }
    // The injector treats "." and ".." segments as browsers do, so it gets only what is neither.
    const put = isInjected
      ? await app.inject({ method: 'PUT', url, payload }).then(({ statusCode, body }) => ({ status: statusCode, body }))
      : await sendRaw(base, 'PUT', url, payload)
    if (put.status !== 201 && put.status !== 200) throw new Error(`PUT answered ${put.status}: ${put.body}`)
    const got = isInjected ? (await app.inject(url)).json() : JSON.parse((await sendRaw(base, 'GET', url)).body)
    return JSON.parse(put.body).id === id && got.id === id && got.text === `text of ${id}`
  })
  await holds(t, roundTrip, { numRuns: 400 })
})

t.test('ids of 512 bytes work in every encoding, and 513 bytes are refused', async t => {
  const { app } = await buildTestApp(t)
  const base = await listen(app)
  const everyByteEscaped = (id: string) => [...Buffer.from(id)].map(byte => `%${byte.toString(16)}`).join('')
  for (const id of ['a'.repeat(512), '/'.repeat(512), '%'.repeat(512), `${'漢'.repeat(170)}ab`, '😀'.repeat(128)]) {
    for (const encode of [encodeURIComponent, everyByteEscaped]) {
      const put = await sendRaw(base, 'PUT', `${documents}/${encode(id)}`, { text: 'x' })
      t.match(put.status, /200|201/)
      t.equal(JSON.parse(put.body).id, id)
      const matches = await sendRaw(base, 'GET', `${documents}/${encode(id)}/matches`)
      t.equal(matches.status, 200)
    }
    const tooLong = await sendRaw(base, 'PUT', `${documents}/${encodeURIComponent(`${id}/`)}`, { text: 'x' })
    t.equal(tooLong.status, 422)
    t.match(JSON.parse(tooLong.body), { code: 'INVALID_DOCUMENT', errors: [{ path: '/id' }] })
    t.equal((await sendRaw(base, 'GET', `${documents}/${encodeURIComponent(`${id}/`)}`)).status, 422)
  }
})

t.test('ids that no client can address are refused, in paths and in bodies', async t => {
  const { app } = await buildTestApp(t)
  const base = await listen(app)
  for (const path of ['.', '..', '%2E', '%2e%2E', '.%2e', '%00', '%0A', '%7F', '%C2%85']) {
    for (const method of ['PUT', 'GET', 'DELETE']) {
      const answer = await sendRaw(base, method, `${documents}/${path}`, method === 'PUT' ? { text: 'x' } : undefined)
      t.equal(answer.status, 422, `${method} ${path}`)
    }
  }
  for (const id of ['', '.', '..', 'a\0', 'a\n', '\u0085', '\ud800', 'a\udc00b', 'a'.repeat(513), '漢'.repeat(171)]) {
    const answer = await app.inject({ method: 'POST', url: documents, payload: { id, text: 'x' } })
    t.equal(answer.statusCode, 422, JSON.stringify(id).slice(0, 20))
    t.match(answer.json(), { code: 'INVALID_DOCUMENT', errors: [{ path: '/id' }] })
  }
  t.strictSame((await app.inject(documents)).json(), { documents: [] }, 'and nothing is stored')
})

t.test('paths that are no addresses are 400 or 404, never 500', async t => {
  const { app } = await buildTestApp(t)
  const base = await listen(app)
  const malformed = ['%', '%zz', 'a%2', '%E0%A4%A', '%ff', '%C0%AF', '%ED%A0%80', '%F8%88%80%80%80']
  for (const id of malformed) {
    const answer = await sendRaw(base, 'GET', `${documents}/${id}`)
    t.equal(answer.status, 400, id)
    t.match(JSON.parse(answer.body), { code: 'MALFORMED_REQUEST', status: 400, instance: /^[\w-]+$/ })
  }
  for (const path of ['/', 'a/b', 'a/', 'a//matches', '/matches', 'a/matches/', 'a/MATCHES']) {
    const answer = await sendRaw(base, 'GET', `${documents}/${path}`)
    t.equal(answer.status, 404, path)
    t.equal(JSON.parse(answer.body).code, 'ROUTE_NOT_FOUND', path)
  }
  const anyPath = fc
    .array(
      fc.oneof(
        fc.constantFrom('/', '%', '.', '?', 'v1', 'collections', 'default', 'documents', '*', ':id'),
        fc.string()
      )
    )
    .map(parts => `/${parts.join('')}`.replaceAll(/[^!-~]/g, ''))
  const isAnswered = fc.asyncProperty(
    anyPath,
    fc.constantFrom('GET', 'PUT', 'DELETE', 'PROPFIND'),
    async (path, method) => {
      const { status } = await sendRaw(base, method, path)
      return status < 500
    }
  )
  await holds(t, isAnswered, { numRuns: 300 })
})

t.test('names that no collection can have are not found, and cannot be created', async t => {
  const { app } = await buildTestApp(t)
  for (const name of ['A', '-a', '_a', 'a.b', 'a%20b', '%C3%A9', 'a'.repeat(65), '__proto__', 'a%2Fb', 'a%00']) {
    for (const [method, rest] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/documents'],
      ['GET', '/clusters'],
      ['GET', '/stats']
    ] as const) {
      const answer = await app.inject({ method, url: `/v1/collections/${name}${rest}` })
      t.equal(answer.statusCode, 404, `${method} ${name}${rest}`)
      t.equal(answer.json().code, 'COLLECTION_NOT_FOUND')
    }
    const put = await app.inject({ method: 'PUT', url: `/v1/collections/${name}` })
    t.equal(put.statusCode, 422, `PUT ${name}`)
    t.match(put.json(), { code: 'INVALID_REQUEST', errors: [{ path: 'collection' }] })
  }
  for (const name of ['a', '0', 'constructor', 'a'.repeat(64), 'a-_0']) {
    t.equal((await app.inject({ method: 'PUT', url: `/v1/collections/${name}` })).statusCode, 201, name)
  }
})
