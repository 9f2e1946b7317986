#!/usr/bin/env node
import { main } from './run.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader, such as `head`, has seen enough.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2), { in: process.stdin, out: process.stdout, err: process.stderr })
