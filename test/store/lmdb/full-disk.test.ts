import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import type { DoppelError } from '../../../src/errors.ts'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { requireSpace } from '../../../src/store/lmdb/failure.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'
import { loadBothWays } from '../../helpers/index-state.ts'
import { mountSmallDisk, mountSmallExt4 } from '../../helpers/small-disk.ts'

const options = { matchLimit: 10, renew: false }

async function open(directory: string, notices: string[]) {
  const journal = new LmdbJournal(directory)
  const snapshots = { idleMs: Number.POSITIVE_INFINITY, minChanges: 1, minShare: 0 }
  const store = new EmbeddedStore(journal, Date.now, { snapshots, notice: message => notices.push(message) })
  await store.open(() => {})
  return { journal, store, service: new DedupService(store) }
}

/** A text of ten kilobytes. */
const textOf = (i: number) => Array.from({ length: 1000 }, (_, word) => `${i}x${(word * 7919) % 9973}`).join(' ')

t.test('a snapshot that the disk has no room for harms nothing', async t => {
  const mount = mountSmallDisk(t, 8)
  if (mount === undefined) return
  const directory = join(mount, 'data')
  const notices: string[] = []
  const first = await open(directory, notices)
  for (let i = 0; i < 100; i++) await first.service.ingest('default', { id: `d${i}`, text: textOf(i) }, options)
  await first.store.close()
  t.strictSame(notices, [], 'there was room for one')
  const filler = join(mount, 'filler')
  const second = await open(directory, notices)
  await second.service.ingest('default', { id: 'new', text: 'one more' }, options)
  await second.service.remove('default', 'd7')
  // Leaves some room, so that a part of it can be written.
  const free = Number(execFileSync('df', ['--output=avail', '-B1', mount]).toString().split('\n')[1])
  writeFileSync(filler, Buffer.alloc(free - 20_000))
  await second.store.close()
  t.match(notices, [/^no snapshot can be taken/])
  t.notOk(
    readdirSync(directory).some(name => name.endsWith('.new')),
    'nothing is left of it'
  )
  const { restored, states, faults } = await loadBothWays(directory)
  t.ok(restored, 'the former snapshot is still of use')
  t.strictSame(states.restored, states.built)
  t.strictSame(faults, [])
  rmSync(filler)
  const third = await open(directory, notices)
  t.match(await third.service.stats('default'), { documents: 100 })
  await third.service.ingest('default', { id: 'after', text: 'there is space again' }, options)
  await third.store.close()
  t.equal(notices.length, 1)
  const { faults: later, restored: again } = await loadBothWays(directory)
  t.ok(again)
  t.strictSame(later, [])
})

t.test('a backup that the disk has no room for says so, leaves nothing, and harms nothing', async t => {
  const small = mountSmallDisk(t, 1)
  if (small === undefined) return
  const { journal, store, service } = await open(join(t.testdir(), 'data'), [])
  for (let i = 0; i < 200; i++) await service.ingest('default', { id: `d${i}`, text: textOf(i) }, options)
  const target = join(small, 'copy')
  const error = await journal.backUp(target).then(
    () => undefined,
    error => error as DoppelError
  )
  t.match(error, { code: 'STORE_FULL' })
  await service.ingest('default', { id: 'after', text: 'it goes on' }, options)
  t.match(await service.stats('default'), { documents: 201 })
  t.notOk(existsSync(target), 'it can be tried again')
  execFileSync('mount', ['-o', 'remount,size=20m', small])
  await journal.backUp(target)
  const { built, faults } = await loadBothWays(target)
  t.equal(built.indexes[0]?.ordered.size, 201)
  t.strictSame(faults, [])
  await store.close()
})

t.test('on a full disk documents are refused, all else goes on, and documents too once there is space', async t => {
  const mount = mountSmallExt4(t, 24)
  if (mount === undefined) return
  const { store, service } = await open(join(mount, 'data'), [])
  const filler = join(mount, 'filler')
  writeFileSync(filler, Buffer.alloc(2 ** 20))
  const stored = new Map<string, string>()
  const codes = new Set<string>()
  const ingest = async (i: number) => {
    try {
      await service.ingest('default', { id: `d${i}`, text: textOf(i) }, options)
      stored.set(`d${i}`, textOf(i))
    } catch (error) {
      codes.add((error as DoppelError).code)
    }
  }
  // The first failure is often a part of a write; those after it are what LMDB has a message for.
  let next = 0
  for (let refused = 0; refused < 100; ) {
    const before = stored.size
    // Commits of several sizes, whose messages are of several lengths.
    await Promise.all(Array.from({ length: 1 + (next % 8) }, () => ingest(next++)))
    if (stored.size === before) refused++
  }
  t.strictSame([...codes], ['STORE_FULL'])
  for (const [id, text] of [...stored].slice(-20)) t.equal((await service.getDocument('default', id)).text, text)
  t.match(await service.stats('default'), { documents: stored.size })
  rmSync(filler)
  const before = stored.size
  await Promise.all(Array.from({ length: 8 }, () => ingest(next++)))
  t.equal(stored.size, before + 8, 'it goes on by itself')
  await store.close()
  const { built, faults } = await loadBothWays(join(mount, 'data'))
  t.equal(built.indexes[0]?.ordered.size, stored.size)
  t.strictSame(faults, [])
})

t.test('where LMDB must not meet a full disk, writes are refused while little is left of it', t => {
  const small = mountSmallDisk(t, 8)
  t.doesNotThrow(() => requireSpace(tmpdir()))
  if (small !== undefined) t.throws(() => requireSpace(small), { code: 'STORE_FULL' })
  t.end()
})
