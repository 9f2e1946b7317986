import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readLocalConfig } from '../config.ts'
import { DoppelError } from '../errors.ts'
import { formatCount } from '../tune/numbers.ts'
import { CommandError, type CommandOption, type OptionValues } from './command.ts'

/** Names a data directory. */
export const dataOption: CommandOption = {
  type: 'string',
  placeholder: 'DIR',
  completes: 'directories',
  help: 'the data directory; that of DOPPEL_STORE by default, which is ./data'
}

/** The data directory of a call. */
export function dataDirectory({ data }: OptionValues): string {
  if (typeof data === 'string') return resolve(data)
  const { store } = readLocalConfig()
  if (store.kind === 'file') return store.directory
  throw new CommandError('DOPPEL_STORE is "memory:", which has no data directory; name one with --data DIR', 2)
}

/** @throws CommandError where there is no directory, which opening it would make */
export function requireDirectory(directory: string): void {
  if (!existsSync(directory)) throw new CommandError(`there is no directory ${directory}`, 1)
}

/** Turns what the store says into what a person at the terminal can act on. */
export async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DoppelError) throw new CommandError(error.message, 1)
    throw error
  }
}

/** A number of bytes for a person. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** A number for a person, with what it counts. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** Seconds since a moment, for a person. */
export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
