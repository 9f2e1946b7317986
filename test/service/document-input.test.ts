import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  checkDocument,
  type DocumentInput,
  idErrors,
  maxIdBytes,
  maxMetadataBytes,
  prepareDocument,
  storableText
} from '../../src/service/document-input.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { holds } from '../helpers/property.ts'

const sketcher = createSketcher(defaultSettings)
const prepare = (input: DocumentInput) => prepareDocument(input, input.id ?? 'a', sketcher)
const invalid = (path: string, message: RegExp) => ({ code: 'INVALID_DOCUMENT', errors: [{ path, message }] })

t.test('a document is sketched and told apart by its text and by its other fields', async t => {
  const fields = { url: 'https://example.org', title: 'Ships', publishedAt: '2026-01-02', retentionSeconds: 5 }
  const document = prepare({ id: 'a', text: 'nine ships at dawn', ...fields, metadata: { b: 1, a: [2] } })
  t.equal(document.id, 'a')
  t.strictSame(document.text, Buffer.from('nine ships at dawn'))
  t.strictSame(document.fields, { ...fields, metadata: { b: 1, a: [2] } })
  t.strictSame(document.sketch, sketcher.sketchText('nine ships at dawn'))
  t.equal(document.sketcherKey, sketcher.key)
})

t.test('the digest of the text changes with the text alone', async t => {
  const { textDigest } = prepare({ text: 'nine ships' })
  t.equal(prepare({ text: 'nine ships', title: 'x' }).textDigest, textDigest)
  t.not(prepare({ text: 'Nine ships' }).textDigest, textDigest)
  t.not(prepare({ text: '' }).textDigest, textDigest)
  const slots = [...sketcher.sketchText('nine ships').signature]
  t.not(prepare({ signature: { scheme: 'doppel', slots } }).textDigest, textDigest)
  t.not(
    prepare({ text: `signature ${slots.join(' ')}` }).textDigest,
    prepare({ signature: { scheme: 'doppel', slots } }).textDigest
  )
})

t.test('the digest of the fields changes with every field, and not with the order of keys', async t => {
  const digestOf = (fields: Omit<DocumentInput, 'text'>) => prepare({ text: 'x', ...fields }).fieldsDigest
  const variants = [
    {},
    { url: 'x' },
    { title: 'x' },
    { title: 'y' },
    { publishedAt: 'x' },
    { retentionSeconds: 1 },
    { metadata: {} },
    { metadata: { a: 1 } },
    { metadata: { a: '1' } },
    { metadata: { a: [1, 2] } },
    { metadata: { a: [2, 1] } },
    { metadata: { a: { b: null } } },
    { metadata: JSON.parse('{"__proto__": 1}') }
  ]
  t.equal(new Set(variants.map(digestOf)).size, variants.length)
  const json = fc.object({ maxDepth: 3, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] })
  await holds(
    t,
    fc.property(json, metadata => {
      const turned = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(turned)
        if (typeof value !== 'object' || value === null) return value
        return Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, turned(inner)])
        )
      }
      assert.equal(digestOf({ metadata: turned(metadata) as Record<string, unknown> }), digestOf({ metadata }))
    })
  )
})

t.test('exactly one of text, html and signature must be there', async t => {
  const signature = { scheme: 'doppel', slots: [] }
  for (const input of [{}, { text: 'x', signature }, { text: 'x', html: 'x' }, { html: 'x', signature }]) {
    t.throws(() => prepare(input), invalid('', /exactly one/))
  }
  for (const input of [{ text: 'x' }, { html: '<p>x' }, { signature }]) checkDocument(input, 'a')
})

t.test('ids are 1 to 512 bytes without control characters or lone surrogates', async t => {
  const good = [
    'a',
    ' ',
    '%',
    'a/b',
    '...',
    '-',
    '__proto__',
    'x'.repeat(maxIdBytes),
    'é'.repeat(256),
    '🚢'.repeat(128)
  ]
  for (const id of good) t.strictSame(idErrors(id, 'id'), [], id)
  const bad: [id: string, message: RegExp][] = [
    ['', /empty/],
    ['x'.repeat(maxIdBytes + 1), /at most 512 bytes, not 513/],
    ['é'.repeat(257), /not 514/],
    ['a\0', /control/],
    ['a\n', /control/],
    ['a\u007f', /control/],
    ['a\u0085', /control/],
    ['a\ud800', /surrogate/],
    ['\udc00a', /surrogate/],
    ['.', /addressed/],
    ['..', /addressed/]
  ]
  for (const [id, message] of bad) {
    t.match(idErrors(id, '/id'), [{ path: '/id', message }], id)
    t.throws(() => prepare({ id, text: 'x' }), invalid('/id', message))
  }
})

t.test('metadata is at most 16 kB and 32 levels deep', async t => {
  const sized = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) })
  t.ok(prepare({ text: 'x', metadata: sized(maxMetadataBytes) }))
  t.throws(() => prepare({ text: 'x', metadata: sized(maxMetadataBytes + 1) }), invalid('/metadata', /not 16001/))
  t.throws(
    () => prepare({ text: 'x', metadata: { a: 'é'.repeat(8000) } }),
    invalid('/metadata', /not 16008/),
    'bytes, not characters'
  )
  const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`)
  t.ok(prepare({ text: 'x', metadata: deep(32) }))
  t.throws(() => prepare({ text: 'x', metadata: deep(33) }), invalid('/metadata', /32 levels/))
  t.throws(
    () => prepare({ text: 'x', metadata: { a: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) } }),
    invalid('/metadata', /32 levels/)
  )
})

t.test('every fault is told at once', async t => {
  t.throws(() => prepare({ id: '', metadata: { a: 'x'.repeat(20_000) } }), {
    code: 'INVALID_DOCUMENT',
    errors: [{ path: '/id' }, { path: '' }, { path: '/metadata' }]
  })
})

t.test('a signature must be of the collection’s scheme and length', async t => {
  const slots = [...sketcher.sketchText('nine ships').signature]
  for (const scheme of ['doppel', sketcher.scheme]) {
    const { sketch, text } = prepare({ signature: { scheme, slots } })
    t.strictSame([sketch.shingles, text], [undefined, undefined])
    t.strictSame([...sketch.signature], slots)
  }
  for (const scheme of ['minhash', 'doppel-2', '', 'doppel-2:unicode-17.0:word-3:128:2']) {
    t.throws(() => prepare({ signature: { scheme, slots } }), {
      code: 'SIGNATURE_MISMATCH',
      message: /scheme "doppel"/
    })
  }
  for (const wrong of [[], slots.slice(1), [...slots, 1]]) {
    t.throws(() => prepare({ signature: { scheme: 'doppel', slots: wrong } }), {
      code: 'SIGNATURE_MISMATCH',
      message: /128 slots/
    })
  }
})

t.test('what cannot be stored is replaced, and the tokens stay the same', async t => {
  t.equal(storableText('a\0b\ud800c\udc00\ud83d\udea2'), 'a\ufffdb\ufffdc\ufffd🚢')
  t.strictSame(prepare({ text: 'a\0b' }).text, Buffer.from('a\ufffdb'))
  await holds(
    t,
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\0', '\ud800', '\udc00'),
      fc.string(),
      (before, bad, after) => {
        // With a word, since signs alone are compared as they stand.
        const text = `word ${before}${bad}${after}`
        const stored = storableText(text)
        assert.ok(stored.isWellFormed() && !stored.includes('\0'))
        assert.equal(storableText(stored), stored)
        assert.deepEqual(tokenize(stored), tokenize(text))
      }
    ),
    { numRuns: 300 }
  )
})

t.test('lone surrogates in other fields are replaced too', async t => {
  const { fields } = prepare({
    text: 'x',
    url: 'a\ud800',
    title: '\udc00b',
    metadata: { 'k\ud800': ['v\ud800', { n: 1 }] }
  })
  t.strictSame(fields, { url: 'a\ufffd', title: '\ufffdb', metadata: { 'k\ufffd': ['v\ufffd', { n: 1 }] } })
})
