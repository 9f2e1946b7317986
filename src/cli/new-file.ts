import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CommandError, type CommandOption } from './command.ts'
import { reasonOf } from './read-text.ts'

/** Characters that are written at once. */
const chunkLength = 64 * 1024

/** Lets a command write over a file. */
export const forceOption: CommandOption = { type: 'boolean', help: 'write over a file that is there' }

/** @throws CommandError with status 1 where there is such a file, and the call does not have {@link forceOption} */
export function requireNew(path: string, force: unknown): void {
  if (force !== true && existsSync(path)) throw new CommandError(`${path} is there; --force writes over it`, 1)
}

/**
 * Writes a file in one step for all who look: it is there as a whole, and on disk, or not at all.
 *
 * @throws CommandError with status 1 where it cannot be written
 */
export async function writeWhole(path: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const partial = `${resolve(path)}.${randomBytes(4).toString('hex')}.partial`
  try {
    const file = await open(partial, 'wx')
    try {
      for await (const chunk of inChunks(parts)) await file.appendFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
    await syncDirectory(dirname(partial))
  } catch (error) {
    await rm(partial, { force: true })
    if (!isOfTheSystem(error)) throw error
    throw new CommandError(`cannot write ${path}: ${reasonOf(error)}`, 1)
  }
}

/** Few large writes instead of many small ones. */
export async function* inChunks(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string, void, void> {
  let chunk = ''
  for await (const part of parts) {
    chunk += part
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
