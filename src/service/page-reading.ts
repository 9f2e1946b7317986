import { DoppelError } from '../errors.ts'
import type { Asker } from '../threads/asker.ts'
import type { NamedDocument } from './document-input.ts'
import type { Prepared, UnreadPage } from './document-preparer.ts'
import type { PageExtractor } from './page-extractor.ts'

/**
 * Turns the pages among documents into texts, and prepares them. A field that the client sent stands; what it left out
 * is taken from the page. One page is with the extractor at a time: an upload has many batches on their way, and what
 * others send is to have its turn between them.
 *
 * @param prepare what is done with a document that has a text
 * @param asker who waits for them
 * @returns one outcome a document, in order: a page without a text fails alone
 */
export async function readPages(
  documents: readonly (Prepared | UnreadPage)[],
  extractor: PageExtractor,
  prepare: (input: NamedDocument) => Prepared | Promise<Prepared>,
  asker?: Asker
): Promise<readonly Prepared[]> {
  const outcomes: Prepared[] = []
  for (const document of documents) {
    outcomes.push(
      isUnread(document) ? await withText(document.page, extractor, asker).then(prepare, asExpected) : document
    )
  }
  return outcomes
}

/** Does without: pages are refused. */
export const noExtractor: PageExtractor = {
  async extract() {
    throw new DoppelError('NOT_SUPPORTED', 'this service reads no html: send the extracted text in "text"', {
      errors: [{ path: '/html', message: 'is not supported here' }]
    })
  },
  async close() {}
}

function isUnread(document: Prepared | UnreadPage): document is UnreadPage {
  return 'page' in document
}

async function withText(
  { html, ...given }: UnreadPage['page'],
  extractor: PageExtractor,
  asker: Asker | undefined
): Promise<NamedDocument> {
  return { ...(await extractor.extract(html, asker)), ...given }
}

function asExpected(error: unknown): DoppelError {
  if (error instanceof DoppelError) return error
  throw error
}
