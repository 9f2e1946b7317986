import { type Article, findArticle } from './find-article.ts'
import { findMainRegion, type MainRegion, textsOf } from './main-region.ts'
import type { PageElement } from './page-node.ts'
import { type PageTree, walkTree } from './page-tree.ts'
import { setAside } from './set-aside.ts'
import { VisibleText } from './visible-text.ts'

/** The main text of a page. */
export interface MainText {
  /** `page` where no article was surely found: all text but what stands around one on every page. */
  readonly kind: 'article' | 'page'
  readonly text: string
  readonly title: string | undefined
}

/** What Readability finds is surely an article from so many characters on: below, it takes what is longest. */
const sureLength = 500

/** Takes the main text from a page, and changes its tree. */
export function mainText(page: PageTree): MainText {
  setAside(page.body)
  const region = findMainRegion(page.body)
  const marked = region && textsOf(region.elements)
  const rest = textOf(page.body)
  const article = findArticle(page)
  const title = article?.title
  const text = article ? textOf(article.content) : ''
  const isTrusted = article && region && marked && isSure(article, text, region, marked)
  if (region && !isTrusted) return { kind: 'article', text: region.text, title }
  if (text.length >= sureLength) return { kind: 'article', text, title }
  return { kind: 'page', text: rest, title }
}

/** Whether what Readability found is the text of the region, or more of it. */
function isSure({ content }: Article, text: string, region: MainRegion, marked: ReadonlySet<unknown>): boolean {
  if (text.length < sureLength) return false
  let [shared, all] = [0, 0]
  for (const { original, textContent } of textsOf([content])) {
    const length = textContent.trim().length
    all += length
    if (marked.has(original)) shared += length
  }
  const known = region.text.length
  if (shared >= 0.9 * all && (known >= 0.5 * text.length || text.length >= 3 * sureLength)) return true
  if (region.by === 'heading') {
    if (shared >= 0.5 * known) return true
    return (isNamedAsText(content) || isLongBeside(all, known)) && !region.elements.some(isNamedAsText)
  }
  return shared >= 0.5 * known && (shared >= 0.5 * all || known >= sureLength)
}

/** What stands beside a heading may be the introduction of an article that is elsewhere. */
function isLongBeside(article: number, introduction: number): boolean {
  return article >= 6 * sureLength && introduction < 0.2 * article
}

const textWords = /article|body|content|entry|main|post|text|blog|story/i

function isNamedAsText(element: PageElement): boolean {
  const first = element.id === 'readability-page-1' ? element : element.firstElementChild
  const named = [element, ...(first?.children ?? [])].slice(0, 3)
  return named.some(({ id, className }) => textWords.test(`${className} ${id.startsWith('readability') ? '' : id}`))
}

function textOf(element: PageElement): string {
  const text = new VisibleText()
  walkTree(element, text)
  return text.toString()
}
