import { Uint32Column } from '../../../columns/column.ts'
import type { CollectionIndex } from '../collection-index.ts'
import type { MatchRow } from '../journal.ts'
import { NumberIndex } from '../number-index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Findings } from './findings.ts'
import type { MatchedContents } from './verify-matches.ts'

/** Indexes that were built from the rows, beside which other ways to the same are held. */
export class BuiltIndexes {
  readonly indexes: readonly CollectionIndex[]
  readonly #byCollection = new Map<number, { readonly index: CollectionIndex; readonly contents: NumberIndex }>()

  constructor(indexes: readonly CollectionIndex[]) {
    this.indexes = indexes
    for (const index of indexes) {
      const contents = new NumberIndex(index.clusters.contents.number)
      for (const content of index.clusters.contents.slots()) contents.add(content)
      this.#byCollection.set(index.row.number, { index, contents })
    }
  }

  /** Whether there is a match between two contents, given by their numbers. */
  hasMatch(collection: number, content: number, match: MatchRow): boolean {
    const built = this.#byCollection.get(collection)
    if (built === undefined) return false
    const { graph } = built.index.clusters
    const edge = graph.between(built.contents.find(content), built.contents.find(match.content))
    const { equalSlots, shared } = graph.overlap(edge)
    return edge !== 0 && equalSlots === match.equalSlots && shared === match.shared
  }

  /** Checks that documents, contents, matches and clusters are those that the rows say. */
  verify(catalogue: Catalogue, { components, count }: MatchedContents, findings: Findings): void {
    let documents = 0
    let contents = 0
    let matches = 0
    const clusters = new ClusterComparison(catalogue, components)
    for (const index of this.indexes) {
      documents += verifyDocumentsOf(index, catalogue, findings)
      contents += index.clusters.contents.size
      matches += index.clusters.graph.size
      clusters.compare(index, findings)
    }
    const stored = catalogue.documents.size - catalogue.orphanDocuments
    if (documents !== stored) findings.fault(`the index has ${documents} documents, there are ${stored}`)
    if (contents !== catalogue.contents.size) {
      findings.fault(`the index has ${contents} contents, there are ${catalogue.contents.size}`)
    }
    if (matches !== count) findings.fault(`the index has ${matches} matches, there are ${count}`)
  }
}

function verifyDocumentsOf(index: CollectionIndex, { contents, documents }: Catalogue, findings: Findings): number {
  const table = index.clusters.documents
  let size = 0
  for (const slot of table.slots()) {
    size++
    const number = table.number.get(slot)
    const document = documents.find(number)
    const content = contents.find(index.clusters.contents.number.get(table.content.get(slot)))
    if (document === 0) findings.fault(`the index has document ${number}, which is not there`)
    else if (
      table.created.get(slot) !== documents.created.get(document) ||
      table.textBytes.get(slot) !== documents.textBytes.get(document) ||
      content !== documents.content.get(document)
    ) {
      findings.fault(`document ${number}: the index has it otherwise`)
    }
  }
  return size
}

/** Holds the clusters of the index beside the components of the rows. */
class ClusterComparison {
  readonly #catalogue: Catalogue
  readonly #components: MatchedContents['components']
  /** By root of a component: the documents of it. */
  readonly #sizes = new Uint32Column()

  constructor(catalogue: Catalogue, components: MatchedContents['components']) {
    this.#catalogue = catalogue
    this.#components = components
    const { contents } = catalogue
    for (let content = 1; content <= contents.size; content++) {
      const root = components.rootOf(content)
      this.#sizes.set(root, this.#sizes.get(root) + contents.copies.get(content))
    }
  }

  compare({ clusters, row }: CollectionIndex, findings: Findings): void {
    const rootOf = new Map<number, number>()
    const roots = new Set<number>()
    for (const slot of clusters.contents.slots()) {
      const number = clusters.contents.number.get(slot)
      const root = this.#components.rootOf(this.#catalogue.contents.find(number))
      const cluster = clusters.clusterOf(slot)
      const known = rootOf.get(cluster)
      if (known === root) continue
      if (known !== undefined) findings.fault(`content ${number}: its cluster holds others that nothing connects to it`)
      else if (roots.has(root)) findings.fault(`content ${number}: its cluster lacks others that are connected to it`)
      else {
        rootOf.set(cluster, root)
        roots.add(root)
        this.#compareSize(number, clusters.size(cluster), root, findings)
      }
    }
    if (rootOf.size !== clusters.count) {
      findings.fault(`the collection "${row.name}" has ${rootOf.size} clusters, the index counts ${clusters.count}`)
    }
  }

  #compareSize(content: number, size: number, root: number, findings: Findings): void {
    const expected = this.#sizes.get(root)
    if (size !== expected) {
      findings.fault(`the cluster of content ${content} has ${expected} documents, the index says ${size}`)
    }
  }
}
