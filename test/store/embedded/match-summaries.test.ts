import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { ClusterView } from '../../../src/store/clusters.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { holds } from '../../helpers/property.ts'
import { TestCollection } from '../../helpers/test-collection.ts'

const words = Array.from({ length: 60 }, (_, at) => `w${at}`)
/** Texts of 60 words with one or two of their own, so that a cut parts some from others. */
function nearCopy(number: number): string {
  const text = [...words]
  text[(number * 7) % words.length] = `own${number}`
  if (number % 3 === 0) text[(number * 11) % words.length] = `other${number}`
  return text.join(' ')
}

async function opened(journal: MemoryJournal): Promise<EmbeddedStore> {
  const store = new EmbeddedStore(journal, () => 0)
  await store.open(() => {})
  return store
}

async function shown({ store, name }: TestCollection, threshold: number): Promise<unknown> {
  const page = { threshold, cursor: undefined, limit: 10 }
  const { clusters } = await store.listClusters(name, { ...page, minSize: 2, order: '-size' })
  const single = await Promise.all(clusters.map(({ id }) => store.getCluster(name, id, page)))
  return [...clusters, ...single].map(({ similarity, pairs, size }: ClusterView) => ({ similarity, pairs, size }))
}

t.test('what a cluster shows is what it would show if it was never looked at before', async t => {
  const step = fc.record({
    kind: fc.constantFrom('add', 'remove', 'show', 'show'),
    number: fc.nat({ max: 70 }),
    threshold: fc.constantFrom(0.6, 0.9, 0.95)
  })
  await holds(
    t,
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async steps => {
      const stored = new Set(Array.from({ length: 50 }, (_, number) => number))
      const journal = new MemoryJournal()
      const collection = await TestCollection.create(await opened(journal), 'news')
      for (const number of stored) await collection.put(`${number}`, nearCopy(number))
      const waiting: Promise<unknown>[] = []
      for (const { kind, number, threshold } of steps) {
        if (kind === 'show') waiting.push(shown(collection, threshold))
        else if (kind === 'remove' && stored.delete(number)) waiting.push(collection.remove(`${number}`))
        else if (kind === 'add' && !stored.has(number)) {
          stored.add(number)
          waiting.push(collection.put(`${number}`, nearCopy(number)))
        }
      }
      await Promise.all(waiting)
      const thresholds = [0.6, 0.9, 0.95]
      const before = await Promise.all(thresholds.map(threshold => shown(collection, threshold)))
      await collection.store.close()
      const anew = collection.in(await opened(journal))
      const after = await Promise.all(thresholds.map(threshold => shown(anew, threshold)))
      assert.deepEqual(before, after)
      await anew.store.close()
    }),
    { numRuns: 20 }
  )
})
