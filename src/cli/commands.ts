import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { dedup } from './dedup.ts'
import { demo } from './demo.ts'
import { openapi } from './openapi.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { tune } from './tune.ts'
import { verify } from './verify.ts'

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  openapi,
  demo,
  dedup,
  compare,
  tune,
  backup,
  restore,
  verify
}
