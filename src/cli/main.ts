#!/usr/bin/env node
import { main } from './run.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader, such as `head`, has seen enough; a command that has more to do than that has set another status.
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`doppel: standard output cannot be written: ${error.message}\n`)
  process.exit(1)
})

process.exitCode = await main(process.argv.slice(2), { in: process.stdin, out: process.stdout, err: process.stderr })
