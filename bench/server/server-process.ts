import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { metricOf } from './metrics.ts'
import { cpuSeconds, memoryOf, type ProcessMemory } from './process-figures.ts'
import { request, untilOk } from './requests.ts'
import { diskBytes } from './temporary-directory.ts'

/** How long a server may load its store. */
const usualReadyTimeoutMs = 15 * 60_000

/** How much later than the end of a connection that of its process may be seen, in milliseconds. */
const endSoonMs = 3000

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What is run: the build, as `npm start` runs it; or the sources, which needs no build. */
const programs = { build: ['dist/main.js'], sources: ['--import', 'tsx', 'src/main.ts'] }
/** A thread can run what is built, and not TypeScript. */
const environments = { build: {}, sources: { DOPPEL_THREADS: '0' } }
const commandLines = { build: ['dist/cli/main.js'], sources: ['--import', 'tsx', 'src/cli/main.ts'] }

/** Where a server keeps its data and what it is run from. */
export interface ServerSettings {
  /** Its data are in `data`, its log is `log`. */
  readonly directory: string
  readonly from: keyof typeof programs
  /** How long it may load its store. */
  readonly readyTimeoutMs?: number
}

/** A server that did not become ready. */
export class StartFailure extends Error {
  /** How its process ended: a signal, a status, or not in time. */
  readonly end: string
  /** The end of its log. */
  readonly log: string

  constructor(end: string, log: string) {
    super(`the server did not become ready (${end}):\n${log}`)
    this.end = end
    this.log = log
  }
}

/** A server in a process of its own, with the embedded store, all settings at their defaults. */
export class ServerProcess {
  readonly url: string
  /** From the start of the process to its first 200 for /readyz, in seconds. */
  readonly startSeconds: number
  /** Where its data and its log are. */
  readonly directory: string
  readonly dataDirectory: string
  readonly #process: ChildProcess

  private constructor(process: ChildProcess, url: string, directory: string, startSeconds: number) {
    this.#process = process
    this.url = url
    this.directory = directory
    this.dataDirectory = dataDirectoryOf({ directory })
    this.startSeconds = startSeconds
  }

  /** Starts a server and waits until it is ready. */
  static async start({
    directory,
    from,
    readyTimeoutMs = usualReadyTimeoutMs
  }: ServerSettings): Promise<ServerProcess> {
    const log = openSync(`${directory}/log`, 'a')
    const logStart = fstatSync(log).size
    const begin = performance.now()
    const child = spawn(process.execPath, programs[from], {
      cwd: root,
      env: {
        ...environments[from],
        PATH: process.env.PATH,
        PORT: '0',
        DOPPEL_STORE: `file:${dataDirectoryOf({ directory })}`
      },
      stdio: ['ignore', log, log]
    })
    closeSync(log)
    const isRunning = () => child.exitCode === null && child.signalCode === null
    const isWaiting = () => isRunning() && performance.now() - begin < readyTimeoutMs
    const readLog = () => readFileSync(`${directory}/log`).toString('utf8', logStart)
    const url = await addressIn(readLog, isWaiting)
    await untilOk(`${url}/readyz`, isWaiting)
    if (isWaiting()) return new ServerProcess(child, url, directory, (performance.now() - begin) / 1000)
    const end = isRunning() ? tooLate(child) : (child.signalCode ?? `status ${child.exitCode}`)
    child.kill('SIGKILL')
    throw new StartFailure(end, readLog().slice(-2000))
  }

  get pid(): number {
    return this.#process.pid as number
  }

  get cpuSeconds(): number {
    return cpuSeconds(this.pid)
  }

  get memory(): ProcessMemory {
    return memoryOf(this.pid)
  }

  get diskBytes(): number {
    return diskBytes(this.dataDirectory)
  }

  /**
   * The longest time since the last call that the event loop did not turn, in milliseconds, from the server's own
   * metric. A timer of 10 ms measures it: the true stall may be up to 10 ms shorter.
   */
  async longestStallMs(): Promise<number> {
    return 1000 * metricOf(await this.metrics(), 'nodejs_eventloop_lag_max_seconds')
  }

  /** What it says of itself, in the text format of Prometheus. */
  async metrics(): Promise<string> {
    const { body } = await request(`${this.url}/metrics`)
    return body
  }

  /** How the process ended, if it has. */
  get end(): NodeJS.Signals | number | undefined {
    return this.#process.signalCode ?? this.#process.exitCode ?? undefined
  }

  /** The same, for those who see a connection end: the end of the process may be told a little later. */
  async endSoon(): Promise<NodeJS.Signals | number | undefined> {
    if (this.end === undefined) await Promise.race([once(this.#process, 'exit'), pause(endSoonMs)])
    return this.end
  }

  /** Ends the process, and waits for it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.end !== undefined) return
    const ended = once(this.#process, 'exit')
    this.#process.kill(signal)
    await ended
  }
}

/** The address that a server says it listens on: with a port that the system chose, so that nobody else has it. */
async function addressIn(readLog: () => string, isWaiting: () => boolean): Promise<string> {
  while (isWaiting()) {
    const address = readLog().match(/"msg":"Server listening at (http:[^"]+)"/)?.[1]
    if (address !== undefined) return address
    await pause(5)
  }
  return ''
}

/** Whether it waits for something or turns in circles is what one wants to know then. */
function tooLate({ pid }: ChildProcess): string {
  return `too late, after ${cpuSeconds(pid as number).toFixed(1)} s of processor time`
}

/** Where a server with these settings keeps its data. */
export function dataDirectoryOf({ directory }: Pick<ServerSettings, 'directory'>): string {
  return join(resolve(directory), 'data')
}

/**
 * Runs a command of the command line to its end.
 *
 * @returns what it prints
 * @throws unless it ends with status 0
 */
export function runCommand({ from }: Pick<ServerSettings, 'from'>, parameters: readonly string[]): string {
  return execFileSync(process.execPath, [...commandLines[from], ...parameters], { cwd: root, encoding: 'utf8' })
}

/** Does something with a server, which is stopped afterwards. */
export async function withServer<Result>(
  settings: ServerSettings,
  work: (server: ServerProcess) => Promise<Result>
): Promise<Result> {
  const server = await ServerProcess.start(settings)
  try {
    return await work(server)
  } finally {
    await server.stop('SIGKILL')
  }
}
