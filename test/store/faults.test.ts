import t from 'tap'
import { DoppelError } from '../../src/errors.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import type { Change } from '../../src/store/embedded/journal.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { randomOperations } from './conformance/random-operations.ts'
import { injectedFault } from './conformance.ts'

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

t.test('a call whose commit fails leaves nothing behind, in memory or in the journal', async t => {
  const journal = new FailingJournal()
  await randomOperations(t, {
    name: 'failing journal',
    open: async (_dir, clock) => {
      const store = new EmbeddedStore(journal, clock)
      await store.open(() => {})
      return store
    },
    isDurable: true,
    effort: 1,
    failNextCommit: () => journal.failNextCommit()
  })
  t.ok(journal.failures > 20, `${journal.failures} commits failed`)
})
