import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { main } from '../../src/cli/run.ts'

/** Runs the command line in this process. */
export async function runCommand(...args: string[]): Promise<{ status: number | undefined; out: string; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(out), text(err)])
  const status = await main(args, { out, err })
  out.end()
  err.end()
  const [outText, errText] = await printed
  return { status, out: outText, err: errText }
}
