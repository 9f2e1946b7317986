import type { ClusterIndex } from './cluster-index.ts'

/** A cluster, or a part of one that the matches of a higher threshold hold together. */
export interface ClusterPart {
  /** Slots of the contents. */
  readonly contents: readonly number[]
  /** Number of documents. */
  readonly size: number
  /** Slot of the document created first. */
  readonly earliest: number
  /** Slot of the document with the longest text, of several the one created first. */
  readonly longest: number
  /** When a document last changed, milliseconds since 1970. */
  readonly updatedAt: number
  /** Whether a cap cut the candidates of a content. */
  readonly isTruncated: boolean
}

/** A cluster as a whole; its contents are only gathered when they are asked for. */
export function wholeCluster(index: ClusterIndex, cluster: number): ClusterPart {
  return {
    get contents(): readonly number[] {
      return [...index.contentsOf(cluster)]
    },
    size: index.size(cluster),
    earliest: index.earliest(cluster),
    longest: index.longest(cluster),
    updatedAt: index.updatedAt(cluster),
    isTruncated: index.isTruncated(cluster)
  }
}

/**
 * Cuts a cluster at a higher threshold: only matches that reach it hold contents together. What the spanning
 * forest keeps at the threshold tells, so that the cost is that of the contents.
 *
 * @param threshold 0 to 1
 */
export function cutCluster(index: ClusterIndex, cluster: number, threshold: number): ClusterPart[] {
  const topOf = topFinder(index, threshold)
  const parts = new Map<number, number[]>()
  for (const content of index.contentsOf(cluster)) {
    const top = topOf(content)
    const part = parts.get(top)
    if (part === undefined) parts.set(top, [content])
    else part.push(content)
  }
  return Array.from(parts.values(), contents => partOf(index, contents))
}

/** The part of a cluster that holds a content when the cluster is cut at a threshold. */
export function partAround(index: ClusterIndex, content: number, threshold: number): ClusterPart {
  const cluster = index.clusterOf(content)
  return partOf(
    index,
    searchAround(index, content, threshold, index.contentCount(cluster)) ??
      searchForest(index, cluster, content, threshold)
  )
}

/** The contents of a part by its matches; undefined when there are more to look at than a limit. */
function searchAround(
  { graph }: ClusterIndex,
  content: number,
  threshold: number,
  limit: number
): number[] | undefined {
  const reached = new Set([content])
  let looked = 0
  for (const near of reached) {
    for (let edge = graph.first(near); edge !== 0; edge = graph.next(edge)) {
      if (++looked > limit) return undefined
      if (graph.strength(edge) >= threshold) reached.add(graph.target(edge))
    }
  }
  return [...reached]
}

/** The same by the forest, which has far fewer matches, but by which all contents of the cluster must be looked at. */
function searchForest(index: ClusterIndex, cluster: number, content: number, threshold: number): number[] {
  const topOf = topFinder(index, threshold)
  const top = topOf(content)
  const found: number[] = []
  for (const other of index.contentsOf(cluster)) if (topOf(other) === top) found.push(other)
  return found
}

/** Gives for each content the uppermost of its part in the forest. */
function topFinder({ forest, graph }: ClusterIndex, threshold: number): (content: number) => number {
  const tops = new Map<number, number>()
  return start => {
    const path: number[] = []
    let content = start
    let top = tops.get(content)
    while (top === undefined) {
      path.push(content)
      const up = forest.parentEdge(content)
      if (up === 0 || graph.strength(up) < threshold) top = content
      else {
        content = graph.target(up)
        top = tops.get(content)
      }
    }
    for (const passed of path) tops.set(passed, top)
    return top
  }
}

function partOf(index: ClusterIndex, contents: readonly number[]): ClusterPart {
  const part = { contents, size: 0, earliest: 0, longest: 0, updatedAt: 0, isTruncated: false }
  for (const content of contents) {
    for (const document of index.contents.members(content)) {
      part.size++
      if (index.isEarlier(document, part.earliest)) part.earliest = document
      if (index.isLonger(document, part.longest)) part.longest = document
      part.updatedAt = Math.max(part.updatedAt, index.documents.updatedAt.get(document))
    }
    part.isTruncated ||= index.contents.isTruncated(content)
  }
  return part
}
