import type { Test } from 'tap'
import type { IncomingDocument } from '../../../src/store/documents.ts'
import { canonical } from '../../helpers/components.ts'
import { noCorpus, sampleCorpus } from '../../helpers/corpora.ts'
import { Model } from '../../helpers/model.ts'
import { Random } from '../../helpers/random.ts'
import { TestCollection } from '../../helpers/test-collection.ts'
import { mixedTexts } from '../../helpers/texts.ts'
import { type Engine, type OpenedStore, openStore } from './engine.ts'

const threshold = 0.6

/** The partition depends on the set of documents alone: rule 3 of the contract. */
export async function partitionRules(t: Test, engine: Engine): Promise<void> {
  const orders = Math.round(200 * engine.effort)

  await t.test(`is the same for ${orders} orders and batchings of a mixed set`, async t => {
    const opened = await openStore(t, engine)
    const expected = await sameInEveryOrder(t, opened, mixedTexts(1, 70), orders)
    t.ok(expected.some(({ length }) => length > 4) && expected.some(({ length }) => length === 1))
  })

  await t.test(`is the same for ${orders} orders and batchings of real documents`, noCorpus, async t => {
    const opened = await openStore(t, engine)
    const texts = ['reuters_c50', 'fnc1_bodies', 'debian_copyright'].flatMap(set => sampleCorpus(set, 133))
    const expected = await sameInEveryOrder(t, opened, texts.slice(0, 399).concat(''), orders)
    t.ok(expected.length < 350, `400 documents in ${expected.length} clusters`)
  })

  await t.test('is the same when documents come by way of other versions and deletions', async t => {
    const opened = await openStore(t, engine)
    const texts = mixedTexts(2, 60)
    const direct = await opened.create('direct')
    await direct.ingestAll(texts.map((text, at) => direct.prepare({ id: `${at}`, text })))
    const random = new Random(4)
    const detours = await opened.create('detours')
    for (const at of random.shuffle(texts.map((_, at) => at))) {
      await detours.put(`${at}`, random.pick(texts))
      await detours.put(`gone ${at}`, random.pick(texts))
    }
    for (const at of random.shuffle(texts.map((_, at) => at))) {
      await detours.put(`${at}`, texts[at] as string)
      await detours.remove(`gone ${at}`)
    }
    for (const at of [threshold, 0.75, 0.9]) t.strictSame(await detours.partition(at), await direct.partition(at))
    await opened.reopen()
    for (const at of [threshold, 0.75, 0.9]) {
      t.strictSame(await detours.in(opened.store).partition(at), await direct.in(opened.store).partition(at))
    }
  })
}

async function sameInEveryOrder(
  t: Test,
  opened: OpenedStore,
  texts: readonly string[],
  orders: number
): Promise<string[][]> {
  const random = new Random(7)
  const first = await opened.create('order-0')
  const documents = texts.map((text, at) => first.prepare({ id: `${at}`, text }))
  const expected = partitionOf(first, documents)
  await ingest(first, random, documents)
  t.strictSame(await first.partition(), expected)
  for (let order = 1; order < orders; order++) {
    const collection = await opened.create(`order-${order}`)
    await ingest(collection, random, random.shuffle(documents))
    t.strictSame(await collection.partition(), expected, `order ${order}`)
    await opened.store.deleteCollection(collection.name)
  }
  await opened.reopen()
  t.strictSame(await first.in(opened.store).partition(), expected, 'after a restart')
  await sameRepresentatives(t, first.in(opened.store), documents)
  return expected
}

/** Whatever the order was, each policy gives each cluster the representative of rule 5, also where it is cut. */
async function sameRepresentatives(
  t: Test,
  { store, name, settings, sketcher }: TestCollection,
  documents: readonly IncomingDocument[]
): Promise<void> {
  for (const representative of ['longest', 'central', 'earliest'] as const) {
    await store.patchCollection(name, { representative })
    const collection = new TestCollection(store, name, { ...settings, representative })
    const model = new Model(collection.settings, sketcher)
    // In the order of creation, which decides about equals.
    const places = new Map((await collection.documents(100)).map(({ id }, place) => [id, place]))
    const place = ({ id }: IncomingDocument): number => places.get(id) as number
    for (const document of documents.toSorted((a, b) => place(a) - place(b))) model.add(document)
    for (const at of [threshold, 0.8]) {
      const listed = await collection.clusters({ threshold: at })
      const spokesmen = model.clusters(at).map(cluster => model.representative(cluster, at).incoming.id)
      t.strictSame(listed.map(cluster => cluster.representative).sort(), spokesmen.sort(), `${representative} at ${at}`)
    }
  }
}

/** In batches; those of up to eight at a time are sent at once. */
async function ingest(
  collection: TestCollection,
  random: Random,
  documents: readonly IncomingDocument[]
): Promise<void> {
  const batches = random.batches(documents, random.pick([1, 7, 60, documents.length]))
  for (const group of random.batches(batches, random.pick([1, 8, 64]))) {
    await Promise.all(group.map(batch => collection.ingestAll(batch, { matchLimit: 10 })))
  }
}

function partitionOf({ settings, sketcher }: TestCollection, documents: readonly IncomingDocument[]): string[][] {
  const model = new Model(settings, sketcher)
  for (const document of documents) model.add(document)
  return canonical(model.partition(threshold))
}
