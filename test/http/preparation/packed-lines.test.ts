import fc from 'fast-check'
import t from 'tap'
import { DoppelError } from '../../../src/errors.ts'
import { HttpError } from '../../../src/http/http-error.ts'
import { packLines, unpackLines } from '../../../src/http/preparation/packed-lines.ts'
import type { PreparedLine } from '../../../src/http/preparation/preparer.ts'
import { holds } from '../../helpers/property.ts'

const words = (maxLength: number) => fc.uint32Array({ maxLength })

const document = fc.record({
  id: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter(id => id.isWellFormed()),
  text: fc.option(fc.uint8Array({ maxLength: 60 }), { nil: undefined }),
  textDigest: fc.base64String(),
  fieldsDigest: fc.base64String(),
  fields: fc.record({ url: fc.webUrl(), metadata: fc.dictionary(fc.string(), fc.jsonValue()) }, { requiredKeys: [] }),
  sketcherKey: fc.string(),
  sketch: fc.record({
    contentKey: fc.option(fc.string(), { nil: undefined }),
    signature: words(8),
    bandKeys: words(4),
    shingles: fc.option(words(12), { nil: undefined })
  })
})

const line: fc.Arbitrary<PreparedLine> = fc
  .tuple(document, fc.boolean())
  .map(([outcome, isNamed]) => ({ id: isNamed ? outcome.id : undefined, outcome }))

t.test('what is packed and unpacked is what it was, whatever is missing', t =>
  holds(
    t,
    fc.property(fc.array(line, { maxLength: 6 }), lines => {
      // Through JSON, as metadata came: -0 and undefined do not cross.
      const expected = lines.map(({ id, outcome }) => ({
        id,
        outcome: { ...outcome, fields: JSON.parse(JSON.stringify((outcome as { fields: object }).fields)) }
      }))
      return t.strictSame(plain(unpackLines(packLines(lines)) as PreparedLine[]), plain(expected))
    })
  )
)

t.test('a page whose text is yet to be read crosses as it is, between the others', async t => {
  const page = { id: 'p', html: '<p>caf\u00e9', metadata: { a: [1] } }
  const [before, after] = fc.sample(line, { numRuns: 2, seed: 1 }) as [PreparedLine, PreparedLine]
  const [first, second, third, fourth] = unpackLines(
    packLines([before, { id: 'p', outcome: { page } }, { id: undefined, outcome: { page } }, after])
  )
  t.strictSame(
    [second, third],
    [
      { id: 'p', outcome: { page } },
      { id: undefined, outcome: { page } }
    ]
  )
  t.strictSame(plain([first as PreparedLine, fourth as PreparedLine]), plain([before, after]))
})

t.test('errors keep their kind, their words and the id of their line', async t => {
  const errors = [{ path: '/id', message: 'must not be empty' }]
  const lines: PreparedLine[] = [
    { id: 'a', outcome: new DoppelError('INVALID_DOCUMENT', 'id must not be empty', { errors }) },
    { id: undefined, outcome: new HttpError('MALFORMED_BODY', 'not valid JSON') },
    { id: undefined, outcome: new TypeError('a defect') }
  ]
  const unpacked = unpackLines(packLines(lines))
  t.match(unpacked, [
    { id: 'a', outcome: { name: 'DoppelError', code: 'INVALID_DOCUMENT', message: 'id must not be empty', errors } },
    { id: undefined, outcome: { name: 'HttpError', code: 'MALFORMED_BODY', message: 'not valid JSON' } },
    { id: undefined, outcome: { message: /a defect/ } }
  ])
  t.ok(unpacked[0]?.outcome instanceof DoppelError && unpacked[1]?.outcome instanceof HttpError)
})

/** Without the kinds of arrays, which may differ. */
function plain(lines: readonly PreparedLine[]): unknown {
  return lines.map(({ id, outcome }) => {
    if (outcome instanceof Error) throw outcome
    if ('page' in outcome) return { id, ...outcome }
    const { id: stored, text, sketch, ...rest } = outcome
    const { contentKey, signature, bandKeys, shingles } = sketch
    return {
      id,
      stored,
      ...rest,
      contentKey,
      arrays: [text, signature, bandKeys, shingles].map(part => part && [...part])
    }
  })
}
