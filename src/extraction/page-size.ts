import type { Attributes, PageListener } from './walk-html.ts'

/**
 * Up to here the time that Readability takes is small. It grows by the square with the depth and with the attributes of
 * one element.
 */
const maxDepth = 256
const maxNodes = 60_000
const maxAttributes = 500

/** Measures what makes a page expensive to make a tree of. */
export class PageSize implements PageListener {
  #depth = 0
  #maxDepth = 0
  #nodes = 0
  #maxAttributes = 0

  /** Whether Readability can work on the page. */
  get isModerate(): boolean {
    return this.#maxDepth <= maxDepth && this.#nodes <= maxNodes && this.#maxAttributes <= maxAttributes
  }

  open(_name: string, attributes: Attributes): void {
    this.#nodes++
    this.#maxDepth = Math.max(this.#maxDepth, ++this.#depth)
    this.#maxAttributes = Math.max(this.#maxAttributes, Object.keys(attributes).length)
  }

  text(): void {
    this.#nodes++
  }

  close(): void {
    this.#depth--
  }
}
