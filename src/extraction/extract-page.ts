import type { ExtractedPage } from '../service/page-extractor.ts'
import { findArticle } from './find-article.ts'
import { PageFields } from './page-fields.ts'
import { PageSize } from './page-size.ts'
import { VisibleText } from './visible-text.ts'
import { walkHtml } from './walk-html.ts'

/**
 * Takes the main text, the title, the address and the time of publication from a page.
 *
 * The main text is that of the article that Readability finds. Where it finds none, and on a page too large for it, it
 * is all visible text.
 *
 * @param html a page, or a part of one
 * @throws PageFault
 */
export function extractPage(html: string): ExtractedPage {
  const [fields, size, body] = [new PageFields(), new PageSize(), new VisibleText()]
  walkHtml(html, [fields, size, body])
  const article = size.isModerate ? findArticle(html) : null
  const text = visibleText(article?.content ?? '')
  return { text: text === '' ? body.toString() : text, ...fields.found(article?.title) }
}

function visibleText(html: string): string {
  const text = new VisibleText()
  walkHtml(html, [text])
  return text.toString()
}
