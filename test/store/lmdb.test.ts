import { join } from 'node:path'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { storeConformance } from './conformance.ts'

storeConformance({
  name: 'lmdb',
  open: async (dir, clock) => {
    const store = new EmbeddedStore(new LmdbJournal(join(dir, 'data')), clock)
    await store.open(() => {})
    return store
  },
  isDurable: true,
  effort: 1
})
