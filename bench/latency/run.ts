import { sentenceBase } from '../documents/sentences.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { withServer } from '../server/server-process.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { type Latencies, measureLatency } from './measure.ts'

const asked = options({ documents: 1_000_000, rate: 500, seconds: 60, words: 400, copies: 0.1, seed: 1 })
const machine = thisMachine()
const base = sentenceBase()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; sentences of ${base.source}`)
const stream = { seed: asked.seed, words: asked.words, copies: asked.copies, prefix: 'd' }
const load = { documents: asked.documents, perSecond: asked.rate, seconds: asked.seconds }
const latencies = await inTemporaryDirectory(directory =>
  withServer({ directory, from: 'build' }, server => measureLatency(server, base, stream, load))
)

console.log(`\n${asked.rate} single POSTs/s to ${count(asked.documents)} documents, milliseconds:\n`)
console.log(
  markdownTable(
    ['', 'p50', 'p99', 'p99.9', 'max', 'longest stall', 'imported documents/s'],
    [row('alone', latencies.alone), row('while an import runs', latencies.whileImporting)]
  )
)
save({ bench: 'latency', machine, asked, source: base.source, latencies })

function row(name: string, { p50, p99, p999, max, stallMs, bulk }: Latencies): string[] {
  return [name, ...[p50, p99, p999, max, stallMs].map(short), bulk ? count(bulk.documents / bulk.seconds) : '-']
}
