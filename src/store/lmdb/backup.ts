import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync
} from 'node:fs'
import { join } from 'node:path'
import { DoppelError } from '../../errors.ts'
import { isFull } from './full-disk.ts'
import { openTables, renewIdentity, type Tables } from './tables.ts'

/** A copy of a data directory. */
export interface Backup {
  /** Size of its data file. */
  readonly bytes: number
  /** The last commit in it. */
  readonly sequence: number
}

/**
 * Copies a data directory as it is at one moment, while writes go on: LMDB reads it in one
 * transaction, on a thread of its own. The copy has an identity of its own, and is on disk
 * when the promise resolves. Until then what there is of it has another name.
 *
 * @param directory where to; empty or absent
 * @throws DoppelError STORE_UNAVAILABLE, or STORE_FULL when there is no room; nothing is left of it then
 */
export async function backUp({ root }: Tables, directory: string): Promise<Backup> {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new DoppelError('STORE_UNAVAILABLE', `the directory ${directory} is not empty`)
  }
  const partial = join(directory, 'partial')
  try {
    return await copyInto(root, directory, partial)
  } catch (cause) {
    const isForSpace = existsSync(directory) && isFull(directory)
    rmSync(partial, { recursive: true, force: true })
    if (!isForSpace) throw cause
    throw new DoppelError('STORE_FULL', `the disk is full: ${(cause as Error).message}`, { cause })
  }
}

async function copyInto(root: Tables['root'], directory: string, partial: string): Promise<Backup> {
  mkdirSync(join(partial, 'store'), { recursive: true })
  await root.backup(join(partial, 'store'), true)
  const copy = await openTables(partial)
  const sequence = copy.log.last
  // A commit with a sync of the whole data file.
  renewIdentity(copy.root, copy.meta)
  await copy.root.close()
  renameSync(join(partial, 'store'), join(directory, 'store'))
  rmdirSync(partial)
  sync(join(directory, 'store', 'data.mdb'))
  sync(join(directory, 'store'))
  sync(directory)
  return { bytes: statSync(join(directory, 'store', 'data.mdb')).size, sequence }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
