import { cpSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Change, ContentRow, DocumentRow } from '../../src/store/embedded/journal.ts'
import { verifyJournal } from '../../src/store/embedded/verify/verify.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { fillDirectory } from '../helpers/stored-directory.ts'

const folder = t.testdir()
const whole = join(folder, 'whole')
await fillDirectory(whole, 120)

/** Verifies a copy with some more changes, which no store would have made. */
async function verified(name: string, change: (rows: Rows) => readonly Change[]) {
  const directory = join(folder, name)
  cpSync(whole, directory, { recursive: true })
  const journal = new LmdbJournal(directory)
  const { contents, documents, collections, nextNumber } = await journal.open()
  const numbers = new Map(Array.from(collections, ({ name, number }) => [name, number]))
  const rows = {
    contents: [...contents],
    documents: [...documents],
    default: numbers.get('default') as number,
    sets: numbers.get('sets') as number,
    nextNumber
  }
  await journal.commit(change(rows), nextNumber)
  await journal.close()
  return verifyJournal(new LmdbJournal(directory, { isReadOnly: true }))
}

interface Rows {
  readonly contents: readonly ContentRow[]
  readonly documents: readonly DocumentRow[]
  readonly default: number
  readonly sets: number
  readonly nextNumber: number
}

/** Matched content of the collection that keeps texts. */
const matched = (rows: Rows): ContentRow =>
  rows.contents.find(
    row =>
      row.collection === rows.default &&
      row.matches.some(({ content }) => rows.contents.some(({ number }) => number === content))
  ) as ContentRow
const stored = (rows: Rows, { matches }: ContentRow) =>
  matches.findIndex(({ content }) => rows.contents.some(({ number }) => number === content))
const documentOf = (rows: Rows): DocumentRow => {
  const row = rows.documents.find(({ collection, textBytes }) => collection === rows.default && textBytes > 0)
  return row as DocumentRow
}
const withMatch = (rows: Rows, change: object): Change[] => {
  const row = matched(rows)
  const at = stored(rows, row)
  const matches = row.matches.map((match, index) => (index === at ? { ...match, ...change } : match))
  return [{ kind: 'change-content', row: { ...row, matches } }]
}
const withDocument = (rows: Rows, change: (row: DocumentRow) => Partial<DocumentRow>): Change[] => {
  const row = documentOf(rows)
  return [{ kind: 'change-document', row: { ...row, ...change(row) } }]
}

t.test('what is whole has no faults', async t => {
  const { faultCount, faults, counts } = await verified('as-it-is', () => [])
  t.strictSame([faultCount, faults], [0, []])
  t.ok(counts.documents > 100 && counts.matches > 10)
})

const cases: [string, (rows: Rows) => readonly Change[], RegExp][] = [
  ['no-default', rows => [{ kind: 'drop-collection', number: rows.default }], /there is no collection "default"/],
  [
    'lost-content',
    rows => [{ kind: 'drop-content', number: documentOf(rows).content }],
    /document \d+: it has no content/
  ],
  [
    'other-text',
    rows => [{ kind: 'put-document', row: documentOf(rows), text: Buffer.alloc(documentOf(rows).textBytes, 'x') }],
    /its text is not its content/
  ],
  [
    'longer-text',
    rows => [{ kind: 'put-document', row: documentOf(rows), text: Buffer.from('another text') }],
    /its text has 12 bytes, not/
  ],
  [
    'twin-id',
    rows =>
      withDocument(rows, row => ({ id: rows.documents.findLast(o => o.collection === row.collection)?.id as string })),
    /it has the id of document/
  ],
  [
    'created-later',
    rows => withDocument(rows, row => ({ created: row.number + 1 })),
    /it was created as \d+, which is later/
  ],
  [
    'twin-creation',
    rows =>
      withDocument(rows, row => ({
        created: rows.documents.find(o => o !== row && o.collection === row.collection)?.created as number
      })),
    /it was created as \d+, /
  ],
  [
    'no-document',
    rows => [
      { kind: 'put-content', row: { ...matched(rows), number: rows.nextNumber - 1, key: '00'.repeat(8), matches: [] } }
    ],
    /it has no document/
  ],
  [
    'twin-content',
    rows => [{ kind: 'put-content', row: { ...matched(rows), number: rows.nextNumber - 1 } }],
    /it is the same as content/
  ],
  ['equal-slots', rows => withMatch(rows, { equalSlots: 129 }), /has 129 equal slots of 128/],
  ['shared', rows => withMatch(rows, { shared: 1e6 }), /has 1000000 shared shingles of/],
  ['unknown', rows => withMatch(rows, { shared: undefined }), /lacks the number of shared shingles/],
  ['inexact', rows => withMatch(rows, { equalSlots: 0 }), /is not what the two have in common/],
  ['below', rows => withMatch(rows, { shared: 0 }), /is below the threshold, at 0/],
  ['itself', rows => withMatch(rows, { content: matched(rows).number }), /is itself/],
  [
    'stranger',
    rows => withMatch(rows, { content: rows.contents.find(o => o.collection !== rows.default)?.number }),
    /is of another collection/
  ],
  ['unborn', rows => withMatch(rows, { content: rows.nextNumber + 5 }), /is beyond the next free number/]
]
for (const [name, change, fault] of cases) {
  t.test(`${name} is named`, async t => {
    const { faults, faultCount } = await verified(name, change)
    t.ok(faultCount > 0)
    t.match(faults.join('\n'), fault)
  })
}

t.test('rows of a deleted collection are no fault, and counted', async t => {
  const { faultCount, notes } = await verified('orphans', rows => [{ kind: 'drop-collection', number: rows.sets }])
  t.equal(faultCount, 0)
  t.match(notes.join('\n'), /\d+ documents and \d+ contents of deleted collections are still there/)
})
