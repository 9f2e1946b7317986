import type { Test } from 'tap'
import t from 'tap'
import type { CollectionSettings } from '../../src/store/collections.ts'
import type { DocumentStore } from '../../src/store/document-store.ts'
import { ManualClock, TestCollection } from '../helpers/test-collection.ts'
import { clusterRules } from './conformance/clusters.ts'
import { collectionRules } from './conformance/collections.ts'
import { concurrencyRules } from './conformance/concurrency.ts'
import { documentRules } from './conformance/documents.ts'
import { exportRules } from './conformance/export.ts'
import { pagingRules } from './conformance/paging.ts'
import { partitionRules } from './conformance/partition.ts'
import { randomOperations } from './conformance/random-operations.ts'
import { verdictRules } from './conformance/verdicts.ts'

/** Opens a store in a folder; the same folder gives the same documents where the engine is durable. */
export type OpenStore = (dir: string, clock: () => number) => Promise<DocumentStore>

/** How an engine is tested. */
export interface Engine {
  readonly name: string
  readonly open: OpenStore
  /** Whether a store that is closed and opened again still holds everything. */
  readonly isDurable: boolean
  /** Part of the random work to do, for engines that are slow to write: 1 is all of it. */
  readonly effort: number
  /** Lets the next commit fail with {@link injectedFault}, where the engine can. */
  readonly failNextCommit?: () => void
}

/** The message of a fault that a test asked for. */
export const injectedFault = 'an injected fault'

/** A store that is open for one test, with the clock it reads. */
export interface OpenedStore {
  readonly engine: Engine
  readonly clock: ManualClock
  readonly store: DocumentStore
  /** Makes a collection in it. */
  create(name?: string, settings?: Partial<CollectionSettings>): Promise<TestCollection>
  /** Closes the store and opens it again; `store` is the new one. A store that is not durable stays open. */
  reopen(): Promise<void>
}

/** Opens a store for a test and closes it afterwards. */
export async function openStore(t: Test, engine: Engine): Promise<OpenedStore> {
  const dir = t.testdir()
  const clock = new ManualClock()
  const opened = {
    engine,
    clock,
    store: await engine.open(dir, clock.read),
    create: (name = 'news', settings: Partial<CollectionSettings> = {}) =>
      TestCollection.create(opened.store, name, settings),
    reopen: async () => {
      if (!engine.isDurable) return
      await opened.store.close()
      opened.store = await engine.open(dir, clock.read)
    }
  }
  t.teardown(() => opened.store.close())
  return opened
}

/** What every engine must do. Each test opens a store of its own. */
export function storeConformance(engine: Engine): void {
  const sections = {
    documents: documentRules,
    verdicts: verdictRules,
    clusters: clusterRules,
    collections: collectionRules,
    paging: pagingRules,
    export: exportRules,
    concurrency: concurrencyRules,
    partition: partitionRules,
    'random operations': randomOperations
  }
  // Minutes, for machines that do other work as well.
  t.setTimeout(280_000)
  for (const [section, rules] of Object.entries(sections)) {
    t.test(`${engine.name}: ${section}`, async t => rules(t, engine))
  }
}
