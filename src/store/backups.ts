import type { DoppelError } from '../errors.ts'

/** A copy of everything that was stored at one moment. */
export interface Backup {
  /** Size of the copy. */
  readonly bytes: number
  /** The last commit in it; commits are numbered from 1. */
  readonly sequence: number
  /** Documents in it; those of collections that were deleted count until their rows are gone. */
  readonly documents: number
}

/** Copies what is stored, while writes go on. */
export interface Backups {
  /**
   * Makes a backup, which holds all that was acknowledged before the call and is on disk when the promise resolves.
   * One at a time.
   *
   * @param name letters, digits, `_` and `-`
   * @throws DoppelError BACKUP_EXISTS, BACKUP_RUNNING, BACKUP_OFF, NOT_SUPPORTED, STORE_FULL, STORE_UNAVAILABLE; nothing is left of it then
   */
  make(name: string): Promise<Backup>
}

/** In the place of backups where there can be none. */
export class NoBackups implements Backups {
  readonly #reason: DoppelError

  constructor(reason: DoppelError) {
    this.#reason = reason
  }

  async make(): Promise<never> {
    throw this.#reason
  }
}
