import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds, memoryOf } from './process-figures.ts'

/** How long Redis may take to answer its first connection. */
const startTimeoutMs = 10_000

/** A Redis of its own, with the append-only file that is synced every second, as its makers advise. */
export class RedisServer {
  readonly port: number
  readonly #process: ChildProcess

  private constructor(process: ChildProcess, port: number) {
    this.#process = process
    this.port = port
  }

  /** The version that is installed; undefined where there is none. */
  static version(): string | undefined {
    try {
      const line = execFileSync('redis-server', ['--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore']
      })
      return line.match(/v=(\S+)/)?.[1]
    } catch {
      return undefined
    }
  }

  static async start(directory: string, port: number): Promise<RedisServer> {
    const durability = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec']
    const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory]
    const child = spawn('redis-server', [...place, ...durability], { stdio: 'ignore' })
    const deadline = performance.now() + startTimeoutMs
    while (!(await accepts(port))) {
      if (child.exitCode !== null || performance.now() > deadline) throw new Error('redis-server does not start')
      await pause(20)
    }
    return new RedisServer(child, port)
  }

  get cpuSeconds(): number {
    return cpuSeconds(this.#process.pid as number)
  }

  get anonymousBytes(): number {
    return memoryOf(this.#process.pid as number).anonymous
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
