import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { CommandResult } from './run-command.ts'

/** A command line in a process of its own. */
export interface RunningCommand {
  readonly ended: Promise<CommandResult & { readonly signal: NodeJS.Signals | null }>
  kill(signal: NodeJS.Signals): void
}

/**
 * Starts the built command line. Its threads would take seconds to start within the test runner, whose loader
 * compiles the sources for each of them.
 *
 * @param dist what `buildInto` made
 * @param input what it can read from standard input
 */
export function startBuilt(
  dist: string,
  args: readonly string[],
  input: string | Uint8Array | Readable = '',
  env: NodeJS.ProcessEnv = {}
): RunningCommand {
  const child = spawn(process.execPath, [join(dist, 'cli/main.js'), ...args], { env })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text
  })
  // It may end without reading it.
  child.stdin.on('error', () => {})
  if (input instanceof Readable) input.pipe(child.stdin)
  else child.stdin.end(input)
  const ended = once(child, 'close').then(([status, signal]) => ({ status, signal, out, err }))
  return { ended, kill: signal => child.kill(signal) }
}
