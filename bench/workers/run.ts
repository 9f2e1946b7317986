import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { cutInto, runningText } from '../corpus/news.ts'
import { thisMachine } from '../report/machine.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { sketchLines } from './sketch-worker.ts'

// The clock, not CPU time: the question is how much sooner two threads are done. It asks for a quiet machine.
const repetitions = 9
const batchLines = 256

const running = runningText()
const lines = cutInto(running, 400, 4096).map(text => JSON.stringify({ text }))
const batches = Array.from({ length: Math.ceil(lines.length / batchLines) }, (_, i) =>
  new TextEncoder().encode(lines.slice(i * batchLines, (i + 1) * batchLines).join('\n'))
)
const expected = batches.map(sketchLines)

const machine = thisMachine()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; ${running.source}`)
const workers = await Promise.all([startWorker(), startWorker()])
const seconds: Record<string, number[]> = { 'this thread': [], 'one worker': [], 'two workers': [] }
for (let repetition = 0; repetition < repetitions; repetition++) {
  seconds['this thread']?.push(await timed(async () => batches.map(sketchLines)))
  seconds['one worker']?.push(await timed(() => sketchIn(workers.slice(0, 1))))
  seconds['two workers']?.push(await timed(() => sketchIn(workers)))
}
await Promise.all(workers.map(worker => worker.terminate()))

const medians = Object.entries(seconds).map(
  ([name, values]) => [name, [...values].sort((a, b) => a - b)[repetitions >> 1] as number] as const
)
const alone = medians[0]?.[1] as number
console.log(`\nNDJSON to signatures, ${count(lines.length)} documents of 400 words:\n`)
console.log(
  markdownTable(
    ['', 'documents/s', 'times this thread'],
    medians.map(([name, median]) => [name, count(lines.length / median), short(alone / median)])
  )
)
save({ bench: 'workers', machine, source: running.source, repetitions, seconds })

async function startWorker(): Promise<Worker> {
  // A worker does not inherit the loader of TypeScript on every version of Node.js.
  const source = new URL('./sketch-worker.ts', import.meta.url).href
  const program = `import('tsx/esm/api').then(tsx => tsx.tsImport(${JSON.stringify(source)}, ${JSON.stringify(import.meta.url)}))`
  const worker = new Worker(program, { eval: true })
  await sketchIn([worker])
  return worker
}

/** Gives each worker the next batch as soon as it is free; batches are copied here and handed over there. */
async function sketchIn(workers: readonly Worker[]): Promise<void> {
  let next = 0
  const work = async (worker: Worker): Promise<void> => {
    for (let i = next++; i < batches.length; i = next++) {
      const bytes = (batches[i] as Uint8Array).slice()
      const answer = once(worker, 'message')
      worker.postMessage(bytes, [bytes.buffer])
      const [signatures] = (await answer) as [Uint32Array]
      assert.equal(Buffer.compare(Buffer.from(signatures.buffer), Buffer.from(expected[i]?.buffer as ArrayBuffer)), 0)
    }
  }
  await Promise.all(workers.map(work))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
