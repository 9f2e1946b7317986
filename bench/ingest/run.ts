import { DocumentStream } from '../documents/document-stream.ts'
import { sentenceBase } from '../documents/sentences.ts'
import { pythonEnvironment } from '../python/environment.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import type { Results } from '../server/import-documents.ts'
import { RedisServer } from '../server/redis-server.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { type BlockedIngest, blockTable, totalOf } from './blocks.ts'
import { ingestByEngine } from './by-engine.ts'
import { type IngestSize, ingestOverHttp } from './over-http.ts'
import { ingestByPeers, type PeerIngest } from './peers.ts'

const asked = options({
  documents: 1_000_000,
  block: 100_000,
  words: 400,
  copies: 0.1,
  seed: 1,
  results: 'none,all',
  engine: false,
  directory: '',
  sentences: 20_000,
  'without-texts': false,
  'peer-documents': 100_000,
  'only-peers': false
})
const machine = thisMachine()
const base = sentenceBase(asked.sentences)
const settings = { seed: asked.seed, words: asked.words, copies: asked.copies, prefix: 'd' }
const newStream = () => new DocumentStream(base, settings)
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; sentences of ${base.source}`)
console.log(`Documents of ${asked.words} words, ${asked.copies} of them edited copies`)

const ingests: Record<string, BlockedIngest> = {}
const peers: Record<string, PeerIngest> = {}
const missing: string[] = []
if (asked.engine) await measureEngine()
else if (!asked['only-peers']) await measureService()
if (!asked.engine && asked['peer-documents'] > 0) await measurePeers(asked['peer-documents'])
save({
  bench: 'ingest',
  machine,
  asked: { ...asked, directory: undefined },
  source: base.source,
  ingests,
  peers,
  missing
})

async function measureEngine(): Promise<void> {
  const texts = asked['without-texts'] ? 'texts not kept' : 'texts kept'
  const collection = { storeText: !asked['without-texts'] }
  const ingestIn = (directory: string) => ingestByEngine(`${directory}/data`, newStream(), asked, collection)
  // A directory that is named is kept, for bench/latency.
  const ingest = await (asked.directory === '' ? inTemporaryDirectory(ingestIn) : ingestIn(asked.directory))
  show(`The engine alone, in this process, ${texts}`, 'engine', ingest)
}

async function measureService(): Promise<void> {
  for (const results of asked.results.split(',') as Results[]) {
    show(`NDJSON over HTTP, results=${results}`, results, await overHttp(asked, results))
  }
}

function overHttp(size: IngestSize, results: Results): Promise<BlockedIngest> {
  return inTemporaryDirectory(directory => ingestOverHttp({ directory, from: 'build' }, newStream(), size, results))
}

async function measurePeers(documents: number): Promise<void> {
  const { python, missing: notInstalled } = pythonEnvironment()
  missing.push(...notInstalled)
  if (RedisServer.version() === undefined) missing.push('There is no redis-server: no comparison with Redis.')
  for (const sentence of missing) console.log(sentence)
  if (python === undefined) return
  const own = await overHttp({ documents, block: documents }, 'all')
  const { seconds, cpuSeconds, memory } = totalOf(own)
  const memoryBytes = memory.anonymous - own.base.memory.anonymous
  const rows = [peerRow('doppel over HTTP, on disk', { documents, seconds, cpuSeconds, memoryBytes }, cpuSeconds)]
  const found = await inTemporaryDirectory(directory => ingestByPeers(python, directory, newStream(), documents))
  for (const [name, ingest] of found) {
    peers[name] = ingest
    rows.push(peerRow(name, ingest, cpuSeconds))
  }
  ingests['beside peers'] = own
  console.log(`\n## Beside peers, ${count(documents)} documents, each asked for and added\n`)
  console.log(markdownTable(['', 'documents/s', 'CPU us a document', 'times doppel', 'memory B a document'], rows))
}

function peerRow(name: string, ingest: Omit<PeerIngest, 'candidates'>, ownCpuSeconds: number): string[] {
  const { documents, seconds, cpuSeconds, memoryBytes } = ingest
  return [
    name,
    count(documents / seconds),
    short((1e6 * cpuSeconds) / documents),
    short(cpuSeconds / ownCpuSeconds),
    count(memoryBytes / documents)
  ]
}

function show(title: string, name: string, ingest: BlockedIngest): void {
  ingests[name] = ingest
  console.log(`\n## ${title}\n\n${blockTable(ingest)}`)
}
