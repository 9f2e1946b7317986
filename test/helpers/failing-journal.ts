import { DoppelError } from '../../src/errors.ts'
import type { Change } from '../../src/store/embedded/journal.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'

/** A journal whose commits fail while told to, as on a full disk. Stores that use it one after another share its rows. */
export class FailingJournal extends MemoryJournal {
  isFailing = false

  override async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    if (this.isFailing) throw new DoppelError('STORE_FULL', 'the disk is full')
    await super.commit(changes, nextNumber)
  }
}
