import type { Column } from '../columns/column.ts'
import { type Columnar, expectCounters } from '../columns/columnar.ts'
import type { ContentTable } from './content-table.ts'
import type { MatchGraph } from './match-graph.ts'

/** Bins of the histogram of similarities, from 0 to 1. */
export const similarityBins = 20
/** Bins of the histogram of cluster sizes, which double. */
const sizeBins = 32

/** Counts of a collection, kept with every change so that nobody has to wait for them. */
export class ClusterTallies implements Columnar {
  readonly #contents: ContentTable
  readonly #graph: MatchGraph
  readonly #sizes = new Array<number>(sizeBins).fill(0)
  readonly #similarities = new Array<number>(similarityBins).fill(0)
  #multiple = 0
  #truncatedDocuments = 0

  constructor(contents: ContentTable, graph: MatchGraph) {
    this.#contents = contents
    this.#graph = graph
  }

  /** Clusters of two or more. */
  get multiple(): number {
    return this.#multiple
  }

  /** Documents whose candidates were cut by a cap. */
  get truncatedDocuments(): number {
    return this.#truncatedDocuments
  }

  /** Clusters by size: bin i counts those from 2^i to 2^(i + 1), excluded. */
  get sizes(): readonly number[] {
    return this.#sizes
  }

  /** Matching pairs of documents by similarity, or by estimate where there is none. */
  get similarities(): readonly number[] {
    return this.#similarities
  }

  /** @param size number of documents of the cluster */
  countCluster(size: number, sign: 1 | -1): void {
    if (size === 0) return
    add(this.#sizes, 31 - Math.clz32(size), sign)
    if (size > 1) this.#multiple += sign
  }

  /** Counts the pairs of documents of a match. */
  countMatch(edge: number, sign: 1 | -1): void {
    const graph = this.#graph
    const contents = this.#contents
    const pairs = contents.copies.get(graph.source(edge)) * contents.copies.get(graph.target(edge))
    if (pairs > 0) add(this.#similarities, binOf(graph.strength(edge)), sign * pairs)
  }

  /** Counts a document that is about to join its content, or that has just left it. */
  countDocument(content: number, sign: 1 | -1): void {
    const graph = this.#graph
    const contents = this.#contents
    // Copies have the similarity 1, or the estimate.
    add(this.#similarities, similarityBins - 1, sign * contents.copies.get(content))
    for (let edge = graph.first(content); edge !== 0; edge = graph.next(edge)) {
      add(this.#similarities, binOf(graph.strength(edge)), sign * contents.copies.get(graph.target(edge)))
    }
    if (contents.isTruncated(content)) this.#truncatedDocuments += sign
  }

  /** Counts the documents of a content by its present mark. */
  countTruncated(content: number, sign: 1 | -1): void {
    if (this.#contents.isTruncated(content)) this.#truncatedDocuments += sign * this.#contents.copies.get(content)
  }

  get columns(): readonly Column[] {
    return []
  }

  get counters(): readonly number[] {
    return [this.#multiple, this.#truncatedDocuments, ...this.#sizes, ...this.#similarities]
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 2 + sizeBins + similarityBins)
    const [multiple = 0, truncatedDocuments = 0, ...bins] = counters
    this.#multiple = multiple
    this.#truncatedDocuments = truncatedDocuments
    for (let bin = 0; bin < sizeBins; bin++) this.#sizes[bin] = bins[bin] ?? 0
    for (let bin = 0; bin < similarityBins; bin++) this.#similarities[bin] = bins[sizeBins + bin] ?? 0
  }
}

function binOf(similarity: number): number {
  return Math.min(similarityBins - 1, Math.floor(similarity * similarityBins))
}

function add(bins: number[], bin: number, count: number): void {
  bins[bin] = (bins[bin] as number) + count
}
