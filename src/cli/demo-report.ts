import { score, table } from './table.ts'

/** What the demo reads of an answer to a POST. */
export interface DemoDocument {
  readonly id: string
  readonly verdict: string
  readonly matches: readonly { readonly id: string; readonly similarity: number | null; readonly estimate: number }[]
}

/** What the demo reads of a cluster. */
export interface DemoCluster {
  readonly id: string
  readonly size: number
  readonly representative: string
  readonly similarity: { readonly min: number; readonly mean: number; readonly max: number } | null
  readonly members: readonly { readonly id: string }[]
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly similarity: number | null
    readonly estimate: number
  }[]
}

/** The clusters that the sample articles must fall into. */
const expected: readonly (readonly string[])[] = [['000', '001'], ['002'], ['003']]

/** What the service found, as tables for a person. */
export function reportOf(base: string, documents: readonly DemoDocument[], clusters: readonly DemoCluster[]): string {
  const documentRows = documents.map(({ id, verdict, matches: [best] }) => [
    id,
    verdict,
    best?.id ?? '-',
    score(best?.similarity),
    score(best?.estimate),
    clusterOf(id, clusters)?.id ?? '-'
  ])
  const clusterRows = clusters.map(({ id, size, representative, similarity, members }) => [
    id,
    String(size),
    representative,
    score(similarity?.min),
    score(similarity?.mean),
    score(similarity?.max),
    members.map(member => member.id).join(' ')
  ])
  const pairRows = clusters.flatMap(({ pairs }) =>
    pairs.map(({ a, b, similarity, estimate }) => [a, b, score(similarity), score(estimate)])
  )
  return [
    `Documents, as POST ${base}documents answered:\n`,
    table(['id', 'verdict', 'best match', 'similarity', 'estimate', 'cluster'], documentRows),
    `\nClusters, from GET ${base}clusters?minSize=1:\n`,
    table(['cluster', 'size', 'representative', 'min', 'mean', 'max', 'members'], clusterRows),
    '\nMatching pairs:\n',
    table(['a', 'b', 'similarity', 'estimate'], pairRows)
  ].join('')
}

/** In what the clusters differ from those expected; empty when they do not. */
export function expectationFailures(documents: readonly DemoDocument[], clusters: readonly DemoCluster[]): string[] {
  const samples = new Set(documents.map(({ id }) => id))
  return expected.flatMap(ids => {
    const found = clusterOf(ids[0] as string, clusters)?.members.map(({ id }) => id) ?? []
    const wanted = ids.join(' ')
    const got = found
      .filter(id => samples.has(id))
      .sort()
      .join(' ')
    return got === wanted ? [] : [`expected a cluster of ${wanted}, found ${got === '' ? 'none' : got}`]
  })
}

function clusterOf(id: string, clusters: readonly DemoCluster[]): DemoCluster | undefined {
  return clusters.find(({ members }) => members.some(member => member.id === id))
}
