import type { ClusterIndex } from './cluster-index.ts'
import { StepCounter, type Steps } from './steps.ts'

/** A cluster, or a part of one that the matches of a higher threshold hold together. */
export interface ClusterPart {
  /** The cluster, where this is all of it. */
  readonly whole?: number
  /** Slots of the contents. */
  readonly contents: Iterable<number>
  readonly contentCount: number
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

/** A cluster as a whole; its contents are only gone through when they are asked for. */
export function wholeCluster(index: ClusterIndex, cluster: number): ClusterPart {
  return {
    whole: cluster,
    get contents(): Iterable<number> {
      return index.contentsOf(cluster)
    },
    contentCount: index.contentCount(cluster),
    size: index.size(cluster),
    earliest: index.earliest(cluster),
    longest: index.longest(cluster),
    updatedAt: index.updatedAt(cluster),
    isTruncated: index.isTruncated(cluster)
  }
}

/**
 * Cuts a cluster at a higher threshold: only matches that reach it hold contents together. The cost is that of the
 * matches. Nothing may change between two steps.
 *
 * @param threshold 0 to 1
 */
export function* cutCluster(index: ClusterIndex, cluster: number, threshold: number): Steps<ClusterPart[]> {
  const reached = new Set<number>()
  const parts: ClusterPart[] = []
  const counter = new StepCounter()
  for (const content of index.contentsOf(cluster)) {
    if (reached.has(content)) continue
    parts.push(yield* gather(index, content, threshold, reached, counter))
  }
  return parts
}

/** The part of a cluster that holds a content when the cluster is cut at a threshold. Nothing may change between two steps. */
export function partAround(index: ClusterIndex, content: number, threshold: number): Steps<ClusterPart> {
  return gather(index, content, threshold, new Set(), new StepCounter())
}

/** @param reached contents that parts were found for, to which those of this one are added */
function* gather(
  index: ClusterIndex,
  start: number,
  threshold: number,
  reached: Set<number>,
  counter: StepCounter
): Steps<ClusterPart> {
  const { graph } = index
  const contents = [start]
  reached.add(start)
  for (const content of contents) {
    for (let edge = graph.first(content); edge !== 0; edge = graph.next(edge)) {
      const target = graph.target(edge)
      if (!reached.has(target) && graph.strength(edge) >= threshold) {
        reached.add(target)
        contents.push(target)
      }
      if (counter.isFull()) yield
    }
  }
  return yield* partOf(index, contents, counter)
}

function* partOf(index: ClusterIndex, contents: readonly number[], counter: StepCounter): Steps<ClusterPart> {
  const { documents } = index
  const contentCount = contents.length
  const part = { contents, contentCount, size: 0, earliest: 0, longest: 0, updatedAt: 0, isTruncated: false }
  for (const content of contents) {
    part.isTruncated ||= index.contents.isTruncated(content)
    for (const document of index.contents.members(content)) {
      part.size++
      if (index.isEarlier(document, part.earliest)) part.earliest = document
      if (index.isLonger(document, part.longest)) part.longest = document
      part.updatedAt = Math.max(part.updatedAt, documents.updatedAt.get(document))
      if (counter.isFull()) yield
    }
  }
  return part
}
