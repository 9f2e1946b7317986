import type { CollectionIndex } from '../../src/store/embedded/collection-index.ts'
import { buildIndexes, type Loaded } from '../../src/store/embedded/load.ts'
import { restoreIndexes } from '../../src/store/embedded/restore.ts'
import { RowReader } from '../../src/store/embedded/row-reader.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'

/**
 * Everything that an index knows, written without slots: two indexes of the same documents
 * have equal states, whichever way they were built. Buckets are left out where a cap cut
 * them, since what is in them then depends on the way.
 */
export function stateOf(index: CollectionIndex): Record<string, unknown> {
  const { clusters, postings } = index
  const { documents, contents, graph, orders, tallies } = clusters
  const numberOf = (content: number): number => contents.number.get(content)
  const slots = [...contents.slots()].sort((a, b) => numberOf(a) - numberOf(b))
  const isCut = slots.some(content => contents.isTruncated(content) || postings.isDropped(content))
  const ids = clustersOf(index)
  const nameOf = (cluster: number): number => clusters.createdOf(cluster)
  return {
    row: JSON.parse(JSON.stringify(index.row)),
    sketcher: index.sketcher.key,
    textBytes: index.textBytes,
    documents: [...index.ordered.after(() => true)].map(document => {
      const { content, ...facts } = documents.facts(document)
      return { ...facts, content: numberOf(content), expiresAt: index.expiresAt(document) }
    }),
    count: documents.size,
    contents: slots.map(content => ({
      ...contents.facts(content),
      copies: contents.copies.get(content),
      documents: [...contents.members(content)].map(document => documents.number.get(document)),
      isEmpty: index.isEmpty(content),
      bandKeys: index.isEmpty(content) ? [] : [...index.bandKeysOf(content)],
      alike: isCut || index.isEmpty(content) ? [] : alike(index, content).map(numberOf).sort(ascending),
      matches: Array.from(
        graph.edges(content),
        edge => [numberOf(graph.target(edge)), graph.overlap(edge)] as const
      ).sort(([a], [b]) => a - b)
    })),
    matchCount: graph.size,
    clusters: ids.map(cluster => ({
      created: nameOf(cluster),
      size: clusters.size(cluster),
      earliest: documents.number.get(clusters.earliest(cluster)),
      longest: documents.number.get(clusters.longest(cluster)),
      updatedAt: clusters.updatedAt(cluster),
      isTruncated: clusters.isTruncated(cluster),
      contents: [...clusters.contentsOf(cluster)].map(numberOf).sort(ascending),
      inOrder: inOrderOf(index, cluster)
    })),
    clusterCount: clusters.count,
    bySize: [...orders.bySize([0, 0])].map(nameOf),
    byUpdate: [...orders.byUpdate([Number.POSITIVE_INFINITY, 0])].map(nameOf),
    singles: [...orders.singlesByUpdate([Number.POSITIVE_INFINITY, 0])].map(nameOf),
    multiple: tallies.multiple,
    truncatedDocuments: tallies.truncatedDocuments,
    sizes: [...tallies.sizes],
    similarities: [...tallies.similarities]
  }
}

/** What is inconsistent within one index, whatever it holds; empty where nothing is. */
export function faultsOf(index: CollectionIndex, idOf: (document: number) => string): string[] {
  const { documents, contents } = index.clusters
  const faults: string[] = []
  let due = Number.POSITIVE_INFINITY
  for (const document of index.ordered.after(() => true)) {
    const number = documents.number.get(document)
    if (!documents.has(document)) faults.push(`document ${number} is in the order and has gone`)
    if (index.document(idOf(number)) !== document) faults.push(`document ${number} is not found by its id`)
    if (!contents.has(documents.content.get(document))) faults.push(`document ${number} has no content`)
    due = Math.min(due, index.expiresAt(document) ?? due)
  }
  if (due < Number.POSITIVE_INFINITY && !index.hasExpired(due)) faults.push(`nothing is due at ${due}`)
  if (index.ordered.size !== documents.size) faults.push('the order does not have all documents')
  for (const content of contents.slots()) {
    if (contents.firstCopy(content) === 0) faults.push(`content ${contents.number.get(content)} has no documents`)
  }
  return faults
}

/** The indexes of a directory that nobody has open: from its snapshot and log, and from its rows. */
export interface BothWays {
  /** Undefined where there is no snapshot of use. */
  readonly restored: Loaded | undefined
  readonly built: Loaded
  readonly states: { readonly restored: unknown; readonly built: unknown }
  readonly faults: readonly string[]
}

/** Loads the indexes of a data directory in both ways. A snapshot that is not whole throws. */
export async function loadBothWays(directory: string): Promise<BothWays> {
  const journal = new LmdbJournal(directory)
  const rows = await journal.open()
  try {
    const reader = new RowReader(journal, () => [])
    const built = await buildIndexes(rows, reader, () => {})
    const restored = await restoreIndexes(journal.snapshots, journal, rows, reader, () => {})
    const faults = [built, restored].flatMap(loaded =>
      (loaded?.indexes ?? []).flatMap(index => faultsOf(index, number => reader.idOf(number)))
    )
    if (restored !== undefined) faults.push(...missingOrphans(built, restored))
    return { restored, built, states: { restored: restored && statesOf(restored), built: statesOf(built) }, faults }
  } finally {
    await journal.close()
  }
}

function statesOf({ indexes }: Loaded): unknown[] {
  return indexes.map(stateOf).sort((a, b) => numberOf(a) - numberOf(b))
}

function numberOf(state: Record<string, unknown>): number {
  return (state.row as { number: number }).number
}

/** Rows of deleted collections that a restore does not know of would stay for ever. */
function missingOrphans(built: Loaded, restored: Loaded): string[] {
  return (['documents', 'contents'] as const).flatMap(kind => {
    const known = new Set(restored.orphans[kind])
    const missing = [...built.orphans[kind]].filter(number => !known.has(number))
    return missing.length === 0 ? [] : [`${missing.length} rows of ${kind} that nothing refers to are not known`]
  })
}

/** The documents of a large cluster in order; all of its orders are as long. */
function inOrderOf({ clusters }: CollectionIndex, cluster: number): number[] {
  const { number } = clusters.documents
  return Array.from(clusters.documentsAfter(cluster, 0) ?? [], document => number.get(document))
}

function clustersOf({ clusters }: CollectionIndex): number[] {
  const found = new Set<number>()
  for (const content of clusters.contents.slots()) found.add(clusters.clusterOf(content))
  return [...found].sort((a, b) => clusters.createdOf(a) - clusters.createdOf(b))
}

function alike(index: CollectionIndex, content: number): number[] {
  return [...index.postings.candidates(index.bandKeysOf(content), 2 ** 20).slots]
}

function ascending(a: number, b: number): number {
  return a - b
}
