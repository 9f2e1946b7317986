import { ClusterIndex } from '../../src/cluster/cluster-index.ts'
import type { ClusterPart } from '../../src/cluster/cluster-part.ts'
import { slotCount } from './naive-clusters.ts'

/** What a test says of a document. */
export interface DocumentOptions {
  readonly updatedAt?: number
  readonly textBytes?: number
}

/** Builds an index of clusters in few words. */
export class ClusterBuilder {
  readonly index = new ClusterIndex(slotCount)
  #number = 1

  /** Adds a content without documents. */
  content(shingleCount?: number): number {
    return this.index.addContent({ number: this.#number++, shingleCount, isTruncated: false }, [])
  }

  document(content: number, created: number, { updatedAt = 0, textBytes = 0 }: DocumentOptions = {}): number {
    const times = { updatedAt, retainedFrom: 0, retentionSeconds: undefined }
    return this.index.addDocument({ number: this.#number++, created, content, textBytes, ...times })
  }

  /** Adds so many contents, each with a document; these are created in this order, from 1 on. */
  contents(count: number, shingleCount?: number): number[] {
    return Array.from({ length: count }, (_, at) => {
      const content = this.content(shingleCount)
      this.document(content, at + 1)
      return content
    })
  }

  /** Removes a content with its documents. */
  remove(content: number): void {
    this.index.change(() => {
      for (const document of [...this.index.contents.members(content)]) this.index.removeDocument(document)
      this.index.removeContent(content)
    })
  }

  /** The clusters, those of two or more before the others, each latest change first. */
  get clusters(): number[] {
    const start = [Number.POSITIVE_INFINITY, 0] as const
    return [...this.index.orders.byUpdate(start), ...this.index.orders.singlesByUpdate(start)]
  }

  /** When the documents of a cluster or a part were created, in order. */
  created({ contents }: Pick<ClusterPart, 'contents'>): number[] {
    const documents = [...contents].flatMap(content => [...this.index.contents.members(content)])
    return documents.map(document => this.index.documents.created.get(document)).sort((a, b) => a - b)
  }
}
