import type { Test } from 'tap'
import type { CollectionSettings } from '../../../src/store/collections.ts'
import type { DocumentStore } from '../../../src/store/document-store.ts'
import { ManualClock, TestCollection } from '../../helpers/test-collection.ts'

/** Opens a store in a folder; the same folder gives the same documents where the engine is durable. */
export type OpenStore = (dir: string, clock: () => number) => Promise<DocumentStore>

/** What a restart finds: the last snapshot, the one before with the log since, a damaged one, or none. */
export type SnapshotFate = 'kept' | 'former' | 'damaged' | 'removed'

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
  /** Closes a store that is about to be opened again, and does to its snapshot what is asked for, where it keeps any. */
  readonly close?: (store: DocumentStore, dir: string, snapshot: SnapshotFate) => Promise<void>
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
  reopen(snapshot?: SnapshotFate): Promise<void>
}

/** Opens a store for a test and closes it afterwards. */
export async function openStore(t: Test, engine: Engine): Promise<OpenedStore> {
  const opened = await openIn(t.testdir(), engine)
  t.teardown(() => opened.store.close())
  return opened
}

/** Opens a store in a folder. */
export async function openIn(dir: string, engine: Engine): Promise<OpenedStore> {
  const clock = new ManualClock()
  const opened = {
    engine,
    clock,
    store: await engine.open(dir, clock.read),
    create: (name = 'news', settings: Partial<CollectionSettings> = {}) =>
      TestCollection.create(opened.store, name, settings),
    reopen: async (snapshot: SnapshotFate = 'kept') => {
      if (!engine.isDurable) return
      if (engine.close === undefined) await opened.store.close()
      else await engine.close(opened.store, dir, snapshot)
      opened.store = await engine.open(dir, clock.read)
    }
  }
  return opened
}
