import fc from 'fast-check'
import t from 'tap'
import { BitSet } from '../../src/dedup/bit-set.ts'
import { pack, unpack } from '../../src/dedup/prepare/batch.ts'
import { keyOf, nameOf, placeOf } from '../../src/dedup/prepare/document-key.ts'
import { SeenIds } from '../../src/dedup/prepare/seen-ids.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { holds } from '../helpers/property.ts'

const sketcher = createSketcher({
  shingle: { unit: 'word', size: 3 },
  signature: { scheme: 'doppel', slots: 128, seed: 1 },
  threshold: 0.6
})

t.test('a bit set holds what was added', async t => {
  await holds(
    t,
    fc.property(fc.array(fc.nat(200_000)), numbers => {
      const bits = new BitSet()
      const set = new Set(numbers)
      for (const number of numbers) bits.add(number)
      const probes = [...numbers, ...numbers.map(number => number + 1), 31, 32, 1_000_000]
      return probes.every(number => bits.has(number) === set.has(number))
    })
  )
})

t.test('seen ids tell the line where each was first', async t => {
  await holds(
    t,
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 5000, size: 'max' }), ids => {
      const seen = new SeenIds()
      const first = new Map<string, number>()
      for (const [i, id] of ids.entries()) {
        if (seen.add(id, i + 1) !== first.get(id)) return false
        if (!first.has(id)) first.set(id, i + 1)
      }
      seen.clear()
      return ids.length === 0 || seen.add(ids[0] as string, 1) === undefined
    }),
    { numRuns: 20 }
  )
  const seen = new SeenIds()
  for (let i = 1; i <= 100_000; i++) if (seen.add(`g${i}`, i) !== undefined) t.fail(`g${i} is new`)
  t.equal(seen.add('g77777', 1), 77_777)
})

t.test('a key says which record it is of', async t => {
  for (const id of [undefined, 'a', '7', 'with\0NUL', '']) {
    const place = { ordinal: 12, file: 'a b/c.jsonl', line: 13, id }
    t.strictSame(placeOf(keyOf(place)), place)
  }
  t.equal(nameOf({ ordinal: 0, file: 'a.csv', line: 3, id: undefined }), 'a.csv:3')
})

t.test('what is packed is unpacked as it was', async t => {
  await holds(
    t,
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '中', '.'), maxLength: 40 })), texts => {
      const documents = texts.map((text, i) => ({
        key: `${i}é`,
        sketch: sketcher.sketchText(text),
        textBytes: Buffer.byteLength(text)
      }))
      const found = unpack(structuredClone(pack(documents)), sketcher)
      return found.every(({ id, sketch, textBytes, textDigest, sketcherKey }, i) => {
        const expected = documents[i]
        const isSame = JSON.stringify(sketch) === JSON.stringify(expected?.sketch)
        return (
          isSame &&
          id === expected?.key &&
          textBytes === expected.textBytes &&
          textDigest.length === 22 &&
          sketcherKey === sketcher.key
        )
      })
    })
  )
})
