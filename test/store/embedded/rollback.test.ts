import fc from 'fast-check'
import t from 'tap'
import { DoppelError } from '../../../src/errors.ts'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import type { Change } from '../../../src/store/embedded/journal.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { GatedJournal } from '../../helpers/gated-journal.ts'

/** A journal whose commits fail while told to, as on a full disk. */
class FailingJournal extends MemoryJournal {
  isFailing = false

  override async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    if (this.isFailing) throw new DoppelError('STORE_FULL', 'the disk is full')
    await super.commit(changes, nextNumber)
  }
}

const options = { matchLimit: 100, renew: false }
const everything = { threshold: undefined, minSize: 1, order: 'size', limit: 100, cursor: undefined } as const

/** All that a reader can see. */
async function visible(service: DedupService): Promise<unknown> {
  const { items } = await service.listDocuments('default', { cursor: undefined, limit: 1000 })
  const documents = await Promise.all(items.map(({ id }) => service.getDocument('default', id)))
  const matches = await Promise.all(
    items.map(({ id }) => service.matchesOf('default', id, { threshold: undefined, limit: 1000 }))
  )
  const { clusters } = await service.listClusters('default', everything)
  const { items: collections } = await service.listCollections({ cursor: undefined, limit: 100 })
  const { ingestPerSecond, ...stats } = await service.stats('default')
  return { documents, matches, clusters, collections, stats }
}

const words = ['ant', 'bee', 'cat', 'dog', 'elk']
const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map(chosen => chosen.join(' '))
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ingest' as const), id: fc.nat(12), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('batch' as const), id: fc.nat(12), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retitle' as const), id: fc.nat(12), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), id: fc.nat(12), text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('patch' as const), id: fc.nat(12), text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const), id: fc.nat(3), text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const), id: fc.nat(3), text }) }
)

async function run(service: DedupService, { do: what, id, text }: { do: string; id: number; text: string }) {
  const name = `d${id}`
  if (what === 'ingest') await service.ingest('default', { id: name, text }, options)
  if (what === 'batch') await ingestBatch(service, id, text)
  if (what === 'retitle') await service.ingest('default', { id: name, text: 'ant bee', title: text }, options)
  if (what === 'remove') await service.remove('default', name)
  if (what === 'patch') await service.patchCollection('default', { retentionSeconds: 1000 + id })
  if (what === 'create') await service.putCollection(name, { threshold: 0.5 + id / 10 })
  if (what === 'empty') await service.deleteCollection(id === 0 ? 'default' : name)
}

/** Documents from one number on, each of two with the same text. */
async function ingestBatch(service: DedupService, start: number, text: string): Promise<void> {
  const documents = Array.from({ length: 6 }, (_, i) => ({ id: `d${start + i}`, text: `${text} ${i >> 1}` }))
  await service.ingestMany('default', documents, options)
}

t.test('after a failed commit readers see what they saw before, and everything works again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { maxLength: 25 }),
      fc.array(operation, { minLength: 1, maxLength: 12 }),
      // With 0 others have their turn after each document of a batch.
      fc.constantFrom(0, 10),
      async (before, failing, turnMs) => {
        const journal = new FailingJournal()
        const store = new EmbeddedStore(journal, () => 1_700_000_000_000, { turnMs })
        await store.open(() => {})
        const service = new DedupService(store)
        for (const step of before) await run(service, step).catch(ignoreNotFound)
        const wanted = await visible(service)
        journal.isFailing = true
        const results = await Promise.allSettled(failing.map(step => run(service, step)))
        journal.isFailing = false
        t.strictSame(await visible(service), wanted)
        const codes = results.map(result => result.status === 'rejected' && (result.reason as DoppelError).code)
        t.ok(
          codes.every(code => code === false || code === 'STORE_FULL' || isExpected(code)),
          `only expected failures, not ${codes}`
        )
        await service.ingest('default', { id: 'after', text: 'ant bee cat' }, options)
        const reopened = new EmbeddedStore(journal, () => 1_700_000_000_000)
        await reopened.open(() => {})
        t.strictSame(await visible(new DedupService(reopened)), await visible(service))
        await Promise.all([store.close(), reopened.close()])
      }
    ),
    { numRuns: 60, seed: 20_261 }
  )
})

const expectedCodes = ['DOCUMENT_NOT_FOUND', 'COLLECTION_NOT_FOUND', 'COLLECTION_NOT_EMPTY']

function isExpected(code: string): boolean {
  return expectedCodes.includes(code)
}

function ignoreNotFound(error: unknown): void {
  if (!(error instanceof DoppelError && isExpected(error.code))) throw error
}

t.test('an answer never tells of what a failed commit took back', async t => {
  const journal = new FailingJournal()
  const store = new EmbeddedStore(journal, () => 0)
  await store.open(() => {})
  const service = new DedupService(store)
  journal.isFailing = true
  const ingest = service.ingest('default', { id: 'a', text: 'ant bee cat' }, options)
  const reads = Array.from({ length: 20 }, async () => {
    await Promise.resolve()
    return service.check('default', { text: 'ant bee cat' }, { threshold: undefined, matchLimit: 1 })
  })
  await t.rejects(ingest, { code: 'STORE_FULL' })
  for (const { verdict, matches } of await Promise.all(reads)) {
    t.equal(verdict, 'unique')
    t.strictSame(matches, [])
  }
})

t.test('a batch whose documents are half stored when the commit before it fails leaves nothing', async t => {
  const journal = new GatedJournal()
  const store = new EmbeddedStore(journal, () => 0, { turnMs: 0 })
  await store.open(() => {})
  const service = new DedupService(store)
  await service.ingest('default', { id: 'd0', text: 'ant bee cat' }, options)
  const wanted = await visible(service)
  let fail: (error: Error) => void = () => {}
  journal.gate = new Promise((_, reject) => {
    fail = reject
  })
  const first = t.rejects(service.ingest('default', { id: 'a', text: 'ant bee cat' }, options), { code: 'STORE_FULL' })
  await turns(5)
  const before = journal.commits
  const batch = Array.from({ length: 50 }, (_, i) => ({ id: `d${i}`, text: `dog elk ${i >> 1}` }))
  const rejected = t.rejects(service.ingestMany('default', batch, options), { code: 'STORE_FULL' })
  await turns(20)
  const stats = service.stats('default')
  const found = service.listDocuments('default', { cursor: undefined, limit: 1000 })
  fail(new DoppelError('STORE_FULL', 'the disk is full'))
  await Promise.all([first, rejected])
  t.match([await stats, await found], [{ documents: 1 }, { items: { length: 1 } }], 'nobody is told of a part')
  journal.gate = Promise.resolve()
  t.strictSame(await visible(service), wanted)
  t.equal(journal.commits, before, 'and nothing of it was written')
  await ingestBatch(service, 0, 'ant bee cat')
  const { items } = await service.listDocuments('default', { cursor: undefined, limit: 1000 })
  t.equal(items.length, 6)
  await store.close()
})

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}

t.test('a cluster that was removed by what a failed commit took back is not missed', async t => {
  const journal = new GatedJournal()
  const store = new EmbeddedStore(journal, () => 0)
  await store.open(() => {})
  const service = new DedupService(store)
  const { cluster } = await service.ingest('default', { id: 'a', text: 'ant bee cat' }, options)
  let fail: (error: Error) => void = () => {}
  journal.gate = new Promise((_, reject) => {
    fail = reject
  })
  const page = { threshold: undefined, cursor: undefined, limit: 10 }
  const removal = service.remove('default', 'a')
  await new Promise(setImmediate)
  const [, found] = await Promise.allSettled([
    t.rejects(removal, { code: 'STORE_FULL' }),
    service.getCluster('default', cluster.id, page),
    new Promise(setImmediate).then(() => fail(new DoppelError('STORE_FULL', 'the disk is full')))
  ])
  t.match(found, { status: 'fulfilled', value: { id: cluster.id, size: 1 } })
  await t.rejects(service.getCluster('default', 'c999', page), { code: 'CLUSTER_NOT_FOUND' })
  journal.gate = Promise.resolve()
  await store.close()
})

/** A journal that can neither be written nor read once a commit failed, until it is mended. */
class BrokenJournal extends MemoryJournal {
  state: 'sound' | 'breaking' | 'broken' = 'sound'

  override async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    if (this.state !== 'sound') {
      this.state = 'broken'
      throw new DoppelError('STORE_FULL', 'the disk is full')
    }
    await super.commit(changes, nextNumber)
  }

  override readContent(number: number) {
    if (this.state === 'broken') throw new Error('the journal is closed')
    return super.readContent(number)
  }
}

t.test('a near-copy is taken back also where those it drove out of their buckets cannot be read', async t => {
  const journal = new BrokenJournal()
  const store = new EmbeddedStore(journal, () => 0)
  await store.open(() => {})
  const service = new DedupService(store)
  const nearCopy = (i: number) => ({
    id: `d${i}`,
    text: Array.from({ length: 40 }, (_, at) => (at === 20 ? `own${i}` : `word${at}`)).join(' ')
  })
  await service.ingestMany(
    'default',
    Array.from({ length: 100 }, (_, i) => nearCopy(i)),
    options
  )
  journal.state = 'breaking'
  await t.rejects(service.ingest('default', nearCopy(100), options), { code: 'STORE_FULL' })
  journal.state = 'sound'
  t.equal((await service.stats('default')).documents, 100)
  t.match(await service.ingest('default', nearCopy(100), options), { status: 'created', cluster: { size: 101 } })
  await store.close()
})
