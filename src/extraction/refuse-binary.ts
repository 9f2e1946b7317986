import { DoppelError } from '../errors.ts'

/** How much of a page is looked at, in UTF-16 code units. */
const sampleLength = 4096

/** Characters that stand in no text but where bytes were decoded that are none, or as what they are not. */
const undecoded = /(?![\t\n\f\r])[\p{Cc}\ufffd]/gu

/**
 * Refuses what is certainly no page: PDF, and what has so many control and replacement characters at its start that
 * it is a file of another kind, or in another encoding than it was read in. Text without tags is a page.
 *
 * @throws DoppelError NOT_HTML
 */
export function refuseBinary(html: string): void {
  if (html.startsWith('%PDF-')) throw new DoppelError('NOT_HTML', 'the page is a PDF file')
  const sample = html.slice(0, sampleLength)
  const strange = sample.match(undecoded)?.length ?? 0
  if (strange * 10 <= sample.length) return
  throw new DoppelError(
    'NOT_HTML',
    `${strange} of the first ${sample.length} characters are control or replacement characters: the page is binary, or was not decoded from its own encoding`
  )
}
