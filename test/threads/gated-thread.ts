/** Replies with the name that it is sent, once the gate beside it is open. */
import { parentPort } from 'node:worker_threads'
import { beginStep, beginWork } from '../../src/threads/progress.ts'

parentPort?.on('message', ({ name, gate }: { readonly name: string; readonly gate: Int32Array }) => {
  beginWork()
  beginStep()
  while (Atomics.load(gate, 0) === 0) Atomics.wait(gate, 0, 0)
  parentPort?.postMessage(name)
})
parentPort?.postMessage('ready')
