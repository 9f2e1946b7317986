import type { ExtractedPage } from '../service/page-extractor.ts'
import { mainText } from './main-text.ts'
import { PageFields } from './page-fields.ts'
import { PageSize } from './page-size.ts'
import { PageTree } from './page-tree.ts'
import { VisibleText } from './visible-text.ts'
import { walkHtml } from './walk-html.ts'

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
