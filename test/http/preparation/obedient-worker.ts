/**
 * Answers that the text of each line is its id, and does what some lines say: `die`; `hang`; `wait` until another
 * thread is told to `go`.
 */
import { BroadcastChannel, type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads'
import { packLines } from '../../../src/http/preparation/packed-lines.ts'
import type { LinesToPrepare } from '../../../src/http/preparation/preparation-worker.ts'
import { beginStep, beginWork } from '../../../src/threads/progress.ts'

const others = new BroadcastChannel('obedient')
others.unref()

parentPort?.on('message', ({ buffer, ends }: LinesToPrepare) => {
  beginWork()
  const bytes = Buffer.from(buffer as ArrayBuffer, 0, ends.at(-1))
  let start = 0
  const lines = ends.map(end => {
    beginStep()
    const id = bytes.toString('utf8', start, end)
    start = end
    if (id === 'die') throw new Error('told to die')
    if (id === 'go') others.postMessage('go')
    while (id === 'hang' || (id === 'wait' && receiveMessageOnPort(others as unknown as MessagePort) === undefined));
    return { id, outcome: { page: { id, html: '' } } }
  })
  parentPort?.postMessage(packLines(lines))
})
parentPort?.postMessage('ready')
