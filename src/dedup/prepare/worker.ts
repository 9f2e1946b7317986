/** Prepares inputs on a thread of its own. It sends a batch for each message that it gets. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { InputFault } from '../inputs/record.ts'
import { RunError } from '../run-error.ts'
import { buffersOf } from './batch.ts'
import { type Preparation, prepare } from './prepare.ts'
import type { WorkerMessage } from './prepare-on-thread.ts'

const port = parentPort as NonNullable<typeof parentPort>
const send = (message: WorkerMessage, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers)
let wanted = 0
port.on('message', () => {
  wanted++
})
try {
  for await (const batch of prepare(workerData as Preparation)) {
    while (wanted === 0) await once(port, 'message')
    wanted--
    send({ batch }, buffersOf(batch.documents))
  }
  send('end')
} catch (error) {
  // The class of an error does not cross.
  if (!(error instanceof RunError || error instanceof InputFault)) throw error
  send({ failure: error.message })
}
port.close()
