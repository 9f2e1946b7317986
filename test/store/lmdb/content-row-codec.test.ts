import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Arena } from '../../../src/store/lmdb/arena.ts'
import { decodeContent, encodeContent } from '../../../src/store/lmdb/content-row-codec.ts'
import { seal } from '../../../src/store/lmdb/seal.ts'
import { contentRow } from './rows.ts'

const arena = new Arena()
const full = {
  number: 9,
  collection: 3,
  key: '0123456789abcdef'.repeat(2),
  signature: Uint32Array.of(1, 0xffffffff),
  shingleCount: 3,
  shingles: Uint32Array.of(5, 6, 7),
  matches: [
    { content: 4, equalSlots: 90, shared: 2 },
    { content: 2 ** 40, equalSlots: 128, shared: undefined }
  ],
  truncated: true
}
const bare = {
  number: 1,
  collection: 1,
  key: undefined,
  signature: Uint32Array.of(2),
  shingleCount: undefined,
  shingles: undefined,
  matches: [],
  truncated: false
}

t.test('a content is read as it was written', async () => {
  fc.assert(
    fc.property(contentRow, content => {
      assert.deepEqual(decodeContent(content.number, encodeContent(content, arena)), content)
    }),
    { numRuns: 500 }
  )
})

t.test('a long signature is read as it was written, and its bytes may be used again', async t => {
  const shingles = Uint32Array.from({ length: 100_000 }, (_, at) => at * 7)
  const bytes = encodeContent({ ...full, shingles, shingleCount: shingles.length }, arena)
  const row = decodeContent(9, bytes)
  bytes.fill(0)
  t.strictSame(row.shingles, shingles)
  t.strictSame(row.signature, full.signature)
})

t.test('the layout on disk does not change', async t => {
  const hexOf = (row: typeof full | typeof bare, key: string | undefined = row.key) =>
    encodeContent({ ...row, key }, arena).toString('hex')
  t.equal(
    hexOf(full),
    '40dbfda702170200030000000000000003000000020000000123456789abcdef0123456789abcdef' +
      '01000000ffffffff0500000006000000070000000400000000005a00020000000000000000018000ffffffff'
  )
  t.equal(hexOf(bare), `fc8baa960200010001000000000000000000000000000000${'00'.repeat(16)}02000000`)
  t.equal(
    hexOf(bare, 's0123456789abcdef'),
    '2ced9b790220010001000000000000000000000000000000' + '0123456789abcdef000000000000000002000000'
  )
  t.equal(
    hexOf(bare, '0123456789abcdef+'),
    `80dc727e0230010001000000000011000000000000000000${'00'.repeat(16)}02000000303132333435363738396162636465662b`
  )
})

t.test('a row of which any byte has changed is refused and named', async t => {
  const bytes = encodeContent(full, arena)
  for (const at of bytes.keys()) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (bytes[at] as number) ^ 16
    t.throws(() => decodeContent(9, damaged), {
      code: 'STORE_UNAVAILABLE',
      message: /row 9 of "contents": its checksum/
    })
  }
})

t.test('a row of another length or layout is refused and named', async t => {
  const bytes = encodeContent(full, arena)
  const refuses = (damaged: Buffer, message: RegExp) =>
    t.throws(() => decodeContent(9, damaged), { code: 'STORE_UNAVAILABLE', message })
  refuses(bytes.subarray(0, 20), /row 9 of "contents": it is too short/)
  refuses(seal('contents', 9, Buffer.concat([bytes, Buffer.of(0)])), /row 9 of "contents": it has a wrong length/)
  refuses(seal('contents', 9, Buffer.from(bytes.subarray(0, -1))), /row 9 of "contents": it has a wrong length/)
  const other = Buffer.from(bytes)
  other[4] = 7
  refuses(seal('contents', 9, other), /row 9 of "contents": it has layout 7/)
})

t.test('stored shingles that are not the whole set are a mistake', async t => {
  t.throws(() => encodeContent({ ...full, shingleCount: 4 }, arena), TypeError)
})
