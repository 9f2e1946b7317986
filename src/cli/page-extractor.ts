import type { PageExtractor } from '../service/page-extractor.ts'

/** Longest page, in bytes. */
const pageBytes = 16 * 1024 * 1024
/** How long a page may take, in milliseconds. */
const timeoutMs = 10_000

/** Takes the main text from pages of HTML, as a service does. It must be closed. */
export async function pageExtractor(): Promise<PageExtractor> {
  const { ExtractionPool } = await import('../extraction/extraction-pool.ts')
  return new ExtractionPool({ pageBytes, timeoutMs, threads: 1 })
}
