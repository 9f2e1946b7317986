import type { ClusterPart } from '../../cluster/cluster-part.ts'
import { DoppelError } from '../../errors.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { ExportRequest, Page } from '../document-store.ts'
import type { ExportedDocument } from '../documents.ts'
import { referenceBy } from './cluster-id.ts'
import type { ClusterViews } from './cluster-views.ts'
import type { CollectionIndex } from './collection-index.ts'
import { documentView } from './document-queries.ts'
import type { RowReader } from './row-reader.ts'

/** Most documents that are looked at for one page, and for how long, in milliseconds. */
const maxLookedAt = 4096
const turnMs = 10

/** Where an export goes on: behind a document, up to the last one that there was when it began. By numbers of creation. */
interface Place {
  readonly after: number
  readonly until: number
}

/** Gives the documents of a collection out with their texts, page by page. */
export class DocumentExport {
  readonly #index: CollectionIndex
  readonly #rows: RowReader
  readonly #views: ClusterViews

  constructor(index: CollectionIndex, rows: RowReader, views: ClusterViews) {
    this.#index = index
    this.#rows = rows
    this.#views = views
  }

  /** @throws DoppelError TEXT_NOT_KEPT, INVALID_REQUEST, COLLECTION_NOT_FOUND */
  page({ representatives, cursor, limit, fullPageBytes }: ExportRequest): Page<ExportedDocument> {
    const { name, settings } = this.#index.row
    if (!settings.storeText) throw new DoppelError('TEXT_NOT_KEPT', `the collection "${name}" keeps no texts to export`)
    const { documents } = this.#index.clusters
    const { after, until } = this.#placeOf(cursor)
    const turnEnd = performance.now() + turnMs
    const items: ExportedDocument[] = []
    let last = after
    let lookedAt = 0
    let bytes = 0
    for (const document of this.#index.documentsAfter(after)) {
      const created = documents.created.get(document)
      if (created > until) break
      const isFull = items.length >= limit || bytes >= fullPageBytes
      const isLong = lookedAt > 0 && (lookedAt >= maxLookedAt || performance.now() > turnEnd)
      if (isFull || isLong) return { items, nextCursor: this.#cursorOf({ after: last, until }) }
      last = created
      lookedAt++
      const cluster = this.#index.clusterOf(documents.content.get(document))
      const representative = this.#index.representative(cluster)
      if (representatives && representative !== document) continue
      items.push(this.#view(document, cluster, representative))
      bytes += documents.textBytes.get(document)
    }
    return { items, nextCursor: undefined }
  }

  #view(document: number, part: ClusterPart, representative: number): ExportedDocument {
    const cluster = referenceBy(this.#index, this.#rows, part, representative)
    const { similarity, estimate } = this.#views.scoreBetween(representative, document)
    return {
      ...documentView(this.#index, this.#rows, document, { withText: true, cluster }),
      similarity,
      estimate
    }
  }

  #placeOf(cursor: string | undefined): Place {
    const { row, ordered, clusters } = this.#index
    if (cursor === undefined) {
      return { after: 0, until: ordered.last === 0 ? 0 : clusters.documents.created.get(ordered.last) }
    }
    const shape = ['number', 'number', 'number'] as const
    const [collection, after, until] = decodeCursor<[number, number, number]>('export', cursor, shape)
    // A name may have been given to another collection, and `default` emptied: the export must not seem whole.
    if (collection !== row.number) {
      throw new DoppelError('COLLECTION_NOT_FOUND', `the collection "${row.name}" was deleted during its export`)
    }
    return { after, until }
  }

  #cursorOf({ after, until }: Place): string {
    return encodeCursor('export', [this.#index.row.number, after, until])
  }
}
