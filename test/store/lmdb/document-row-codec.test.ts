import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Arena } from '../../../src/store/lmdb/arena.ts'
import { decodeDocument, encodeDocument } from '../../../src/store/lmdb/document-row-codec.ts'
import { seal } from '../../../src/store/lmdb/seal.ts'
import { documentRow } from './rows.ts'

const arena = new Arena()
const usual = {
  number: 9,
  collection: 3,
  id: 'a/ü',
  created: 9,
  content: 9,
  ingestedAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  retainedFrom: 1_700_000_000_000,
  textDigest: 'AAECAwQFBgcICQoLDA0ODw',
  fieldsDigest: 'EBESExQVFhcYGRobHB0eHw',
  textBytes: 3100,
  fields: {}
}
const full = {
  ...usual,
  created: 4,
  content: 5,
  updatedAt: usual.ingestedAt + 1000,
  retainedFrom: usual.ingestedAt + 2000,
  fields: { title: 'T', retentionSeconds: 5 }
}

t.test('a document is read as it was written', async () => {
  fc.assert(
    fc.property(documentRow, row => {
      assert.deepEqual(decodeDocument(row.number, encodeDocument(row, arena)), row)
    }),
    { numRuns: 500 }
  )
})

t.test('the layout on disk does not change', async t => {
  t.equal(
    encodeDocument(usual, arena).toString('hex'),
    '2c94dff4010004000300000000000068e5cf8b011c0c0000000102030405060708090a0b0c0d0e0f1011121314151617' +
      '18191a1b1c1d1e1f612fc3bc'
  )
  t.equal(
    encodeDocument(full, arena).toString('hex'),
    'f56766f1011f04000300000000000068e5cf8b011c0c0000000102030405060708090a0b0c0d0e0f1011121314151617' +
      '18191a1b1c1d1e1f040000000000050000000000e86be5cf8b01d06fe5cf8b01612fc3bc7b227469746c65223a225422' +
      '2c22726574656e74696f6e5365636f6e6473223a357d'
  )
})

t.test('a row of which any byte has changed is refused and named', async t => {
  const bytes = encodeDocument(full, arena)
  for (const at of bytes.keys()) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (bytes[at] as number) ^ 1
    t.throws(() => decodeDocument(9, damaged), {
      code: 'STORE_UNAVAILABLE',
      message: /row 9 of "documents": its checksum/
    })
  }
})

t.test('a row of another length or layout is refused and named', async t => {
  const refuses = (damaged: Buffer, message: RegExp) =>
    t.throws(() => decodeDocument(9, damaged), { code: 'STORE_UNAVAILABLE', message })
  const bytes = encodeDocument(usual, arena)
  refuses(bytes.subarray(0, 30), /row 9 of "documents": it is too short/)
  refuses(seal('documents', 9, Buffer.concat([bytes, Buffer.of(0)])), /row 9 of "documents": it has a wrong length/)
  refuses(seal('documents', 9, Buffer.from(bytes.subarray(0, -1))), /row 9 of "documents": it has a wrong length/)
  const other = Buffer.from(bytes)
  other[4] = 7
  refuses(seal('documents', 9, other), /row 9 of "documents": it has layout 7/)
})

t.test('a digest of another form is a mistake', async t => {
  for (const textDigest of ['', 'ab', `${usual.textDigest}A`, '*'.repeat(22)]) {
    t.throws(() => encodeDocument({ ...usual, textDigest }, arena), TypeError)
  }
})
