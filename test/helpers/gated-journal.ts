import type { Change } from '../../src/store/embedded/journal.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'

/** A journal whose commits wait, and fail, with a promise. */
export class GatedJournal extends MemoryJournal {
  gate: Promise<void> = Promise.resolve()
  /** Commits that were made. */
  commits = 0

  override async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    await this.gate
    await super.commit(changes, nextNumber)
    this.commits++
  }
}
