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
  const listingsOf = async (collection: string) => {
    const [{ id }] = (await get(`${collection}/clusters`)).clusters
    return ['documents?limit=1', 'clusters?minSize=1&limit=1', `clusters/${id}?limit=1`].map(
      path => `${collection}/${path}`
    )
  }
  const listings = await listingsOf('one')
  const others = await listingsOf('two')
  const cursors = await Promise.all(listings.map(async listing => (await get(listing)).nextCursor))
  const refused = async (path: string, cursor: string) =>
    t.match(await get(`${path}&cursor=${cursor}`), {
      code: 'INVALID_REQUEST',
      errors: [{ path: 'cursor', message: 'is not a cursor of this listing' }]
    })
  for (const [i, listing] of listings.entries()) {
    const cursor = cursors[i]
    t.equal((await app.inject(`/v1/collections/${listing}&cursor=${cursor}`)).statusCode, 200, listing)
    for (const other of listings) if (other !== listing) await refused(other, cursor)
    await refused(others[i] as string, cursor)
  }
  for (const listing of [1, 2]) await refused(`${listings[listing]}&threshold=0.9`, cursors[listing])
  await refused(`${listings[1]}&sort=-updatedAt`, cursors[1])
})
