import assert from 'node:assert/strict'
import { tokenize } from '../src/text/tokenize.ts'
import { bandingCurve } from './accuracy/banding.ts'
import { cellsOf } from './accuracy/cells.ts'
import { measureOwn } from './accuracy/measure.ts'
import { ownSchemes } from './accuracy/schemes.ts'
import { generatedText } from './corpus/generated-text.ts'
import { nearCopies } from './corpus/near-copies.ts'
import { findWithDoppel } from './quality/doppel.ts'
import { exactPairs } from './quality/exact-pairs.ts'
import { recallFrom, scoreFindings } from './quality/score.ts'
import { geometricMean } from './report/statistics.ts'
import { measure, ownRunner } from './signature/measure.ts'
import { ownVariants } from './signature/variants.ts'

// Every bench in a tiny form, without Python: whether they run and whether what they find is right, never how fast.
await signature()
accuracy()
banding()
await quality()

async function signature(): Promise<void> {
  const texts = Array.from({ length: 3 }, (_, seed) => generatedText(400, seed))
  const runners = new Map(ownVariants().map(variant => [variant.name, ownRunner(variant)]))
  const costs = await measure({ name: 'smoke', texts }, runners, { repetitions: 1, secondsPerRun: 0.001 })
  assert.deepEqual([...costs.keys()], [...runners.keys()])
  for (const [name, { median }] of costs) assert.ok(median > 0, name)
  report('signature', `${costs.size} variants ran`)
}

function accuracy(): void {
  const schemes = ownSchemes()
  const results = cellsOf([20, 200], [{ upTo: 200, pairs: 400 }]).flatMap(cell => measureOwn(cell, schemes))
  const relative = (name: string, size: number) =>
    geometricMean(results.filter(cell => cell.scheme === name && cell.size === size).map(cell => cell.relativeRmse))
  // The error of these figures from 400 pairs is about .015; the words are the same in every run.
  assert.ok(relative('doppel', 20) < 0.76, 'error of short documents')
  assert.ok(relative('doppel', 200) < 0.88, 'error of medium documents')
  for (const { scheme, similarity, biasZ } of results.filter(cell => cell.scheme.startsWith('doppel'))) {
    assert.ok(Math.abs(biasZ) < 4.5, `bias of ${scheme} at ${similarity}`)
  }
  report('accuracy', `${relative('doppel', 20).toFixed(2)} of the binomial line at n = 20`)
}

function banding(): void {
  const points = bandingCurve(200, 400, 0)
  for (const { threshold, similarity, measured, theory } of points) {
    assert.ok(Math.abs(measured - theory) < 0.1, `${threshold} at ${similarity}: ${measured} for ${theory}`)
  }
  report('banding', `${points.length} points near the curve`)
}

async function quality(): Promise<void> {
  const texts = nearCopies({ originals: 60, copies: 6, words: 200, seed: 1 })
  const exact = exactPairs(texts.map(tokenize), 0.3)
  for (const threshold of [0.5, 0.6, 0.8]) {
    const score = scoreFindings(await findWithDoppel(texts, threshold), exact, threshold)
    const { found, all } = recallFrom(score, threshold)
    assert.ok(all > 100, 'enough pairs')
    assert.equal(score.right, score.reported, 'precision is 1')
    assert.ok(found / all >= 0.98, `recall at ${threshold}: ${found} of ${all}`)
    assert.ok(score.adjustedRand > 0.98, `adjusted Rand index at ${threshold}: ${score.adjustedRand}`)
    report('quality', `threshold ${threshold}: ${found} of ${all} pairs, none wrong`)
  }
}

function report(bench: string, sentence: string): void {
  console.log(`${bench}: ${sentence}`)
}
