import { type PageElement, type PageNode, PageText } from '../../src/extraction/page-node.ts'
import { PageTree } from '../../src/extraction/page-tree.ts'
import { walkHtml } from '../../src/extraction/walk-html.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { visibleText } from './choices.ts'
import type { ExpectedPage } from './readability-pages.ts'
import { tokenScore } from './token-score.ts'

/** Share of the expected article that an element holds, where it counts as the article's place. */
const minRecall = 0.85
/** And how much of the element may be something else. */
const minPrecision = 0.5

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const raw = new Set(['script', 'style'])

/** A real page without its article: the template of its site. */
export interface Template {
  readonly name: string
  /** The page with other paragraphs in the article's place. */
  with(paragraphs: readonly string[]): string
}

/** The template of a page; undefined where no element holds the article, and little else. */
export function templateOf({ name, html, expected }: ExpectedPage): Template | undefined {
  const tree = new PageTree()
  walkHtml(html, [tree])
  const place = placeOf(tree.body, tokenize(visibleText(expected)))
  if (place === undefined) return undefined
  while (place.firstChild) place.firstChild.remove()
  const mark = place.appendChild(new PageText('\ue000'))
  const [before, after] = toHtml(tree.documentElement).split(mark.textContent) as [string, string]
  return { name, with: paragraphs => `<!DOCTYPE html>${before}${paragraphs.map(asParagraph).join('')}${after}` }
}

function asParagraph(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
}

function placeOf(body: PageElement, expected: readonly string[]): PageElement | undefined {
  const score = (element: PageElement) => tokenScore(tokenize(visibleText(toHtml(element))), expected)
  let place: PageElement | undefined
  let next: PageElement | undefined = body
  while (next) {
    place = next
    next = place.children.find(child => score(child).recall >= minRecall)
  }
  return place !== undefined && place !== body && score(place).precision >= minPrecision ? place : undefined
}

function toHtml(node: PageNode): string {
  if (node instanceof PageText) {
    const isRaw = raw.has(node.parentNode?.localName ?? '')
    return isRaw ? node.textContent : node.textContent.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  }
  const attributes = node.attributes.map(
    ({ name, value }) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  )
  const open = `<${node.localName}${attributes.join('')}>`
  return voids.has(node.localName) ? open : `${open}${node.childNodes.map(toHtml).join('')}</${node.localName}>`
}
