import t from 'tap'
import { buildTestApp } from '../helpers/build-app.ts'

t.test('a cursor is good for its own collection, listing, threshold and order alone', async t => {
  const { app } = await buildTestApp(t)
  const get = async (path: string) => (await app.inject(`/v1/collections/${path}`)).json()
  for (const collection of ['one', 'two']) {
    await app.inject({ method: 'PUT', url: `/v1/collections/${collection}` })
    for (let i = 0; i < 4; i++) {
      const payload = { id: `${i}`, text: i < 3 ? 'the same few words' : 'others' }
      await app.inject({ method: 'POST', url: `/v1/collections/${collection}/documents`, payload })
    }
  }
  const [{ id }] = (await get('one/clusters')).clusters
  const listings = ['one/documents?limit=1', 'one/clusters?minSize=1&limit=1', `one/clusters/${id}?limit=1`]
  const cursors = await Promise.all(listings.map(async listing => (await get(listing)).nextCursor))
  for (const [i, listing] of listings.entries()) {
    const status = async (path: string) => (await app.inject(`/v1/collections/${path}&cursor=${cursors[i]}`)).statusCode
    t.equal(await status(listing), 200, listing)
    for (const [j, other] of listings.entries()) if (j !== i) t.equal(await status(other), 422, other)
    t.equal(await status(listing.replace('one/', 'two/')), 422, 'another collection')
    if (i > 0) t.equal(await status(`${listing}&threshold=0.9`), 422, 'another threshold')
    if (i === 1) t.equal(await status(`${listing}&sort=-updatedAt`), 422, 'another order')
    t.match(await get(`${listing.replace('one/', 'two/')}&cursor=${cursors[i]}`), {
      code: 'INVALID_REQUEST',
      errors: [{ path: 'cursor', message: 'is not a cursor of this listing' }]
    })
  }
})
