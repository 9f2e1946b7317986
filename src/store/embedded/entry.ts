import type { Content, Member } from '../../cluster/cluster-index.ts'

/** A stored document as the indexes in memory know it. Times are milliseconds since 1970. */
export interface Entry extends Member {
  /** Number of the current version. */
  readonly number: number
  readonly id: string
  readonly content: Content<Entry>
  readonly ingestedAt: number
  readonly textBytes: number
  /** The document's own retention. */
  retentionSeconds: number | undefined
  updatedAt: number
  retainedFrom: number
}

/** What is known of a content besides its place in the match graph. */
export interface ContentFacts {
  readonly key: string | undefined
  readonly signature: Uint32Array
  readonly bandKeys: Uint32Array
}
