import { existsSync, readdirSync } from 'node:fs'
import { rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DoppelError } from '../../errors.ts'
import { makeDirectory, privateDirectory } from '../../make-directory.ts'
import type { Backup } from '../backups.ts'
import { dataFileOf, writeManifest } from './backup-manifest.ts'
import { syncPath } from './durable-files.ts'
import { failureOf } from './failure.ts'
import { openTables, renewIdentity, rowCount, type Tables } from './tables.ts'

/**
 * Copies a data directory as it is at one moment, while writes go on: LMDB reads it in one
 * transaction, on a thread of its own. The copy has an identity of its own, and is on disk
 * when the promise resolves. Until then what there is of it has another name; when it fails, nothing is left.
 *
 * @param directory where to; empty or absent
 * @throws DoppelError STORE_FULL, STORE_UNAVAILABLE
 */
export async function backUp({ root }: Tables, directory: string): Promise<Backup> {
  const isNew = !existsSync(directory)
  if (!isNew && readdirSync(directory).length > 0) {
    throw new DoppelError('STORE_UNAVAILABLE', `the directory ${directory} is not empty`)
  }
  try {
    return await copyInto(directory, copy => root.backup(copy, true))
  } catch (error) {
    // Before there is space again.
    const failure = failureOf(error, directory)
    const rest = isNew ? [directory] : readdirSync(directory).map(name => join(directory, name))
    for (const path of rest) await rm(path, { recursive: true, force: true })
    throw failure
  }
}

async function copyInto(directory: string, copy: (folder: string) => Promise<void>): Promise<Backup> {
  const partial = join(directory, 'partial')
  makeDirectory(directory, privateDirectory)
  makeDirectory(join(partial, 'store'), privateDirectory)
  await copy(join(partial, 'store'))
  const counts = await makeOwn(partial)
  await rename(join(partial, 'store'), join(directory, 'store'))
  await rmdir(partial)
  await syncPath(join(directory, 'store'))
  const backup = await writeManifest(directory, counts)
  await syncPath(dirname(directory))
  return backup
}

/** Makes a copied directory another one than that it was copied from, and puts it on disk. */
export async function makeOwn(directory: string): Promise<Omit<Backup, 'bytes'>> {
  // First and not with the commit: that would sync the whole file while nobody else gets a turn.
  await syncPath(dataFileOf(directory))
  const tables = await openTables(directory)
  try {
    renewIdentity(tables.root, tables.meta)
    return { sequence: tables.log.last, documents: rowCount(tables.documents) }
  } finally {
    await tables.root.close()
  }
}
