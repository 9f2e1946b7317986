import type { PageExtraction } from '../store/documents.ts'
import type { Asker } from '../threads/asker.ts'

/** What is taken from a web page. */
export interface ExtractedPage {
  /** The main text, a line a block; empty where the page shows none. */
  readonly text: string
  readonly extraction: PageExtraction
  readonly title?: string
  /** The address that the page gives for itself, absolute. */
  readonly url?: string
  /** RFC 3339. */
  readonly publishedAt?: string
}

/**
 * Turns web pages into texts.
 *
 * The same page gives the same result every time: whoever sends a page again relies on it.
 */
export interface PageExtractor {
  /**
   * @param html a web page, or a part of one
   * @param asker who waits for it; nobody in particular without one
   * @throws DoppelError HTML_TOO_LARGE, HTML_TOO_COMPLEX, NOT_HTML for the page; STORE_BUSY when too many pages
   * are waiting or this one waited for too long, and STORE_CLOSING after `close`; and the reason of the asker's signal
   */
  extract(html: string, asker?: Asker): Promise<ExtractedPage>
  /**
   * Refuses pages that wait or come later, at once, and ends what is under way.
   *
   * @param patienceMs how long what is under way may go on, in milliseconds; 0 when left out
   */
  close(patienceMs?: number): Promise<void>
}
