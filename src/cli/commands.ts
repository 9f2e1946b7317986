import { backup } from './backup.ts'
import { check } from './check.ts'
import { clusters } from './clusters.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { completion } from './completion.ts'
import { dedup } from './dedup.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { openapi } from './openapi.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { tune } from './tune.ts'
import { verify } from './verify.ts'

const workingCommands: Readonly<Record<string, Command>> = {
  // Without a service.
  dedup,
  compare,
  tune,
  // Against a service.
  import: importCommand,
  check,
  clusters,
  export: exportCommand,
  // A service of one's own.
  serve,
  demo,
  backup,
  restore,
  verify,
  openapi
}

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  ...workingCommands,
  completion: completion(workingCommands)
}
