import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Touched } from '../../../src/store/embedded/journal.ts'
import { Arena } from '../../../src/store/lmdb/arena.ts'
import { decodeLog, encodeLog, touchedBy } from '../../../src/store/lmdb/log-row-codec.ts'
import { seal } from '../../../src/store/lmdb/seal.ts'

const arena = new Arena()
const number = fc.oneof(fc.nat(300), fc.maxSafeNat())
const numbers = fc.uniqueArray(number, { maxLength: 20 })
const row = fc
  .record({ nextNumber: number, collections: numbers, documents: numbers, contents: numbers })
  .map(({ nextNumber, collections, documents, contents }) => {
    const listed = (kind: Touched['kind'], list: number[]) =>
      list.toSorted((a, b) => a - b).map(number => ({ kind, number }))
    return {
      nextNumber,
      touched: [...listed('collection', collections), ...listed('document', documents), ...listed('content', contents)]
    }
  })

t.test('a commit is read as it was written', async () => {
  fc.assert(
    fc.property(row, one => assert.deepEqual(decodeLog(1, encodeLog(1, one, arena)), one)),
    { numRuns: 500 }
  )
})

t.test('the layout on disk does not change, and 256 documents take two bytes each', async t => {
  const touched = [
    { kind: 'collection', number: 1 },
    { kind: 'document', number: 300 },
    { kind: 'document', number: 301 },
    { kind: 'content', number: 2 ** 40 }
  ] as const
  t.equal(encodeLog(6, { nextNumber: 302, touched }, arena).toString('hex'), '51dcd0fa01ae02010102ac020101808080808020')
  const documents = Array.from({ length: 256 }, (_, at) => at + 5000)
  const group = (['document', 'content'] as const).flatMap(kind => documents.map(number => ({ kind, number })))
  t.equal(encodeLog(6, { nextNumber: 5256, touched: group }, arena).length, 526)
})

t.test('a commit touches each thing once, whatever it does with it', async t => {
  const touched = touchedBy([
    { kind: 'drop-document', number: 8 },
    { kind: 'drop-content', number: 8 },
    { kind: 'drop-document', number: 3 },
    { kind: 'drop-collection', number: 1 },
    { kind: 'drop-document', number: 8 }
  ])
  t.strictSame(touched, [
    { kind: 'collection', number: 1 },
    { kind: 'document', number: 3 },
    { kind: 'document', number: 8 },
    { kind: 'content', number: 8 }
  ])
})

t.test('a damaged row is refused and named', async t => {
  const bytes = encodeLog(6, { nextNumber: 5, touched: [{ kind: 'document', number: 4 }] }, arena)
  const refuses = (damaged: Buffer, message: RegExp) =>
    t.throws(() => decodeLog(6, damaged), { code: 'STORE_UNAVAILABLE', message })
  const flipped = Buffer.from(bytes)
  flipped[6] = 9
  refuses(flipped, /row 6 of "log": its checksum is wrong/)
  refuses(seal('log', 6, Buffer.from(bytes.subarray(0, -1))), /row 6 of "log": it has a wrong length/)
  refuses(seal('log', 6, Buffer.concat([bytes, Buffer.of(0)])), /row 6 of "log": it has a wrong length/)
  const other = Buffer.from(bytes)
  other[4] = 2
  refuses(seal('log', 6, other), /row 6 of "log": it has layout 2/)
})
