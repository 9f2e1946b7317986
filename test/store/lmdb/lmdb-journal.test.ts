import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import t from 'tap'
import type { DoppelError } from '../../../src/errors.ts'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { Arena } from '../../../src/store/lmdb/arena.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'
import { decodeCollection, encodeCollection } from '../../../src/store/lmdb/text-row-codec.ts'
import { mountSmallDisk } from '../../helpers/small-disk.ts'

const options = { matchLimit: 10, renew: false }

async function openService(directory: string): Promise<{ store: EmbeddedStore; service: DedupService }> {
  const store = new EmbeddedStore(new LmdbJournal(directory), Date.now)
  await store.open(() => {})
  return { store, service: new DedupService(store) }
}

t.test('a directory written by another format is refused by name', async t => {
  const directory = t.testdir()
  const { store } = await openService(directory)
  await store.close()
  const root = open({ path: join(directory, 'store'), noSubdir: false, maxDbs: 8 })
  root.openDB('meta', { encoding: 'json' }).putSync('format', 99)
  await root.close()
  await t.rejects(openService(directory), { code: 'STORE_UNAVAILABLE', message: /format 99.*reads format 4/ })
  await t.rejects(openService(directory), { message: /format 99/ }, 'and the refusal leaves no lock')
})

t.test('signatures of another scheme are refused by name', async t => {
  const directory = t.testdir()
  const { store } = await openService(directory)
  await store.close()
  const root = open({ path: join(directory, 'store'), noSubdir: false, maxDbs: 8 })
  const collections = root.openDB<Buffer, number>('collections', { encoding: 'binary' })
  for (const { key, value } of [...collections.getRange()]) {
    collections.putSync(key, encodeCollection({ ...decodeCollection(key, value), scheme: 'doppel-9' }, new Arena()))
  }
  await root.close()
  await t.rejects(openService(directory), { code: 'STORE_UNAVAILABLE', message: /scheme doppel-9.*doppel-2/ })
})

t.test('a store that has lost the collection that always exists is refused by name', async t => {
  const directory = t.testdir()
  const { store } = await openService(directory)
  await store.close()
  const root = open({ path: join(directory, 'store'), noSubdir: false, maxDbs: 8 })
  await root.openDB('collections', { encoding: 'binary' }).clearAsync()
  await root.close()
  await t.rejects(openService(directory), {
    code: 'STORE_UNAVAILABLE',
    message: /commits, and no collection "default"/
  })
})

t.test('a directory whose data file is gone is refused, and does not begin anew', async t => {
  const directory = t.testdir()
  const { store } = await openService(directory)
  await store.close()
  writeFileSync(join(directory, 'index.snapshot'), 'an index')
  const refusal = { code: 'STORE_UNAVAILABLE', message: /data\.mdb is missing or empty/ }
  truncateSync(join(directory, 'store', 'data.mdb'))
  await t.rejects(openService(directory), refusal)
  rmSync(join(directory, 'store'), { recursive: true })
  await t.rejects(openService(directory), refusal)
  rmSync(join(directory, 'index.snapshot'))
  const anew = await openService(directory)
  await anew.store.close()
})

t.test('numbers are never used again, even when the last documents are gone', async t => {
  const directory = t.testdir()
  const first = await openService(directory)
  const { cluster } = await first.service.ingest('default', { id: 'a', text: 'ant bee cat' }, options)
  await first.service.remove('default', 'a')
  await first.store.close()
  const second = await openService(directory)
  const again = await second.service.ingest('default', { id: 'b', text: 'dog elk fox' }, options)
  t.not(again.cluster.id, cluster.id)
  await t.rejects(
    second.service.getCluster('default', cluster.id, { threshold: undefined, cursor: undefined, limit: 10 }),
    {
      code: 'CLUSTER_NOT_FOUND'
    }
  )
  await second.store.close()
})

t.test('a data directory whose name has a dot works', async t => {
  const { store, service } = await openService(join(t.testdir(), 'data.v1'))
  await service.ingest('default', { id: 'a', text: 'ant' }, options)
  await store.close()
})

t.test(
  'a full disk refuses what it cannot keep, loses nothing, and takes documents again when there is space',
  async t => {
    const mount = mountSmallDisk(t, 6)
    if (mount === undefined) return
    const directory = join(mount, 'data')
    mkdirSync(directory)
    const { store, service } = await openService(directory)
    const acknowledged: string[] = []
    let refusal: unknown
    for (let i = 0; refusal === undefined && i < 5000; i++) {
      const text = Array.from({ length: 2000 }, (_, word) => `${i}x${(word * 7919) % 9973}`).join(' ')
      await service.ingest('default', { id: `d${i}`, text }, options).then(
        ({ id }) => acknowledged.push(id),
        error => {
          refusal = error
        }
      )
    }
    t.equal((refusal as DoppelError).code, 'STORE_FULL')
    for (const id of acknowledged) t.ok((await service.getDocument('default', id)).text)
    for (const id of acknowledged.splice(0, acknowledged.length - 5)) await service.remove('default', id)
    const { status } = await service.ingest('default', { id: 'after', text: 'there is space again' }, options)
    t.equal(status, 'created')
    await store.close()
    const reopened = await openService(directory)
    const { items } = await reopened.service.listDocuments('default', { cursor: undefined, limit: 100 })
    t.strictSame(
      items.map(({ id }) => id),
      [...acknowledged, 'after']
    )
    await reopened.store.close()
  }
)
