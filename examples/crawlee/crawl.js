import { CheerioCrawler, Configuration } from '@crawlee/cheerio'
import { DoppelProblem, isTemporary } from 'doppel/client'

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
        const verdict = await verdictOn(collection, { id: request.url, url: request.url, ...content })
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

/** A page that doppel refuses for itself, such as one that is too long, is kept: nobody knows it to be a duplicate. */
async function verdictOn(collection, document) {
  try {
    return (await collection.ingest(document)).verdict
  } catch (error) {
    const isItsFault = error instanceof DoppelProblem && [400, 413, 422].includes(error.status) && !isTemporary(error)
    if (!isItsFault) throw error
    console.warn(`doppel refuses ${document.id}, which is kept: ${error.message}`)
    return 'unique'
  }
}
