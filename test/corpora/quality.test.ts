import t from 'tap'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { type CorpusDocument, noCorpus, readCorpus, readOracle } from '../helpers/corpora.ts'
import { referenceShingles } from '../helpers/reference.ts'
import { TestCollection } from '../helpers/test-collection.ts'

const threshold = 0.6
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Every pair of documents that share a shingle, with its Jaccard similarity, by counting shared strings. */
function similarPairs(documents: readonly CorpusDocument[], least: number): Map<string, number> {
  const pairs = new Map<string, number>()
  const holders = new Map<string, number[]>()
  const sizes: number[] = []
  for (const [number, { id, text }] of documents.entries()) {
    const shingles = referenceShingles(tokenize(text), { unit: 'word', size: 3 })
    const shared = new Uint32Array(number)
    for (const shingle of shingles) {
      const others = holders.get(shingle) ?? []
      for (const other of others) shared[other]!++
      others.push(number)
      holders.set(shingle, others)
    }
    sizes.push(shingles.size)
    for (const [other, count] of shared.entries()) {
      const similarity = count === 0 ? 0 : count / (sizes[other]! + shingles.size - count)
      if (similarity >= least) pairs.set(keyOf(id, documents[other]!.id), similarity)
    }
  }
  return pairs
}

/** Ingests the documents and asks each for all its matches. */
async function foundPairs(documents: readonly CorpusDocument[]): Promise<{
  found: Map<string, { similarity: number; estimate: number }>
  collection: TestCollection
}> {
  const store = new EmbeddedStore(new MemoryJournal(), Date.now)
  await store.open(() => {})
  t.teardown(() => store.close())
  const collection = await TestCollection.create(store, 'news', { threshold })
  for (let start = 0; start < documents.length; start += 100) {
    await collection.ingestAll(
      documents.slice(start, start + 100).map(({ id, text }) => collection.prepare({ id, text }))
    )
  }
  const found = new Map<string, { similarity: number; estimate: number }>()
  for (const { id } of documents) {
    const { matches, truncated } = await store.matchesOf('news', id, { threshold, limit: 1000 })
    if (truncated) t.fail(`the matches of ${id} were cut`)
    for (const { id: other, similarity, estimate } of matches) {
      const known = found.get(keyOf(id, other))
      if (known && known.similarity !== similarity) t.fail(`${id} and ${other} are not equally near each other`)
      found.set(keyOf(id, other), { similarity: similarity as number, estimate })
    }
  }
  return { found, collection }
}

const missedAtMost: Record<string, (pairs: number) => number> = {
  reuters_c50: pairs => Math.floor(pairs / 100),
  fnc1_bodies: () => 1
}

for (const [set, mayMiss] of Object.entries(missedAtMost)) {
  t.test(`finds the near-duplicates of ${set}, and nothing else`, noCorpus, async t => {
    const documents = readCorpus(set)
    const truth = similarPairs(documents, threshold)
    const { found, collection } = await foundPairs(documents)
    const missed = [...truth.keys()].filter(pair => !found.has(pair))
    t.comment(`${truth.size} pairs of ${threshold} or more, ${missed.length} missed`)
    t.ok(truth.size > 80, 'the set has pairs to find')
    t.ok(missed.length <= mayMiss(truth.size), `missed: ${missed.join(', ')}`)
    const wrong = [...found].filter(([pair, { similarity }]) => Math.abs(similarity - (truth.get(pair) ?? 0)) > 1e-4)
    t.strictSame(wrong, [], 'every similarity is that of the shingle sets, and none is below the threshold')
    const far = [...found].filter(([, { similarity, estimate }]) => {
      return Math.abs(estimate - similarity) > 4.5 * Math.sqrt((similarity * (1 - similarity)) / 128) + 1e-9
    })
    t.strictSame(far, [], 'every estimate is within its error')

    const oracle = new Map(readOracle(set).map(({ a, b, similarity }) => [keyOf(a, b), similarity]))
    const unknown = [...found.keys()].filter(pair => !oracle.has(pair))
    t.strictSame(unknown, [], 'the oracle knows every pair')
    const differences = [...found].map(([pair, { similarity }]) => Math.abs(similarity - (oracle.get(pair) ?? 0)))
    t.comment(
      `${differences.filter(difference => difference > 5.1e-5).length} pairs differ from the oracle, which takes "_" for a letter; most by ${Math.max(...differences).toFixed(4)}`
    )
    t.ok(
      differences.every(difference => difference <= 0.02),
      'similarities are those of the oracle'
    )
    const lost = [...oracle].filter(([pair, similarity]) => similarity >= threshold + 0.02 && !truth.has(pair))
    t.strictSame(lost, [], 'no pair of the oracle is lost by our tokens')

    const clusters = await collection.partition()
    const expected = new Set([...found.keys()].flatMap(pair => pair.split(' ')))
    t.strictSame(new Set(clusters.filter(({ length }) => length > 1).flat()), expected, 'what matches is in a cluster')
  })
}
