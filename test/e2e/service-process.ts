import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Compiles the sources as `npm run build` does, to a folder of its own: tests must not touch `dist`, which may be running.
 *
 * @param folder where `dist` is made; within the checkout, so that packages are found
 * @returns the compiled modules' folder
 */
export function buildInto(folder: string): string {
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  for (const name of ['package.json', 'samples']) symlinkSync(join(root, name), join(folder, name))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const options = ['-p', 'tsconfig.build.json', '--outDir', dist, '--incremental', 'false', '--tsBuildInfoFile', 'null']
  execFileSync(process.execPath, [compiler, ...options, '--noCheck'], { cwd: root, stdio: 'inherit' })
  return dist
}

/** How a process ended. */
export interface Ending {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
}

/** A service in a process of its own. */
export class ServiceProcess {
  readonly child: ChildProcess
  /** What it wrote so far. */
  stdout = ''
  stderr = ''
  readonly ended: Promise<Ending>
  readonly #url: Promise<string>

  /**
   * @param script the module to run, with its arguments
   * @param through a command that runs another one
   */
  constructor(
    script: readonly string[],
    environment: Readonly<Record<string, string>>,
    through: readonly string[] = []
  ) {
    const { PATH = '' } = process.env
    const [command, ...parameters] = [...through, process.execPath, ...script] as [string, ...string[]]
    const child = spawn(command, parameters, { env: { PATH, PORT: '0', ...environment }, stdio: 'pipe' })
    this.child = child
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.stderr += chunk
    })
    this.ended = once(child, 'close').then(([status, signal]) => ({ status, signal }))
    this.#url = new Promise((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        this.stdout += chunk
        const ready = this.log.find(({ msg }) => msg === 'ready')
        if (ready !== undefined) resolve(ready.url as string)
      })
      void this.ended.then(() => reject(new Error(`ended before it was ready: ${this.stderr}${this.stdout}`)))
    })
    this.#url.catch(() => {})
  }

  /** The whole lines of the log so far. */
  get log(): Readonly<Record<string, unknown>>[] {
    const lines = this.stdout.split('\n').slice(0, -1)
    return lines.map(line => JSON.parse(line) as Record<string, unknown>)
  }

  /** Waits until the service is ready. */
  async url(): Promise<string> {
    return this.#url
  }

  async stop(signal: NodeJS.Signals): Promise<Ending> {
    this.child.kill(signal)
    return this.ended
  }
}
