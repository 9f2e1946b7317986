import { Parser } from 'htmlparser2'

/** Attributes of an element, by their names in lower case. */
export type Attributes = Readonly<Record<string, string>>

/** Hears of the parts of a page in their order; names are in lower case. Every element that is opened is closed. */
export interface PageListener {
  open(name: string, attributes: Attributes): void
  text(data: string): void
  close(name: string): void
}

/** Whether an element is a declarative shadow root: browsers show what stands in it, in place. */
export function isShadowRoot(name: string, { shadowrootmode, shadowroot }: Attributes): boolean {
  return name === 'template' && (shadowrootmode !== undefined || shadowroot !== undefined)
}

/**
 * Deepest nesting that is read. The parser moves its whole stack for each element, so that a page that is nothing but
 * open elements would take a time that grows by the square.
 */
const maxDepth = 4_096

/** A fault of the page itself, in words for whoever sent it. */
export class PageFault extends Error {
  override readonly name = 'PageFault'
}

/**
 * Reads a page from its first character to its last, without making a tree of it, in a time proportional to its length.
 *
 * @throws PageFault for one that is nested deeper than 4,096 levels
 */
export function walkHtml(html: string, listeners: readonly PageListener[]): void {
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > maxDepth) throw new PageFault(`the page nests elements more than ${maxDepth} levels deep`)
      for (const listener of listeners) listener.open(name, attributes)
    },
    ontext(data) {
      for (const listener of listeners) listener.text(data)
    },
    onclosetag(name) {
      depth--
      for (const listener of listeners) listener.close(name)
    }
  })
  parser.end(html)
}
