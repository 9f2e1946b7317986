import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { emptySlot } from '../../../src/signature/fast-similarity-sketch.ts'
import { SignatureTable } from '../../../src/store/embedded/signature-table.ts'
import { holds } from '../../helpers/property.ts'

const slotCount = 11
const signature = fc
  .array(fc.constantFrom(0, 1, 2, 2 ** 31, emptySlot - 1, emptySlot), { minLength: slotCount, maxLength: slotCount })
  .map(slots => Uint32Array.from(slots))

t.test('counts as if it read every signature anew, whatever a slot held before', async t => {
  // Slots that share a line, and such that make the table grow.
  const slot = fc.constantFrom(1, 2, 17, 33, 4096, 4097, 8193, 100_000)
  const step = fc.record({ slot, signature, isNew: fc.boolean() })
  await holds(
    t,
    fc.property(signature, fc.array(step, { maxLength: 60 }), (own, steps) => {
      const table = new SignatureTable(slotCount)
      const stored = new Map<number, { number: number; signature: Uint32Array }>()
      for (const [place, { slot, signature, isNew }] of steps.entries()) {
        if (isNew || !stored.has(slot)) stored.set(slot, { number: place + 1, signature })
        const content = stored.get(slot) as { number: number; signature: Uint32Array }
        const equal = table.countEqualSlots(own, slot, content.number, () => content.signature)
        assert.equal(equal, content.signature.filter((value, i) => value === own[i] && value !== emptySlot).length)
      }
    })
  )
})

t.test('empty slots are never equal, and a known signature is not read again', async t => {
  const table = new SignatureTable(3)
  const stored = Uint32Array.of(emptySlot, 5, 6)
  const asked: number[] = []
  const count = (slot: number) =>
    table.countEqualSlots(Uint32Array.of(emptySlot, 5, 7), slot, 40, asking => {
      asked.push(asking)
      return stored
    })
  t.equal(count(9), 1)
  t.equal(count(9), 1)
  t.strictSame(asked, [9])
})
