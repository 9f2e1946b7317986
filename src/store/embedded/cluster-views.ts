import type { ClusterPart } from '../../cluster/cluster-part.ts'
import { scoreOfCopies } from '../../cluster/cluster-scores.ts'
import { overlapOf } from '../../cluster/overlap.ts'
import type { Score } from '../../cluster/score.ts'
import type { Float64Column } from '../../columns/column.ts'
import type { ClusterMember, ClusterView, SingleClusterView } from '../clusters.ts'
import { cursorOf, placeAfter } from '../cursor.ts'
import type { PageRequest } from '../document-store.ts'
import { referenceTo } from './cluster-id.ts'
import type { CollectionIndex } from './collection-index.ts'
import { MatchSummaries } from './match-summaries.ts'
import type { RowReader } from './row-reader.ts'

/** Most contents that are compared with the representative for `toRepresentative`. */
const maxCompared = 1000
/** Members that a cluster shows in a listing. */
const listedMembers = 10

/** Shows clusters to readers. */
export class ClusterViews {
  readonly #index: CollectionIndex
  readonly #rows: RowReader
  readonly #summaries: MatchSummaries

  constructor(index: CollectionIndex, rows: RowReader) {
    this.#index = index
    this.#rows = rows
    this.#summaries = new MatchSummaries(index)
  }

  /** Does most of the work for clusters that will be shown, in turns with everything else. */
  prepare(clusters: readonly ClusterPart[], threshold: number): Promise<void> {
    return this.#summaries.prepare(clusters, threshold)
  }

  /** A cluster as it stands in a listing. */
  listed(cluster: ClusterPart, threshold: number): ClusterView {
    return this.#view(cluster, threshold, { cursor: undefined, limit: listedMembers })
  }

  /** A cluster by itself. */
  single(cluster: ClusterPart, threshold: number, page: PageRequest): SingleClusterView {
    const view = this.#view(cluster, threshold, page)
    const { summary, isTruncated } = this.#toRepresentative(cluster, threshold)
    return { ...view, truncated: view.truncated || isTruncated, toRepresentative: summary }
  }

  /** How near a document is to the one that speaks for its cluster; both are slots. */
  scoreBetween(representative: number, document: number): Score {
    const { content } = this.#index.clusters.documents
    return this.#scoreOf(content.get(representative), content.get(document))
  }

  #view(cluster: ClusterPart, threshold: number, page: PageRequest): ClusterView {
    const { similarity, pairs, isTruncated } = this.#summaries.of(cluster, threshold)
    const { members, nextCursor } = this.#members(cluster, threshold, page)
    return {
      ...referenceTo(this.#index, this.#rows, cluster, threshold),
      similarity,
      createdAt: this.#rows.document(this.#index, cluster.earliest).ingestedAt,
      updatedAt: cluster.updatedAt,
      members,
      pairs: pairs.map(({ a, b, similarity, estimate }) => ({ a: this.#id(a), b: this.#id(b), similarity, estimate })),
      truncated: isTruncated || cluster.isTruncated,
      nextCursor
    }
  }

  #id(document: number): string {
    return this.#rows.idOf(this.#index.clusters.documents.number.get(document))
  }

  #members(
    cluster: ClusterPart,
    threshold: number,
    { cursor, limit }: PageRequest
  ): Pick<ClusterView, 'members' | 'nextCursor'> {
    const scope = [this.#index.row.name, threshold]
    const [after = -1] = cursor === undefined ? [] : placeAfter('members', scope, cursor, 1)
    const found = this.#firstMembers(cluster, after, limit + 1)
    const last = found.length > limit ? found[limit - 1] : undefined
    const representative = this.#index.representative(cluster, threshold)
    return {
      members: found.slice(0, limit).map(document => this.#member(representative, document)),
      nextCursor:
        last === undefined ? undefined : cursorOf('members', scope, [this.#index.clusters.documents.created.get(last)])
    }
  }

  #member(representative: number, document: number): ClusterMember {
    const { id, ingestedAt, fields } = this.#rows.document(this.#index, document)
    const { similarity, estimate } = this.scoreBetween(representative, document)
    return {
      id,
      similarity,
      estimate,
      ...(fields.url !== undefined && { url: fields.url }),
      ...(fields.title !== undefined && { title: fields.title }),
      ingestedAt
    }
  }

  #toRepresentative(
    cluster: ClusterPart,
    threshold: number
  ): { summary: SingleClusterView['toRepresentative']; isTruncated: boolean } {
    const { documents, contents: table } = this.#index.clusters
    const representative = documents.content.get(this.#index.representative(cluster, threshold))
    const { contents } = cluster
    let min = 1
    let sum = 0
    let count = 0
    for (const content of earliest(contents, maxCompared, table.number)) {
      const { similarity } = this.#scoreOf(representative, content)
      // The representative itself does not count.
      const members = table.copies.get(content) - (content === representative ? 1 : 0)
      if (similarity === null || members === 0) continue
      min = Math.min(min, similarity)
      sum += similarity * members
      count += members
    }
    const summary = count === 0 ? null : { min, mean: Math.max(min, sum / count) }
    return { summary, isTruncated: contents.length > maxCompared }
  }

  #scoreOf(left: number, right: number): Score {
    const { clusters } = this.#index
    if (left === right) return scoreOfCopies(clusters, left)
    const edge = clusters.graph.between(left, right)
    if (edge !== 0) return clusters.graph.score(edge)
    const overlap = overlapOf(this.#rows.comparable(this.#index, left), this.#rows.comparable(this.#index, right))
    return clusters.graph.scoreOf(left, right, overlap)
  }

  /** The first members of a cluster created after a number, in order. */
  #firstMembers(cluster: ClusterPart, after: number, limit: number): number[] {
    const { contents, documents } = this.#index.clusters
    const { created } = documents
    const found: number[] = []
    for (const content of cluster.contents) {
      let count = 0
      for (const document of contents.members(content)) {
        if (created.get(document) <= after) continue
        found.push(document)
        if (++count === limit) break
      }
      if (found.length > 64 * limit) keepFirst(found, limit, document => created.get(document))
    }
    keepFirst(found, limit, document => created.get(document))
    return found
  }
}

/** The contents with the lowest numbers, in order. Sorting numbers is many times as fast as sorting by numbers. */
function earliest(contents: readonly number[], limit: number, number: Float64Column): number[] {
  const numbers = Float64Array.from(contents, content => number.get(content)).sort()
  const last = numbers[Math.min(limit, numbers.length) - 1] as number
  const first = contents.filter(content => number.get(content) <= last)
  return first.sort((a, b) => number.get(a) - number.get(b))
}

function keepFirst(documents: number[], limit: number, place: (document: number) => number): void {
  documents.sort((a, b) => place(a) - place(b))
  if (documents.length > limit) documents.length = limit
}
