/** Answers that there are no lines, and dies of the line `die`. */
import { parentPort } from 'node:worker_threads'
import type { LinesToPrepare } from '../../../src/http/preparation/preparation-worker.ts'

parentPort?.on('message', ({ buffer, ends }: LinesToPrepare) => {
  if (Buffer.from(buffer, 0, ends.at(-1)).toString() === 'die') throw new Error('told to die')
  parentPort?.postMessage({ buffer: new ArrayBuffer(0), heads: '[]' })
})
