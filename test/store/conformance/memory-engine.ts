import { DoppelError } from '../../../src/errors.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import type { Change } from '../../../src/store/embedded/journal.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { type Engine, injectedFault } from './engine.ts'

/** Outlives the stores that use it, and fails when it is told to. */
class FailingJournal extends MemoryJournal {
  failures = 0
  #isFailing = false

  failNextCommit(): void {
    this.#isFailing = true
  }

  override async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    // A real journal takes its time; meanwhile other calls come and are applied.
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate)
    if (this.#isFailing) {
      this.#isFailing = false
      this.failures++
      throw new DoppelError('STORE_UNAVAILABLE', injectedFault)
    }
    return super.commit(changes, nextNumber)
  }
}

/** The engine on a journal in memory whose commits fail when they are told to, and that outlives the stores. */
export function memoryEngine(): Engine & { readonly counts: { readonly failures: number } } {
  const journal = new FailingJournal()
  return {
    name: 'failing journal',
    open: async (_dir, clock) => {
      const store = new EmbeddedStore(journal, clock)
      await store.open(() => {})
      return store
    },
    isDurable: true,
    effort: 1,
    counts: journal,
    failNextCommit: () => journal.failNextCommit()
  }
}
