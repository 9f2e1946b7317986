import { type Column, Uint32Column } from '../columns/column.ts'
import { type Columnar, expectCounters } from '../columns/columnar.ts'
import type { MatchGraph } from './match-graph.ts'
import { type BrokenForest, separate } from './separate.ts'
import { WeakestLinks } from './weakest-links.ts'

/**
 * A maximum spanning forest of the match graph: the strongest matches that hold each component together.
 *
 * The parts of a component at a higher threshold are what remains connected in the forest, whatever
 * other matches there are. Each content knows the half-edge to its parent; a component's root has none.
 */
export class SpanningForest implements Columnar, BrokenForest {
  readonly #graph: MatchGraph
  readonly #parent = new Uint32Column()
  readonly #links: WeakestLinks

  constructor(graph: MatchGraph) {
    this.#graph = graph
    this.#links = new WeakestLinks(graph, this.#parent)
  }

  /** Makes a content a tree of its own. */
  addRoot(content: number): void {
    this.#parent.set(content, 0)
  }

  /** The half-edge from a content to its parent; 0 for a root. */
  parentEdge(content: number): number {
    return this.#parent.get(content)
  }

  /** Whether a match belongs to the forest. */
  has(edge: number): boolean {
    return (
      this.#parent.get(this.#graph.source(edge)) === edge || this.#parent.get(this.#graph.target(edge)) === (edge ^ 1)
    )
  }

  /** Joins two trees by a match; the tree that the half-edge leaves, best the smaller one, gets a new root. */
  join(edge: number): void {
    const source = this.#graph.source(edge)
    this.#reroot(source, 0)
    this.#parent.set(source, edge)
  }

  /** Takes a match within one tree into the forest if it is stronger than the weakest on the way between its ends. */
  offer(edge: number): void {
    const graph = this.#graph
    const weakest = this.#links.between(graph.source(edge), graph.target(edge))
    if (weakest.strength >= graph.strength(edge)) return
    const own = weakest.isOnOriginSide ? edge : edge ^ 1
    const start = graph.source(own)
    this.#reroot(start, weakest.below)
    this.#parent.set(start, own)
  }

  /**
   * Takes a content with its matches out of the graph.
   *
   * @returns the groups of contents that nothing connects to the rest of their component any more
   */
  remove(content: number): number[][] {
    const graph = this.#graph
    this.#links.forget()
    const starts: number[] = []
    const up = this.#parent.get(content)
    if (up !== 0) starts.push(graph.target(up))
    for (const edge of graph.edges(content)) {
      const child = graph.target(edge)
      if (this.#parent.get(child) !== (edge ^ 1)) continue
      this.#parent.set(child, 0)
      starts.push(child)
    }
    this.#parent.set(content, 0)
    for (let edge = graph.first(content); edge !== 0; edge = graph.first(content)) graph.remove(edge)
    return starts.length < 2 ? [] : separate(graph, this, starts)
  }

  /**
   * Takes a match out of the graph.
   *
   * @returns the contents that it held in their component, in no more than one group
   */
  removeMatch(edge: number): number[][] {
    const graph = this.#graph
    const [source, target] = [graph.source(edge), graph.target(edge)]
    const child = this.#parent.get(source) === edge ? source : this.#parent.get(target) === (edge ^ 1) ? target : 0
    graph.remove(edge)
    if (child === 0) return []
    this.#links.forget()
    this.#parent.set(child, 0)
    return separate(graph, this, [source, target])
  }

  /** Turns the way from a content up to its root, or to where the tree is cut, around. */
  #reroot(content: number, last: number): void {
    this.#links.forget()
    let child = content
    let up = this.#parent.get(child)
    this.#parent.set(child, 0)
    while (up !== 0 && child !== last) {
      const parent = this.#graph.target(up)
      const next = this.#parent.get(parent)
      this.#parent.set(parent, up ^ 1)
      child = parent
      up = next
    }
  }

  get columns(): readonly Column[] {
    return [this.#parent]
  }

  get counters(): readonly number[] {
    return []
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 0)
    this.#links.forget()
  }
}
