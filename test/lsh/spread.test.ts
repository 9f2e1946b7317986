import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { spreadOverGroups } from '../../src/lsh/spread.ts'
import { holds } from '../helpers/property.ts'

t.test('a quarter of the places goes to groups that have none, and all others to the best', async t => {
  const groupOf = (item: number): number => (item < 20 ? 1 : item)
  const ranked = Array.from({ length: 30 }, (_, item) => item)
  t.strictSame(spreadOverGroups(ranked, 8, groupOf), [0, 1, 2, 3, 4, 5, 20, 21])
  t.strictSame(spreadOverGroups(ranked, 30, groupOf), ranked, 'there is room for all')
  t.strictSame(
    spreadOverGroups(ranked, 8, () => 1),
    [0, 1, 2, 3, 4, 5, 6, 7],
    'all are of one group'
  )
  t.strictSame(spreadOverGroups([0, 1, 2, 3, 4, 5, 6, 7, 25], 8, groupOf), [0, 1, 2, 3, 4, 5, 6, 25])
})

t.test('as many as may are taken, none twice, and the best three quarters always', async t => {
  const items = fc.uniqueArray(fc.nat(200), { maxLength: 80 })
  await holds(
    t,
    fc.property(items, fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 50 }), (ranked, limit, groups) => {
      const groupOf = (item: number): number => item % groups
      const taken = spreadOverGroups(ranked, limit, groupOf)
      assert.equal(taken.length, Math.min(limit, ranked.length))
      assert.equal(new Set(taken).size, taken.length)
      const sure = Math.min(ranked.length, limit - Math.floor(limit / 4))
      assert.deepEqual(taken.slice(0, sure), ranked.slice(0, sure))
      const missing = new Set(ranked.map(groupOf)).size - new Set(taken.map(groupOf)).size
      const others = taken.length - new Set(taken.slice(0, sure).map(groupOf)).size
      assert.ok(missing === 0 || others >= Math.floor(limit / 4), 'groups are missing only for want of places')
    })
  )
})
