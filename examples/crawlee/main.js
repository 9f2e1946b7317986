import { DoppelClient } from 'doppel/client'
import { crawl } from './crawl.js'
import { serveSite } from './site.js'

const { DOPPEL_URL = 'http://127.0.0.1:3000', SEND = 'text' } = process.env
const collection = new DoppelClient({ url: DOPPEL_URL }).collection('crawl')
await collection.put()

const site = await serveSite()
const { kept, pages } = await crawl(collection, site.url, SEND === 'html')
site.close()
for (const { url, title } of kept) console.log(`${title}  ${url}`)
console.log(`${pages} pages fetched, ${kept.length} kept`)
