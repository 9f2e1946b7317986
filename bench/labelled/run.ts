import { parseArgs } from 'node:util'
import { findWithDoppel } from '../quality/doppel.ts'
import { adjustedRandIndex } from '../quality/partition.ts'
import { coreMetrics, predictionsFrom } from './core-metrics.ts'
import { readCore, readNewsCopy } from './labelled-files.ts'

// node --import tsx bench/labelled/run.ts core|news-copy FILE [--threshold .5] [--size 2] [--slots 256]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    threshold: { type: 'string', default: '0.5' },
    size: { type: 'string', default: '2' },
    slots: { type: 'string', default: '256' }
  }
})
const [benchmark, file] = positionals
const threshold = Number(values.threshold)
const settings = {
  shingle: { unit: 'word', size: Number(values.size) },
  signature: { scheme: 'doppel', slots: Number(values.slots) as 64 | 128 | 256, seed: 1 }
} as const

if (file === undefined) throw new Error('say which benchmark, core or news-copy, and its file')
if (benchmark === 'core') {
  const { ids, texts, labels } = readCore(file)
  const { clusters, seconds } = await findWithDoppel(texts, threshold, settings)
  print({ ...coreMetrics(labels, predictionsFrom(ids, clusters)), documents: ids.length, seconds })
} else if (benchmark === 'news-copy') {
  const { texts, clusters: labels } = readNewsCopy(file)
  const { clusters, seconds } = await findWithDoppel(texts, threshold, settings)
  const adjustedRand = adjustedRandIndex(labels.map(String), clusters.map(String))
  print({ adjustedRand, documents: texts.length, seconds })
} else {
  throw new Error(`there is no benchmark "${benchmark}", only core and news-copy`)
}

function print(result: object): void {
  console.log(JSON.stringify({ benchmark, threshold, ...settings, ...result }, undefined, 1))
}
