import type { ExtractedPage } from '../service/page-extractor.ts'
import { toDateTime } from './date-time.ts'
import type { Attributes, PageListener } from './walk-html.ts'

/** Longest title, in UTF-16 code units, and longest address: those of a document. */
const maxTitleLength = 1024
const maxUrlLength = 2048

/** Names of `meta` that pages give their title and the time of their publication under, best first. */
const titleNames = ['og:title', 'twitter:title', 'dc.title']
const dateNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date'
]

/** Elements whose text is of use. */
const texts = new Set(['title', 'h1', 'script'])

/** Collects the title, the address and the time of publication that a page gives for itself. */
export class PageFields implements PageListener {
  /** The first value of each name of `meta`. */
  readonly #metas = new Map<string, string>()
  /** The first text of each such element. */
  readonly #texts = new Map<string, string>()
  #base: string | undefined
  #canonical: string | undefined
  #linkedDate: string | undefined
  #timeDate: string | undefined
  /** The element whose text is being read, and its text so far. */
  #open: { readonly name: string; readonly pieces: string[] } | undefined

  open(name: string, attributes: Attributes): void {
    if (name === 'meta') this.#addMeta(attributes)
    else if (name === 'base') this.#base ??= attributes.href
    else if (name === 'link') this.#addLink(attributes)
    else if (texts.has(name) && this.#open === undefined && isOfUse(name, attributes)) this.#open = { name, pieces: [] }
    if (isPublicationTime(name, attributes)) this.#timeDate ??= attributes.datetime
  }

  text(data: string): void {
    this.#open?.pieces.push(data)
  }

  close(name: string): void {
    if (this.#open?.name !== name) return
    const text = this.#open.pieces.join('')
    this.#open = undefined
    // JSON-LD is often no valid JSON; what stands under the name is enough.
    if (name === 'script') this.#linkedDate ??= /"datePublished"\s*:\s*"([^"]{1,40})"/.exec(text)?.[1]
    else if (!this.#texts.has(name)) this.#texts.set(name, text)
  }

  /**
   * What the page said.
   *
   * @param title a better one than the page's own
   */
  found(title: string | null | undefined): Omit<ExtractedPage, 'text' | 'extraction'> {
    const titles = [title, ...this.#valuesOf(titleNames), this.#texts.get('title'), this.#texts.get('h1')]
    const fields = {
      title: first(titles, shownTitle),
      url: first([this.#canonical, this.#metas.get('og:url')], address => webAddress(address, this.#base)),
      publishedAt: first([this.#linkedDate, ...this.#valuesOf(dateNames), this.#timeDate], toDateTime)
    }
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  }

  #addMeta({ property, name, itemprop, content }: Attributes): void {
    if (content === undefined) return
    for (const key of [property, name, itemprop]) {
      const known = key?.trim().toLowerCase()
      if (known && !this.#metas.has(known)) this.#metas.set(known, content)
    }
  }

  #addLink({ rel, href }: Attributes): void {
    if (rel !== undefined && /(?:^|\s)canonical(?:\s|$)/i.test(rel)) this.#canonical ??= href
  }

  #valuesOf(names: readonly string[]): (string | undefined)[] {
    return names.map(name => this.#metas.get(name))
  }
}

function isOfUse(name: string, { type }: Attributes): boolean {
  return name !== 'script' || type?.trim().toLowerCase() === 'application/ld+json'
}

function isPublicationTime(name: string, { datetime, itemprop, pubdate }: Attributes): boolean {
  if (datetime === undefined) return false
  return (name === 'time' && pubdate !== undefined) || itemprop?.toLowerCase() === 'datepublished'
}

/** The first value that can be used, as it is used. */
function first(
  values: readonly (string | null | undefined)[],
  use: (value: string) => string | undefined
): string | undefined {
  for (const value of values) {
    const used = value ? use(value) : undefined
    if (used !== undefined) return used
  }
  return undefined
}

/** In one line, cut to the length that a document's may have; undefined where nothing is left. */
function shownTitle(title: string): string | undefined {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.slice(0, maxTitleLength).trimEnd().toWellFormed() || undefined
}

/** An address of the web, absolute; undefined where it is none. */
function webAddress(address: string, base: string | undefined): string | undefined {
  try {
    // The base may be relative to where the page came from, which nobody knows; an absolute address does without.
    const { protocol, href } = URL.canParse(address.trim()) ? new URL(address.trim()) : new URL(address.trim(), base)
    return /^https?:$/.test(protocol) && href.length <= maxUrlLength ? href : undefined
  } catch {
    return undefined
  }
}
