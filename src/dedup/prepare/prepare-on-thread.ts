import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { RunError } from '../run-error.ts'
import type { Batch } from './batch.ts'
import type { Preparation } from './prepare.ts'

/** What the thread says. */
export type WorkerMessage = { readonly batch: Batch } | { readonly failure: string } | 'end'

/** Batches that are prepared ahead. */
const ahead = 4

/** Does what `prepare` does, on a thread of its own. */
export async function* prepareOnThread(preparation: Preparation): AsyncGenerator<Batch, void, void> {
  // The source runs unbuilt as well.
  const extension = extname(import.meta.url)
  const worker = new Worker(new URL(`./worker${extension}`, import.meta.url), { workerData: preparation })
  const received: WorkerMessage[] = []
  let defect: unknown
  let wake = (): void => {}
  worker.on('message', (message: WorkerMessage) => {
    received.push(message)
    wake()
  })
  worker.on('error', error => {
    defect = error
    wake()
  })
  try {
    for (let i = 0; i < ahead; i++) worker.postMessage(undefined)
    for (;;) {
      const message = received.shift()
      if (message === undefined) {
        if (defect !== undefined) throw defect
        await new Promise<void>(resolve => {
          wake = resolve
        })
      } else if (message === 'end') return
      else if ('failure' in message) throw new RunError(message.failure)
      else {
        worker.postMessage(undefined)
        yield message.batch
      }
    }
  } finally {
    await worker.terminate()
  }
}
