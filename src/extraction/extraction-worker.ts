/** A thread that takes pages apart, one after another. What it does not expect ends it. */
import { parentPort } from 'node:worker_threads'
import type { ExtractedPage } from '../service/page-extractor.ts'
import { extractPage } from './extract-page.ts'
import { PageFault } from './walk-html.ts'

/** What became of a page. */
export type Extraction = ExtractedPage | { readonly fault: string }

parentPort?.on('message', (html: string) => parentPort?.postMessage(extraction(html)))
// Whoever waits measures the time of a page, not that of loading the modules.
parentPort?.postMessage('ready')

function extraction(html: string): Extraction {
  try {
    return extractPage(html)
  } catch (error) {
    if (error instanceof PageFault) return { fault: error.message }
    throw error
  }
}
