import { type Column, Uint32Column } from '../columns/column.ts'
import type { Columnar } from '../columns/columnar.ts'
import { Slots } from '../columns/slots.ts'
import type { ContentTable } from './content-table.ts'
import { jaccard, type Overlap } from './overlap.ts'
import { type Score, scoreOf } from './score.ts'

/**
 * The verified matches: an undirected graph of contents. A match is two half-edges, an even and the
 * next odd number, one in the list of either end; 0 is none.
 */
export class MatchGraph implements Columnar {
  readonly #contents: ContentTable
  readonly #slotCount: number
  readonly #matches = new Slots()
  readonly #first = new Uint32Column()
  readonly #target = new Uint32Column()
  readonly #next = new Uint32Column()
  readonly #equalSlots = new Uint32Column()
  /** Shared shingles plus 1; 0 where they are unknown. */
  readonly #shared = new Uint32Column()

  /** @param slotCount slots of a signature */
  constructor(contents: ContentTable, slotCount: number) {
    this.#contents = contents
    this.#slotCount = slotCount
  }

  /** Number of matches. */
  get size(): number {
    return this.#matches.size
  }

  /** The first half-edge that leaves a content. */
  first(content: number): number {
    return this.#first.get(content)
  }

  /** The half-edge after one in the list of the same content. */
  next(edge: number): number {
    return this.#next.get(edge)
  }

  /** The content that a half-edge leads to. */
  target(edge: number): number {
    return this.#target.get(edge)
  }

  /** The content that a half-edge leaves. */
  source(edge: number): number {
    return this.#target.get(edge ^ 1)
  }

  /** The half-edges that leave a content. */
  *edges(content: number): Generator<number> {
    for (let edge = this.#first.get(content); edge !== 0; edge = this.#next.get(edge)) yield edge
  }

  /** The half-edge from one content to another; 0 for none. Looks in both lists at a time: one may be very long. */
  between(left: number, right: number): number {
    let edge = this.#first.get(left)
    let back = this.#first.get(right)
    while (edge !== 0 && back !== 0) {
      if (this.#target.get(edge) === right) return edge
      if (this.#target.get(back) === left) return back ^ 1
      edge = this.#next.get(edge)
      back = this.#next.get(back)
    }
    return 0
  }

  /** Number of matches of a content. */
  degree(content: number): number {
    let degree = 0
    for (let edge = this.#first.get(content); edge !== 0; edge = this.#next.get(edge)) degree++
    return degree
  }

  overlap(edge: number): Overlap {
    const shared = this.#shared.get(edge >>> 1)
    return { equalSlots: this.#equalSlots.get(edge >>> 1), shared: shared === 0 ? undefined : shared - 1 }
  }

  score(edge: number): Score {
    return this.scoreOf(this.source(edge), this.target(edge), this.overlap(edge))
  }

  /** The score of two contents with a known overlap. */
  scoreOf(left: number, right: number, overlap: Overlap): Score {
    return this.scoreOfSizes(overlap, this.#contents.shingleCount(left), this.#contents.shingleCount(right))
  }

  /** The score of two shingle sets of given sizes, undefined where a set is unknown. */
  scoreOfSizes(overlap: Overlap, left: number | undefined, right: number | undefined): Score {
    return scoreOf(overlap, left ?? 0, right ?? 0, this.#slotCount)
  }

  /** Whether the shared shingles of a match are known, so that its strength is the similarity. */
  isExact(edge: number): boolean {
    return this.#shared.get(edge >>> 1) !== 0
  }

  /** The number that decides about a match, as {@link decisive} of its score. */
  strength(edge: number): number {
    const shared = this.#shared.get(edge >>> 1)
    if (shared === 0) return this.#equalSlots.get(edge >>> 1) / this.#slotCount
    const left = this.#contents.shingleCount(this.source(edge)) ?? 0
    return jaccard(shared - 1, left, this.#contents.shingleCount(this.target(edge)) ?? 0)
  }

  /** Adds a match of two contents and returns the half-edge from the first. */
  add(left: number, right: number, { equalSlots, shared }: Overlap): number {
    const match = this.#matches.take()
    this.#equalSlots.set(match, equalSlots)
    this.#shared.set(match, shared === undefined ? 0 : shared + 1)
    this.#put(match * 2, left, right)
    this.#put(match * 2 + 1, right, left)
    return match * 2
  }

  /** Removes a match from the lists of both ends. */
  remove(edge: number): void {
    this.#take(edge)
    this.#take(edge ^ 1)
    this.#matches.release(edge >>> 1)
  }

  #put(edge: number, source: number, target: number): void {
    this.#target.set(edge, target)
    this.#next.set(edge, this.#first.get(source))
    this.#first.set(source, edge)
  }

  #take(edge: number): void {
    const source = this.source(edge)
    const after = this.#next.get(edge)
    let before = 0
    for (let other = this.#first.get(source); other !== edge; other = this.#next.get(other)) before = other
    if (before === 0) this.#first.set(source, after)
    else this.#next.set(before, after)
  }

  get columns(): readonly Column[] {
    return [...this.#matches.columns, this.#first, this.#target, this.#next, this.#equalSlots, this.#shared]
  }

  get counters(): readonly number[] {
    return this.#matches.counters
  }

  restore(counters: readonly number[]): void {
    this.#matches.restore(counters)
  }
}
