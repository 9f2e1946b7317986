import fc from 'fast-check'
import t from 'tap'
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
  do: fc.constantFrom('ingest', 'remove', 'patch', 'expire'),
  document,
  failsAt: fc.nat(4)
})

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

t.test('a change whose rows cannot be read changes nothing, and can be made again', async t => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 5, maxLength: 20 }),
      fc.array(operation, { minLength: 1, maxLength: 12 }),
      async (before, operations) => {
        let now = 1_700_000_000_000
        const journal = new UnreadableJournal()
        const first = await open(journal, () => now)
        await first.service.ingestMany('default', before, options)
        await first.store.close()
        // With nothing of it in memory but the indexes.
        const { store, service } = await open(journal, () => now)
        for (const { do: what, document, failsAt } of operations) {
          if (what === 'expire') {
            await service.ingest('default', { ...document, retentionSeconds: 1 }, options)
            now += 2000
          }
          const isExpiry = what === 'expire'
          const wanted = isExpiry ? undefined : await visible(service)
          journal.left = failsAt
          const change = (): Promise<unknown> => {
            if (what === 'ingest') return service.ingest('default', document, options)
            if (what === 'patch') return service.ingest('default', { ...document, title: `at ${now}` }, options)
            return isExpiry ? service.stats('default') : service.remove('default', document.id)
          }
          const error = await change().catch(error => error as DoppelError)
          journal.left = Number.POSITIVE_INFINITY
          if (error instanceof DoppelError && error.code === 'STORE_UNAVAILABLE') {
            refused++
            if (wanted !== undefined) t.strictSame(await visible(service), wanted)
            await change().catch(({ code }: DoppelError) => t.equal(code, 'DOCUMENT_NOT_FOUND'))
          }
          if (isExpiry) await t.rejects(service.getDocument('default', document.id), { code: 'DOCUMENT_NOT_FOUND' })
        }
        const seen = await visible(service)
        await store.close()
        const again = await open(journal, () => now)
        t.strictSame(await visible(again.service), seen)
        await again.store.close()
      }
    ),
    { numRuns: 60, seed: 20_262 }
  )
  t.ok(refused > 50, `${refused} changes met a row that could not be read`)
})
