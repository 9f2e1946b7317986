import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** One thread each, whatever pool a peer brings along. */
const oneThread = { RAYON_NUM_THREADS: '1', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }

/** A Python script of this folder that answers one JSON line for each request. */
export class PeerProcess {
  readonly #process: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor(python: string, script: string, parameters: readonly string[]) {
    const path = fileURLToPath(new URL(script, import.meta.url))
    const env = { ...process.env, ...oneThread, PYTHONDONTWRITEBYTECODE: '1' }
    this.#process = spawn(python, [path, ...parameters], { stdio: ['pipe', 'pipe', 'inherit'], env })
    this.#lines = createInterface({ input: this.#process.stdout! })[Symbol.asyncIterator]()
  }

  async ask<Answer>(request: unknown): Promise<Answer> {
    this.#process.stdin!.write(`${JSON.stringify(request)}\n`)
    const { done, value } = await this.#lines.next()
    if (done) throw new Error('the Python process ended without an answer')
    return JSON.parse(value) as Answer
  }

  close(): void {
    this.#process.stdin!.end()
  }
}
