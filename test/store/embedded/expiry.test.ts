import t from 'tap'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { GatedJournal } from '../../helpers/gated-journal.ts'

const options = { matchLimit: 10, renew: false }

/** A text of forty words, one of which is its own. */
const nearCopy = (i: number) => Array.from({ length: 40 }, (_, at) => (at === 20 ? `own${i}` : `word${at}`)).join(' ')

t.test('a large cluster that expires at once goes in slices, and nothing of it is seen meanwhile', async t => {
  let now = 0
  const store = new EmbeddedStore(new MemoryJournal(), () => now)
  await store.open(() => {})
  const service = new DedupService(store)
  await service.ingest('default', { id: 'stays', text: nearCopy(-1), retentionSeconds: 1_000_000 }, options)
  await service.patchCollection('default', { retentionSeconds: 10 })
  const texts = Array.from({ length: 600 }, (_, i) => ({ id: `d${i}`, text: nearCopy(i) }))
  const answers = await service.ingestMany('default', texts, options)
  t.match(answers.at(-1), { cluster: { size: 601 } })
  now = 20_000
  let turns = 0
  const counting = setInterval(() => turns++, 0)
  const [cluster, stats] = await Promise.all([
    service.getDocument('default', 'stays').then(({ cluster }) => cluster),
    service.stats('default')
  ])
  clearInterval(counting)
  t.match(cluster, { size: 1, representative: 'stays' })
  t.match(stats, { documents: 1, clusters: 0, duplicates: 0 })
  t.ok(turns > 0, 'others had a turn')
  t.match(await service.ingest('default', { id: 'new', text: nearCopy(7) }, options), { matches: [{ id: 'stays' }] })
  await store.close()
})

t.test('a patched retention holds at once for documents without one of their own', async t => {
  let now = 0
  const store = new EmbeddedStore(new MemoryJournal(), () => now)
  await store.open(() => {})
  const service = new DedupService(store)
  await service.patchCollection('default', { retentionSeconds: 3600 })
  await service.ingest('default', { id: 'a', text: 'ant' }, options)
  t.equal((await service.getDocument('default', 'a')).expiresAt, 3_600_000)
  await service.patchCollection('default', { retentionSeconds: null })
  t.equal((await service.getDocument('default', 'a')).expiresAt, undefined)
  await service.patchCollection('default', { retentionSeconds: 1 })
  now = 1000
  await t.rejects(service.getDocument('default', 'a'), { code: 'DOCUMENT_NOT_FOUND' })
  await store.close()
})

t.test('a read that has to remove what has expired does not wait behind imports', async t => {
  let now = 0
  const journal = new GatedJournal()
  const store = new EmbeddedStore(journal, () => now)
  await store.open(() => {})
  const service = new DedupService(store)
  await service.ingest('default', { id: 'stays', text: 'ant' }, options)
  await service.ingest('default', { id: 'goes', text: 'bee', retentionSeconds: 1 }, options)
  let open: () => void = () => {}
  journal.gate = new Promise(resolve => {
    open = resolve
  })
  const order: string[] = []
  const imports = Array.from({ length: 8 }, async (_, batch) => {
    const texts = Array.from({ length: 256 }, (_, i) => ({ id: `${batch}-${i}`, text: `${batch} ${i}` }))
    await service.ingestMany('default', texts, options)
    order.push(`import ${batch}`)
  })
  await new Promise(setImmediate)
  now = 2000
  const reading = service.stats('default').then(({ documents }) => order.push(`read ${documents}`))
  open()
  await Promise.all([reading, ...imports])
  const read = order.findIndex(name => name.startsWith('read'))
  t.ok(read < order.indexOf('import 7'), order.join(', '))
  await t.rejects(service.getDocument('default', 'goes'), { code: 'DOCUMENT_NOT_FOUND' })
  await store.close()
})
