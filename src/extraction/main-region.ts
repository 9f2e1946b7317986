import { isArticle, isArticleBody, isWithin } from './article-names.ts'
import { type PageElement, PageText } from './page-node.ts'
import { walkTree } from './page-tree.ts'
import { namesOf } from './set-aside.ts'
import { VisibleText } from './visible-text.ts'

/** Part of a page that says of itself that it holds the main text. */
export interface MainRegion {
  /** How it says so. */
  readonly by: 'body' | 'article' | 'main' | 'heading'
  readonly elements: readonly PageElement[]
  readonly text: string
}

const mainWords = /^(?:main|content|main content|page content|primary|site content|article|story|post)$/

const around = new Set(['nav', 'footer', 'aside'])

/** Fewest characters that are a text. */
const minLength = 30

/** The smallest part of the page that says of itself that it is the main one; undefined where none does. */
export function findMainRegion(body: PageElement): MainRegion | undefined {
  const elements = body.getElementsByTagName('*')
  const heading = elements.find(element => element.localName === 'h1' && !isWithin(element, around))
  const tries: [MainRegion['by'], () => readonly PageElement[]][] = [
    ['body', () => siblings(elements.filter(isArticleBody))],
    ['article', () => mainArticle(elements, heading)],
    ['heading', () => (heading ? besideHeading(heading, body) : [])],
    ['main', () => elements.filter(isMain).slice(0, 1)]
  ]
  for (const [by, find] of tries) {
    const found = find()
    const text = regionText(found)
    if (text.length >= minLength) return { by, elements: found, text }
  }
  return undefined
}

function isMain(element: PageElement): boolean {
  return (
    element.localName === 'main' ||
    element.getAttribute('role') === 'main' ||
    mainWords.test(element.id.toLowerCase().replace(/[-_]+/g, ' '))
  )
}

/** The first that is in none of the others, and those that stand beside it. */
function siblings(elements: readonly PageElement[]): PageElement[] {
  const first = elements[0]
  return first ? elements.filter(({ parentNode }) => parentNode === first.parentNode) : []
}

function mainArticle(elements: readonly PageElement[], heading: PageElement | undefined): PageElement[] {
  const articles = elements.filter(isArticle)
  const all = new Set(articles)
  const outer = articles.filter(article => !isInOneOf(article, all))
  const own = outer.find(article => heading !== undefined && holds(article, heading))
  if (own) return [own]
  return outer.length === 1 ? outer : []
}

/** The smallest element that has the heading and a text. */
function besideHeading(heading: PageElement, body: PageElement): PageElement[] {
  let header = heading
  for (let outer = heading.parentNode; outer && outer !== body; outer = outer.parentNode) {
    if (isHeader(outer)) header = outer
  }
  for (let element = header.parentNode; element && element !== body; element = element.parentNode) {
    if (element.localName === 'main') return []
    if (regionText([element]).length >= minLength) return [element]
  }
  return []
}

function isHeader(element: PageElement): boolean {
  return element.localName === 'header' || /(?:^|\s)(?:header|hero|heading|title)(?=\s|$)/.test(namesOf(element))
}

function isInOneOf(element: PageElement, others: ReadonlySet<PageElement>): boolean {
  for (let outer = element.parentNode; outer; outer = outer.parentNode) if (others.has(outer)) return true
  return false
}

function holds(outer: PageElement, inner: PageElement): boolean {
  for (let node: PageElement | null = inner; node; node = node.parentNode) if (node === outer) return true
  return false
}

const paragraphs = new Set('p li dd dt h2 h3 h4 h5 h6'.split(' '))
const blocks = new Set([...paragraphs, ...'ul ol div section table dl'.split(' ')])
const asideInText = new Set('h1 figure figcaption time button form label nav footer aside header'.split(' '))
const asideWords =
  /(?:^|\s)(?:caption|credits?|by ?line|author|date(?:line)?|time ?stamp|published|meta|read(?:ing)? time|kicker|category|tags?)(?=\s|$)/

/** What a region says: without its heading, captions, bylines and lists of links. */
function regionText(elements: readonly PageElement[]): string {
  const text = new VisibleText()
  for (const element of elements) {
    text.open('div', {})
    walkTree(element, text, isText)
    text.close('div')
  }
  return text.toString()
}

function isText(element: PageElement): boolean {
  const { localName } = element
  if (asideInText.has(localName)) return false
  if (!blocks.has(localName)) return true
  if (!paragraphs.has(localName) && asideWords.test(namesOf(element))) return false
  return !isMostlyLinks(element)
}

/** A heading or a list of teasers, or the way to another page. */
function isMostlyLinks(element: PageElement): boolean {
  const links = element.getElementsByTagName('a')
  if (links.length === 0) return false
  const inLinks = links.reduce((sum, link) => sum + link.textContent.trim().length, 0)
  return inLinks > 0.5 * element.textContent.trim().length
}

/** Text nodes of the elements. */
export function textsOf(elements: readonly PageElement[]): Set<PageText> {
  const texts = new Set<PageText>()
  const visit = (element: PageElement) => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node instanceof PageText) texts.add(node)
      else visit(node)
    }
  }
  elements.forEach(visit)
  return texts
}
