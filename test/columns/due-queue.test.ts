import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { DueQueue } from '../../src/columns/due-queue.ts'
import { holds } from '../helpers/property.ts'
import { reload } from '../helpers/reload.ts'

interface Queued {
  readonly at: number
  readonly slot: number
}

/** Takes from the queue, and the same from the list. */
function checkTake(queue: DueQueue, queued: Queued[], now: number): void {
  const least = Math.min(...queued.map(({ at }) => at))
  assert.equal(queue.isDue(now), least <= now)
  const slot = queue.takeDue(now)
  const taken = queued.findIndex(item => item.slot === slot)
  assert.equal(queued[taken]?.at, least <= now ? least : undefined)
  if (taken >= 0) queued.splice(taken, 1)
}

const step = fc.record({ kind: fc.constantFrom('add', 'add', 'take', 'reload'), at: fc.integer({ min: -9, max: 9 }) })

t.test('takes one of those due first, as a list that is searched from end to end', async t => {
  await holds(
    t,
    fc.property(fc.array(step, { maxLength: 120 }), steps => {
      let queue = new DueQueue()
      const queued: Queued[] = []
      let next = 1
      for (const { kind, at } of steps) {
        if (kind === 'add') {
          queue.add(at, next)
          queued.push({ at, slot: next++ })
        } else if (kind === 'take') {
          checkTake(queue, queued, at)
        } else {
          queue = reload(queue, new DueQueue())
        }
        assert.equal(queue.size, queued.length)
      }
    })
  )
})

t.test('a slot may be queued twice, and all can be cleared', async t => {
  const queue = new DueQueue()
  queue.add(1.5, 7)
  queue.add(0.5, 7)
  t.strictSame([queue.takeDue(1), queue.takeDue(1), queue.takeDue(2), queue.takeDue(2)], [7, 0, 7, 0])
  queue.add(1, 8)
  queue.clear()
  t.equal(queue.size, 0)
  t.notOk(queue.isDue(9))
})
