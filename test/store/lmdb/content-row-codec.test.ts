import fc from 'fast-check'
import t from 'tap'
import type { ContentRow } from '../../../src/store/embedded/journal.ts'
import { decodeContent, encodeContent } from '../../../src/store/lmdb/content-row-codec.ts'

const uint32 = fc.nat(0xffffffff)
const plain = { noNullPrototype: true }
const row: fc.Arbitrary<ContentRow> = fc.record(
  {
    number: fc.constant(7),
    collection: fc.maxSafeNat(),
    key: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    signature: fc.uint32Array({ maxLength: 16 }),
    shingleCount: fc.option(fc.nat(0xfffffffe), { nil: undefined }),
    shingles: fc.option(fc.uint32Array({ maxLength: 16 }), { nil: undefined }),
    matches: fc.array(
      fc.record(
        {
          content: fc.maxSafeNat(),
          equalSlots: uint32,
          shared: fc.option(fc.nat(0xfffffffe), { nil: undefined })
        },
        plain
      ),
      { maxLength: 4 }
    ),
    truncated: fc.constant(false)
  },
  plain
)

t.test('a content is read as it was written', async t => {
  fc.assert(
    fc.property(row, content => {
      t.strictSame(decodeContent(content.number, encodeContent(content)), content)
    }),
    { numRuns: 300 }
  )
})

t.test('the mark of a cap is read as it was written', { todo: 'the layout has no place for it yet' }, async t => {
  const [content] = fc.sample(row, 1) as [ContentRow]
  t.equal(decodeContent(content.number, encodeContent({ ...content, truncated: true })).truncated, true)
})

t.test('the layout on disk does not change', async t => {
  const full = encodeContent({
    number: 9,
    collection: 3,
    key: 'ab',
    signature: Uint32Array.of(1, 0xffffffff),
    shingleCount: 3,
    shingles: Uint32Array.of(5, 6, 7),
    matches: [
      { content: 4, equalSlots: 90, shared: 2 },
      { content: 2 ** 40, equalSlots: 128, shared: undefined }
    ],
    truncated: false
  })
  const golden =
    '0000000000000840020000000200000004000000040000000200000061620100' +
    '0000ffffffff05000000060000000700000000000000000010405a0000000300' +
    '000000000000000070428000000000000000'
  t.equal(full.toString('hex'), golden)
  const bare = encodeContent({
    number: 1,
    collection: 1,
    key: undefined,
    signature: Uint32Array.of(2),
    shingleCount: undefined,
    shingles: undefined,
    matches: [],
    truncated: false
  })
  t.equal(bare.toString('hex'), '000000000000f03f000000000100000000000000000000000000000002000000')
})
