import { constants } from 'node:fs'
import { copyFile, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DoppelError } from '../../errors.ts'
import { makeDirectory, privateDirectory } from '../../make-directory.ts'
import type { Backup } from '../backups.ts'
import { makeOwn } from './backup.ts'
import { type BackupManifest, checkBackup, dataFileOf, readManifest } from './backup-manifest.ts'
import { lockDirectory } from './directory-lock.ts'
import { syncPath } from './durable-files.ts'
import { failureOf } from './failure.ts'

/** What of a restore there is until it is whole. */
const partialName = '.doppel-partial-restore'

/**
 * Reads what a backup says of itself, and compares every byte of it.
 *
 * @throws DoppelError STORE_UNAVAILABLE when it is not a whole backup
 */
export async function openBackup(backup: string): Promise<BackupManifest> {
  const manifest = await readManifest(backup)
  if (manifest === undefined) {
    const detail = `${backup} is not a backup, or its making was broken off: it has no backup.json`
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }
  await checkBackup(backup, manifest)
  return manifest
}

/**
 * Makes a data directory of a backup, which must have been checked.
 *
 * @param directory absent or empty; it has a data file at the end or not at all
 * @throws DoppelError STORE_FULL, STORE_UNAVAILABLE
 */
export async function restoreBackup(backup: string, directory: string): Promise<Omit<Backup, 'bytes'>> {
  const lock = await lockDirectory(directory)
  const partial = join(directory, partialName)
  try {
    // What a restore that was killed left there.
    await rm(partial, { recursive: true, force: true })
    await requireEmpty(directory)
    makeDirectory(join(partial, 'store'), privateDirectory)
    await copyFile(dataFileOf(backup), dataFileOf(partial), constants.COPYFILE_FICLONE)
    const counts = await makeOwn(partial)
    await syncPath(join(partial, 'store'))
    await rename(join(partial, 'store'), join(directory, 'store'))
    await rmdir(partial)
    await syncPath(directory)
    await syncPath(dirname(directory))
    return counts
  } catch (error) {
    const failure = failureOf(error, directory)
    await rm(partial, { recursive: true, force: true })
    throw failure
  } finally {
    await lock.release()
  }
}

/** A lock and what a file system puts into its root are nobody's data. */
async function requireEmpty(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter(name => !name.endsWith('.lock') && name !== 'lost+found')
  if (names.length === 0) return
  const detail = `${directory} is not empty, it has "${names[0]}": a restore never overwrites anything`
  throw new DoppelError('STORE_UNAVAILABLE', detail)
}
