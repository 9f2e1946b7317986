import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { checkDataFile } from '../../../src/store/lmdb/data-file.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'

/** A journal that was closed after some commits; gives the path of its data file. */
async function closedJournal(directory: string): Promise<string> {
  const journal = new LmdbJournal(directory)
  await journal.open()
  const settings = {
    shingle: { unit: 'word', size: 3 },
    signature: { scheme: 'doppel', slots: 64, seed: 1 },
    threshold: 0.6,
    representative: 'earliest',
    retentionSeconds: undefined,
    storeText: true
  } as const
  for (let number = 1; number < 50; number++) {
    const row = { number, name: `c${number}`, settings, scheme: 'doppel-2', createdAt: 0 }
    await journal.commit([{ kind: 'put-collection', row }], number + 1)
  }
  await journal.close()
  return join(directory, 'store', 'data.mdb')
}

t.test('a whole data file passes, as do none and an empty one', async t => {
  const directory = join(t.testdir({ empty: '' }), 'data')
  checkDataFile(await closedJournal(directory))
  checkDataFile(join(directory, 'missing'))
  checkDataFile(join(directory, '../empty'))
  const journal = new LmdbJournal(directory)
  const { nextNumber } = await journal.open()
  t.equal(nextNumber, 50)
  await journal.close()
})

t.test('another file in its place is refused', async t => {
  const directory = join(t.testdir(), 'data')
  const path = await closedJournal(directory)
  for (const content of ['short', 'x'.repeat(100_000)]) {
    writeFileSync(path, content)
    await t.rejects(new LmdbJournal(directory).open(), {
      code: 'STORE_UNAVAILABLE',
      message: /is not a whole data file: it does not begin as one/
    })
  }
})

t.test('a file that lacks its end is refused', async t => {
  const directory = join(t.testdir(), 'data')
  const path = await closedJournal(directory)
  truncateSync(path, 49_152)
  await t.rejects(new LmdbJournal(directory).open(), { code: 'STORE_UNAVAILABLE', message: /lacks its end/ })
})
