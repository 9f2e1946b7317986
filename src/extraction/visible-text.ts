import { type Attributes, isShadowRoot, type PageListener } from './walk-html.ts'

/** Elements whose content is not shown as text. */
const unseen = new Set(
  (
    'audio canvas datalist embed head iframe noembed noframes noscript object rp rt rtc script select style svg ' +
    'template textarea title video'
  ).split(' ')
)

/** Elements that begin and end a line. All others, known or not, stand within one. */
const blocks = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frame h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre ' +
    'search section summary table tbody tfoot thead tr ul xmp'
  ).split(' ')
)

/** Elements that stand in one line, apart from each other. */
const cells = new Set(['button', 'input', 'td', 'th'])

/** Collects the text that a reader of the page sees: a line a block, white space as in a browser. */
export class VisibleText implements PageListener {
  #pieces: string[] = []
  /** Elements that are open from the outermost unseen one on. */
  #unseenDepth = 0

  open(name: string, attributes: Attributes): void {
    if (this.#unseenDepth > 0 || isUnseen(name, attributes)) this.#unseenDepth++
    this.#separate(name)
  }

  text(data: string): void {
    if (this.#unseenDepth === 0) this.#pieces.push(data.replace(/\s+/g, ' '))
  }

  close(name: string): void {
    if (this.#unseenDepth > 0) this.#unseenDepth--
    else this.#separate(name)
  }

  /** Without space around a line, and without empty lines. */
  toString(): string {
    const lines = this.#pieces.join('').split('\n')
    return lines
      .map(line => line.replace(/ {2,}/g, ' ').trim())
      .filter(line => line !== '')
      .join('\n')
  }

  #separate(name: string): void {
    if (this.#unseenDepth > 0) return
    if (blocks.has(name)) this.#pieces.push('\n')
    // Whether an element of a page's own stands within a line is known to its style sheet alone.
    else if (cells.has(name) || name.includes('-')) this.#pieces.push(' ')
  }
}

function isUnseen(name: string, attributes: Attributes): boolean {
  const { hidden, style, open } = attributes
  if ((unseen.has(name) && !isShadowRoot(name, attributes)) || hidden !== undefined) return true
  if (name === 'dialog' && open === undefined) return true
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}
