import fc from 'fast-check'
import t, { type Test } from 'tap'
import { DoppelError } from '../../../src/errors.ts'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'

/** A journal of which one row cannot be read, as of a disk with a bad sector. */
class UnreadableJournal extends MemoryJournal {
  /** Reads until the one that fails. */
  left = Number.POSITIVE_INFINITY

  override readDocument(number: number) {
    this.#count()
    return super.readDocument(number)
  }

  override readContent(number: number) {
    this.#count()
    return super.readContent(number)
  }

  override readText(number: number) {
    this.#count()
    return super.readText(number)
  }

  #count(): void {
    if (this.left-- === 0) throw new DoppelError('STORE_UNAVAILABLE', 'a row cannot be read')
  }
}

const options = { matchLimit: 100, renew: false }
const everything = { threshold: undefined, minSize: 1, order: 'size', limit: 100, cursor: undefined } as const
const words = ['ant', 'bee', 'cat', 'dog', 'elk']
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map(chosen => chosen.join(' '))
const document = fc.record({ id: fc.nat(10).map(id => `d${id}`), text })
const operation = fc.record({
  do: fc.constantFrom('ingest', 'remove', 'retitle'),
  document,
  failsAt: fc.nat(4)
})
type Step = typeof operation extends fc.Arbitrary<infer Value> ? Value : never

async function open(journal: UnreadableJournal, clock: () => number) {
  const store = new EmbeddedStore(journal, clock, { sweepMs: 1_000_000 })
  await store.open(() => {})
  return { store, service: new DedupService(store) }
}

/** All that a reader can see. */
async function visible(service: DedupService): Promise<unknown> {
  const { items } = await service.listDocuments('default', { cursor: undefined, limit: 1000 })
  const documents = await Promise.all(items.map(({ id }) => service.getDocument('default', id)))
  const matches = await Promise.all(
    items.map(({ id }) => service.matchesOf('default', id, { threshold: undefined, limit: 1000 }))
  )
  const { clusters } = await service.listClusters('default', everything)
  const { ingestPerSecond, ...stats } = await service.stats('default')
  return { documents, matches, clusters, stats }
}

/** A change that is to fail once, with what it is called. */
function changeOf(what: string, document: { id: string; text: string }, service: DedupService): () => Promise<unknown> {
  if (what === 'ingest') return () => service.ingest('default', document, options)
  if (what === 'retitle') return () => service.ingest('default', { ...document, title: what }, options)
  return () => service.remove('default', document.id)
}

/** Makes a change of which one row cannot be read, and then again. @returns whether that was noticed */
async function changeTwice(t: Test, journal: UnreadableJournal, service: DedupService, { do: what, ...step }: Step) {
  const wanted = await visible(service)
  const change = changeOf(what, step.document, service)
  journal.left = step.failsAt
  const error = await change().catch(error => error as DoppelError)
  journal.left = Number.POSITIVE_INFINITY
  if (!(error instanceof DoppelError && error.code === 'STORE_UNAVAILABLE')) return false
  t.strictSame(await visible(service), wanted)
  await change().catch(({ code }: DoppelError) => t.equal(code, 'DOCUMENT_NOT_FOUND'))
  return true
}

t.test('a change whose rows cannot be read changes nothing, and can be made again', async t => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 5, maxLength: 20 }),
      fc.array(operation, { minLength: 1, maxLength: 12 }),
      async (before, operations) => {
        const journal = new UnreadableJournal()
        const first = await open(journal, () => 0)
        await first.service.ingestMany('default', before, options)
        await first.store.close()
        // With nothing of it in memory but the indexes.
        const { store, service } = await open(journal, () => 0)
        for (const step of operations) if (await changeTwice(t, journal, service, step)) refused++
        const seen = await visible(service)
        await store.close()
        const again = await open(journal, () => 0)
        t.strictSame(await visible(again.service), seen)
        await again.store.close()
      }
    ),
    { numRuns: 60, seed: 20_262 }
  )
  t.ok(refused > 50, `${refused} changes met a row that could not be read`)
})

t.test('what has expired and cannot be read is removed once it can', async t => {
  let now = 0
  const journal = new UnreadableJournal()
  const { store, service } = await open(journal, () => now)
  await service.ingest('default', { id: 'a', text: 'ant bee cat dog', retentionSeconds: 1 }, options)
  now = 2000
  journal.left = 0
  await t.rejects(service.stats('default'), { code: 'STORE_UNAVAILABLE' })
  journal.left = Number.POSITIVE_INFINITY
  t.match(await service.stats('default'), { documents: 0 })
  await store.close()
})
