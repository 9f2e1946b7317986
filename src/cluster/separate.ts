import type { MatchGraph } from './match-graph.ts'

/** The forest that is to be mended. */
export interface BrokenForest {
  /** Whether a match belongs to it. */
  has(edge: number): boolean
  /** Joins two trees by a match, and turns the tree that the half-edge leaves around. */
  join(edge: number): void
}

/** The part that was not searched to its end: the largest, or nearly. */
const rest = -1

/**
 * Mends a forest after a content was taken out of a tree: finds the parts that it leaves, and joins
 * them again by the strongest matches between them.
 *
 * The parts are searched in turns until one is left, so that the cost is that of the smaller ones
 * (Even and Shiloach, "An on-line edge-deletion problem", 1981).
 *
 * @param starts one content of each part
 * @returns the parts that no match joins to the largest
 */
export function separate(graph: MatchGraph, forest: BrokenForest, starts: readonly number[]): number[][] {
  const searches = searchInTurns(graph, forest, starts)
  const partOf = new Map<number, number>()
  for (const [part, contents] of searches.entries()) for (const content of contents) partOf.set(content, part)
  const groups = new Groups(searches.length)
  for (const edge of strongestFirst(graph, partOf)) {
    const source = partOf.get(graph.source(edge)) as number
    const target = partOf.get(graph.target(edge)) ?? rest
    const joined = groups.join(source, target)
    // The side that does not reach the rest is turned around: it is the smaller one.
    if (joined !== undefined) forest.join(joined === source ? edge : edge ^ 1)
  }
  return groups.apartFromRest().map(parts => parts.flatMap(part => searches[part] as number[]))
}

function searchInTurns(graph: MatchGraph, forest: BrokenForest, starts: readonly number[]): number[][] {
  let running = starts.map(start => new Search(graph, forest, start))
  const finished: number[][] = []
  while (running.length > 1) {
    const unfinished = running.filter(search => search.step())
    for (const search of running) if (search.isFinished) finished.push(search.contents)
    // All may end in the same turn; then the last is the rest.
    if (unfinished.length === 0) finished.pop()
    running = unfinished
  }
  return finished
}

/** Walks a tree of the forest. */
class Search {
  readonly contents: number[]
  readonly #graph: MatchGraph
  readonly #forest: BrokenForest
  /** For each content the place of the one from which it was reached. */
  readonly #from = [-1]
  #position = 0

  constructor(graph: MatchGraph, forest: BrokenForest, start: number) {
    this.#graph = graph
    this.#forest = forest
    this.contents = [start]
  }

  get isFinished(): boolean {
    return this.#position === this.contents.length
  }

  /** @returns whether there is more to walk */
  step(): boolean {
    const content = this.contents[this.#position] as number
    const from = this.contents[this.#from[this.#position] as number]
    for (const edge of this.#graph.edges(content)) {
      const next = this.#graph.target(edge)
      if (next === from || !this.#forest.has(edge)) continue
      this.contents.push(next)
      this.#from.push(this.#position)
    }
    this.#position++
    return !this.isFinished
  }
}

/** Matches that lead out of their part, strongest first, each once or twice. */
function strongestFirst(graph: MatchGraph, partOf: ReadonlyMap<number, number>): number[] {
  const found: { edge: number; strength: number }[] = []
  for (const [content, part] of partOf) {
    for (const edge of graph.edges(content)) {
      const other = partOf.get(graph.target(edge)) ?? rest
      // Of a match between two parts, one half is enough.
      if (other < part) found.push({ edge, strength: graph.strength(edge) })
    }
  }
  return found.sort((a, b) => b.strength - a.strength).map(({ edge }) => edge)
}

/** Which parts are joined by now. */
class Groups {
  readonly #parent: number[]

  constructor(parts: number) {
    this.#parent = Array.from({ length: parts }, (_, part) => part)
  }

  /** Joins two parts and returns the one whose group did not hold the rest; undefined when they were joined. */
  join(left: number, right: number): number | undefined {
    const a = this.#find(left)
    const b = this.#find(right)
    if (a === b) return undefined
    const [from, to, joined] = a === rest ? [b, a, right] : [a, b, left]
    this.#parent[from] = to
    return joined
  }

  /** The groups that the rest does not belong to. */
  apartFromRest(): number[][] {
    const groups = new Map<number, number[]>()
    for (const part of this.#parent.keys()) {
      const root = this.#find(part)
      if (root === rest) continue
      const group = groups.get(root)
      if (group === undefined) groups.set(root, [part])
      else group.push(part)
    }
    return [...groups.values()]
  }

  #find(part: number): number {
    let root = part
    while (root !== rest && this.#parent[root] !== root) root = this.#parent[root] as number
    return root
  }
}
