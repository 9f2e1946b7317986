import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cutInto, runningText, type TextGroup, typographic } from '../corpus/news.ts'
import { pythonEnvironment } from '../python/environment.ts'
import { PeerProcess } from '../python/peer-process.ts'
import { thisMachine } from '../report/machine.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { type Cost, digestOfTokens, type Effort, measure, ownRunner, peerRunner } from './measure.ts'
import { ours, ownVariants } from './variants.ts'

const effort: Effort = { repetitions: 9, secondsPerRun: 0.1 }

const running = runningText()
const groups: TextGroup[] = [
  { name: '20 words', texts: cutInto(running, 20, 10_000) },
  { name: '400 words', texts: cutInto(running, 400, 2_000) },
  { name: '400 words, typographic', texts: cutInto(running, 400, 2_000).map(typographic) },
  { name: '4,000 words', texts: cutInto(running, 4_000, 300) }
]

const machine = thisMachine()
const environment = pythonEnvironment()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; ${running.source}`)
for (const sentence of environment.missing) console.log(sentence)

const peers = await startPeers()
const results: Record<string, Record<string, Cost>> = {}
for (const group of groups) {
  const runners = new Map(ownVariants().map(variant => [variant.name, ownRunner(variant)]))
  for (const variant of peers?.variants ?? []) runners.set(variant, peerRunner(peers!.process, variant))
  const costs = await measure(group, runners, effort)
  results[group.name] = Object.fromEntries(costs)
  print(group, costs)
}
peers?.process.close()
save({
  bench: 'signature',
  machine,
  peers: environment.versions,
  missing: environment.missing,
  source: running.source,
  effort,
  results
})

async function startPeers(): Promise<{ process: PeerProcess; variants: string[] } | undefined> {
  if (environment.python === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'doppel-bench-'))
  const file = join(folder, 'texts.jsonl')
  const lines = groups.flatMap(({ name, texts }) => texts.map(text => JSON.stringify({ group: name, text })))
  writeFileSync(file, lines.join('\n'))
  const process = new PeerProcess(environment.python, 'signature.py', [file])
  const { variants, digests } = await process.ask<{ variants: string[]; digests: Record<string, string> }>({})
  rmSync(folder, { recursive: true })
  for (const group of groups) {
    if (digests[group.name] !== digestOfTokens(group)) throw new Error(`other tokens in Python for ${group.name}`)
  }
  return { process, variants }
}

function print({ name, texts }: TextGroup, costs: ReadonlyMap<string, Cost>): void {
  const base = costs.get(ours)!.median
  const rows = [...costs].map(([variant, { median, least }]) => [
    variant,
    short(median),
    short(least),
    count(1e6 / median),
    short(median / base)
  ])
  console.log(`\n## ${name} (${count(texts.length)} texts)\n`)
  console.log(markdownTable(['', 'us a document', 'least', 'documents/s', `times ${ours}`], rows))
}
