import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { BandIndex } from '../../src/lsh/band-index.ts'
import { holds } from '../helpers/property.ts'

t.test('finds each entry that shares a bucket, once', async t => {
  const index = new BandIndex<string>()
  index.add('a', Uint32Array.of(1, 2))
  index.add('b', Uint32Array.of(1, 2))
  index.add('c', Uint32Array.of(9, 2))
  index.add('d', Uint32Array.of(2, 1))
  t.strictSame(index.candidates(Uint32Array.of(1, 2)), new Set(['a', 'b', 'c']))
  t.strictSame(index.candidates(Uint32Array.of(9, 9)), new Set(['c']))
  t.strictSame(index.candidates(Uint32Array.of(0, 0)), new Set())
})

t.test('the same key in two bands is two buckets', async t => {
  const index = new BandIndex<string>()
  index.add('a', Uint32Array.of(5, 6))
  t.strictSame(index.candidates(Uint32Array.of(6, 5)), new Set())
})

t.test('an entry without bands is never found', async t => {
  const index = new BandIndex<string>()
  index.add('empty', new Uint32Array(0))
  t.strictSame(index.candidates(new Uint32Array(0)), new Set())
  index.delete('empty', new Uint32Array(0))
  t.strictSame(index.candidates(Uint32Array.of(0)), new Set())
})

t.test('deleting what is not there changes nothing', async t => {
  const index = new BandIndex<string>()
  index.add('a', Uint32Array.of(1))
  index.delete('b', Uint32Array.of(1))
  index.delete('b', Uint32Array.of(2))
  t.strictSame(index.candidates(Uint32Array.of(1)), new Set(['a']))
})

t.test('what it answers is the caller’s own', async t => {
  const index = new BandIndex<string>()
  for (const entry of ['a', 'b', 'c']) index.add(entry, Uint32Array.of(1))
  index.candidates(Uint32Array.of(1)).clear()
  t.equal(index.candidates(Uint32Array.of(1)).size, 3)
})

t.test('equals a list that is searched from end to end, through adds and deletes', async t => {
  const keys = fc.uint32Array({ minLength: 3, maxLength: 3, max: 4 })
  const operation = fc.record({
    kind: fc.constantFrom('add', 'add', 'delete', 'ask'),
    entry: fc.nat({ max: 12 }),
    keys
  })
  await holds(
    t,
    fc.property(fc.array(operation, { maxLength: 80 }), operations => {
      const index = new BandIndex<object>()
      const entries = Array.from({ length: 13 }, (_, number) => ({ number }))
      const stored = new Map<number, Uint32Array>()
      for (const { kind, entry, keys } of operations) {
        const old = stored.get(entry)
        if (kind === 'add' && old === undefined) {
          stored.set(entry, keys)
          index.add(entries[entry]!, keys)
        } else if (kind === 'delete' && old !== undefined) {
          stored.delete(entry)
          index.delete(entries[entry]!, old)
        }
        const expected = [...stored].filter(([, own]) => own.some((key, band) => key === keys[band]))
        const found = [...index.candidates(keys)].map(found => entries.indexOf(found as (typeof entries)[number]))
        assert.deepEqual(found.sort(), expected.map(([number]) => number).sort())
      }
    }),
    { numRuns: 300 }
  )
})
