import type { Cluster } from '../../cluster/cluster-index.ts'
import type { ClusterReference } from '../documents.ts'
import type { Entry } from './entry.ts'

/** The id of the cluster whose earliest member was created with a number. */
export function clusterIdOf(created: number): string {
  return `c${created.toString(36)}`
}

/** The number behind a cluster id; undefined for anything else. */
export function createdOf(clusterId: string): number | undefined {
  const created = Number.parseInt(clusterId.slice(1), 36)
  return Number.isSafeInteger(created) && clusterIdOf(created) === clusterId ? created : undefined
}

/** The representative: the earliest member. */
export function representativeOf(cluster: Cluster<Entry>): Entry {
  return cluster.earliest
}

/** A cluster in brief. */
export function referenceTo(cluster: Cluster<Entry>): ClusterReference {
  return {
    id: clusterIdOf(cluster.earliest.created),
    size: cluster.size,
    representative: representativeOf(cluster).id
  }
}
