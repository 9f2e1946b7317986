import { type Column, Uint32Column } from '../columns/column.ts'
import { type Columnar, expectCounters } from '../columns/columnar.ts'
import type { MatchGraph } from './match-graph.ts'
import { type BrokenForest, separate } from './separate.ts'

/** Numbers of searches end before 2^32. */
const maxSearch = 0xffff_fff0

/**
 * A maximum spanning forest of the match graph: the strongest matches that hold each component together.
 *
 * The parts of a component at a higher threshold are what remains connected in the forest, whatever
 * other matches there are. Each content knows the half-edge to its parent; a component's root has none.
 */
export class SpanningForest implements Columnar, BrokenForest {
  readonly #graph: MatchGraph
  readonly #parent = new Uint32Column()
  /** By content, the search and the side that came upon it last. */
  #seen = new Uint32Column()
  #search = 0

  constructor(graph: MatchGraph) {
    this.#graph = graph
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
    const [left, right] = this.#pathsToMeeting(graph.source(edge), graph.target(edge))
    let weakest = 0
    let least = graph.strength(edge)
    let isLeft = false
    for (const [path, onLeft] of [
      [left, true],
      [right, false]
    ] as const) {
      for (const content of path) {
        const strength = graph.strength(this.#parent.get(content))
        if (strength >= least) continue
        least = strength
        weakest = content
        isLeft = onLeft
      }
    }
    if (weakest === 0) return
    const own = isLeft ? edge : edge ^ 1
    const start = graph.source(own)
    this.#reroot(start, weakest)
    this.#parent.set(start, own)
  }

  /**
   * Takes a content with its matches out of the graph.
   *
   * @returns the groups of contents that nothing connects to the rest of their component any more
   */
  remove(content: number): number[][] {
    const graph = this.#graph
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
    this.#parent.set(child, 0)
    return separate(graph, this, [source, target])
  }

  /** Turns the way from a content up to its root, or to where the tree is cut, around. */
  #reroot(content: number, last: number): void {
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

  /** The contents on the ways up from two contents of a tree, each without the one where they meet. */
  #pathsToMeeting(left: number, right: number): [number[], number[]] {
    const paths: [number[], number[]] = [[], []]
    let [head, other] = [left, right]
    if (this.#search > maxSearch) this.#startOver()
    this.#search += 2
    // In turns, so that the cost is that of the way between the two and not of the way to the root.
    for (let side = 0; ; side = 1 - side) {
      if (head !== 0) {
        const seen = this.#seen.get(head)
        if (seen === this.#search + 1 - side) return cutAt(paths, 1 - side, head)
        this.#seen.set(head, this.#search + side)
        paths[side]?.push(head)
        const up = this.#parent.get(head)
        head = up === 0 ? 0 : this.#graph.target(up)
      }
      ;[head, other] = [other, head]
    }
  }

  #startOver(): void {
    this.#seen = new Uint32Column()
    this.#search = 0
  }

  get columns(): readonly Column[] {
    return [this.#parent]
  }

  get counters(): readonly number[] {
    return []
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 0)
  }
}

function cutAt(paths: [number[], number[]], side: number, meeting: number): [number[], number[]] {
  const path = paths[side] as number[]
  path.length = path.indexOf(meeting)
  return paths
}
