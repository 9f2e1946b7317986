import type { PageElement } from './page-node.ts'

const bodyName =
  /^(?:[a-z]{1,3}[-_]{1,2})?(?:article|story|post|entry|news|blog)[-_]{0,2}(?:main)?[-_]{0,2}(?:body|contents?|text|copy)(?:[-_]?\d+)?$/
const articleName = /^(?:h-?entry|post|article|story|blog-?post|news-?item)(?:-\d+)?$/
/** What stands in them names an article that is elsewhere. */
const teasers = new Set(['a', 'li', 'nav', 'footer', 'aside'])
const bodyTags = new Set(['article', 'div', 'section', 'td', 'span', 'main'])

/** Whether the page says that the element holds the text of its article. */
export function isArticleBody(element: PageElement): boolean {
  const isNamed = element.getAttribute('itemprop')?.toLowerCase() === 'articlebody' || hasName(element, bodyName)
  return isNamed && bodyTags.has(element.localName) && !isWithin(element, teasers)
}

/** Whether the page says that the element is an article. */
export function isArticle(element: PageElement): boolean {
  const isNamed = element.localName === 'article' || (bodyTags.has(element.localName) && hasName(element, articleName))
  return isNamed && !isWithin(element, teasers)
}

/** Whether an element stands in one of such tags. */
export function isWithin(element: PageElement, tags: ReadonlySet<string>): boolean {
  for (let outer = element.parentNode; outer; outer = outer.parentNode) if (tags.has(outer.localName)) return true
  return false
}

function hasName({ className, id }: PageElement, name: RegExp): boolean {
  if (className === '' && id === '') return false
  return `${className} ${id}`
    .slice(0, 500)
    .toLowerCase()
    .split(/\s+|--/)
    .some(part => name.test(part))
}
