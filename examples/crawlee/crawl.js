import { CheerioCrawler, Configuration } from '@crawlee/cheerio'

/**
 * Crawls a site, and keeps one page of each cluster of near-duplicates.
 *
 * @param collection a `DoppelCollection`
 * @param startUrl where the crawl begins
 * @param asHtml whether doppel is given the page and finds its main text, or the text that `main` has
 * @returns the pages that were kept, and the number of pages that were fetched
 */
export async function crawl(collection, startUrl, asHtml) {
  const kept = []
  let pages = 0
  const crawler = new CheerioCrawler(
    {
      async requestHandler({ request, $, body, enqueueLinks }) {
        if (request.url === startUrl) {
          await enqueueLinks()
          return
        }
        const content = asHtml ? { html: String(body) } : { text: $('main').text() }
        // The address is the id: when Crawlee tries a page again, doppel gives the same verdict again.
        const { verdict } = await collection.ingest({ id: request.url, url: request.url, ...content })
        pages++
        if (verdict !== 'unique') return
        kept.push({ url: request.url, title: $('title').text() })
        // What a near-duplicate links to, the page it is a copy of links to as well.
        await enqueueLinks()
      }
    },
    new Configuration({ persistStorage: false })
  )
  const { requestsFailed } = await crawler.run([startUrl])
  if (requestsFailed > 0) throw new Error(`${requestsFailed} pages could not be fetched or stored`)
  return { kept, pages }
}
