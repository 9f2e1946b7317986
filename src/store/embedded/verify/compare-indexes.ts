import { isDeepStrictEqual } from 'node:util'
import type { CollectionIndex } from '../collection-index.ts'
import { NumberIndex } from '../number-index.ts'
import type { Findings } from './findings.ts'

/**
 * Checks that two indexes of a collection, which were made in different ways, say the same.
 *
 * @param other called so in what is found
 */
export function compareIndexes(
  expected: CollectionIndex,
  actual: CollectionIndex,
  other: string,
  findings: Findings
): void {
  const fault = (what: string) => findings.fault(`${other}: collection "${expected.row.name}": ${what}`)
  const figures = (index: CollectionIndex) => {
    const { tallies, count, graph, contents } = index.clusters
    return {
      documents: index.ordered.size,
      contents: contents.size,
      matches: graph.size,
      clusters: count,
      clustersOfMany: tallies.multiple,
      truncatedDocuments: tallies.truncatedDocuments,
      textBytes: index.textBytes,
      clusterSizes: tallies.sizes,
      matchSimilarities: tallies.similarities
    }
  }
  const [wanted, found] = [figures(expected), figures(actual)]
  for (const key of Object.keys(wanted) as (keyof typeof wanted)[]) {
    if (!isDeepStrictEqual(wanted[key], found[key])) fault(`${key} is ${found[key]}, not ${wanted[key]}`)
  }
  compareOrder(expected, actual, fault)
  compareContents(expected, actual, fault)
}

/** Documents in order, each with its facts and its place among the ids. */
function compareOrder(expected: CollectionIndex, actual: CollectionIndex, fault: (what: string) => void): void {
  const others = actual.ordered.after(() => true)[Symbol.iterator]()
  for (const slot of expected.ordered.after(() => true)) {
    const number = expected.clusters.documents.number.get(slot)
    const { value: other } = others.next()
    if (other === undefined) {
      fault(`document ${number} is not there`)
      return
    }
    const [facts, otherFacts] = [factsOf(expected, slot), factsOf(actual, other)]
    if (!isDeepStrictEqual(facts, otherFacts)) {
      fault(`document ${number} is otherwise: ${JSON.stringify(otherFacts)}, not ${JSON.stringify(facts)}`)
      // What comes after would be out of step.
      if (facts.number !== otherFacts.number) return
    }
  }
}

function factsOf({ clusters }: CollectionIndex, document: number) {
  const { content, ...facts } = clusters.documents.facts(document)
  return { ...facts, content: clusters.contents.number.get(content) }
}

/** Contents with their matches, buckets and clusters. */
function compareContents(expected: CollectionIndex, actual: CollectionIndex, fault: (what: string) => void): void {
  const numbers = new NumberIndex(actual.clusters.contents.number)
  for (const slot of actual.clusters.contents.slots()) numbers.add(slot)
  for (const slot of expected.clusters.contents.slots()) {
    const number = expected.clusters.contents.number.get(slot)
    const other = numbers.find(number)
    if (other === 0) fault(`content ${number} is not there`)
    else if (!isDeepStrictEqual(contentOf(expected, slot), contentOf(actual, other))) {
      fault(`content ${number} is otherwise`)
    }
  }
}

function contentOf(index: CollectionIndex, content: number) {
  const { contents, documents, graph } = index.clusters
  const cluster = index.clusters.clusterOf(content)
  const number = (document: number) => documents.number.get(document)
  return {
    facts: contents.facts(content),
    isEmpty: index.isEmpty(content),
    alike: index.isEmpty(content) ? undefined : alike(index, content),
    documents: Array.from(contents.members(content), number),
    matches: Array.from(graph.edges(content), edge => {
      const { equalSlots, shared } = graph.overlap(edge)
      return `${contents.number.get(graph.target(edge))}:${equalSlots}:${shared}`
    }).sort(),
    cluster: {
      size: index.clusters.size(cluster),
      contents: index.clusters.contentCount(cluster),
      earliest: number(index.clusters.earliest(cluster)),
      longest: number(index.clusters.longest(cluster)),
      updatedAt: index.clusters.updatedAt(cluster),
      isTruncated: index.clusters.isTruncated(cluster)
    }
  }
}

/** The contents that share a bucket, by number; undefined where a cap cut, which depends on the order of arrival. */
function alike(index: CollectionIndex, content: number): number[] | undefined {
  const { slots, isCut } = index.postings.candidates(index.bandKeysOf(content), Number.POSITIVE_INFINITY)
  const { number } = index.clusters.contents
  return isCut ? undefined : slots.map(slot => number.get(slot)).sort((a, b) => a - b)
}
