import t, { type Test } from 'tap'
import { components } from '../../helpers/components.ts'
import { Model } from '../../helpers/model.ts'
import { Random } from '../../helpers/random.ts'
import type { TestCollection } from '../../helpers/test-collection.ts'
import { type OpenedStore, openStore } from '../conformance/engine.ts'
import { lmdbEngine } from '../conformance/lmdb-engine.ts'
import { memoryEngine } from '../conformance/memory-engine.ts'

const seed = Number(process.env.CAPPED_SEED ?? Date.now() % 2 ** 31)

/** Near-copies of two pages: many more share a bucket than fit into it. */
function nearCopy(random: Random): string {
  const page = random.below(4) === 0 ? 1 : 0
  const own = [random.below(40), random.below(40)].slice(random.below(2))
  return Array.from({ length: 40 }, (_, at) =>
    own.includes(at) ? `own${random.below(9999)}` : `page${page}word${at}`
  ).join(' ')
}

/**
 * What must hold where caps cut: what is reported is right, symmetric and in the clusters, and of every match that
 * is missing one side says so.
 */
async function checkCapped(t: Test, collection: TestCollection, model: Model, when: string): Promise<void> {
  const { threshold } = collection.settings
  const reported = new Map<string, Set<string>>()
  const truncated = new Set<string>()
  const wrong: string[] = []
  for (const document of model.documents) {
    const { id } = document.incoming
    const answer = await collection.store.matchesOf(collection.name, id, { threshold, limit: 1000 })
    const expected = new Map(model.matchesOf(document, threshold).map(match => [match.id, JSON.stringify(match)]))
    if (answer.truncated) truncated.add(id)
    reported.set(id, new Set(answer.matches.map(match => match.id)))
    for (const match of answer.matches)
      if (expected.get(match.id) !== JSON.stringify(match)) wrong.push(`${id} ${match.id}`)
  }
  t.strictSame(wrong, [], `${when}: what is reported is right`)
  const missed: string[] = []
  const asymmetric: string[] = []
  for (const { a, b } of model.matches(threshold)) {
    const [x, y] = [a.incoming.id, b.incoming.id]
    const isReported = reported.get(x)?.has(y) ?? false
    if (isReported !== reported.get(y)?.has(x)) asymmetric.push(`${x} ${y}`)
    if (!isReported && !truncated.has(x) && !truncated.has(y)) missed.push(`${x} ${y}`)
  }
  t.strictSame(asymmetric, [], `${when}: a match is reported by both sides`)
  t.strictSame(missed, [], `${when}: who misses a match says so`)
  const ids = model.documents.map(({ incoming }) => incoming.id)
  const parts = components(ids, (x, y) => reported.get(x)?.has(y) ?? false)
  t.strictSame(await collection.partition(), parts.map(part => part.sort()).sort(byFirst), `${when}: the clusters`)
  const { truncatedDocuments } = await collection.store.stats(collection.name)
  t.equal(truncatedDocuments, truncated.size, `${when}: the figures`)
}

function byFirst([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : 1
}

async function step(opened: OpenedStore, collection: TestCollection, model: Model, random: Random): Promise<void> {
  const ids = random.shuffle(Array.from({ length: 110 }, (_, at) => `d${at}`)).slice(0, 1 + random.below(20))
  if (random.next() < 0.3) opened.engine.failNextCommit?.()
  if (random.next() < 0.3) {
    for (const id of ids) {
      if (model.document(id) === undefined) continue
      const isGone = await collection.remove(id).then(
        () => true,
        () => false
      )
      if (isGone) model.remove(id)
    }
    return
  }
  const documents = ids.map(id => collection.prepare({ id, text: nearCopy(random) }))
  const answers = await collection.ingestAll(documents).catch(() => undefined)
  if (answers === undefined) return
  for (const document of documents) model.ingest(document, opened.clock.now, { matchLimit: 0, renew: false })
}

t.test('where caps cut, nothing wrong is said, and whoever misses something says so', async t => {
  t.comment(`seed ${seed}`)
  const random = new Random(seed)
  const opened = await openStore(t, lmdbEngine({ canFail: true }))
  for (const scheme of ['doppel', 'minhash'] as const) {
    let collection = await opened.create(scheme, { signature: { scheme, slots: 128, seed: 1 } })
    const model = new Model(collection.settings, collection.sketcher)
    for (let count = 1; count <= 60; count++) {
      await step(opened, collection, model, random)
      if (count % 15 === 0) {
        await opened.reopen(random.pick(['kept', 'former', 'removed'] as const))
        collection = collection.in(opened.store)
      }
      if (count % 5 === 0) await checkCapped(t, collection, model, `${scheme} ${count}`)
    }
    const { truncatedDocuments } = await opened.store.stats(scheme)
    t.ok(truncatedDocuments > 0, 'a cap did cut')
  }
})

t.test('a failed commit gives full buckets back what it dropped out of them', async t => {
  const engine = memoryEngine()
  const opened = await openStore(t, engine)
  // At .9 the last slots of a signature are in no band, so that all of these share all buckets.
  const collection = await opened.create('signatures', { threshold: 0.9 })
  const { signature } = collection.sketcher.sketchText('some words of a page that many others are like')
  const put = (last: number) => {
    const slots = [...signature.slice(0, -1), last]
    return collection.ingest({ id: `d${last}`, signature: { scheme: 'doppel', slots } })
  }
  for (let last = 0; last < 32; last++) await put(last)
  engine.failNextCommit?.()
  await t.rejects(put(32), { message: /injected/ })
  const { matches, truncated } = await put(33)
  t.equal(matches.length, 32)
  t.ok(truncated, 'the buckets are full')
})
