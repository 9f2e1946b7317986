import { extractPage } from '../../src/extraction/extract-page.ts'
import { VisibleText } from '../../src/extraction/visible-text.ts'
import { walkHtml } from '../../src/extraction/walk-html.ts'

/** Ways to turn a page into a text. */
export const choices: Readonly<Record<string, (html: string) => string>> = {
  'main text': html => extractPage(html).text,
  'all visible text': visibleText
}

/** All text that a page shows. */
export function visibleText(html: string): string {
  const text = new VisibleText()
  walkHtml(html, [text])
  return text.toString()
}
