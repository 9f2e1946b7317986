// Runs the crawl against a service of its own, which must keep exactly one page of each story.
import assert from 'node:assert/strict'
import test from 'node:test'
import { DoppelClient } from 'doppel/client'
import { crawl } from './crawl.js'
import { startService } from './service.js'
import { serveSite } from './site.js'

const asHtml = process.env.SEND === 'html'

test(`keeps one page of each story, sent as ${asHtml ? 'html' : 'text'}`, async t => {
  const service = await startService()
  t.after(service.stop)
  const site = await serveSite()
  t.after(site.close)
  const collection = new DoppelClient({ url: service.url }).collection('crawl')
  await collection.put()

  const { kept, pages } = await crawl(collection, site.url, asHtml)
  assert.equal(pages, site.pages)
  const titles = kept.map(({ title }) => title).sort()
  assert.deepEqual(titles, Array.from({ length: site.stories }, (_, number) => `Story ${number}`).sort())

  const again = await crawl(collection, site.url, asHtml)
  const urls = result => result.kept.map(({ url }) => url).sort()
  assert.deepEqual(urls(again), urls({ kept }), 'a second run keeps the same')
})
