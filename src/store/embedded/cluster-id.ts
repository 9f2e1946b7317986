import type { ClusterPart } from '../../cluster/cluster-part.ts'
import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import type { ClusterReference } from '../documents.ts'
import type { CollectionIndex } from './collection-index.ts'
import type { RowReader } from './row-reader.ts'

/** The id of the cluster whose earliest member was created with a number. */
export function clusterIdOf(created: number): string {
  return `c${created.toString(36)}`
}

/** The number behind a cluster id; undefined for anything else. */
function createdOf(clusterId: string): number | undefined {
  const created = Number.parseInt(clusterId.slice(1), 36)
  return Number.isSafeInteger(created) && clusterIdOf(created) === clusterId ? created : undefined
}

/**
 * Finds the cluster, or the part of one at a threshold, that holds what was the earliest member of a cluster with an id.
 * Nothing may change between two steps.
 *
 * @throws DoppelError CLUSTER_NOT_FOUND
 */
export function* requireCluster(index: CollectionIndex, id: string, threshold: number): Steps<ClusterPart> {
  const created = createdOf(id)
  const document = created === undefined ? 0 : index.createdAs(created)
  if (document === 0) throw new DoppelError('CLUSTER_NOT_FOUND', `there is no cluster "${id}"`)
  return yield* index.partOf(index.clusters.documents.content.get(document), threshold)
}

/**
 * A cluster in brief.
 *
 * @param threshold where the cluster is a part of one at a higher threshold
 */
export function referenceTo(
  index: CollectionIndex,
  rows: RowReader,
  cluster: ClusterPart,
  threshold?: number
): ClusterReference {
  return referenceBy(index, rows, cluster, index.representative(cluster, threshold))
}

/** A cluster in brief, where the document that speaks for it is known. */
export function referenceBy(
  index: CollectionIndex,
  rows: RowReader,
  cluster: ClusterPart,
  representative: number
): ClusterReference {
  const { documents } = index.clusters
  return {
    id: clusterIdOf(documents.created.get(cluster.earliest)),
    size: cluster.size,
    representative: rows.idOf(documents.number.get(representative))
  }
}
