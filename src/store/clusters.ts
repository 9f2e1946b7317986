import type { SimilaritySummary } from '../cluster/cluster-scores.ts'
import type { Score } from '../cluster/score.ts'
import type { ClusterReference } from './documents.ts'
import type { Truncated } from './truncation.ts'

/** A document in a cluster; the score is that against the representative. */
export interface ClusterMember extends Score {
  readonly id: string
  readonly url?: string
  readonly title?: string
  /** Milliseconds since 1970. */
  readonly ingestedAt: number
}

/** Two matching members; `a` was created first. */
export interface ClusterPair extends Score {
  readonly a: string
  readonly b: string
}

/**
 * A cluster. Times are milliseconds since 1970. Its page is cut where there are more pairs than shown or too many
 * members to compare all with the representative, its candidates where those of a member are.
 */
export interface ClusterView extends ClusterReference, Truncated {
  /** Over the cluster's matches; null when none has a similarity. */
  readonly similarity: SimilaritySummary | null
  /** When the earliest member was first ingested. */
  readonly createdAt: number
  /** When a current member last changed. */
  readonly updatedAt: number
  /** One page of the members, in order of first ingest. */
  readonly members: readonly ClusterMember[]
  /** The strongest matches, strongest first. */
  readonly pairs: readonly ClusterPair[]
  /** Where the next page of members starts. */
  readonly nextCursor: string | undefined
}

/** One cluster, with the scores of all members against the representative, which show chaining. */
export interface SingleClusterView extends ClusterView {
  readonly toRepresentative: { readonly min: number; readonly mean: number } | null
}

/** The order of a listing of clusters. */
export type ClusterOrder = '-size' | 'size' | '-updatedAt'

/** Which clusters to list. */
export interface ClusterQuery {
  /** From the collection's threshold to 1. */
  readonly threshold: number
  readonly minSize: number
  readonly order: ClusterOrder
  readonly limit: number
  readonly cursor: string | undefined
}

/** One page of clusters. */
export interface ClusterPage {
  readonly clusters: readonly ClusterView[]
  readonly nextCursor: string | undefined
  /** When the listing was computed, milliseconds since 1970. */
  readonly asOf: number
}
