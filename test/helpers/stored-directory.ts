import { DedupService } from '../../src/service/dedup-service.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { mixedTexts } from './texts.ts'

const options = { matchLimit: 10, renew: false }

/** A service over a data directory. */
export interface DirectoryService {
  readonly service: DedupService
  readonly store: EmbeddedStore
  readonly journal: LmdbJournal
  readonly notices: string[]
}

/** Opens a data directory with a service over it. */
export async function openDirectory(directory: string): Promise<DirectoryService> {
  const journal = new LmdbJournal(directory)
  const notices: string[] = []
  const store = new EmbeddedStore(journal, Date.now, { notice: message => notices.push(message) })
  await store.open(() => {})
  return { service: new DedupService(store), store, journal, notices }
}

/** Makes a data directory with near-duplicates, copies, updates and deletions, in collections of each kind. */
export async function fillDirectory(directory: string, documents: number): Promise<void> {
  const { service, store } = await openDirectory(directory)
  const texts = mixedTexts(7, documents)
  await service.putCollection('sets', { storeText: false })
  await service.putCollection('gone', {})
  const put = (collection: string, id: number, text: string) =>
    service.ingest(collection, { id: `d${id}`, text, title: `title ${id}`, metadata: { at: id } }, options)
  await Promise.all(texts.map((text, id) => put('default', id, text)))
  await Promise.all(texts.slice(0, documents / 2).map((text, id) => put('default', id * 2, `${text} once more`)))
  await Promise.all(texts.slice(0, documents / 4).map((_, id) => service.remove('default', `d${id * 3}`)))
  await Promise.all(texts.slice(0, documents / 4).map((text, id) => put('sets', id, text)))
  await Promise.all(texts.slice(0, documents / 10).map((text, id) => put('gone', id, text)))
  const slots = Array.from({ length: 128 }, (_, slot) => slot)
  const { scheme } = createSketcher((await service.getCollection('sets')).settings)
  for (const id of ['s1', 's2']) await service.ingest('sets', { id, signature: { scheme, slots } }, options)
  await service.deleteCollection('gone')
  await store.close()
}

/** Whatever a service can answer about its documents, by id. */
export async function allAnswers({ service }: DirectoryService, collection = 'default'): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (let cursor: string | undefined; ; ) {
    const page = await service.listDocuments(collection, { cursor, limit: 100 })
    for (const { id } of page.items) {
      const document = await service.getDocument(collection, id)
      const matches = await service.matchesOf(collection, id, { threshold: undefined, limit: 100 })
      answers.set(id, JSON.stringify({ document, matches }))
    }
    cursor = page.nextCursor
    if (cursor === undefined) return answers
  }
}
