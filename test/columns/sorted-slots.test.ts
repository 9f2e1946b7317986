import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { SortedSlots } from '../../src/columns/sorted-slots.ts'
import { holds } from '../helpers/property.ts'
import { Random } from '../helpers/random.ts'

/** An order that is not that of the numbers. */
const keyOf = (slot: number) => (slot * 7919) % 100_003
const compare = (a: number, b: number) => keyOf(a) - keyOf(b)

function check(slots: SortedSlots, members: Iterable<number>, bounds: readonly number[]): void {
  const sorted = [...members].sort(compare)
  assert.equal(slots.size, sorted.length)
  assert.deepEqual([slots.first, slots.last], [sorted[0] ?? 0, sorted.at(-1) ?? 0])
  for (const bound of bounds) {
    const isAfter = (slot: number) => keyOf(slot) > bound
    const isBefore = (slot: number) => keyOf(slot) < bound
    assert.deepEqual([...slots.after(isAfter)], sorted.filter(isAfter))
    assert.deepEqual([...slots.before(isBefore)], sorted.filter(isBefore).reverse())
  }
}

t.test('equals a sorted array, with few slots', async t => {
  const step = fc.record({
    isAdd: fc.boolean(),
    slot: fc.integer({ min: 1, max: 15 }),
    bound: fc.nat({ max: 100_003 })
  })
  await holds(
    t,
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const slots = new SortedSlots(compare)
      const members = new Set<number>()
      for (const { isAdd, slot, bound } of steps) {
        if (!isAdd) assert.equal(slots.delete(slot), members.delete(slot))
        else if (!members.has(slot)) {
          members.add(slot)
          slots.add(slot)
        }
        check(slots, members, [-1, bound, keyOf(slot), 200_000])
      }
    })
  )
})

t.test('equals a sorted array, with many chunks that are split and merged', async t => {
  await holds(
    t,
    fc.property(
      fc.nat(),
      fc.nat({ max: 3000 }),
      fc.nat({ max: 4000 }),
      fc.nat({ max: 6000 }),
      (seed, bulk, adds, deletes) => {
        const random = new Random(seed)
        const numbers = random.shuffle(Array.from({ length: bulk + adds }, (_, at) => at + 1))
        const members = new Set(numbers.slice(0, bulk))
        const slots = new SortedSlots(compare)
        slots.load(Uint32Array.from([...members].sort(compare)))
        t.strictSame(slots.toArray(), Uint32Array.from([...members].sort(compare)))
        const bounds = [random.below(100_003), random.below(100_003)]
        check(slots, members, bounds)
        for (const slot of numbers.slice(bulk)) {
          slots.add(slot)
          members.add(slot)
        }
        check(slots, members, bounds)
        for (const slot of random.shuffle(numbers).slice(0, deletes)) {
          assert.ok(slots.delete(slot))
          assert.ok(!slots.delete(slot))
          members.delete(slot)
        }
        check(slots, members, bounds)
        for (const slot of random.shuffle(numbers.filter(slot => !members.has(slot)))) {
          slots.add(slot)
          members.add(slot)
        }
        check(slots, members, bounds)
      }
    ),
    { numRuns: 20 }
  )
})

t.test('takes a typed array, and additions in ascending order', async t => {
  const ascending = Uint32Array.from({ length: 1500 }, (_, at) => at + 1).sort(compare)
  const added = new SortedSlots(compare)
  for (const slot of ascending) added.add(slot)
  check(added, ascending, [50_000])
  const bulk = new SortedSlots(compare)
  bulk.load(Uint32Array.from(ascending))
  check(bulk, ascending, [50_000])
  bulk.delete(bulk.first)
  t.equal(bulk.first, ascending[1], 'its own copy')
  t.equal(ascending[0], added.first)
})
