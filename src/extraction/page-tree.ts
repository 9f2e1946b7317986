import { PageElement, PageText } from './page-node.ts'
import { type Attributes, isShadowRoot, type PageListener } from './walk-html.ts'

/** Elements that stand in the head, where nothing of the body came before. */
const heads = new Set(['base', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title'])

/** Readings of ruby: they stand beside the text, not in it. */
const unread = new Set(['rp', 'rt', 'rtc'])

/** A page as the tree that Readability works on, with the `html`, `head` and `body` that it needs. */
export class PageTree implements PageListener {
  readonly documentElement = new PageElement('html')
  readonly head = this.documentElement.appendChild(new PageElement('head'))
  readonly body = this.documentElement.appendChild(new PageElement('body'))
  readonly firstChild = this.documentElement
  readonly baseURI = 'about:blank'
  readonly documentURI = 'about:blank'
  /** Elements that are open, from the outermost. */
  readonly #open: PageElement[] = []
  #isInBody = false

  get title(): string {
    return this.head.getElementsByTagName('title')[0]?.textContent ?? ''
  }

  open(name: string, attributes: Attributes): void {
    // Readability knows no shadow roots.
    const shown = isShadowRoot(name, attributes) ? 'div' : name
    this.#open.push(unread.has(name) ? new PageElement(name) : this.#element(shown, attributes))
  }

  text(data: string): void {
    this.#parent(data.trim() === '').appendChild(new PageText(data))
  }

  close(): void {
    this.#open.pop()
  }

  getElementsByTagName(name: string): PageElement[] {
    return this.documentElement.getElementsByTagName(name)
  }

  querySelectorAll(names: string): PageElement[] {
    return this.documentElement.querySelectorAll(names)
  }

  createElement(name: string): PageElement {
    return new PageElement(name.toLowerCase())
  }

  createTextNode(text: string): PageText {
    return new PageText(text)
  }

  /** The structure exists once, wherever and however often the page has it. */
  #element(name: string, attributes: Attributes): PageElement {
    const known = { html: this.documentElement, head: this.head, body: this.body }[name]
    if (known === undefined) return this.#parent(heads.has(name)).appendChild(new PageElement(name, attributes))
    if (name === 'body') this.#isInBody = true
    for (const [key, value] of Object.entries(attributes)) if (!known.hasAttribute(key)) known.setAttribute(key, value)
    return known
  }

  #parent(mayBeHead: boolean): PageElement {
    const innermost = this.#open.at(-1)
    if (innermost && innermost !== this.documentElement && innermost !== this.head) return innermost
    if (mayBeHead && !this.#isInBody) return this.head
    this.#isInBody = true
    return this.body
  }
}

/**
 * Tells a listener of the parts of an element in their order, as if the page were read.
 *
 * @param isRead whether an element within is read
 */
export function walkTree(
  element: PageElement,
  listener: PageListener,
  isRead: (element: PageElement) => boolean = () => true
): void {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node instanceof PageText) listener.text(node.textContent)
    else if (isRead(node)) {
      listener.open(node.localName, Object.fromEntries(node.attributes.map(({ name, value }) => [name, value])))
      walkTree(node, listener, isRead)
      listener.close(node.localName)
    }
  }
}
