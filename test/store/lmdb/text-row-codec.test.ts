import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Arena } from '../../../src/store/lmdb/arena.ts'
import { decodeCollection, decodeText, encodeCollection, encodeText } from '../../../src/store/lmdb/text-row-codec.ts'

const arena = new Arena()

t.test('a text is read as it was written, but for lone surrogates', async t => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
      assert.equal(decodeText('texts', 1, encodeText('texts', 1, text, arena)), text)
    })
  )
  for (const text of ['', '\ufeffmark', 'a\0b', '\u{1f600}', 'x'.repeat(200_000), 'ü'.repeat(50_000)]) {
    t.equal(decodeText('texts', 1, encodeText('texts', 1, text, arena)), text)
  }
  t.equal(decodeText('texts', 1, encodeText('texts', 1, 'a\ud800b\udc00', arena)), 'a\ufffdb\ufffd')
})

t.test('the layout on disk does not change', async t => {
  t.equal(encodeText('texts', 1, 'zwölf', arena).toString('hex'), 'd73c55677a77c3b66c66')
})

t.test('a damaged text or collection is refused and named', async t => {
  const bytes = encodeText('texts', 1, 'some text', arena)
  bytes[5] = 0
  t.throws(() => decodeText('texts', 4, bytes), { code: 'STORE_UNAVAILABLE', message: /row 4 of "texts"/ })
  t.throws(() => decodeText('texts', 4, Buffer.of(1, 2)), { message: /row 4 of "texts": it is too short/ })
  const settings = {} as never
  const row = encodeCollection({ number: 1, name: 'a', settings, scheme: 's', createdAt: 0 }, arena)
  t.equal(decodeCollection(1, row).name, 'a')
  t.throws(() => decodeCollection(2, row), { message: /row 2 of "collections": its checksum is wrong/ })
})
