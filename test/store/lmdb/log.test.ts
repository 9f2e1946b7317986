import { join } from 'node:path'
import t from 'tap'
import type { Change, JournalRows, Touched } from '../../../src/store/embedded/journal.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'

const drop = (number: number): Change => ({ kind: 'drop-document', number })
const touched = (...numbers: number[]): Touched[] => numbers.map(number => ({ kind: 'document', number }))
const since = (rows: JournalRows, sequence: number) => {
  const changes = rows.changesSince(sequence)
  return changes && [...changes]
}

t.test('the log tells what commits touched, as far as it reaches back, also after a restart', async t => {
  const directory = join(t.testdir(), 'data')
  const journal = new LmdbJournal(directory)
  const rows = await journal.open()
  t.match(rows, { sequence: 0, nextNumber: 1 })
  t.strictSame(since(rows, 0), [])
  for (let number = 1; number <= 5; number++) await journal.commit([drop(number)], number + 1)
  t.equal(journal.sequence, 5)
  t.strictSame(since(rows, 3), touched(4, 5))
  t.equal(since(rows, 6), undefined, 'a commit that is not known')
  journal.trimLog(2)
  t.strictSame(since(rows, 0), touched(1, 2, 3, 4, 5), 'trimmed with the next commit')
  await journal.commit([drop(6)], 7)
  t.equal(since(rows, 1), undefined)
  t.strictSame(since(rows, 2), touched(3, 4, 5, 6))
  journal.trimLog(100)
  await journal.commit([drop(7)], 8)
  await journal.close()
  const reopened = new LmdbJournal(directory)
  const again = await reopened.open()
  t.match(again, { sequence: 7, nextNumber: 8, identity: rows.identity })
  t.strictSame([since(again, 5), since(again, 6), since(again, 7)], [undefined, touched(7), []])
  await reopened.close()
})
