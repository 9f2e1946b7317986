import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { storeConformance } from './conformance.ts'

storeConformance({
  name: 'memory',
  open: async (_dir, clock) => {
    const store = new EmbeddedStore(new MemoryJournal(), clock)
    await store.open(() => {})
    return store
  },
  isDurable: false,
  effort: 1
})
