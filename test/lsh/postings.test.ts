import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Postings } from '../../src/lsh/postings.ts'
import { holds } from '../helpers/property.ts'
import { reload } from '../helpers/reload.ts'

t.test('ranks by shared bands, then by slot, and says when it cuts', async t => {
  const postings = new Postings(3)
  postings.add(9, Uint32Array.of(1, 2, 3))
  postings.add(4, Uint32Array.of(1, 0, 0))
  postings.add(7, Uint32Array.of(1, 2, 0))
  postings.add(3, Uint32Array.of(8, 8, 3))
  postings.add(5, Uint32Array.of(2, 3, 1))
  const keys = Uint32Array.of(1, 2, 3)
  t.strictSame(postings.candidates(keys, 4), { slots: [9, 7, 3, 4], isCut: false })
  t.strictSame(postings.candidates(keys, 2), { slots: [9, 7], isCut: true })
  t.strictSame(postings.candidates(Uint32Array.of(6, 6, 6), 2), { slots: [], isCut: false })
})

t.test('nothing found is always the same answer', async t => {
  const postings = new Postings(2)
  t.equal(postings.candidates(Uint32Array.of(0, 0), 1), postings.candidates(Uint32Array.of(1, 1), 1))
  t.strictSame(new Postings(0).candidates(new Uint32Array(0), 1), { slots: [], isCut: false })
})

t.test('a full bucket drops the oldest, which returns when there is room', async t => {
  const postings = new Postings(2, { bucketCap: 2 })
  t.equal(postings.add(1, Uint32Array.of(7, 1)), false)
  t.equal(postings.add(2, Uint32Array.of(7, 2)), false)
  t.strictSame(postings.candidates(Uint32Array.of(7, 9), 9), { slots: [1, 2], isCut: true })
  t.equal(postings.add(3, Uint32Array.of(7, 3)), true)
  t.strictSame(postings.candidates(Uint32Array.of(7, 1), 9).slots, [1, 2, 3])
  t.strictSame(postings.candidates(Uint32Array.of(7, 0), 9).slots, [2, 3])
  t.equal(postings.repost(1), false)
  t.equal(postings.delete(2), true)
  t.equal(postings.repost(1), true)
  t.strictSame(postings.candidates(Uint32Array.of(7, 0), 9).slots, [1, 3])
  t.equal(postings.delete(2), false)
})

/** What Postings must do: for each band its buckets, newest first. */
class Oracle {
  readonly stored = new Map<number, Uint32Array>()
  readonly buckets = new Map<string, number[]>()
  readonly cap: number

  constructor(cap: number) {
    this.cap = cap
  }

  of(keys: Uint32Array): number[][] {
    return Array.from(keys, (key, band) => {
      const bucket = this.buckets.get(`${band}:${key}`) ?? []
      this.buckets.set(`${band}:${key}`, bucket)
      return bucket
    })
  }

  add(slot: number, keys: Uint32Array): boolean {
    const buckets = this.of(keys)
    const isFull = buckets.some(bucket => bucket.length === this.cap)
    for (const bucket of buckets) bucket.splice(0, bucket.length, slot, ...bucket.slice(0, this.cap - 1))
    this.stored.set(slot, keys)
    return isFull
  }

  delete(slot: number): boolean {
    const linked = this.of(this.stored.get(slot) ?? new Uint32Array(0)).filter(bucket => bucket.includes(slot))
    for (const bucket of linked) bucket.splice(bucket.indexOf(slot), 1)
    this.stored.delete(slot)
    return linked.length > 0
  }

  repost(slot: number): boolean {
    const buckets = this.of(this.stored.get(slot) ?? new Uint32Array(0))
    const vacant = buckets.filter(bucket => !bucket.includes(slot) && bucket.length < this.cap)
    for (const bucket of vacant) bucket.unshift(slot)
    return vacant.length > 0
  }

  candidates(keys: Uint32Array, limit: number): { slots: number[]; isCut: boolean } {
    const buckets = this.of(keys)
    const shared = (slot: number) => buckets.filter(bucket => bucket.includes(slot)).length
    const slots = [...new Set(buckets.flat())].sort((a, b) => shared(b) - shared(a) || a - b)
    const isCut = slots.length > limit || buckets.some(bucket => bucket.length === this.cap)
    return { slots: slots.slice(0, limit), isCut }
  }
}

t.test('equals lists, through adds, deletes, reposts and reloads', async t => {
  const step = fc.record({
    kind: fc.constantFrom('add', 'add', 'add', 'delete', 'repost', 'reload'),
    slot: fc.integer({ min: 1, max: 30 }),
    keys: fc.uint32Array({ minLength: 3, maxLength: 3, max: 4 }),
    limit: fc.constantFrom(1, 3, 100)
  })
  await holds(
    t,
    fc.property(fc.constantFrom(1, 2, 5, 32), fc.array(step, { maxLength: 120 }), (bucketCap, steps) => {
      let postings = new Postings(3, { bucketCap })
      const oracle = new Oracle(bucketCap)
      for (const { kind, slot, keys, limit } of steps) {
        if (kind === 'delete') assert.equal(postings.delete(slot), oracle.delete(slot))
        else if (kind === 'repost') assert.equal(postings.repost(slot), oracle.repost(slot))
        else if (kind === 'reload') postings = reload(postings, new Postings(3, { bucketCap }))
        else if (!oracle.stored.has(slot)) assert.equal(postings.add(slot, keys), oracle.add(slot, keys))
        assert.deepEqual(postings.candidates(keys, limit), oracle.candidates(keys, limit))
      }
    }),
    { numRuns: 200 }
  )
  t.ok(new Postings(3).bytes > 0)
})
