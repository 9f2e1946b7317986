import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServerProcess } from '../server/server-process.ts'

/** The worst of the probes of one scenario. */
export interface Pauses {
  readonly probes: number
  /** Longest time until a probe was answered. Other work on the machine counts too. */
  readonly pauseMs: number
  /** Most time that the main thread of the service itself ran until a probe was answered. */
  readonly ownMs: number
}

/** Asks a server for its health every 100 ms from another process, while something is done with it. */
export async function probing(server: ServerProcess, work: () => Promise<void>): Promise<Pauses> {
  const program = fileURLToPath(new URL('probe-process.ts', import.meta.url))
  const child: ChildProcess = fork(program, [server.url, String(server.pid)], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  try {
    await work()
  } finally {
    child.send('stop')
  }
  const [worst] = (await once(child, 'message')) as [Pauses]
  return worst
}
