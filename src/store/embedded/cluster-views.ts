import type { Cluster, Content } from '../../cluster/cluster-index.ts'
import { scoreOfCopies, similaritySummary, strongestPairs } from '../../cluster/cluster-scores.ts'
import { type Comparable, overlapOf } from '../../cluster/overlap.ts'
import type { Score } from '../../cluster/score.ts'
import type { ClusterMember, ClusterView, SingleClusterView } from '../clusters.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { PageRequest } from '../document-store.ts'
import type { DocumentFields } from '../documents.ts'
import { referenceTo, representativeOf } from './cluster-id.ts'
import { updatedAtOf } from './cluster-listing.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { Entry } from './entry.ts'

/** Most pairs that a cluster shows. */
const maxPairs = 20
/** Most contents that are compared with the representative for `toRepresentative`. */
const maxCompared = 1000
/** Members that a cluster shows in a listing. */
const listedMembers = 10

/** What the views need to know of stored documents beyond the index. */
export interface StoredContents {
  comparable(content: Content<Entry>): Comparable
  fields(entry: Entry): DocumentFields
}

/** Shows clusters to readers. */
export class ClusterViews {
  readonly #index: CollectionIndex
  readonly #stored: StoredContents

  constructor(index: CollectionIndex, stored: StoredContents) {
    this.#index = index
    this.#stored = stored
  }

  /** A cluster as it stands in a listing. */
  listed(cluster: Cluster<Entry>, threshold: number): ClusterView {
    return this.#view(cluster, threshold, { cursor: undefined, limit: listedMembers })
  }

  /** A cluster by itself. */
  single(cluster: Cluster<Entry>, threshold: number, page: PageRequest): SingleClusterView {
    const view = this.#view(cluster, threshold, page)
    const { summary, isTruncated } = this.#toRepresentative(cluster)
    return { ...view, truncated: view.truncated || isTruncated, toRepresentative: summary }
  }

  #view(cluster: Cluster<Entry>, threshold: number, page: PageRequest): ClusterView {
    const { pairs, isTruncated } = strongestPairs(cluster, threshold, maxPairs)
    const { members, nextCursor } = this.#members(cluster, page)
    return {
      ...referenceTo(cluster),
      similarity: similaritySummary(cluster, threshold),
      createdAt: cluster.earliest.ingestedAt,
      updatedAt: updatedAtOf(cluster),
      members,
      pairs: pairs.map(({ a, b, similarity, estimate }) => ({ a: a.id, b: b.id, similarity, estimate })),
      truncated: isTruncated,
      nextCursor
    }
  }

  #members(cluster: Cluster<Entry>, { cursor, limit }: PageRequest): Pick<ClusterView, 'members' | 'nextCursor'> {
    const after = cursor === undefined ? -1 : decodeCursor<[number]>('members', cursor, ['number'])[0]
    const found = firstMembers(cluster, after, limit + 1)
    const last = found.length > limit ? found[limit - 1] : undefined
    return {
      members: found.slice(0, limit).map(entry => this.#member(cluster, entry)),
      nextCursor: last && encodeCursor('members', [last.created])
    }
  }

  #member(cluster: Cluster<Entry>, entry: Entry): ClusterMember {
    const { url, title } = this.#stored.fields(entry)
    const { similarity, estimate } = this.#scoreBetween(representativeOf(cluster).content, entry.content)
    return {
      id: entry.id,
      similarity,
      estimate,
      ...(url !== undefined && { url }),
      ...(title !== undefined && { title }),
      ingestedAt: entry.ingestedAt
    }
  }

  #toRepresentative(cluster: Cluster<Entry>): {
    summary: SingleClusterView['toRepresentative']
    isTruncated: boolean
  } {
    const representative = representativeOf(cluster).content
    const contents = [...cluster.contents].sort((a, b) => a.number - b.number)
    let min = 1
    let sum = 0
    let count = 0
    for (const content of contents.slice(0, maxCompared)) {
      const { similarity } = this.#scoreBetween(representative, content)
      // The representative itself does not count.
      const members = content.members.length - (content === representative ? 1 : 0)
      if (similarity === null || members === 0) continue
      min = Math.min(min, similarity)
      sum += similarity * members
      count += members
    }
    const summary = count === 0 ? null : { min, mean: Math.max(min, sum / count) }
    return { summary, isTruncated: contents.length > maxCompared }
  }

  #scoreBetween(left: Content<Entry>, right: Content<Entry>): Score {
    if (left === right) return scoreOfCopies(left)
    const match = left.matches.get(right)
    if (match !== undefined) return match
    const overlap = overlapOf(this.#stored.comparable(left), this.#stored.comparable(right))
    return this.#index.clusters.score(left, right, overlap)
  }
}

/** The first members of a cluster created after a number, in order. */
function firstMembers(cluster: Cluster<Entry>, after: number, limit: number): Entry[] {
  const found: Entry[] = []
  for (const { members } of cluster.contents) {
    let start = 0
    while (start < members.length && (members[start] as Entry).created <= after) start++
    found.push(...members.slice(start, start + limit))
  }
  return found.sort((a, b) => a.created - b.created).slice(0, limit)
}
