import { DocumentStream } from '../documents/document-stream.ts'
import { sentenceBase } from '../documents/sentences.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { memoryOf } from '../server/process-figures.ts'
import { withServer } from '../server/server-process.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { measureWindow, type Pass } from './measure.ts'

const asked = options({ alive: 1_000_000, rate: 5_000, passes: 10, words: 400, copies: 0.1, seed: 1 })
const machine = thisMachine()
const base = sentenceBase()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; sentences of ${base.source}`)
const stream = new DocumentStream(base, { seed: asked.seed, words: asked.words, copies: asked.copies, prefix: 'd' })
const size = { alive: asked.alive, perSecond: asked.rate, passes: asked.passes }
const passes = await inTemporaryDirectory(directory =>
  withServer({ directory, from: 'build' }, server => measureWindow(server, stream, size))
)

const head = [
  'ingested',
  'alive',
  'memory MB',
  'mapped MB',
  'disk MB',
  'CPU us a document',
  'longest stall ms',
  'late s'
]
console.log(`\n${count(asked.rate)} documents/s, each kept for ${count(asked.alive / asked.rate)} s:\n`)
console.log(markdownTable(head, passes.map(row)))
console.log(
  `\nThe last pass over the second: memory ${grown(pass => pass.memory.anonymous)}, disk ${grown(pass => pass.diskBytes)}; the client has ${count(memoryOf(process.pid).anonymous / 1e6)} MB`
)
save({ bench: 'window', machine, asked, source: base.source, passes })

function row({ ingested, alive, memory, diskBytes, microseconds, stallMs, lateSeconds }: Pass): string[] {
  const megabytes = [memory.anonymous, memory.mapped, diskBytes].map(bytes => count(bytes / 1e6))
  return [count(ingested), count(alive), ...megabytes, short(microseconds), count(stallMs), lateSeconds.toFixed(1)]
}

function grown(value: (pass: Pass) => number): string {
  return passes.length < 2 ? '-' : short(value(passes.at(-1)!) / value(passes[1]!))
}
