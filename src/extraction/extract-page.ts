import type { ExtractedPage } from '../service/page-extractor.ts'
import { mainText } from './main-text.ts'
import { PageFields } from './page-fields.ts'
import { PageSize } from './page-size.ts'
import { PageTree } from './page-tree.ts'
import { VisibleText } from './visible-text.ts'
import { walkHtml } from './walk-html.ts'

/**
 * Takes the main text, the title, the address and the time of publication from a page.
 *
 * The main text is that of the article, where one is surely found; else what the page shows, without what stands around
 * an article. Of a page too large to make a tree of, and where nothing else is left, it is all visible text.
 *
 * @param html a page, or a part of one
 * @throws PageFault
 */
export function extractPage(html: string): ExtractedPage {
  const [fields, size, body, tree] = [new PageFields(), new PageSize(), new VisibleText(), new PageTree()]
  walkHtml(html, [fields, size, body, tree])
  const main = size.isModerate ? mainText(tree) : undefined
  const isFound = main !== undefined && main.text !== ''
  return {
    text: isFound ? main.text : body.toString(),
    extraction: { kind: isFound ? main.kind : 'page' },
    ...fields.found(main?.title)
  }
}
