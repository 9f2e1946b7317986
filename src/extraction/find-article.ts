import { Readability } from '@mozilla/readability'
import type { PageElement } from './page-node.ts'
import type { PageTree } from './page-tree.ts'

/** The article of a page. */
export interface Article {
  readonly title: string | undefined
  readonly content: PageElement
}

/**
 * Finds the article of a page by Readability, which changes the tree.
 *
 * @returns undefined where there is none; and where the library fails, which it may on pages that are far from valid
 */
export function findArticle(page: PageTree): Article | undefined {
  try {
    const found = new Readability<PageElement>(page as never, {
      serializer: node => node as never,
      keepClasses: true
    }).parse()
    return found?.content ? { title: found.title ?? undefined, content: found.content } : undefined
  } catch {
    return undefined
  }
}
