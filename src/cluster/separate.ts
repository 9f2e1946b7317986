import type { MatchGraph } from './match-graph.ts'
import { StepCounter, type Steps } from './steps.ts'

/** Contents that are known to be connected, from one or several of those where the search began. */
interface Search {
  /** All that were reached; those from the position on are still to be looked at. */
  contents: number[]
  position: number
  /** The search that this one came upon and was joined to. */
  joined: Search | undefined
}

/**
 * Finds what falls apart when a content or a match goes: searches from its neighbours in turns, each step as far as
 * one content's matches, until they have met or one is left. In a crowd, where the neighbours of one are neighbours of
 * each other, they meet soon; else the cost is that of the smaller parts (Even and Shiloach, "An on-line
 * edge-deletion problem", 1981). Nothing is changed; yields now and then.
 *
 * @param starts the neighbours
 * @param without a content that counts as gone; 0 for none
 * @returns the parts but one, which is the largest or nearly
 */
export function* separate(graph: MatchGraph, starts: Iterable<number>, without: number): Steps<number[][]> {
  const reachedBy = new Map<number, Search>()
  for (const start of starts) reachedBy.set(start, { contents: [start], position: 0, joined: undefined })
  let running = [...reachedBy.values()]
  const finished: number[][] = []
  const counter = new StepCounter()
  while (running.length > 1) {
    for (const search of running) {
      if (search.joined !== undefined) continue
      if (counter.isFull(1 + advance(graph, search, reachedBy, without))) yield
    }
    running = running.filter(search => search.joined === undefined)
    const ended = running.filter(isFinished)
    // All may end in the same turn; then the largest is the rest.
    if (ended.length === running.length) ended.splice(largest(ended), 1)
    for (const { contents } of ended) finished.push(contents)
    running = running.filter(search => !isFinished(search))
  }
  return finished
}

/** @returns how many half-edges were looked at */
function advance(graph: MatchGraph, from: Search, reachedBy: Map<number, Search>, without: number): number {
  let search = from
  if (isFinished(search)) return 0
  const content = search.contents[search.position] as number
  search.position++
  let looked = 0
  for (let edge = graph.first(content); edge !== 0; edge = graph.next(edge)) {
    looked++
    const target = graph.target(edge)
    if (target === without) continue
    const found = reachedBy.get(target)
    if (found === undefined) {
      reachedBy.set(target, search)
      search.contents.push(target)
      continue
    }
    const other = current(found)
    if (other !== search) search = join(search, other)
  }
  return looked
}

function isFinished({ contents, position }: Search): boolean {
  return position === contents.length
}

/** The search that one was joined to, if it was. */
function current(search: Search): Search {
  let last = search
  while (last.joined !== undefined) last = last.joined
  // Those on the way are shown the short one.
  for (let at = search; at !== last; ) {
    const next = at.joined as Search
    at.joined = last
    at = next
  }
  return last
}

/** Joins the smaller of two searches to the other. */
function join(a: Search, b: Search): Search {
  const [into, from] = a.contents.length < b.contents.length ? [b, a] : [a, b]
  const { contents } = into
  // What was looked at stays before the position, what is still to be looked at behind it.
  for (let at = 0; at < from.contents.length; at++) {
    const content = from.contents[at] as number
    if (at < from.position) {
      contents.push(contents[into.position] ?? content)
      contents[into.position] = content
      into.position++
    } else {
      contents.push(content)
    }
  }
  from.joined = into
  from.contents = []
  from.position = 0
  return into
}

function largest(searches: readonly Search[]): number {
  let found = 0
  for (const [place, { contents }] of searches.entries()) {
    if (contents.length > (searches[found]?.contents.length ?? 0)) found = place
  }
  return found
}
