import assert from 'node:assert/strict'
import { tokenize } from '../src/text/tokenize.ts'
import { bandingCurve } from './accuracy/banding.ts'
import { cellsOf } from './accuracy/cells.ts'
import { measureOwn } from './accuracy/measure.ts'
import { ownSchemes } from './accuracy/schemes.ts'
import { generatedText } from './corpus/generated-text.ts'
import { nearCopies } from './corpus/near-copies.ts'
import { DocumentStream } from './documents/document-stream.ts'
import { edits } from './documents/edits.ts'
import { sentenceBase } from './documents/sentences.ts'
import { choices } from './extraction/choices.ts'
import { asPages } from './extraction/labelled-pairs.ts'
import { kinds } from './hot-bucket/kinds.ts'
import { measureKind } from './hot-bucket/measure.ts'
import { type BlockedIngest, totalOf } from './ingest/blocks.ts'
import { ingestByEngine } from './ingest/by-engine.ts'
import { ingestOverHttp } from './ingest/over-http.ts'
import { measureLatency } from './latency/measure.ts'
import { prepareStore } from './latency/prepare.ts'
import { findWithDoppel } from './quality/doppel.ts'
import { exactPairs } from './quality/exact-pairs.ts'
import { recallFrom, scoreFindings } from './quality/score.ts'
import { geometricMean } from './report/statistics.ts'
import { measureRestarts } from './restart/measure.ts'
import { ask } from './server/requests.ts'
import { type ServerProcess, type ServerSettings, withServer } from './server/server-process.ts'
import { inTemporaryDirectory } from './server/temporary-directory.ts'
import { measure, ownRunner } from './signature/measure.ts'
import { ownVariants } from './signature/variants.ts'
import { measureWindow } from './window/measure.ts'

const streamSettings = { seed: 1, words: 400, copies: 0.1, prefix: 'd' }

// Every bench in a tiny form, without Python: whether they run and whether what they find is right, never how fast.
await signature()
accuracy()
banding()
await quality()
documents()
extraction()
await engine()
await server()

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

function documents(): void {
  const base = sentenceBase()
  const made = [...new DocumentStream(base, streamSettings).take(2000)]
  const again = [...new DocumentStream(base, streamSettings).take(2000)]
  assert.deepEqual(
    made.map(({ line }) => line),
    again.map(({ line }) => line)
  )
  for (const { id, text, textBytes, line } of made) {
    assert.deepEqual(JSON.parse(line), { id, text })
    assert.equal(textBytes, Buffer.byteLength(text))
  }
  const kindsOfEdits = new Set(made.flatMap(({ copy }) => copy?.edit ?? []))
  assert.deepEqual([...kindsOfEdits].sort(), Object.keys(edits).sort())
  report('documents', `${made.length} made twice, the same`)
}

function extraction(): void {
  const text = generatedText(300, 1)
  const { left, right } = asPages({ kind: 'smoke', left: text, right: text, isDuplicate: true }, 1, 300)
  const isSame = Object.entries(choices).map(([choice, textOf]) => [choice, textOf(left) === textOf(right)])
  assert.deepEqual(Object.fromEntries(isSame), { 'main text': true, 'all visible text': false })
  report('extraction', 'the main text of two pages is the same, all else is not')
}

async function engine(): Promise<void> {
  const ingest = await inTemporaryDirectory(directory =>
    ingestByEngine(directory, newStream(), { documents: 600, block: 300 }, { storeText: false })
  )
  assertComplete(ingest, 600)
  report('ingest', 'the engine stored 600 documents')
}

/** One server for all that need an empty or any collection; its restarts come last. */
async function server(): Promise<void> {
  await inTemporaryDirectory(async directory => {
    const settings: ServerSettings = { directory, from: 'sources' }
    assertComplete(await ingestOverHttp(settings, newStream(), { documents: 600, block: 300 }, 'all'), 600)
    report('ingest', 'the server stored 600 documents')
  })
  await inTemporaryDirectory(async directory => {
    assert.equal(await prepareStore(directory, 600, streamSettings), false)
    assert.equal(await prepareStore(directory, 600, streamSettings), true, 'it is used again')
    await withServer({ directory, from: 'sources' }, async server => {
      await latency(server)
      await hotBucket(server)
      await window(server)
    })
  })
  const { restarts, verified } = await inTemporaryDirectory(directory =>
    measureRestarts({ directory, from: 'sources' }, newStream(), { documents: 200, damage: true, verify: true })
  )
  for (const { after, documents } of restarts) assert.equal(documents, 200, after)
  for (const { says } of verified) assert.match(says, /^1 collection, 200 documents,/)
  report('restart', `${restarts.length} starts with all documents`)
}

async function latency(server: ServerProcess): Promise<void> {
  const load = { perSecond: 100, seconds: 1 }
  const { documents, alone, whileImporting } = await measureLatency(server, sentenceBase(), streamSettings, load)
  assert.equal(documents, 600)
  for (const { requests, p50, p99, max, late, lateByClient, withoutClientLag, inServer } of [alone, whileImporting]) {
    assert.equal(requests, 100)
    assert.ok(p50 > 0 && p50 <= p99 && p99 <= max)
    assert.ok(withoutClientLag.max <= max && lateByClient <= late && late <= requests)
    assert.ok(inServer.p50 > 0 && inServer.p50 <= inServer.p99)
  }
  assert.ok(whileImporting.bulk!.documents > 0)
  report('latency', '200 documents posted')
}

async function hotBucket(server: ServerProcess): Promise<void> {
  for (const [name, kind] of Object.entries(kinds)) {
    await ask(`${server.url}/v1/collections/default`, { method: 'DELETE' })
    const { documents, largest } = await measureKind(server, kind, { documents: 100, limitSeconds: 600 })
    assert.equal(documents, 100, name)
    const isOneCluster = name.includes('copies') || name.includes('340')
    assert.equal(largest, isOneCluster ? 100 : 1, name)
  }
  report('hot-bucket', `${Object.keys(kinds).length} kinds, each in the clusters it should be in`)
}

async function window(server: ServerProcess): Promise<void> {
  const size = { alive: 200, perSecond: 200, passes: 3 }
  const passes = await measureWindow(server, newStream(), size)
  // Whatever the machine does meanwhile, the first pass has expired when the third ends.
  assert.ok(passes.at(-1)!.alive <= 400)
  assert.equal(passes.at(-1)?.ingested, 600)
  report('window', `${passes.at(-1)?.alive} of 600 documents are left`)
}

function newStream(): DocumentStream {
  return new DocumentStream(sentenceBase(), streamSettings)
}

function assertComplete(ingest: BlockedIngest, documents: number): void {
  const total = totalOf(ingest)
  assert.equal(total.documents, documents)
  assert.equal(total.size, documents)
  for (const figure of [total.seconds, total.cpuSeconds, total.textBytes + total.diskBytes, total.memory.anonymous]) {
    assert.ok(figure > 0)
  }
}

function report(bench: string, sentence: string): void {
  console.log(`${bench}: ${sentence}`)
}
