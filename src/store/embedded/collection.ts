import type { CollectionRecord } from '../collections.ts'
import type { CollectionStats } from '../stats.ts'
import { ClusterListing } from './cluster-listing.ts'
import { ClusterViews } from './cluster-views.ts'
import type { CollectionIndex } from './collection-index.ts'
import { statsOf } from './collection-stats.ts'
import { DocumentExport } from './document-export.ts'
import type { CollectionRow } from './journal.ts'
import { RateMeter } from './rate-meter.ts'
import type { RowReader } from './row-reader.ts'

/** The index of a collection and the views on it. */
interface Opened {
  readonly index: CollectionIndex
  readonly listing: ClusterListing
  readonly views: ClusterViews
  readonly exports: DocumentExport
  readonly rate: RateMeter
}

const noCounts = { documents: 0, clusters: 0, duplicates: 0 }

/** A collection with the views on it, which are made when they are asked for: an empty one is a row and no more. */
export class Collection {
  readonly #rows: RowReader
  readonly #clock: () => number
  readonly #makeIndex: (row: CollectionRow) => CollectionIndex
  readonly #onOpen: (collection: Collection) => void
  #row: CollectionRow
  #opened: Opened | undefined

  /**
   * @param index undefined where it holds nothing
   * @param makeIndex makes an index without documents
   * @param onOpen called when it gets an index
   */
  constructor(
    row: CollectionRow,
    index: CollectionIndex | undefined,
    rows: RowReader,
    clock: () => number,
    makeIndex: (row: CollectionRow) => CollectionIndex,
    onOpen: (collection: Collection) => void
  ) {
    this.#row = row
    this.#rows = rows
    this.#clock = clock
    this.#makeIndex = makeIndex
    this.#onOpen = onOpen
    if (index !== undefined) this.#open(index)
  }

  get row(): CollectionRow {
    return this.#opened?.index.row ?? this.#row
  }

  /** Gives a collection that holds nothing another row. */
  reset(row: CollectionRow): void {
    this.#row = row
    if (this.#opened === undefined) return
    const { index } = this.#opened
    index.row = row
    index.requeueExpiry()
    index.touch()
  }

  /** The index, if it has one. */
  get known(): CollectionIndex | undefined {
    return this.#opened?.index
  }

  get index(): CollectionIndex {
    return this.#all.index
  }

  get listing(): ClusterListing {
    return this.#all.listing
  }

  get views(): ClusterViews {
    return this.#all.views
  }

  get exports(): DocumentExport {
    return this.#all.exports
  }

  get rate(): RateMeter {
    return this.#all.rate
  }

  record(): CollectionRecord {
    const { name, settings, createdAt } = this.row
    if (this.#opened === undefined) return { name, settings, createdAt, counts: noCounts }
    const { ordered, clusters } = this.#opened.index
    const documents = ordered.size
    const counts = { documents, clusters: clusters.tallies.multiple, duplicates: documents - clusters.count }
    return { name, settings, createdAt, counts }
  }

  stats(): CollectionStats {
    return statsOf(this.index, this.rate.perSecond(this.#clock()))
  }

  get #all(): Opened {
    if (this.#opened !== undefined) return this.#opened
    const opened = this.#open(this.#makeIndex(this.#row))
    this.#onOpen(this)
    return opened
  }

  #open(index: CollectionIndex): Opened {
    const views = new ClusterViews(index, this.#rows)
    this.#opened = {
      index,
      listing: new ClusterListing(index, this.#clock),
      views,
      exports: new DocumentExport(index, this.#rows, views),
      rate: new RateMeter()
    }
    return this.#opened
  }
}
