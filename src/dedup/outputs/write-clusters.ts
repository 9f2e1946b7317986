import type { ClusterMember, ClusterView } from '../../store/clusters.ts'
import type { DocumentStore } from '../../store/document-store.ts'
import type { BitSet } from '../bit-set.ts'
import { collection } from '../index-inputs.ts'
import { type DocumentPlace, nameOf, placeOf } from '../prepare/document-key.ts'
import type { OutputFile } from './output-file.ts'

/** Clusters, and members of a cluster, that are asked for at once. */
const clustersAtOnce = 500
const membersAtOnce = 10_000

/** What is done with the clusters of a run. */
export interface ClusterSinks {
  readonly clusters: OutputFile | undefined
  readonly duplicates: OutputFile | undefined
  /** Gets the ordinals of all members but those that speak for their clusters. */
  readonly removed: BitSet
}

/**
 * Goes through all clusters of two or more, largest first, and writes each as a line, and each document that its cluster
 * does not keep as a line.
 *
 * @param onProgress is told how many documents were passed
 */
export async function writeClusters(
  store: DocumentStore,
  sinks: ClusterSinks,
  onProgress: (documents: number) => void,
  signal: AbortSignal
): Promise<void> {
  const { threshold } = await store.settingsOf(collection)
  const query = { threshold, minSize: 2, order: '-size', limit: clustersAtOnce } as const
  let passed = 0
  let cursor: string | undefined
  do {
    const page = await store.listClusters(collection, { ...query, cursor })
    for (const cluster of page.clusters) {
      await writeCluster(store, cluster, threshold, sinks)
      passed += cluster.size
    }
    onProgress(passed)
    cursor = page.nextCursor
  } while (cursor !== undefined && !signal.aborted)
}

async function writeCluster(
  store: DocumentStore,
  cluster: ClusterView,
  threshold: number,
  { clusters, duplicates, removed }: ClusterSinks
): Promise<void> {
  const { id, size, similarity, pairs, truncated, truncatedBy } = cluster
  const representative = placeOf(cluster.representative)
  const shown = pairs.map(({ a, b, ...score }) => ({ a: nameOf(placeOf(a)), b: nameOf(placeOf(b)), ...score }))
  const head = { id, size, representative: nameOf(representative), similarity, truncated, truncatedBy, pairs: shown }
  await clusters?.startRecord()
  await clusters?.write(`${JSON.stringify(head).slice(0, -1)},"members":[`)
  let isFirst = true
  for await (const { id: key, similarity, estimate } of membersOf(store, cluster, threshold)) {
    const place = placeOf(key)
    await clusters?.write(`${isFirst ? '' : ','}${JSON.stringify({ ...described(place), similarity, estimate })}`)
    isFirst = false
    if (place.ordinal === representative.ordinal) continue
    removed.add(place.ordinal)
    const duplicate = { ...described(place), duplicateOf: described(representative), similarity, estimate, cluster: id }
    await duplicates?.startRecord()
    await duplicates?.write(JSON.stringify(duplicate))
    await duplicates?.endRecord()
  }
  await clusters?.write(']}')
  await clusters?.endRecord()
}

async function* membersOf(
  store: DocumentStore,
  { id, members, nextCursor }: ClusterView,
  threshold: number
): AsyncGenerator<ClusterMember, void, void> {
  yield* members
  let cursor = nextCursor
  while (cursor !== undefined) {
    const page = await store.getCluster(collection, id, { threshold, cursor, limit: membersAtOnce })
    yield* page.members
    cursor = page.nextCursor
  }
}

function described(place: DocumentPlace): { id: string; file: string; line: number } {
  return { id: nameOf(place), file: place.file, line: place.line }
}
