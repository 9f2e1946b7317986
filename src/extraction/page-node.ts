/** Nodes of a page: as much of the DOM as Readability needs, in arrays and links that are cheap to change. */

const noNodes: readonly PageNode[] = Object.freeze([])

/** A piece of text. */
export class PageText {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly tagName = undefined
  readonly TEXT_NODE = 3
  readonly childNodes: readonly PageNode[] = noNodes
  parentNode: PageElement | null = null
  nextSibling: PageNode | null = null
  previousSibling: PageNode | null = null
  textContent: string
  /** The text of the page that this is, or is a copy of. */
  readonly original: PageText

  constructor(text: string, original?: PageText) {
    this.textContent = text
    this.original = original ?? this
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  clone(): PageText {
    return new PageText(this.textContent, this.original)
  }
}

export type PageNode = PageText | PageElement

/** An attribute, as Readability reads it. */
interface Attribute {
  readonly name: string
  readonly value: string
  cloneNode(): Attribute
}

/** An element. Readability changes its name in place, and keeps its score in it. */
export class PageElement {
  readonly nodeType = 1
  readonly ELEMENT_NODE = 1
  readonly TEXT_NODE = 3
  /** Readability's own DOM has this too: names are changed in place. */
  readonly __JSDOMParser__ = true
  parentNode: PageElement | null = null
  nextSibling: PageNode | null = null
  previousSibling: PageNode | null = null
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null
  /** In lower case. */
  localName: string
  /** In upper case. */
  tagName: string
  readability: unknown
  #values: Map<string, string>
  #children: PageElement[] | undefined

  /** @param name in lower case */
  constructor(name: string, attributes: Readonly<Record<string, string>> = {}) {
    this.localName = name
    this.tagName = name.toUpperCase()
    this.#values = new Map(Object.entries(attributes))
  }

  get nodeName(): string {
    return this.tagName
  }

  get className(): string {
    return this.#values.get('class') ?? ''
  }

  set className(value: string) {
    this.#values.set('class', value)
  }

  get id(): string {
    return this.#values.get('id') ?? ''
  }

  set id(value: string) {
    this.#values.set('id', value)
  }

  /** What Readability asks of it. */
  get style(): { readonly display: string; readonly visibility: string } | undefined {
    const style = this.#values.get('style')
    if (style === undefined) return undefined
    return { display: declared(style, 'display'), visibility: declared(style, 'visibility') }
  }

  get src(): string {
    return this.#values.get('src') ?? ''
  }

  get srcset(): string {
    return this.#values.get('srcset') ?? ''
  }

  get attributes(): Attribute[] {
    return [...this.#values].map(([name, value]) => attribute(name, value))
  }

  getAttribute(name: string): string | null {
    return this.#values.get(name) ?? null
  }

  hasAttribute(name: string): boolean {
    return this.#values.has(name)
  }

  setAttribute(name: string, value: string): void {
    this.#values.set(name, value)
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.#values.set(name, value)
  }

  removeAttribute(name: string): void {
    this.#values.delete(name)
  }

  get childNodes(): PageNode[] {
    const nodes: PageNode[] = []
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  /** Kept up to date while it is read: Readability takes elements away as it goes through them. */
  get children(): PageElement[] {
    this.#children ??= this.childNodes.filter(node => node instanceof PageElement)
    return this.#children
  }

  get firstElementChild(): PageElement | null {
    return nextElement(this.firstChild)
  }

  get nextElementSibling(): PageElement | null {
    return nextElement(this.nextSibling)
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling
    while (node && !(node instanceof PageElement)) node = node.previousSibling
    return node
  }

  get textContent(): string {
    let text = ''
    for (let node = this.firstChild; node; node = node.nextSibling) text += node.textContent
    return text
  }

  /** In Readability's use a copy of the children, and no text: it only puts back what it has read. */
  get innerHTML(): PageElement {
    return this.clone()
  }

  set innerHTML(copy: PageElement) {
    while (this.firstChild) this.firstChild.remove()
    const { firstChild } = copy.clone()
    for (let node = firstChild; node; ) {
      const next = node.nextSibling
      this.appendChild(node)
      node = next
    }
  }

  appendChild<Node extends PageNode>(node: Node): Node {
    node.remove()
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild) this.lastChild.nextSibling = node
    else this.firstChild = node
    this.lastChild = node
    if (node instanceof PageElement) this.#children?.push(node)
    return node
  }

  removeChild<Node extends PageNode>(node: Node): Node {
    this.#forget(node)
    const { previousSibling, nextSibling } = node
    if (previousSibling) previousSibling.nextSibling = nextSibling
    else this.firstChild = nextSibling
    if (nextSibling) nextSibling.previousSibling = previousSibling
    else this.lastChild = previousSibling
    node.parentNode = node.previousSibling = node.nextSibling = null
    return node
  }

  replaceChild<Node extends PageNode>(node: PageNode, old: Node): Node {
    if (node === (old as PageNode)) return old
    node.remove()
    const { previousSibling, nextSibling } = old
    this.#children = undefined
    node.parentNode = this
    node.previousSibling = previousSibling
    node.nextSibling = nextSibling
    if (previousSibling) previousSibling.nextSibling = node
    else this.firstChild = node
    if (nextSibling) nextSibling.previousSibling = node
    else this.lastChild = node
    old.parentNode = old.previousSibling = old.nextSibling = null
    return old
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  /** @param name of a tag, or `*` */
  getElementsByTagName(name: string): PageElement[] {
    return this.#find(name === '*' ? undefined : new Set([name.toUpperCase()]))
  }

  /** @param names of tags, with commas between them */
  querySelectorAll(names: string): PageElement[] {
    return this.#find(new Set(names.toUpperCase().split(',')))
  }

  clone(): PageElement {
    const copy = new PageElement(this.localName)
    copy.#values = new Map(this.#values)
    for (let node = this.firstChild; node; node = node.nextSibling) copy.appendChild(node.clone())
    return copy
  }

  #forget(node: PageNode): void {
    if (this.#children === undefined || !(node instanceof PageElement)) return
    if (this.#children[0] === node) this.#children.shift()
    else if (this.#children.at(-1) === node) this.#children.pop()
    else this.#children = undefined
  }

  #find(names: ReadonlySet<string> | undefined): PageElement[] {
    const found: PageElement[] = []
    const visit = (element: PageElement) => {
      for (let node = element.firstChild; node; node = node.nextSibling) {
        if (!(node instanceof PageElement)) continue
        if (names === undefined || names.has(node.tagName)) found.push(node)
        visit(node)
      }
    }
    visit(this)
    return found
  }
}

function nextElement(node: PageNode | null): PageElement | null {
  let next = node
  while (next && !(next instanceof PageElement)) next = next.nextSibling
  return next
}

function attribute(name: string, value: string): Attribute {
  return { name, value, cloneNode: () => attribute(name, value) }
}

function declared(style: string, property: string): string {
  const value = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([a-z-]+)`, 'i').exec(style)?.[1]
  return value?.toLowerCase() ?? ''
}
