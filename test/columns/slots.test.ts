import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Slots } from '../../src/columns/slots.ts'
import { holds } from '../helpers/property.ts'
import { reload } from '../helpers/reload.ts'

t.test('gives out the slot released last, else the next one', async t => {
  await holds(
    t,
    fc.property(fc.array(fc.option(fc.nat(), { nil: undefined }), { maxLength: 100 }), steps => {
      let slots = new Slots()
      const taken: number[] = []
      const free: number[] = []
      let end = 1
      for (const step of steps) {
        if (step === undefined || taken.length === 0) {
          const slot = slots.take()
          assert.equal(slot, free.pop() ?? end++)
          taken.push(slot)
        } else {
          const [slot] = taken.splice(step % taken.length, 1)
          slots.release(slot!)
          free.push(slot!)
        }
        assert.deepEqual([slots.size, slots.end], [taken.length, end])
        slots = reload(slots, new Slots())
      }
    })
  )
})

t.test('refuses a slot that was never taken', async t => {
  const slots = new Slots()
  slots.take()
  for (const slot of [0, 2, Number.NaN]) t.throws(() => slots.release(slot), RangeError)
  t.throws(() => slots.restore([1]), RangeError)
})
