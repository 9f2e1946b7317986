import { collectionScheme } from '../service/collection-scheme.ts'
import type { ComparisonWithSpans } from '../service/dedup-service.ts'
import type { ClusterPage, ClusterView, SingleClusterView } from '../store/clusters.ts'
import type { CollectionRecord } from '../store/collections.ts'
import type {
  Checked,
  ClusterReference,
  ExportedDocument,
  Ingested,
  Matches,
  PageExtraction,
  StoredDocument
} from '../store/documents.ts'
import type { Truncation } from '../store/truncation.ts'
import type { ClusterAnswer, ClusterListAnswer, SingleClusterAnswer } from './schemas/clusters.ts'
import type { CollectionAnswer } from './schemas/collections.ts'
import type { ComparisonAnswer } from './schemas/comparison.ts'
import type {
  CheckedAnswer,
  ExportedDocumentAnswer,
  IngestedAnswer,
  MatchListAnswer,
  StoredDocumentAnswer
} from './schemas/documents.ts'

/** A time as answers show it: RFC 3339, UTC, milliseconds. */
export function timeAnswer(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** A collection as answers show it, with what follows from its settings. */
export function collectionAnswer({ name, settings, createdAt, counts }: CollectionRecord): CollectionAnswer {
  const { shingle, signature, threshold, representative, retentionSeconds, storeText } = settings
  const { scheme, banding } = collectionScheme(settings)
  return {
    name,
    shingle: { unit: shingle.unit, size: shingle.size },
    signature: { scheme: signature.scheme, slots: signature.slots, seed: signature.seed },
    scheme,
    threshold,
    bands: { count: banding.count, rows: banding.rows },
    representative,
    ...(retentionSeconds !== undefined && { retentionSeconds }),
    storeText,
    createdAt: timeAnswer(createdAt),
    counts: { documents: counts.documents, clusters: counts.clusters, duplicates: counts.duplicates }
  }
}

/** A stored document as answers show it. */
export function storedDocumentAnswer(document: StoredDocument): StoredDocumentAnswer {
  return { ...documentAnswer(document), ...extractionAnswer(document.extraction) }
}

/** A document without what only its own page and lists say. */
function documentAnswer(document: StoredDocument): StoredDocumentAnswer {
  const { id, text, url, title, metadata, publishedAt, ingestedAt, updatedAt, expiresAt, isEmpty, cluster } = document
  return {
    id,
    ...(text !== undefined && { text }),
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(metadata !== undefined && { metadata }),
    ...(publishedAt !== undefined && { publishedAt }),
    ingestedAt: timeAnswer(ingestedAt),
    updatedAt: timeAnswer(updatedAt),
    ...(expiresAt !== undefined && { expiresAt: timeAnswer(expiresAt) }),
    ...emptyAnswer(isEmpty),
    cluster: referenceAnswer(cluster)
  }
}

/** A document as an export shows it. */
export function exportedDocumentAnswer(document: ExportedDocument): ExportedDocumentAnswer {
  const { similarity, estimate } = document
  return { ...documentAnswer(document), similarity, estimate }
}

/** What became of a document, as answers show it. */
export function ingestedAnswer(ingested: Ingested): IngestedAnswer {
  const { id, status, verdict, isEmpty, cluster, extraction } = ingested
  const head = { id, status, verdict, ...emptyAnswer(isEmpty), cluster: referenceAnswer(cluster) }
  return { ...head, ...matchListAnswer(ingested), ...extractionAnswer(extraction) }
}

/** What an ingest would find, as answers show it. */
export function checkedAnswer(checked: Checked): CheckedAnswer {
  const { verdict, isEmpty, cluster, extraction, text } = checked
  const head = { verdict, ...emptyAnswer(isEmpty), cluster: cluster === null ? null : referenceAnswer(cluster) }
  return {
    ...head,
    ...matchListAnswer(checked),
    ...extractionAnswer(extraction),
    ...(text !== undefined && { text })
  }
}

function emptyAnswer(isEmpty: boolean): { empty?: true } {
  return isEmpty ? { empty: true } : {}
}

/** Matches as answers show them. */
export function matchListAnswer({ matches, truncatedBy }: Matches): MatchListAnswer {
  return {
    matches: matches.map(({ id, similarity, estimate, containment }) => ({ id, similarity, estimate, containment })),
    ...truncatedAnswer(truncatedBy)
  }
}

/** A comparison with shared spans as answers show it. */
export function comparisonAnswer({ spans, ...comparison }: ComparisonWithSpans): ComparisonAnswer {
  const { left, right, truncated } = spans
  return {
    ...comparison,
    spans: { left: [...left], right: [...right], ...truncatedAnswer(truncated ? ['page'] : []) }
  }
}

/** One page of clusters as answers show it. */
export function clusterListAnswer({ clusters, nextCursor, asOf }: ClusterPage): ClusterListAnswer {
  return { clusters: clusters.map(clusterAnswer), ...nextCursorAnswer(nextCursor), asOf: timeAnswer(asOf) }
}

/** One cluster by itself as answers show it. */
export function singleClusterAnswer(cluster: SingleClusterView): SingleClusterAnswer {
  const { toRepresentative } = cluster
  return {
    ...clusterAnswer(cluster),
    toRepresentative: toRepresentative && { min: toRepresentative.min, mean: toRepresentative.mean }
  }
}

/** Where the next page starts; nothing on the last page. */
export function nextCursorAnswer(nextCursor: string | undefined): { nextCursor?: string } {
  return nextCursor === undefined ? {} : { nextCursor }
}

function clusterAnswer(cluster: ClusterView): ClusterAnswer {
  const { similarity, createdAt, updatedAt, members, pairs, truncatedBy, nextCursor } = cluster
  return {
    ...referenceAnswer(cluster),
    similarity: similarity && { min: similarity.min, mean: similarity.mean, max: similarity.max },
    createdAt: timeAnswer(createdAt),
    updatedAt: timeAnswer(updatedAt),
    members: members.map(({ id, similarity, estimate, url, title, ingestedAt }) => ({
      id,
      similarity,
      estimate,
      ...(url !== undefined && { url }),
      ...(title !== undefined && { title }),
      ingestedAt: timeAnswer(ingestedAt)
    })),
    pairs: pairs.map(({ a, b, similarity, estimate }) => ({ a, b, similarity, estimate })),
    ...truncatedAnswer(truncatedBy),
    ...nextCursorAnswer(nextCursor)
  }
}

/** The marks of an answer that a cap has cut; nothing where none did. */
function truncatedAnswer(truncatedBy: readonly Truncation[]): { truncated?: true; truncatedBy?: Truncation[] } {
  return truncatedBy.length === 0 ? {} : { truncated: true, truncatedBy: [...truncatedBy] }
}

function extractionAnswer(extraction: PageExtraction | undefined): { extraction?: PageExtraction } {
  return extraction === undefined ? {} : { extraction: { kind: extraction.kind } }
}

function referenceAnswer({ id, size, representative }: ClusterReference): ClusterReference {
  return { id, size, representative }
}
