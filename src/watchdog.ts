import { Worker } from 'node:worker_threads'

/** What the thread runs; it needs no module of its own. A thread cannot end the process but by a signal. */
const program = `
  const { workerData } = require('node:worker_threads')
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), workerData)
`

/**
 * Ends the process by force after a time, whatever it is doing then, unless it has ended by itself: a thread of its own
 * sees to it, since the one that calls may be busy. Nothing that was acknowledged is lost by that.
 */
export function endByForceAfter(milliseconds: number): void {
  const watchdog = new Worker(program, { eval: true, execArgv: [], workerData: milliseconds })
  watchdog.on('error', () => {})
  watchdog.unref()
}
