import t from 'tap'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryLimit } from '../../../src/store/embedded/memory-limit.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'

const options = { matchLimit: 10, renew: false }

t.test('at the limit documents are refused, all else goes on, and with room again they are taken', async t => {
  let used = 0
  const store = new EmbeddedStore(new MemoryJournal(), Date.now, { memory: new MemoryLimit(2_000_000, () => used) })
  await store.open(() => {})
  const service = new DedupService(store)
  const put = (id: string) => service.ingest('default', { id, text: 'one two three four' }, options)
  await put('a')
  used = 2_000_000
  await new Promise(resolve => setTimeout(resolve, 60))
  await t.rejects(put('b'), { code: 'STORE_FULL', message: /2 MB of memory are in use, the limit is 2000000 bytes/ })
  t.match(await service.check('default', { text: 'one two three four' }, { threshold: undefined, matchLimit: 1 }), {
    verdict: 'exact-duplicate'
  })
  t.match(
    await service.listClusters('default', {
      minSize: 1,
      order: '-size',
      limit: 1,
      cursor: undefined,
      threshold: undefined
    }),
    {
      clusters: [{ size: 1 }]
    }
  )
  await service.remove('default', 'a')
  used = 1_999_999
  await new Promise(resolve => setTimeout(resolve, 60))
  t.match(await put('b'), { status: 'created', verdict: 'unique' })
  await store.close()
})

t.test('the memory of this process is what is measured', async t => {
  t.throws(() => new MemoryLimit(1).check(), { code: 'STORE_FULL' })
  t.doesNotThrow(() => new MemoryLimit(1e15).check())
})
