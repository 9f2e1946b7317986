/** Answers that there are no lines, and dies of the line `die`. */
import { parentPort } from 'node:worker_threads'
import type { LinesToPrepare } from '../../../src/http/preparation/preparation-worker.ts'

parentPort?.on('message', ({ bytes }: LinesToPrepare) => {
  if (Buffer.from(bytes).toString() === 'die') throw new Error('told to die')
  parentPort?.postMessage({ buffer: new ArrayBuffer(0), heads: '[]' })
})
