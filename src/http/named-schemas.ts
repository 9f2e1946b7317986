import { Backup, BackupRequest } from './schemas/backups.ts'
import { Cluster, ClusterList, Member, Pair, SingleCluster } from './schemas/clusters.ts'
import { Collection, CollectionList, CollectionPatch, CollectionSettings } from './schemas/collections.ts'
import { CompareRequest, Comparison, SharedSpans } from './schemas/comparison.ts'
import {
  Checked,
  Document,
  DocumentList,
  ExportedDocument,
  Ingested,
  MatchList,
  StoredDocument
} from './schemas/documents.ts'
import { Problem } from './schemas/problem.ts'
import type { NamedSchema } from './schemas/reference.ts'
import { ClusterReference, Match } from './schemas/scores.ts'
import { Stats } from './schemas/stats.ts'

/** All schemas that the specification lists by name, and that routes refer to. */
export const namedSchemas: readonly NamedSchema[] = [
  Backup,
  BackupRequest,
  Checked,
  Cluster,
  ClusterList,
  ClusterReference,
  Collection,
  CollectionList,
  CollectionPatch,
  CollectionSettings,
  CompareRequest,
  Comparison,
  Document,
  DocumentList,
  ExportedDocument,
  Ingested,
  Match,
  MatchList,
  Member,
  Pair,
  Problem,
  SharedSpans,
  SingleCluster,
  Stats,
  StoredDocument
]
