import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StreamSettings } from '../documents/document-stream.ts'

/** What an importing process came to. */
export interface BulkOutcome {
  readonly documents: number
  readonly seconds: number
}

/** An import without end by a process of its own, so that it does not delay the requests that are measured. */
export class BulkImport {
  readonly #process

  private constructor(process: ReturnType<typeof fork>) {
    this.#process = process
  }

  /** Starts, and returns when the first documents are stored. */
  static async start(collection: string, settings: StreamSettings): Promise<BulkImport> {
    const script = fileURLToPath(new URL('./bulk-client.ts', import.meta.url))
    const client = fork(script, [collection, JSON.stringify(settings)])
    await once(client, 'message')
    return new BulkImport(client)
  }

  /** Ends the upload and waits for its last result. */
  async stop(): Promise<BulkOutcome> {
    const outcome = once(this.#process, 'message')
    const exit = once(this.#process, 'exit').then(() => {
      throw new Error('the importing process has ended')
    })
    this.#process.send('stop')
    const [message] = await Promise.race([outcome, exit])
    exit.catch(() => {})
    return message as BulkOutcome
  }
}
