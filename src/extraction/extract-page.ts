import type { ExtractedPage } from '../service/page-extractor.ts'
import { findArticle } from './find-article.ts'
import { PageFields } from './page-fields.ts'
import { PageSize } from './page-size.ts'
import { PageTree, walkTree } from './page-tree.ts'
import { VisibleText } from './visible-text.ts'
import { walkHtml } from './walk-html.ts'

export function extractPage(html: string): ExtractedPage {
  const [fields, size, body, tree] = [new PageFields(), new PageSize(), new VisibleText(), new PageTree()]
  walkHtml(html, [fields, size, body, tree])
  const article = size.isModerate ? findArticle(tree) : undefined
  const text = new VisibleText()
  if (article) walkTree(article.content, text)
  return { text: text.toString() || body.toString(), ...fields.found(article?.title) }
}
