import { sentenceBase } from '../documents/sentences.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { withServer } from '../server/server-process.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { type Latencies, measureLatency, type Quantiles, targetMs } from './measure.ts'
import { prepareStore } from './prepare.ts'

const asked = options({
  documents: 1_000_000,
  directory: '',
  sentences: 20_000,
  rate: 500,
  seconds: 60,
  words: 400,
  copies: 0.1,
  seed: 1
})
const machine = thisMachine()
const base = sentenceBase(asked.sentences)
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; sentences of ${base.source}`)
const stream = { seed: asked.seed, words: asked.words, copies: asked.copies, prefix: 'd' }
const load = { perSecond: asked.rate, seconds: asked.seconds }
// A directory that is named is kept, and used again.
const { isFound, startSeconds, latencies } =
  asked.directory === '' ? await inTemporaryDirectory(measureIn) : await measureIn(asked.directory)

const found = isFound ? 'which were there' : 'put there by the engine'
console.log(`\nReady after ${short(startSeconds)} s with ${count(latencies.documents)} documents, ${found}.`)
show('alone', latencies.alone)
show('while an import runs', latencies.whileImporting)
// Where the directory is does not matter to anybody.
save({
  bench: 'latency',
  machine,
  asked: { ...asked, directory: undefined },
  source: base.source,
  isFound,
  startSeconds,
  latencies
})

async function measureIn(directory: string) {
  const isFound = await prepareStore(directory, asked.documents, stream)
  return withServer({ directory, from: 'build' }, async server => ({
    isFound,
    startSeconds: server.startSeconds,
    latencies: await measureLatency(server, base, stream, load)
  }))
}

function show(name: string, latencies: Latencies): void {
  const { requests, late, lateByClient, clientLag, queued, withoutClientLag, inServer, sync, stallMs, bulk } = latencies
  console.log(`\n## ${asked.rate} single POSTs/s, ${name}, milliseconds\n`)
  const rows: [string, Omit<Quantiles, 'max'> & { readonly max?: number }][] = [
    ['from when it was due to its answer', latencies],
    ['of that, the client was busy', clientLag],
    ['without that', withoutClientLag],
    ['of that, no connection was free', queued],
    ['in the server, by /metrics', inServer],
    ['a sync of the disk, by a probe', sync]
  ]
  const cells = rows.map(([what, { p50, p99, p999, max = Number.NaN }]) => [what, ...[p50, p99, p999, max].map(short)])
  console.log(markdownTable(['', 'p50', 'p99', 'p99.9', 'max'], cells))
  console.log(
    `\n${count(late)} of ${count(requests)} took more than ${targetMs} ms, ${count(lateByClient)} of them because of ` +
      `the client. Longest stall of the server: ${short(stallMs)} ms.` +
      (bulk ? ` Imported: ${count(bulk.documents / bulk.seconds)} documents/s.` : '')
  )
}
