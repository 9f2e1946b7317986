import { Uint32Column } from '../columns/column.ts'
import type { MatchGraph } from './match-graph.ts'

/** The weakest match of the forest on the way between two contents. */
export interface WeakestLink {
  /** The content whose match to its parent it is. */
  readonly below: number
  readonly strength: number
  /** Whether that content is on the way up from the origin, and not from the target. */
  readonly isOnOriginSide: boolean
}

const nowhere = -1
/** Stands for a link that is still to be found. */
const unknown = 0

/**
 * Finds the weakest links of a forest on the ways from one content, the origin, to others. What lies on a way is
 * remembered until the origin or the forest changes: the ways to the matches of one content run together soon.
 */
export class WeakestLinks {
  readonly #graph: MatchGraph
  readonly #parent: Uint32Column
  #origin = 0
  /** The uppermost content that was reached from the origin. */
  #top = 0
  /** The contents that were reached. For each, where it is among them; anything for others (Briggs and Torczon, 1993). */
  readonly #reached: number[] = []
  readonly #place = new Uint32Column()
  /** For each reached content the link on the way to the origin: its strength, and the content below it, negative on the side of a target. */
  readonly #strength: number[] = []
  readonly #below: number[] = []
  /** The contents on the way up from a target, while it is searched. */
  readonly #climbed: number[] = []

  /** @param parent by content, the half-edge to its parent; 0 for a root */
  constructor(graph: MatchGraph, parent: Uint32Column) {
    this.#graph = graph
    this.#parent = parent
  }

  /** Must be called after every change of the forest. */
  forget(): void {
    this.#origin = 0
  }

  /** The weakest link between two different contents of one tree. */
  between(origin: number, target: number): WeakestLink {
    if (origin !== this.#origin) this.#start(origin)
    this.#reach(target)
    const place = this.#placeOf(target)
    const below = this.#below[place] as number
    return { below: Math.abs(below), strength: this.#strength[place] as number, isOnOriginSide: below > 0 }
  }

  #start(origin: number): void {
    this.#origin = origin
    this.#top = origin
    this.#reached.length = 0
    this.#add(origin, Number.POSITIVE_INFINITY, unknown)
  }

  /** Climbs from a target and from the origin in turns, so that the cost is that of the way between them and not of the way to the root. */
  #reach(target: number): void {
    const climbed = this.#climbed
    for (let head = target; ; ) {
      if (head !== 0) {
        if (this.#placeOf(head) !== nowhere) break
        this.#add(head, 0, unknown)
        climbed.push(head)
        head = this.#above(head)
      }
      if (!this.#climb()) continue
      // The climber from the origin came upon the way of the other: what is above is on its way, too.
      while (this.#top !== climbed.at(-1)) this.#climb()
      break
    }
    for (let content = climbed.pop(); content !== undefined; content = climbed.pop()) this.#descend(content)
  }

  /**
   * Goes from the uppermost content to its parent, if it has one.
   *
   * @returns whether that was reached before
   */
  #climb(): boolean {
    const top = this.#top
    const up = this.#parent.get(top)
    if (up === 0) return false
    const from = this.#placeOf(top)
    const strength = this.#graph.strength(up)
    const isWeaker = strength < (this.#strength[from] as number)
    const least = isWeaker ? strength : (this.#strength[from] as number)
    const below = isWeaker ? top : (this.#below[from] as number)
    this.#top = this.#graph.target(up)
    const place = this.#placeOf(this.#top)
    if (place === nowhere) {
      this.#add(this.#top, least, below)
      return false
    }
    this.#strength[place] = least
    this.#below[place] = below
    return true
  }

  /** Finds the link of a content from that of its parent, unless it is found. */
  #descend(content: number): void {
    const place = this.#placeOf(content)
    if (this.#below[place] !== unknown) return
    const up = this.#parent.get(content)
    const from = this.#placeOf(this.#graph.target(up))
    const strength = this.#graph.strength(up)
    const isWeaker = strength < (this.#strength[from] as number)
    this.#strength[place] = isWeaker ? strength : (this.#strength[from] as number)
    this.#below[place] = isWeaker ? -content : (this.#below[from] as number)
  }

  #above(content: number): number {
    const up = this.#parent.get(content)
    return up === 0 ? 0 : this.#graph.target(up)
  }

  #add(content: number, strength: number, below: number): void {
    const place = this.#reached.length
    this.#reached.push(content)
    this.#place.set(content, place)
    this.#strength[place] = strength
    this.#below[place] = below
  }

  #placeOf(content: number): number {
    const place = this.#place.get(content)
    return this.#reached[place] === content ? place : nowhere
  }
}
