import fc from 'fast-check'
import type { ContentRow, DocumentRow } from '../../../src/store/embedded/journal.ts'

const uint32 = fc.nat(0xffffffff)
const number = fc.oneof(fc.nat(), fc.nat(2 ** 48 - 1))
const digits = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(bytes => Buffer.from(bytes).toString('hex'))
const digest = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes => Buffer.from(bytes).toString('base64url'))
const wellFormed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })

/** Any content that can be stored. */
export const contentRow: fc.Arbitrary<ContentRow> = fc
  .record(
    {
      number: fc.constant(7),
      collection: number,
      key: fc.option(
        fc.oneof(
          digits,
          digits.map(key => `s${key}`),
          digits.map(key => `${key}+`),
          wellFormed
        ),
        {
          nil: undefined
        }
      ),
      signature: fc.uint32Array({ maxLength: 16 }),
      shingleCount: fc.option(uint32, { nil: undefined }),
      shingles: fc.option(fc.uint32Array({ maxLength: 16 }), { nil: undefined }),
      matches: fc.array(
        fc.record(
          {
            content: number,
            equalSlots: fc.nat(0xffff),
            shared: fc.option(fc.nat(0xfffffffe), { nil: undefined })
          },
          { noNullPrototype: true }
        ),
        { maxLength: 4 }
      ),
      truncated: fc.boolean()
    },
    { noNullPrototype: true }
  )
  .map(row => (row.shingles === undefined ? row : { ...row, shingleCount: row.shingles.length }))

/** Any version of a document that can be stored; mostly a usual one. */
export const documentRow: fc.Arbitrary<DocumentRow> = fc
  .record({
    collection: number,
    id: wellFormed,
    created: fc.option(number),
    content: fc.option(number),
    ingestedAt: number,
    updatedAt: fc.option(number),
    retainedFrom: fc.option(number),
    textDigest: digest,
    fieldsDigest: digest,
    textBytes: uint32,
    fields: fc.oneof(fc.constant({}), fc.constant({ title: 'Ein Täg\u0000', metadata: { a: [1, null] } }))
  })
  .map(({ created, content, updatedAt, retainedFrom, ...row }) => ({
    ...row,
    number: 7,
    created: created ?? 7,
    content: content ?? 7,
    updatedAt: updatedAt ?? row.ingestedAt,
    retainedFrom: retainedFrom ?? updatedAt ?? row.ingestedAt
  }))
