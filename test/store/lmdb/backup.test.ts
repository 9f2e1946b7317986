import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { DedupService } from '../../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'

const options = { matchLimit: 10, renew: false }

t.test('a copy made while writes go on opens and holds all that was acknowledged before', async t => {
  const directory = t.testdir()
  const journal = new LmdbJournal(join(directory, 'data'))
  const store = new EmbeddedStore(journal, Date.now)
  await store.open(() => {})
  const service = new DedupService(store)
  const put = (id: number) =>
    service.ingest('default', { id: `d${id}`, text: `text ${id} of some words ${id}` }, options)
  await Promise.all(Array.from({ length: 500 }, (_, id) => put(id)))
  const before = journal.sequence
  let next = 500
  let isCopied = false
  const writing = (async () => {
    while (!isCopied) await put(next++)
  })()
  const copy = join(directory, 'copy')
  const { bytes, sequence } = await journal.backUp(copy)
  isCopied = true
  await writing
  t.ok(sequence >= before)
  t.ok(bytes > 0)
  const copied = new LmdbJournal(copy)
  const rows = await copied.open()
  t.equal(rows.sequence, sequence)
  await copied.close()
  const reopened = new EmbeddedStore(new LmdbJournal(copy), Date.now)
  await reopened.open(() => {})
  const { documents } = await reopened.stats('default')
  t.ok(documents >= 500 && documents <= next, `${documents} documents`)
  const copies = new DedupService(reopened)
  for (let id = 0; id < documents; id++) t.ok((await copies.getDocument('default', `d${id}`)).text)
  await Promise.all([store.close(), reopened.close()])
  const original = new LmdbJournal(join(directory, 'data'))
  t.not((await original.open()).identity, rows.identity, 'a copy is another directory')
  await original.close()
})

t.test('a directory that is not empty is left alone', async t => {
  const directory = t.testdir()
  const journal = new LmdbJournal(join(directory, 'data'))
  await journal.open()
  mkdirSync(join(directory, 'copy'))
  writeFileSync(join(directory, 'copy', 'file'), '')
  await t.rejects(journal.backUp(join(directory, 'copy')), { code: 'STORE_UNAVAILABLE', message: /is not empty/ })
  await journal.close()
})
