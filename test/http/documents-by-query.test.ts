import t from 'tap'
import { buildTestApp } from '../helpers/build-app.ts'

const ids = ['https://example.com/a//b?x=%2F&y#z', 'a\\b', '../up', '100%', 'a b+c', 'é 漢 \u{1F600}', 'x'.repeat(512)]
const text = 'one text that is long enough to have some shingles of its own'
const documents = '/v1/collections/default/documents'

t.test('stores, reads, compares and deletes a document whose id is in the query', async t => {
  const { app } = await buildTestApp(t)
  await app.inject({ method: 'POST', url: documents, payload: { id: 'first', text } })
  for (const id of ids) {
    const query = { id }
    const put = await app.inject({ method: 'PUT', url: documents, query, payload: { text } })
    t.equal(put.statusCode, 201, id)
    t.match(put.json(), { id, status: 'created', verdict: 'exact-duplicate' }, id)
    const got = await app.inject({ url: documents, query })
    t.equal(got.json().documents.length, 1, id)
    t.match(got.json().documents[0], { id, text }, id)
    t.strictSame(
      got.json().documents[0],
      (await app.inject(`${documents}/${encodeURIComponent(id)}`)).json(),
      'the same as with the id in the path'
    )
    const matches = await app.inject({ url: '/v1/collections/default/matches', query })
    t.match(matches.json(), { matches: [{ id: 'first', similarity: 1 }] }, id)
    t.equal((await app.inject({ method: 'DELETE', url: documents, query })).statusCode, 204, id)
    t.equal((await app.inject({ url: documents, query })).statusCode, 404, id)
  }
})

t.test('below a path an address that a POST names leads to the document, whatever a proxy decodes', async t => {
  const { app } = await buildTestApp(t, { config: { basePath: '/doppel' } })
  for (const id of ids) {
    const created = await app.inject({ method: 'POST', url: documents, payload: { id, text } })
    const { pathname, search } = new URL(created.headers.location as string, 'http://proxy')
    const answer = (await app.inject(`${decodeURI(pathname).replaceAll('%2F', '/')}${search}`)).json()
    t.equal((answer.documents?.[0] ?? answer).id, id)
  }
})

t.test('nothing is stored, listed or deleted where the id is missing or no id', async t => {
  const { app } = await buildTestApp(t)
  await app.inject({ method: 'POST', url: documents, payload: { id: 'kept', text } })
  for (const url of [documents, `${documents}?id=`]) {
    t.equal((await app.inject({ method: 'DELETE', url })).statusCode, 422, `DELETE ${url}`)
    t.equal((await app.inject({ method: 'PUT', url, payload: { text } })).statusCode, 422, `PUT ${url}`)
  }
  t.equal((await app.inject({ method: 'PUT', url: `${documents}?id=..`, payload: { text } })).statusCode, 422)
  t.equal((await app.inject('/v1/collections/default/matches')).statusCode, 422)
  t.equal((await app.inject(`${documents}?id=none`)).json().code, 'DOCUMENT_NOT_FOUND')
  t.equal((await app.inject('/v1/collections/none/documents?id=x')).json().code, 'COLLECTION_NOT_FOUND')
  t.equal((await app.inject({ method: 'PUT', url: `${documents}?id=a`, payload: { id: 'b', text } })).statusCode, 422)
  t.equal((await app.inject(`${documents}/kept`)).statusCode, 200)
})
