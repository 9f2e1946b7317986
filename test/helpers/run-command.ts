import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { main } from '../../src/cli/run.ts'

/** Runs the command line in this process. */
export async function runCommand(...args: string[]): Promise<CommandResult> {
  return runCommandWith('', ...args)
}

/** What a command answered. */
export interface CommandResult {
  readonly status: number | undefined
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process with something to read from standard input. */
export async function runCommandWith(input: string | Uint8Array, ...args: string[]): Promise<CommandResult> {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(out), text(err)])
  const status = await main(args, { in: Readable.from([input], { objectMode: false }), out, err })
  out.end()
  err.end()
  const [outText, errText] = await printed
  return { status, out: outText, err: errText }
}
