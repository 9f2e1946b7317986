import type { Planted } from './planted-file.ts'

/** How far clusters agree with what was planted. */
export interface DedupScore {
  /** Pairs at or above the threshold. */
  readonly pairs: number
  /** Those of them that are in one cluster. */
  readonly found: number
  /** Documents that are in a cluster with a document of their own family before them. */
  readonly right: number
  /** Documents that a cluster drops: all of it but one. */
  readonly dropped: number
}

/** @param clusters the cluster of each document, whatever its number */
export function scoreClusters(clusters: readonly number[], { pairs, families }: Planted): DedupScore {
  const found = pairs.filter(([a, b]) => clusters[a] === clusters[b]).length
  const seen = new Map<number, Set<number>>()
  let right = 0
  let dropped = 0
  for (const [document, cluster] of clusters.entries()) {
    const former = seen.get(cluster)
    const family = families[document] as number
    if (former === undefined) seen.set(cluster, new Set([family]))
    else {
      dropped++
      if (former.has(family)) right++
      former.add(family)
    }
  }
  return { pairs: pairs.length, found, right, dropped }
}
