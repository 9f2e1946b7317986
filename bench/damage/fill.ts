import assert from 'node:assert/strict'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { type CollectionSettings, defaultSettings } from '../../src/store/collections.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { canonical } from '../../test/helpers/components.ts'
import { Model } from '../../test/helpers/model.ts'
import { TestCollection } from '../../test/helpers/test-collection.ts'
import { mixedTexts } from '../../test/helpers/texts.ts'

/** Collections of each kind: texts kept and not, both schemes. */
const collections: Readonly<Record<string, CollectionSettings>> = {
  default: defaultSettings,
  sets: { ...defaultSettings, storeText: false },
  packaged: { ...defaultSettings, signature: { ...defaultSettings.signature, scheme: 'minhash' } }
}
const documents = 80
/** Words of a text that does not fit into a page of the data file. */
const longWords = 5000

/**
 * Makes a data directory whose next start needs all of it: rows of each kind, texts longer than a page, free pages, a
 * snapshot, and commits after it. What it answers has been compared with the sequential model.
 */
export async function fillForDamage(directory: string): Promise<void> {
  const models = new Map(
    Object.entries(collections).map(([name, settings]) => [name, new Model(settings, createSketcher(settings))])
  )
  const texts = [...mixedTexts(7, documents), longText(1), `${longText(1)} and more`, longText(2)]
  // With every close a snapshot, then with none.
  await written(directory, 0, models, async put => {
    for (const [id, text] of texts.entries()) await put.text(`d${id}`, text)
    for (let id = 0; id < documents; id += 3) await put.text(`d${id}`, `${texts[id]} once more`)
    for (let id = 1; id < documents; id += 5) await put.nothing(`d${id}`)
  })
  await written(directory, Number.POSITIVE_INFINITY, models, async put => {
    for (let id = 0; id < 20; id++) await put.text(`late${id}`, `${texts[2 * id]} later`)
    for (let id = 2; id < documents; id += 7) await put.nothing(`d${id}`)
    await put.text('d4', texts[7] as string)
  })
}

/** What is done to each collection and its model. */
interface Put {
  text(id: string, text: string): Promise<void>
  nothing(id: string): Promise<void>
}

async function written(
  directory: string,
  minChanges: number,
  models: ReadonlyMap<string, Model>,
  work: (put: Put) => Promise<void>
): Promise<void> {
  const snapshots = { idleMs: Number.POSITIVE_INFINITY, minChanges, minShare: 0 }
  const store = new EmbeddedStore(new LmdbJournal(directory), Date.now, { snapshots })
  await store.open(() => {})
  for (const [name, model] of models) {
    const collection = await TestCollection.create(store, name, model.settings)
    await work({
      async text(id, text) {
        await collection.put(id, text)
        model.ingest(collection.prepare({ id, text }), 0, { matchLimit: 0, renew: false })
      },
      async nothing(id) {
        if (model.remove(id)) await collection.remove(id)
      }
    })
    await compare(collection, model)
  }
  await store.close()
}

async function compare(collection: TestCollection, model: Model): Promise<void> {
  const { threshold } = model.settings
  for (const cut of [threshold, (1 + threshold) / 2]) {
    assert.deepEqual(await collection.partition(cut), canonical(model.partition(cut)))
  }
  for (const document of model.documents) {
    const { id, text } = document.incoming
    if (model.settings.storeText) assert.equal((await collection.get(id)).text, Buffer.from(text ?? '').toString())
    const { matches } = await collection.store.matchesOf(collection.name, id, { threshold, limit: 1000 })
    assert.deepEqual(matches, model.matchesOf(document, threshold))
  }
}

function longText(seed: number): string {
  return Array.from({ length: longWords }, (_, place) => `w${(place * 7919 * seed) % 9973}`).join(' ')
}
