import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A script of this folder in a process of its own, so that it does not delay what is measured here. */
export class BackgroundProcess<Outcome> {
  readonly #process: ChildProcess

  private constructor(process: ChildProcess) {
    this.#process = process
  }

  /** Starts it, and returns when it says that it works. */
  static async start<Outcome>(script: string, parameters: readonly string[]): Promise<BackgroundProcess<Outcome>> {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), parameters)
    await message(child)
    return new BackgroundProcess<Outcome>(child)
  }

  /** Tells it to stop, and waits for what it says then. */
  async stop(): Promise<Outcome> {
    const outcome = message(this.#process)
    this.#process.send('stop')
    return (await outcome) as Outcome
  }

  /** Ends it, if it has not ended. */
  kill(): void {
    this.#process.kill('SIGKILL')
  }
}

/** @throws when the process ends instead */
async function message(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController()
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`a process of the bench has ended with ${code}`)
  })
  exit.catch(() => {})
  try {
    const [received] = (await Promise.race([once(child, 'message'), exit])) as [unknown]
    return received
  } finally {
    ended.abort()
  }
}
