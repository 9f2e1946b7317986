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
  const { forest, graph } = index
  const tops = new Map<number, number>()
  const parts = new Map<number, number[]>()
  for (const start of index.contentsOf(cluster)) {
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
    const part = parts.get(top)
    if (part === undefined) parts.set(top, [start])
    else part.push(start)
  }
  return Array.from(parts.values(), contents => partOf(index, contents))
}

/** The part of a cluster that holds a content when the cluster is cut at a threshold. */
export function partAround(index: ClusterIndex, content: number, threshold: number): ClusterPart {
  const { graph } = index
  const reached = new Set([content])
  for (const near of reached) {
    for (const edge of graph.edges(near)) if (graph.strength(edge) >= threshold) reached.add(graph.target(edge))
  }
  return partOf(index, [...reached])
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
