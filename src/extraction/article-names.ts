import type { PageElement } from './page-node.ts'

const bodyName =
  /^(?:[a-z]{1,3}[-_]{1,2})?(?:article|story|post|entry|news|blog)[-_]{0,2}(?:main)?[-_]{0,2}(?:body|contents?|text|copy)(?:[-_]?\d+)?$/
const articleName = /^(?:h-?entry|post|article|story|blog-?post|news-?item)(?:-\d+)?$/
const bodyTags = new Set(['article', 'div', 'section', 'td'])

/** Whether the page says that the element holds the text of its article. */
export function isArticleBody(element: PageElement): boolean {
  if (element.getAttribute('itemprop')?.toLowerCase() === 'articlebody') return true
  return bodyTags.has(element.localName) && hasName(element, bodyName)
}

/** Whether the page says that the element is an article. */
export function isArticle(element: PageElement): boolean {
  return element.localName === 'article' || (bodyTags.has(element.localName) && hasName(element, articleName))
}

function hasName({ className, id }: PageElement, name: RegExp): boolean {
  if (className === '' && id === '') return false
  return `${className} ${id}`
    .slice(0, 500)
    .toLowerCase()
    .split(/\s+|--/)
    .some(part => name.test(part))
}
