import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DoppelError } from '../../errors.ts'
import { makeDirectory, privateDirectory } from '../../make-directory.ts'
import type { Backup, Backups } from '../backups.ts'
import { syncPath } from './durable-files.ts'
import { failureOf } from './failure.ts'
import type { LmdbJournal } from './lmdb-journal.ts'

/** Begins the names of backups that are being made; no backup can have such a name. */
const partialPrefix = '.doppel-partial-'

/** Keeps backups of one journal in a directory, each in a folder of its own. */
export class BackupDirectory implements Backups {
  readonly #journal: Pick<LmdbJournal, 'backUp'>
  readonly #directory: string
  #isBusy = false

  /** @param directory made when it does not exist; of this service alone */
  constructor(journal: Pick<LmdbJournal, 'backUp'>, directory: string) {
    this.#journal = journal
    this.#directory = directory
  }

  async make(name: string): Promise<Backup> {
    if (this.#isBusy) throw new DoppelError('BACKUP_RUNNING', 'another backup is being made')
    this.#isBusy = true
    try {
      return await this.#make(name)
    } finally {
      this.#isBusy = false
    }
  }

  async #make(name: string): Promise<Backup> {
    const target = join(this.#directory, name)
    const partial = join(this.#directory, `${partialPrefix}${name}`)
    await this.#prepare()
    if (existsSync(target)) throw new DoppelError('BACKUP_EXISTS', `there is a backup "${name}" already`)
    const backup = await this.#journal.backUp(partial)
    try {
      await rename(partial, target)
      await syncPath(this.#directory)
      return backup
    } catch (error) {
      await rm(partial, { recursive: true, force: true })
      throw failureOf(error, this.#directory)
    }
  }

  /** Makes the directory, and removes what a process that was killed left there. */
  async #prepare(): Promise<void> {
    try {
      makeDirectory(this.#directory, privateDirectory)
      for (const name of await readdir(this.#directory)) {
        if (name.startsWith(partialPrefix)) await rm(join(this.#directory, name), { recursive: true })
      }
    } catch (error) {
      throw failureOf(error, this.#directory)
    }
  }
}
