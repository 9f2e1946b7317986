import type { components, operations } from './api-types.ts'

type Schemas = components['schemas']

/** What is undefined is not sent, so it may stand for a field or parameter that is absent. */
type Sent<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | undefined }

/** What a route takes in its query. */
type Query<Name extends keyof operations> = Sent<NonNullable<operations[Name]['parameters']['query']>>

/** A document as it is sent: exactly one of `text`, `html` and `signature`. */
export type Document = Sent<Schemas['Document']>
export type StoredDocument = Schemas['StoredDocument']
export type ExportedDocument = Schemas['ExportedDocument']
export type DocumentList = Schemas['DocumentList']
export type Ingested = Schemas['Ingested']
export type Checked = Schemas['Checked']
export type Verdict = Ingested['verdict']
export type Match = Schemas['Match']
export type MatchList = Schemas['MatchList']
export type CompareRequest = Schemas['CompareRequest']
export type Comparison = Schemas['Comparison']
export type Cluster = Schemas['Cluster']
export type ClusterList = Schemas['ClusterList']
export type SingleCluster = Schemas['SingleCluster']
export type Member = Schemas['Member']
export type Pair = Schemas['Pair']
export type Collection = Schemas['Collection']
export type CollectionList = Schemas['CollectionList']
export type CollectionSettings = Schemas['CollectionSettings']
export type CollectionPatch = Schemas['CollectionPatch']
export type Stats = Schemas['Stats']
export type Backup = Schemas['Backup']
export type BackupRequest = Schemas['BackupRequest']
/** A failure, as RFC 9457 describes it. */
export type Problem = Schemas['Problem']

export type IngestQuery = Query<'ingestDocument'>
export type CheckQuery = Query<'checkDocument'>
export type CompareQuery = Query<'compareDocuments'>
export type MatchesQuery = Query<'listMatches'>
export type ClustersQuery = Query<'listClusters'>
export type ClusterQuery = Query<'getCluster'>
export type DocumentsQuery = Query<'listDocuments'>
export type CollectionsQuery = Query<'listCollections'>
export type ExportQuery = Query<'exportDocuments'>

/** How a single call is made, whatever it asks. */
export interface CallOptions {
  /** Ends the call, its retries too: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** How long one attempt may take, in milliseconds; the client's own when absent. */
  readonly timeoutMs?: number | undefined
}
