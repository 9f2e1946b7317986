import { Readability } from '@mozilla/readability'
import { DOMParser } from 'linkedom'

/** The article of a page. */
export interface Article {
  readonly title?: string | null | undefined
  /** As HTML. */
  readonly content?: string | null | undefined
}

/** Tags that the parser leaves where they stand, as no browser would. */
const structure = /<\/?(?:html|head|body)(?=[\s/>])[^<>]*>/gi

/**
 * Finds the article of a page by Readability.
 *
 * @returns null where there is none; and where the libraries fail, which they may on pages that are far from valid
 */
export function findArticle(html: string): Article | null {
  try {
    return new Readability(parsePage(html) as never).parse()
  } catch {
    return null
  }
}

/**
 * The tree of a page. Readability needs `html`, `head` and `body` as they ought to be, and the parser neither adds one
 * that was left out nor moves what stands outside of them: such a page is parsed again, within a body.
 */
function parsePage(html: string): unknown {
  const page = parse(html)
  return isWhole(page) ? page : parse(`<html><head></head><body>${html.replace(structure, '')}</body></html>`)
}

function parse(html: string) {
  return new DOMParser().parseFromString(html, 'text/html')
}

function isWhole({ children }: ReturnType<typeof parse>): boolean {
  const [root, ...others] = children
  if (root?.nodeName !== 'HTML' || others.length > 0) return false
  const [head, body, ...rest] = root.children
  return head?.nodeName === 'HEAD' && body?.nodeName === 'BODY' && rest.length === 0
}
