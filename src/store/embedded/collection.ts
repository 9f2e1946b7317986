import type { CollectionRecord } from '../collections.ts'
import type { CollectionStats } from '../stats.ts'
import { ClusterListing } from './cluster-listing.ts'
import { ClusterViews } from './cluster-views.ts'
import type { CollectionIndex } from './collection-index.ts'
import { statsOf } from './collection-stats.ts'
import { DocumentExport } from './document-export.ts'
import { RateMeter } from './rate-meter.ts'
import type { RowReader } from './row-reader.ts'

/** A collection with the views on it. */
export class Collection {
  readonly index: CollectionIndex
  readonly listing: ClusterListing
  readonly views: ClusterViews
  readonly exports: DocumentExport
  readonly rate = new RateMeter()
  readonly #clock: () => number

  constructor(index: CollectionIndex, rows: RowReader, clock: () => number) {
    this.index = index
    this.#clock = clock
    this.listing = new ClusterListing(index, clock)
    this.views = new ClusterViews(index, rows)
    this.exports = new DocumentExport(index, rows, this.views)
  }

  record(): CollectionRecord {
    const { name, settings, createdAt } = this.index.row
    const documents = this.index.ordered.size
    const { tallies, count } = this.index.clusters
    return {
      name,
      settings,
      createdAt,
      counts: { documents, clusters: tallies.multiple, duplicates: documents - count }
    }
  }

  stats(): CollectionStats {
    return statsOf(this.index, this.rate.perSecond(this.#clock()))
  }
}
