import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { defaultSettings } from '../../../src/store/collections.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'
import { loadBothWays } from '../../helpers/index-state.ts'

const options = { matchLimit: 10, renew: false }
const always = { idleMs: Number.POSITIVE_INFINITY, minChanges: 1, minShare: 0 }
const never = { idleMs: Number.POSITIVE_INFINITY, minChanges: Number.POSITIVE_INFINITY, minShare: 1 }

async function open(directory: string, snapshots = never) {
  const journal = new LmdbJournal(directory)
  const store = new EmbeddedStore(journal, Date.now, { snapshots })
  await store.open(() => {})
  return { journal, store, service: new DedupService(store) }
}

t.test('a snapshot is taken when nothing is written, and at the end, and the next start uses it', async t => {
  for (const when of ['idle', 'end']) {
    const directory = join(t.testdir(), when)
    const journal = new LmdbJournal(directory)
    const snapshots = when === 'idle' ? { ...always, idleMs: 1 } : always
    const store = new EmbeddedStore(journal, Date.now, { snapshots, sweepMs: 5 })
    await store.open(() => {})
    const service = new DedupService(store)
    for (const id of ['a', 'b', 'c']) await service.ingest('default', { id, text: `one two three ${id}` }, options)
    const file = join(directory, 'index.snapshot')
    while (when === 'idle' && !existsSync(file)) await new Promise(resolve => setTimeout(resolve, 5))
    await store.close()
    t.ok(existsSync(file))
    const { states, restored, faults } = await loadBothWays(directory)
    t.ok(restored, when)
    t.strictSame(states.restored, states.built)
    t.strictSame(faults, [])
  }
})

t.test('an operator is told once that no snapshot can be taken', async t => {
  const directory = join(t.testdir(), 'data')
  const notices: string[] = []
  const store = new EmbeddedStore(new LmdbJournal(directory), Date.now, {
    snapshots: { ...always, idleMs: 1 },
    sweepMs: 1,
    notice: message => notices.push(message)
  })
  await store.open(() => {})
  // A directory in the place of the file.
  mkdirSync(join(directory, 'index.snapshot.new'))
  await new DedupService(store).ingest('default', { id: 'a', text: 'ant' }, options)
  while (notices.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  await store.close()
  t.match(notices, [/^no snapshot can be taken/])
  t.equal(notices.length, 1)
})

t.test('a collection that got other settings while it was empty is restored with them', async t => {
  const directory = join(t.testdir(), 'data')
  const first = await open(directory, always)
  await first.service.ingest('default', { id: 'a', text: 'ant bee cat dog' }, options)
  await first.service.remove('default', 'a')
  await first.store.close()
  const second = await open(directory)
  const settings = {
    ...defaultSettings,
    threshold: 0.9,
    signature: { ...defaultSettings.signature, slots: 64 as const }
  }
  await second.store.putCollection('default', settings)
  await second.service.ingest('default', { id: 'b', text: 'ant bee cat dog' }, options)
  await second.store.close()
  const { states, restored, faults } = await loadBothWays(directory)
  t.ok(restored, 'the snapshot is of use')
  t.strictSame(states.restored, states.built)
  t.strictSame(faults, [])
  const third = await open(directory)
  t.match(await third.service.ingest('default', { id: 'c', text: 'ant bee cat dog' }, options), {
    verdict: 'exact-duplicate'
  })
  await third.store.close()
})

t.test('what is left of a deleted collection at the end is dropped after the next start', async t => {
  const directory = join(t.testdir(), 'data')
  const first = await open(directory, always)
  const texts = Array.from({ length: 3000 }, (_, i) => ({ id: `d${i}`, text: `text ${i} of these` }))
  await first.service.ingestMany('default', texts, options)
  await first.store.deleteCollection('default')
  await first.store.close()
  const { restored, built, faults } = await loadBothWays(directory)
  t.notOk(restored, 'no snapshot was taken without the rows that are left')
  t.strictSame(faults, [])
  const { documents, contents } = built.orphans
  t.ok([...documents, ...contents].length > 0, 'some rows are left')
  const second = await open(directory, always)
  const numbers = [...documents, ...contents]
  const isPurged = () =>
    numbers.every(
      number => second.journal.readDocument(number) === undefined && second.journal.readContent(number) === undefined
    )
  while (!isPurged()) await new Promise(resolve => setTimeout(resolve, 5))
  await second.store.close()
  const after = await loadBothWays(directory)
  t.strictSame([[...after.built.orphans.documents], [...after.built.orphans.contents]], [[], []])
  t.ok(after.restored)
})

t.test('a start that is broken off keeps the snapshot', async t => {
  const directory = join(t.testdir(), 'data')
  const { store, service } = await open(directory, always)
  await service.ingest('default', { id: 'a', text: 'ant bee cat dog' }, options)
  await store.close()
  const interrupted = new EmbeddedStore(new LmdbJournal(directory), Date.now)
  await t.rejects(
    interrupted.open(() => {
      throw new Error('closing')
    }),
    { message: 'closing' }
  )
  await interrupted.close()
  t.ok(existsSync(join(directory, 'index.snapshot')))
  await (await open(directory)).store.close()
})
