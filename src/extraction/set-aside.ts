import { isArticleBody } from './article-names.ts'
import { type PageElement, PageText } from './page-node.ts'

/** Elements that stand around an article, by their nature. */
const around = new Set(['nav', 'footer', 'aside', 'dialog'])
const aroundRoles = new Set(
  'navigation contentinfo complementary search dialog alertdialog alert banner menu menubar toolbar'.split(' ')
)
/** What sites call such elements, as words of `class` and `id`. */
const aroundWords = new RegExp(
  `(?:^|\\s)(?:${[
    'nav(?:bar|igation)?|menu|footer|side\\s?bar|comments?|disqus|respond|replies|reply',
    'related|recommend(?:ed|ations?)|trending|popular|most\\s(?:read|viewed|popular)|more\\s(?:stories|articles|news)|outbrain|taboola',
    'newsletter|sign\\s?up|log\\s?in|cookies?|consent|gdpr|pop\\s?up|modal|overlay|lightbox',
    'banner|promo|advert(?:s|isements?|ising)?|ads?|sponsor(?:ed)?|social|shar(?:e|ing)|breadcrumbs?|masthead|toolbar',
    'widget|copyright|disclaimer|tags?|pagination|pager|skip\\s?(?:link|nav)|author\\s(?:bio|info|box)|byline|notice'
  ].join('|')})(?=\\s|$)`
)
/** Names of such elements, and also of what a click or a subscription shows of an article: it is long. */
const unsureWords = /(?:^|\s)(?:read\smore|paywall|subscri(?:be|ption))(?=\s|$)/
/** So many characters in paragraphs are more than such an element says of itself. */
const longText = 500
/** Names that speak against it. */
const insideWords = /(?:^|\s)(?:article|body|content|main|post|page|story|with|has|no|wrapper|container)(?=\s|$)/

/**
 * Takes away what stands around the article of a page: navigation, footers, cookie banners, comments, teasers.
 * What holds half of the page's text or more stays, whatever it is called, and so does what holds the article.
 */
export function setAside(body: PageElement): void {
  const lengths = new Map<PageElement, number>()
  const half = measure(body, lengths) / 2
  const visit = (parent: PageElement, isInside: boolean) => {
    for (const element of [...parent.children]) {
      const isAround = isAroundArticle(element, isInside)
      if (isAround && (lengths.get(element) ?? 0) < half && !holdsArticle(element)) element.remove()
      else visit(element, isInside || element.localName === 'article' || element.localName === 'main')
    }
  }
  visit(body, false)
}

function isAroundArticle(element: PageElement, isInside: boolean): boolean {
  const { localName } = element
  if (around.has(localName) || aroundRoles.has(element.getAttribute('role') ?? '')) return true
  if (localName === 'header' && !isInside) return true
  if (localName === 'a' || localName === 'p' || /^h[1-6]$/.test(localName)) return false
  const names = namesOf(element)
  if (insideWords.test(names)) return false
  return aroundWords.test(names) || (unsureWords.test(names) && lengthOfParagraphs(element) < longText)
}

function lengthOfParagraphs(element: PageElement): number {
  return element.getElementsByTagName('p').reduce((sum, { textContent }) => sum + textContent.trim().length, 0)
}

/** Navigation and footers have headings of their own; the rest is called by its name alone. */
function holdsArticle(element: PageElement): boolean {
  const isSure = around.has(element.localName)
  return element
    .getElementsByTagName('*')
    .some(inner => isArticleBody(inner) || inner.localName === 'main' || (!isSure && inner.localName === 'h1'))
}

/** `class` and `id` as words in lower case. */
export function namesOf(element: PageElement): string {
  return `${element.className} ${element.id}`
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_\s]+/g, ' ')
    .toLowerCase()
}

/** Characters of text in each element, without white space. */
function measure(element: PageElement, lengths: Map<PageElement, number>): number {
  let length = 0
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node instanceof PageText) length += node.textContent.trim().length
    else length += unread.has(node.localName) ? 0 : measure(node, lengths)
  }
  lengths.set(element, length)
  return length
}

const unread = new Set(['script', 'style', 'noscript', 'template', 'svg'])
