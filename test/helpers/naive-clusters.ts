import type { ContentMatch } from '../../src/cluster/cluster-index.ts'
import type { ContentFacts } from '../../src/cluster/content-table.ts'
import type { DocumentFacts } from '../../src/cluster/document-table.ts'

/** Strengths are whole tenths: each is `equalSlots / slotCount`. */
export const slotCount = 10

/** A match of so many slots; no shingles are known. */
export const overlap = (equalSlots: number) => ({ equalSlots, shared: undefined })

/** Documents of one content, or of contents that matches hold together. Documents are slots. */
export interface NaiveCluster {
  readonly contents: readonly number[]
  readonly size: number
  readonly earliest: number
  readonly longest: number
  readonly updatedAt: number
  readonly isTruncated: boolean
}

/** What the index of clusters must be: lists of documents, contents and matches, searched anew each time. */
export class NaiveClusters {
  readonly documents = new Map<number, DocumentFacts>()
  readonly contents = new Map<number, ContentFacts>()
  /** For each content its matches: the other content and the equal slots. */
  readonly matches = new Map<number, Map<number, number>>()

  addContent(content: number, facts: ContentFacts, matches: readonly ContentMatch[]): void {
    this.contents.set(content, facts)
    this.matches.set(content, new Map())
    for (const [other, { equalSlots }] of matches) this.connect(content, other, equalSlots)
  }

  connect(left: number, right: number, equalSlots: number): void {
    this.#matchesOf(left).set(right, equalSlots)
    this.#matchesOf(right).set(left, equalSlots)
  }

  disconnect(left: number, right: number): void {
    this.#matchesOf(left).delete(right)
    this.#matchesOf(right).delete(left)
  }

  removeContent(content: number): void {
    for (const other of this.#matchesOf(content).keys()) this.#matchesOf(other).delete(content)
    this.matches.delete(content)
    this.contents.delete(content)
  }

  isConnected(left: number, right: number): boolean {
    return this.#matchesOf(left).has(right)
  }

  /** The documents of a content in order of creation. */
  members(content: number): number[] {
    const slots = [...this.documents].filter(([, facts]) => facts.content === content)
    return slots.sort(([, a], [, b]) => a.created - b.created).map(([slot]) => slot)
  }

  /** The clusters that matches of at least so many slots make, those without documents too. */
  clusters(leastSlots: number): NaiveCluster[] {
    const waiting = new Set(this.contents.keys())
    return [...waiting].flatMap(start => (waiting.has(start) ? [this.#clusterAround(start, leastSlots, waiting)] : []))
  }

  created(document: number): number {
    return this.documents.get(document)?.created as number
  }

  /** Every two documents with the same or matching contents, by the tenths of their strength. */
  pairStrengths(): number[] {
    const documents = [...this.documents.values()]
    return documents.flatMap((a, at) =>
      documents.slice(at + 1).flatMap(b => {
        if (a.content === b.content) return [slotCount]
        return this.#matchesOf(a.content).get(b.content) ?? []
      })
    )
  }

  #matchesOf(content: number): Map<number, number> {
    return this.matches.get(content) as Map<number, number>
  }

  #clusterAround(start: number, leastSlots: number, waiting: Set<number>): NaiveCluster {
    const contents = [start]
    waiting.delete(start)
    for (const content of contents) {
      for (const [other, equalSlots] of this.#matchesOf(content)) {
        if (equalSlots >= leastSlots && waiting.delete(other)) contents.push(other)
      }
    }
    const members = contents.flatMap(content => this.members(content))
    const facts = (document: number) => this.documents.get(document) as DocumentFacts
    const inOrder = members.sort((a, b) => this.created(a) - this.created(b))
    return {
      contents,
      size: members.length,
      earliest: inOrder[0] ?? 0,
      // Sorting keeps the order of creation among equals.
      longest: inOrder.toSorted((a, b) => facts(b).textBytes - facts(a).textBytes)[0] ?? 0,
      updatedAt: Math.max(0, ...members.map(member => facts(member).updatedAt)),
      isTruncated: contents.some(content => this.contents.get(content)?.isTruncated)
    }
  }
}
