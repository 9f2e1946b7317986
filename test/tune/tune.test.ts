import fc from 'fast-check'
import t from 'tap'
import { jaccard, overlapOf } from '../../src/cluster/overlap.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { tuningHtml } from '../../src/tune/html.ts'
import { Joins } from '../../src/tune/joins.ts'
import { type Level, levelOf, levelsOf } from '../../src/tune/levels.ts'
import { proposeThreshold } from '../../src/tune/proposal.ts'
import { Sample, type SampledText } from '../../src/tune/sample.ts'
import { type SimilarPair, similarPairs } from '../../src/tune/similar-pairs.ts'
import { tuningSvg } from '../../src/tune/svg.ts'
import { type Tuning, tune } from '../../src/tune/tune.ts'
import { noCorpus, readCorpus, readOracle } from '../helpers/corpora.ts'
import { Random } from '../helpers/random.ts'

const sketcher = createSketcher(defaultSettings)
const shingle = defaultSettings.shingle

function sampleOf(texts: readonly string[]): Sample {
  const sample = new Sample()
  for (const [at, text] of texts.entries()) sample.add(`d${at}`, text, sketcher.sketchText(text))
  return sample
}

function tuned(texts: readonly string[], examplesPerLevel = 2): Tuning {
  const work = tune(sampleOf(texts), sketcher, { shingle, fallback: 0.6, examplesPerLevel })
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Texts of 60 words that all share about so many of a hundred. */
function kin(count: number, shared: number, seed: number): string[] {
  const random = new Random(seed)
  const base = Array.from({ length: 60 }, () => `w${random.below(1_000_000)}`)
  return Array.from({ length: count }, () =>
    base.map((word, at) => (at < (shared * 60) / 100 ? word : `v${random.below(1_000_000)}`)).join(' ')
  )
}

/** All pairs, by comparing each with each. */
function naivePairs(texts: readonly SampledText[], floor: number): SimilarPair[] {
  return texts.flatMap((a, left) =>
    texts.slice(left + 1).flatMap((b, offset) => {
      const similarity = jaccard(overlapOf(a, b).shared as number, a.shingles.length, b.shingles.length)
      return similarity >= floor ? [{ left, right: left + 1 + offset, similarity }] : []
    })
  )
}

const sorted = (pairs: Iterable<SimilarPair>) =>
  [...pairs].map(({ left, right, similarity }) => `${left} ${right} ${similarity}`).sort()

t.test('all similar pairs are found', async t => {
  const texts = [10, 30, 50, 60, 70, 80, 90, 97].flatMap((shared, at) => kin(12, shared, at + 1))
  const { texts: sampled } = sampleOf(texts)
  const expected = naivePairs(sampled, 0.3)
  t.ok(expected.length > 200)
  t.strictSame(sorted([...similarPairs(sampled, 0.3)].flat()), sorted(expected))
  t.strictSame([...similarPairs([], 0.3)], [])
})

t.test('the pairs of a real corpus are those of its oracle', noCorpus, async t => {
  const documents = readCorpus('reuters_c50')
  const { levels } = tuned(documents.map(({ text }) => text))
  const oracle = readOracle('reuters_c50').map(({ similarity }) => similarity)
  for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const expected = oracle.filter(similarity => similarity >= threshold).length
    const found = levels.find(level => level.threshold === threshold)?.pairs as number
    // The oracle's tokens differ a little.
    t.ok(
      Math.abs(found - expected) <= Math.max(3, expected * 0.03),
      `${threshold}: ${found} pairs, ${expected} expected`
    )
  }
})

t.test('levels count as a search for components does', async t => {
  const document = fc.record({ copies: fc.integer({ min: 1, max: 3 }) })
  const pair = fc.tuple(fc.nat(14), fc.nat(14), fc.integer({ min: 30, max: 100 }))
  const graph = fc.tuple(fc.array(document, { minLength: 15, maxLength: 15 }), fc.array(pair, { maxLength: 40 }))
  fc.assert(
    fc.property(graph, ([documents, edges]) => {
      const texts = documents.map(({ copies }) => ({ ids: Array(copies).fill('x') }) as unknown as SampledText)
      const pairs = edges.filter(([a, b]) => a !== b).map(([left, right, s]) => ({ left, right, similarity: s / 100 }))
      const joins = new Joins(texts.length)
      for (const one of pairs) joins.add([one])
      const counts: number[] = []
      for (const { left, right, similarity } of pairs) {
        const weight = (documents[left]?.copies ?? 0) * (documents[right]?.copies ?? 0)
        counts[levelOf(similarity)] = (counts[levelOf(similarity)] ?? 0) + weight
      }
      const levels = levelsOf(texts, counts, joins.sorted())
      const expected = levels.map(({ threshold }) => {
        const sizes = componentSizes(
          documents,
          pairs.filter(({ similarity }) => similarity >= threshold)
        )
        const duplicates = sizes.reduce((sum, size) => sum + size - 1, 0)
        return { clusters: sizes.filter(size => size > 1).length, duplicates }
      })
      t.strictSame(
        levels.map(({ clusters, duplicates }) => ({ clusters, duplicates })),
        expected
      )
    }),
    { numRuns: 50 }
  )
  t.strictSame([0.3, 0.57, 0.58, 0.6, 1, 335 / 447].map(levelOf), [30, 57, 58, 60, 100, 74])
})

/** Documents of each component, by spreading labels until nothing changes. */
function componentSizes(documents: readonly { copies: number }[], pairs: readonly SimilarPair[]): number[] {
  const labels = documents.map((_, at) => at)
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const { left, right } of pairs) {
      const least = Math.min(labels[left] as number, labels[right] as number)
      if (labels[left] !== labels[right]) isChanged = true
      labels[left] = least
      labels[right] = least
    }
  }
  const sizes = documents.map(() => 0)
  for (const [at, { copies }] of documents.entries()) sizes[labels[at] as number]! += copies
  return sizes.filter(size => size > 0)
}

t.test('joins stay few, however many pairs there are', async t => {
  const joins = new Joins(2000)
  const random = new Random(3)
  for (let round = 0; round < 30; round++) {
    const pairs = Array.from({ length: 10_000 }, () => ({
      left: random.below(2000),
      right: random.below(2000),
      similarity: (round + 1) / 30
    }))
    joins.add(pairs)
  }
  const kept = joins.sorted()
  t.equal(kept.length, 1999)
  t.ok(
    kept.every(({ similarity }) => similarity > 0.9),
    'the most similar ones'
  )
})

t.test('copies and empty documents are counted', async t => {
  const [text] = kin(1, 100, 7) as [string]
  const { documents, texts, empty, levels } = tuned([text, text, text, 'another text altogether', '', '!?'])
  t.strictSame({ documents, texts, empty }, { documents: 6, texts: 3, empty: 1 })
  t.strictSame(levels[0], { threshold: 1, pairs: 3, clusters: 1, duplicates: 2, joins: 2 })
  t.strictSame(levels.at(-1), { threshold: 0.3, pairs: 3, clusters: 1, duplicates: 2, joins: 0 })
})

/** Levels with so many joins, by hundredth. */
function levelsWith(joins: Readonly<Record<number, number>>): Level[] {
  let duplicates = 0
  return Array.from({ length: 71 }, (_, at) => {
    const own = joins[100 - at] ?? 0
    duplicates += own
    return { threshold: (100 - at) / 100, pairs: duplicates, clusters: duplicates, duplicates, joins: own }
  })
}

/** So many joins at each hundredth of a range. */
const spread = (from: number, to: number, joins: number) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [from + at, joins]))

t.test('the proposal is the middle of the emptiest valley', async t => {
  const between = proposeThreshold(levelsWith({ ...spread(30, 45, 20), ...spread(80, 100, 20) }), 0.6)
  t.match(between, { threshold: 0.63, isClear: true, valley: { least: 0, most: 0, below: 200, above: 200 } })
  t.match(
    between.reason,
    /thresholds from 0\.51 to 0\.75 find about the same \(at most 0 joins .* 200 in the fullest above/
  )
  const onlyCopies = proposeThreshold(levelsWith({ 100: 50 }), 0.6)
  t.match(onlyCopies, { threshold: 0.63, isClear: true, valley: { below: 0, above: 50 } })
  t.match(onlyCopies.reason, /against 50 in the fullest above/)
  const noisy = proposeThreshold(
    levelsWith({ ...spread(30, 50, 30), ...spread(51, 89, 1), ...spread(90, 100, 30) }),
    0.6
  )
  t.ok(noisy.isClear && noisy.threshold > 0.6 && noisy.threshold < 0.8, 'a few joins in the valley do not matter')
})

t.test('without a clear valley the default is proposed, and says so', async t => {
  const even = proposeThreshold(levelsWith(spread(30, 100, 10)), 0.6)
  t.match(even, { threshold: 0.6, isClear: false, reason: /spread without a clear valley/ })
  t.match(proposeThreshold(levelsWith({}), 0.55), {
    threshold: 0.55,
    isClear: false,
    valley: null,
    reason: /no two documents/
  })
})

t.test('a sample of two kinds is told apart, with examples of each level', async t => {
  const versions = Array.from({ length: 30 }, (_, at) => kin(2, 95, 100 + at)).flat()
  const related = Array.from({ length: 30 }, (_, at) => kin(2, 60, 200 + at)).flat()
  const { proposal, examples } = tuned([...versions, ...related], 3)
  t.match(proposal, { isClear: true })
  t.ok(proposal.threshold > 0.5 && proposal.threshold < 0.85)
  const pairsOf = (from: number) => examples.find(level => level.from === from)?.examples ?? []
  t.equal(pairsOf(0.4).length, 3)
  t.equal(pairsOf(0.6).length, 0)
  for (const { similarity, left, right } of pairsOf(0.4)) {
    t.ok(similarity >= 0.4 && similarity < 0.5)
    t.ok(left.id !== right.id && left.shared.length === 1 && right.shared.length === 1)
  }
})

t.test('plot and page are well-formed, and no text becomes markup', async t => {
  const base = kin(1, 100, 9)[0] as string
  const tuning = tuned([`${base} <script>alert("a & b")</script>`, `${base} <b>else`, 'x y z'])
  const svg = tuningSvg(tuning)
  t.match(svg, /^<svg xmlns=.*<\/svg>\n$/s)
  t.notMatch(svg, /NaN|undefined|Infinity/)
  const html = tuningHtml(tuning)
  t.ok(html.includes('&lt;script&gt;alert(&quot;a &amp; b&quot;)&lt;/script&gt;'))
  t.notMatch(html, /<script|<b>else|NaN|undefined/)
  t.ok(html.includes(`<mark>${base}`))
  t.notMatch(tuningHtml(tuned([])) + tuningSvg(tuned([])), /NaN|undefined|Infinity/)
})
