import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createSketcher } from '../../src/signature/sketcher.ts'
import type { CollectionSettings } from '../../src/store/collections.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { canonical } from './components.ts'
import {
  after,
  type CrashedCollection,
  type CrashedDocument,
  type CrashOperation,
  type CrashOutcome,
  type CrashState,
  crashTexts,
  expiresAt,
  follow,
  initialState
} from './crash-log.ts'
import { loadBothWays } from './index-state.ts'
import { Model } from './model.ts'
import { Random } from './random.ts'
import { allItems, TestCollection } from './test-collection.ts'

/** What happened in some rounds. */
export interface CrashCounts {
  rounds: number
  killed: number
  killedBeforeReady: number
  terminated: number
  acknowledged: number
  open: number
  /** Open calls that turned out to have happened. */
  happened: number
  documents: number
  fromSnapshot: number
  backups: number
  readonly kinds: Record<string, number>
}

export interface CrashSettings {
  /** Made, and must not exist. */
  readonly folder: string
  /** The compiled child. */
  readonly child: string
  readonly seed: number
  readonly rounds: number
  /** No round begins after it, in milliseconds since 1970. */
  readonly deadline?: number
}

/**
 * Ends a child at random moments, again and again on the same data directory, and compares
 * what it left behind with what was acknowledged.
 *
 * @throws AssertionError for anything that is lost, torn or wrong
 */
export async function crashRounds(settings: CrashSettings): Promise<CrashCounts> {
  const rounds = new CrashRounds(settings)
  const { seed, deadline = Number.POSITIVE_INFINITY } = settings
  for (let round = 0; round < settings.rounds && Date.now() < deadline; round++) {
    try {
      await rounds.run(round)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`round ${round} of seed ${seed}: ${reason}`, { cause: error })
    }
  }
  return rounds.counts
}

class CrashRounds {
  readonly counts: CrashCounts = {
    rounds: 0,
    killed: 0,
    killedBeforeReady: 0,
    terminated: 0,
    acknowledged: 0,
    open: 0,
    happened: 0,
    documents: 0,
    fromSnapshot: 0,
    backups: 0,
    kinds: {}
  }
  readonly #settings: CrashSettings
  readonly #random: Random
  readonly #models = new Map<string, Model>()
  #state = initialState
  #now = Date.UTC(2026, 0, 1)

  constructor(settings: CrashSettings) {
    this.#settings = settings
    this.#random = new Random(settings.seed)
    mkdirSync(settings.folder)
  }

  async run(round: number): Promise<void> {
    const log = await this.#runChild(round)
    const outcome = follow(log, this.#state, this.#now)
    this.#now = outcome.now
    await this.#checkIndexes(this.#directory)
    await this.#checkBackups(outcome)
    this.#state = await this.#checkStore(outcome)
    this.#count(outcome)
  }

  get #directory(): string {
    return join(this.#settings.folder, 'data')
  }

  /** Lets a child write into the store and ends it at a random moment, now and then before it has opened. */
  async #runChild(round: number): Promise<string> {
    const { folder, child } = this.#settings
    const logPath = join(folder, 'log')
    const log = openSync(logPath, 'w')
    const args = [child, folder, `${this.#random.below(2 ** 31)}`, `${this.#now}`]
    // Without the environment of tap, which would have the child measured.
    const process = spawn(globalThis.process.execPath, args, { stdio: ['ignore', log, 'pipe'], env: {} })
    closeSync(log)
    let errors = ''
    process.stderr?.on('data', data => {
      errors += data
    })
    const isTerminated = this.#random.next() < 0.2
    const isEarly = !isTerminated && round % 10 === 9
    // By lines rather than by time: machines differ in how far they get.
    const lines = isEarly ? 0 : 1 + this.#random.below(160)
    while (readFileSync(logPath, 'utf8').split('\n').length <= lines && isRunning(process)) await setTimeout(2)
    await setTimeout(this.#random.below(isEarly ? 400 : 8))
    if (isRunning(process)) {
      process.kill(isTerminated ? 'SIGTERM' : 'SIGKILL')
      await once(process, 'exit')
    }
    const text = readFileSync(logPath, 'utf8')
    if (isTerminated) {
      assert.equal(process.exitCode, 0, errors)
      assert.match(text, /\{"kind":"closed"\}\n/)
      this.counts.terminated++
    } else {
      assert.equal(process.signalCode, 'SIGKILL', `the child ran until it was killed: ${errors}`)
      if (text.includes('ready')) this.counts.killed++
      else this.counts.killedBeforeReady++
    }
    return text
  }

  /** The index from the snapshot and the log is that from all rows. */
  async #checkIndexes(directory: string): Promise<void> {
    const { restored, states, faults } = await loadBothWays(directory)
    assert.deepEqual(faults, [])
    if (restored === undefined) return
    assert.deepEqual(states.restored, states.built)
    this.counts.fromSnapshot++
  }

  /** A backup that was acknowledged is whole; one that was not is there as a whole, or known as partial. */
  async #checkBackups({ acknowledged, open }: CrashOutcome): Promise<void> {
    for (const operation of [...acknowledged, ...open]) {
      if (operation.kind !== 'backup') continue
      const isWhole = existsSync(join(operation.directory, 'store'))
      if (acknowledged.includes(operation)) assert.ok(isWhole)
      if (isWhole) {
        await this.#checkIndexes(operation.directory)
        this.counts.backups++
      }
      rmSync(operation.directory, { recursive: true, force: true })
    }
  }

  async #checkStore({ state, open, now }: CrashOutcome): Promise<CrashState> {
    const store = new EmbeddedStore(new LmdbJournal(this.#directory), () => now, {
      // A snapshot may be older than the log; it must not be anything else that cannot be used.
      notice: message => assert.match(message, /too old$/)
    })
    await store.open(() => {})
    try {
      const records = await allItems(cursor => store.listCollections({ cursor, limit: 2 }))
      const found = new Map<string, CrashedCollection>()
      for (const { name, settings } of records) found.set(name, await this.#read(store, name, settings))
      const expected = this.#decide(state, open, now, found)
      assert.deepEqual(plain(found), plain(expected))
      for (const [name, collection] of found) await this.#checkAnswers(store, name, collection)
      return expected
    } finally {
      await store.close()
    }
  }

  async #read(store: EmbeddedStore, name: string, settings: CollectionSettings): Promise<CrashedCollection> {
    const collection = new TestCollection(store, name, settings)
    const documents = new Map<string, CrashedDocument>()
    let last = 0
    for (const { id, title, ingestedAt, updatedAt, expiresAt: expiry, retentionSeconds } of await collection.documents(
      50
    )) {
      assert.ok(ingestedAt >= last, 'documents are in order of creation')
      last = ingestedAt
      const [text, variant] = (title as string).split(' ').map(Number) as [number, number]
      if (settings.storeText) assert.equal((await collection.get(id)).text, crashTexts[text])
      const seconds = retentionSeconds ?? settings.retentionSeconds
      const retainedFrom = expiry === undefined || seconds === undefined ? updatedAt : expiry - seconds * 1000
      const own = retentionSeconds === undefined ? {} : { retentionSeconds }
      const document = { id, text, variant, ...own, ingestedAt, updatedAt, retainedFrom }
      assert.equal(expiry, expiresAt(document, settings))
      documents.set(id, document)
    }
    return { settings, documents }
  }

  /** Adds the open calls that happened. Each must have happened as a whole, or not at all. */
  #decide(state: CrashState, open: readonly CrashOperation[], now: number, found: CrashState): CrashState {
    let expected = state
    for (const operation of open) {
      const next = after(expected, operation, now)
      const touched = JSON.stringify(touchedBy(operation, found))
      if (touched !== JSON.stringify(touchedBy(operation, next))) {
        assert.equal(touched, JSON.stringify(touchedBy(operation, expected)), `torn: ${JSON.stringify(operation)}`)
      } else {
        if (touched !== JSON.stringify(touchedBy(operation, expected))) this.counts.happened++
        expected = next
      }
    }
    return expected
  }

  /** The answers are those of the sequential model of what is stored. */
  async #checkAnswers(store: EmbeddedStore, name: string, { settings, documents }: CrashedCollection): Promise<void> {
    const collection = new TestCollection(store, name, settings)
    const model = this.#modelOf(settings)
    for (const { id, text } of documents.values())
      model.add(collection.prepare({ id, text: crashTexts[text] as string }))
    const { threshold } = settings
    for (const cut of [threshold, (1 + threshold) / 2]) {
      assert.deepEqual(await collection.partition(cut), canonical(model.partition(cut)))
    }
    const { matchSimilarities, clusterSizes, ...stats } = await store.stats(name)
    const bytes = [...documents.values()].map(({ text }) => Buffer.byteLength(crashTexts[text] as string))
    assert.equal(stats.documents, documents.size)
    assert.equal(stats.bytes, settings.storeText ? sum(bytes) : 0)
    assert.equal(sum(matchSimilarities.map(({ count }) => count)), model.matches(threshold).length)
    assert.equal(sum(clusterSizes.map(({ count }) => count)), model.clusters(threshold).length)
    for (const document of model.documents.slice(0, 20)) {
      const { id } = document.incoming
      const { matches } = await store.matchesOf(name, id, { threshold, limit: 1000 })
      assert.deepEqual(matches, model.matchesOf(document, threshold))
    }
  }

  /** Kept, since it knows the scores of texts. */
  #modelOf(settings: CollectionSettings): Model {
    const { threshold, shingle, signature } = settings
    const key = JSON.stringify({ threshold, shingle, signature })
    const model = this.#models.get(key) ?? new Model(settings, createSketcher(settings))
    this.#models.set(key, model)
    model.settings = settings
    model.clear()
    return model
  }

  #count({ acknowledged, open }: CrashOutcome): void {
    this.counts.rounds++
    this.counts.acknowledged += acknowledged.length
    this.counts.open += open.length
    for (const { kind } of acknowledged) this.counts.kinds[kind] = (this.counts.kinds[kind] ?? 0) + 1
    this.counts.documents = sum(Array.from(this.#state.values(), ({ documents }) => documents.size))
  }
}

function isRunning(process: ChildProcess): boolean {
  return process.exitCode === null && process.signalCode === null
}

/** The part of a state that a call is about. */
function touchedBy(operation: CrashOperation, state: CrashState): unknown {
  const collection = state.get(operation.collection)
  if (operation.kind === 'backup' || collection === undefined) return null
  if (operation.kind === 'put') return operation.documents.map(({ id }) => plainDocument(collection.documents.get(id)))
  if (operation.kind === 'remove') return plainDocument(collection.documents.get(operation.id))
  return plain(new Map([[operation.collection, collection]]))
}

function plain(state: CrashState): unknown {
  const collections = [...state].sort(([a], [b]) => (a < b ? -1 : 1))
  return collections.map(([name, { settings, documents }]) => ({
    name,
    settings: sorted(settings),
    documents: [...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(plainDocument)
  }))
}

function plainDocument(document: CrashedDocument | undefined): unknown {
  return document === undefined ? null : sorted(document)
}

/** With its fields in one order, and none that is undefined. */
function sorted(value: object): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
