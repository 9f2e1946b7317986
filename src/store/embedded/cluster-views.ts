import type { ClusterPart } from '../../cluster/cluster-part.ts'
import { scoreOfCopies } from '../../cluster/cluster-scores.ts'
import { overlapOf } from '../../cluster/overlap.ts'
import type { Score } from '../../cluster/score.ts'
import { StepCounter, type Steps } from '../../cluster/steps.ts'
import type { ClusterMember, ClusterView, SingleClusterView } from '../clusters.ts'
import { cursorOf, placeAfter } from '../cursor.ts'
import type { PageRequest } from '../document-store.ts'
import { truncation } from '../truncation.ts'
import { referenceBy } from './cluster-id.ts'
import type { CollectionIndex } from './collection-index.ts'
import { MatchSummaries } from './match-summaries.ts'
import type { RowReader } from './row-reader.ts'

/** Most contents that are compared with the representative for `toRepresentative`. */
const maxCompared = 1000
/** Documents of a large cluster that are looked at for as many contents. */
const maxLookedAt = 50_000
/** Rows that are read in one step. */
const rowsPerStep = 16
/** Members that a cluster shows in a listing. */
const listedMembers = 10

/** Shows clusters to readers, in steps. Nothing may change between two steps. */
export class ClusterViews {
  readonly #index: CollectionIndex
  readonly #rows: RowReader
  readonly #summaries: MatchSummaries

  constructor(index: CollectionIndex, rows: RowReader) {
    this.#index = index
    this.#rows = rows
    this.#summaries = new MatchSummaries(index)
  }

  /** A cluster as it stands in a listing. */
  listed(cluster: ClusterPart, threshold: number): Steps<ClusterView> {
    const representative = this.#index.representative(cluster, threshold)
    return this.#view(cluster, representative, threshold, { cursor: undefined, limit: listedMembers })
  }

  /** A cluster by itself. */
  *single(cluster: ClusterPart, threshold: number, page: PageRequest): Steps<SingleClusterView> {
    const representative = this.#index.representative(cluster, threshold)
    const view = yield* this.#view(cluster, representative, threshold, page)
    const { summary, isTruncated } = yield* this.#toRepresentative(cluster, representative)
    const hasMore = isTruncated || view.truncatedBy.includes('page')
    const cut = truncation({ candidates: cluster.isTruncated, page: hasMore })
    return { ...view, ...cut, toRepresentative: summary }
  }

  /** How near a document is to the one that speaks for its cluster; both are slots. */
  scoreBetween(representative: number, document: number): Score {
    const { content } = this.#index.clusters.documents
    return this.#scoreOf(content.get(representative), content.get(document))
  }

  *#view(cluster: ClusterPart, representative: number, threshold: number, page: PageRequest): Steps<ClusterView> {
    const { similarity, pairs, isTruncated } = yield* this.#summaries.of(cluster, threshold)
    const { members, nextCursor } = yield* this.#members(cluster, representative, threshold, page)
    return {
      ...referenceBy(this.#index, this.#rows, cluster, representative),
      similarity,
      createdAt: this.#rows.document(this.#index, cluster.earliest).ingestedAt,
      updatedAt: cluster.updatedAt,
      members,
      pairs: pairs.map(({ a, b, similarity, estimate }) => ({ a: this.#id(a), b: this.#id(b), similarity, estimate })),
      ...truncation({ candidates: cluster.isTruncated, page: isTruncated }),
      nextCursor
    }
  }

  #id(document: number): string {
    return this.#rows.idOf(this.#index.clusters.documents.number.get(document))
  }

  *#members(
    cluster: ClusterPart,
    representative: number,
    threshold: number,
    { cursor, limit }: PageRequest
  ): Steps<Pick<ClusterView, 'members' | 'nextCursor'>> {
    const scope = [this.#index.row.name, threshold]
    const [after = -1] = cursor === undefined ? [] : placeAfter('members', scope, cursor, 1)
    const found = yield* this.#firstMembers(cluster, after, limit + 1)
    const last = found.length > limit ? found[limit - 1] : undefined
    const members: ClusterMember[] = []
    const counter = new StepCounter(rowsPerStep)
    for (const document of found.slice(0, limit)) {
      members.push(this.#member(representative, document))
      if (counter.isFull()) yield
    }
    return {
      members,
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

  *#toRepresentative(
    cluster: ClusterPart,
    document: number
  ): Steps<{ summary: SingleClusterView['toRepresentative']; isTruncated: boolean }> {
    const { documents, contents: table } = this.#index.clusters
    const representative = documents.content.get(document)
    const counter = new StepCounter(rowsPerStep)
    let min = 1
    let sum = 0
    let count = 0
    const contents = yield* this.#firstContents(cluster)
    for (const content of contents) {
      const { similarity } = this.#scoreOf(representative, content)
      if (counter.isFull()) yield
      // The representative itself does not count.
      const members = table.copies.get(content) - (content === representative ? 1 : 0)
      if (similarity === null || members === 0) continue
      min = Math.min(min, similarity)
      sum += similarity * members
      count += members
    }
    const summary = count === 0 ? null : { min, mean: Math.max(min, sum / count) }
    return { summary, isTruncated: contents.length < cluster.contentCount }
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
  *#firstMembers(cluster: ClusterPart, after: number, limit: number): Steps<number[]> {
    const inOrder = cluster.whole && this.#index.clusters.documentsAfter(cluster.whole, after)
    return inOrder ? firstOf(inOrder, limit) : yield* this.#search(cluster, after, limit)
  }

  /** The same for a cluster or part that has its documents in no order. */
  *#search(cluster: ClusterPart, after: number, limit: number): Steps<number[]> {
    const { contents, documents } = this.#index.clusters
    const { created } = documents
    const found: number[] = []
    const counter = new StepCounter()
    for (const content of cluster.contents) {
      let count = 0
      for (const document of contents.members(content)) {
        if (counter.isFull()) yield
        if (created.get(document) <= after) continue
        found.push(document)
        if (++count === limit) break
      }
      if (found.length > 64 * limit) keepFirst(found, limit, document => created.get(document))
    }
    keepFirst(found, limit, document => created.get(document))
    return found
  }

  /** Of the contents of a cluster, those that were stored first. */
  *#firstContents(cluster: ClusterPart): Steps<number[]> {
    const { contents } = this.#index.clusters
    if (cluster.contentCount <= maxCompared) {
      return [...cluster.contents].sort((a, b) => contents.number.get(a) - contents.number.get(b))
    }
    const inOrder = cluster.whole && this.#index.clusters.documentsAfter(cluster.whole, -1)
    if (inOrder) return yield* this.#contentsAmong(inOrder)
    const counter = new StepCounter()
    // A part of a cluster has its contents in no order.
    const first: number[] = []
    for (const content of cluster.contents) {
      first.push(content)
      if (counter.isFull()) yield
      if (first.length > 4 * maxCompared) keepFirst(first, maxCompared, content => contents.number.get(content))
    }
    keepFirst(first, maxCompared, content => contents.number.get(content))
    return first
  }

  /** The contents of the first documents. */
  *#contentsAmong(documents: Iterable<number>): Steps<number[]> {
    const { content } = this.#index.clusters.documents
    const found = new Set<number>()
    const counter = new StepCounter()
    let lookedAt = 0
    for (const document of documents) {
      if (counter.isFull()) yield
      found.add(content.get(document))
      if (found.size === maxCompared || ++lookedAt === maxLookedAt) break
    }
    return [...found]
  }
}

function firstOf(slots: Iterable<number>, limit: number): number[] {
  const first: number[] = []
  for (const slot of slots) if (first.push(slot) === limit) break
  return first
}

function keepFirst(slots: number[], limit: number, place: (slot: number) => number): void {
  slots.sort((a, b) => place(a) - place(b))
  if (slots.length > limit) slots.length = limit
}
