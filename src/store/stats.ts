/** How many values lie from `from` (inclusive) to `to` (exclusive; the last bin of similarities has 1 too). */
export interface HistogramBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Figures of one collection. */
export interface CollectionStats {
  readonly documents: number
  /** Clusters of two or more. */
  readonly clusters: number
  /** Documents less all clusters, singletons included. */
  readonly duplicates: number
  /** Bytes of stored text, UTF-8. */
  readonly bytes: number
  /** Documents whose candidates were cut by a cap. */
  readonly truncatedDocuments: number
  /** Clusters, singletons included, by number of members; bins double. */
  readonly clusterSizes: readonly HistogramBin[]
  /** Matching pairs of documents by similarity (the estimate where there is none), in twentieths. */
  readonly matchSimilarities: readonly HistogramBin[]
  /** Documents stored in the last minute, per second. */
  readonly ingestPerSecond: number
}
