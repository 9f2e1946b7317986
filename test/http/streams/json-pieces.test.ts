import fc from 'fast-check'
import t from 'tap'
import { encodeInTurns, jsonPieces } from '../../../src/http/streams/json-pieces.ts'
import { holds } from '../../helpers/property.ts'

t.test('pieces of JSON are what JSON.stringify makes, however long the text', async t => {
  const unit = fc.constantFrom('a', '"', '\\', '\n', '\u4e00', '\u{1f600}', '"text":""', '\u0001')
  const answer = fc.record({ id: unit, text: fc.option(fc.array(unit), { nil: undefined }), title: unit })
  await holds(
    t,
    fc.asyncProperty(answer, fc.integer({ min: 1, max: 30_000 }), async ({ id, text, title }, times) => {
      const whole = { id, ...(text && { text: text.join('').repeat(times) }), title }
      const encoded = Buffer.concat(await encodeInTurns(jsonPieces(whole))).toString()
      if (encoded !== JSON.stringify(whole)) throw new Error('differs')
    }),
    { numRuns: 100 }
  )
})

t.test('others have a turn after every piece of an encoded text', async t => {
  let turns = 0
  let isDone = false
  const count = () => {
    turns++
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  const length = 4 * 1024 * 1024
  await encodeInTurns(jsonPieces({ text: 'a'.repeat(length) }))
  isDone = true
  t.ok(turns >= length / (256 * 1024) - 1, `${turns} turns`)
})
