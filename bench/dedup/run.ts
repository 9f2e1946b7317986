import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pythonEnvironment } from '../python/environment.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable } from '../report/table.ts'
import { type Cost, measuredProcess } from './measured-process.ts'
import { type Planted, plantedFile } from './planted-file.ts'
import { type DedupScore, scoreClusters } from './score.ts'

/** What one system did. */
type Result = Cost & DedupScore

const root = fileURLToPath(new URL('../../', import.meta.url))
const all = ['doppel', 'text-dedup', 'datasketch', 'rensa', 'gaoya']
const { documents, peers, folder, out } = options({
  documents: 20_000,
  peers: all.join(','),
  folder: `${root}bench/.dedup`,
  out: ''
})
mkdirSync(folder, { recursive: true })
const { path, planted } = plantedFile(folder, documents)
const environment = pythonEnvironment('dedup')
for (const sentence of environment.missing) console.log(sentence)
const results: Record<string, Result> = formerResults()
for (const peer of peers.split(',')) {
  if (!all.includes(peer)) throw new Error(`there is no peer ${peer}; there are ${all.join(', ')}`)
  if (peer !== 'doppel' && environment.python === undefined) continue
  console.error(peer)
  const work = `${folder}/${peer}`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  results[peer] = peer === 'doppel' ? await measureDoppel(work) : await measurePeer(peer, work)
  rmSync(work, { recursive: true, force: true })
  // Whatever comes next, this much is done.
  save({
    bench: 'dedup',
    machine: thisMachine(),
    documents,
    source: planted.source,
    peers: environment.versions,
    results
  })
}
print(results, planted)

/** Those that were measured before with as many documents. */
function formerResults(): Record<string, Result> {
  if (out === '' || !existsSync(out)) return {}
  const former = JSON.parse(readFileSync(out, 'utf8'))
  return former.documents === documents ? former.results : {}
}

async function measureDoppel(work: string): Promise<Result> {
  const outputs = ['--out', `${work}/kept.jsonl`, '--clusters', `${work}/clusters.jsonl`]
  const cost = await measuredProcess(process.execPath, [`${root}dist/cli/main.js`, 'dedup', path, ...outputs])
  const clusters = Array.from({ length: documents }, (_, document) => document)
  for (const line of readFileSync(`${work}/clusters.jsonl`, 'utf8').trimEnd().split('\n')) {
    const { members } = JSON.parse(line) as { members: { line: number }[] }
    for (const { line: number } of members) clusters[number - 1] = (members[0]?.line as number) - 1
  }
  return { ...cost, ...scoreClusters(clusters, planted) }
}

async function measurePeer(peer: string, work: string): Promise<Result> {
  const script = fileURLToPath(new URL('../python/dedup.py', import.meta.url))
  const cost = await measuredProcess(environment.python as string, [script, peer, path, work])
  return { ...cost, ...scoreClusters(JSON.parse(readFileSync(`${work}/clusters.json`, 'utf8')) as number[], planted) }
}

function print(results: Readonly<Record<string, Result>>, { pairs }: Planted): void {
  const megabytes = (bytes: number) => count(bytes / 1e6)
  const rows = Object.entries(results).map(([peer, result]) => [
    peer,
    result.seconds.toFixed(1),
    count(documents / result.seconds),
    megabytes(result.peakBytes),
    megabytes(result.peakResidentBytes),
    (result.found / result.pairs).toFixed(4),
    (result.right / result.dropped).toFixed(4),
    count(result.dropped)
  ])
  console.log(`${count(documents)} documents, ${count(pairs.length)} pairs at 0.6 or above\n`)
  const head = ['', 'seconds', 'documents/s', 'memory MB', 'with mapped MB', 'pair recall', 'precision', 'dropped']
  console.log(markdownTable(head, rows))
}
