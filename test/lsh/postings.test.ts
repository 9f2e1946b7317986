import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import t from 'tap'
import { Postings } from '../../src/lsh/postings.ts'
import { keysOf, secretFrom } from '../../src/text/secret.ts'
import { holds } from '../helpers/property.ts'
import { Random } from '../helpers/random.ts'
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
  t.equal(postings.isDropped(1), true)
  t.equal(postings.repost(1, Uint32Array.of(7, 1)), false)
  t.equal(postings.delete(2, Uint32Array.of(7, 2)), true)
  t.equal(postings.repost(1, Uint32Array.of(7, 1)), true)
  t.equal(postings.isDropped(1), false)
  t.strictSame(postings.candidates(Uint32Array.of(7, 0), 9).slots, [1, 3])
  t.equal(postings.delete(2, Uint32Array.of(7, 2)), false)
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

  isDropped(slot: number): boolean {
    return this.of(this.stored.get(slot) ?? new Uint32Array(0)).some(bucket => !bucket.includes(slot))
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
    kind: fc.constantFrom('add', 'add', 'add', 'delete', 'repost', 'lose', 'reload'),
    slot: fc.integer({ min: 1, max: 30 }),
    keys: fc.uint32Array({ minLength: 3, maxLength: 3, max: 4 }),
    limit: fc.constantFrom(1, 3, 100)
  })
  await holds(
    t,
    fc.property(fc.constantFrom(1, 2, 5, 32), fc.array(step, { maxLength: 160 }), (bucketCap, steps) => {
      let postings = new Postings(3, { bucketCap })
      const oracle = new Oracle(bucketCap)
      for (const { kind, slot, keys, limit } of steps) {
        if (kind === 'reload') postings = reload(postings, new Postings(3, { bucketCap }))
        else change(postings, oracle, kind, slot, keys)
        assert.deepEqual(postings.candidates(keys, limit), oracle.candidates(keys, limit))
        assert.equal(postings.isDropped(slot), oracle.isDropped(slot))
      }
    }),
    { numRuns: 300 }
  )
  t.ok(new Postings(3).bytes < 1024)
})

function change(postings: Postings, oracle: Oracle, kind: string, slot: number, keys: Uint32Array): void {
  const own = oracle.stored.get(slot)
  if (kind === 'lose') lose(postings, oracle, [slot, slot + 1])
  else if (own === undefined && kind === 'add') assert.equal(postings.add(slot, keys), oracle.add(slot, keys))
  else if (own === undefined) return
  else if (kind === 'delete') assert.equal(postings.delete(slot, own), oracle.delete(slot))
  else if (kind === 'repost') assert.equal(postings.repost(slot, own), oracle.repost(slot))
}

function lose(postings: Postings, oracle: Oracle, slots: readonly number[]): void {
  for (const _ of postings.deleteAll(new Set(slots)));
  for (const slot of slots) oracle.delete(slot)
}

t.test('finds each of many while buckets are split, and takes all out again', async t => {
  const postings = new Postings(2)
  const oracle = new Oracle(32)
  const random = new Random(5)
  // Some keys are rare, some are hot, and some differ in their upper bits only.
  const key = () => random.pick([random.below(2 ** 32), random.below(8), random.below(16) * 2 ** 20])
  for (let slot = 1; slot <= 3000; slot++) {
    const keys = Uint32Array.of(key(), key())
    assert.equal(postings.add(slot, keys), oracle.add(slot, keys))
  }
  const { bytes } = postings
  for (const part of [2, 1]) {
    for (const [slot, keys] of [...oracle.stored]) {
      if (slot % part === 0) assert.equal(postings.delete(slot, keys), oracle.delete(slot))
      else assert.deepEqual(postings.candidates(keys, 99), oracle.candidates(keys, 99))
    }
  }
  t.equal(postings.counters[0], 0)
  for (let slot = 1; slot <= 3000; slot++) postings.add(slot, Uint32Array.of(key(), key()))
  t.ok(postings.bytes <= 2 * bytes, 'lines that deletions freed are used again')
})

t.test('the same changes give the same bytes', async t => {
  const digest = createHash('sha256')
  const postings = new Postings(4, { bucketCap: 3 })
  const random = new Random(7)
  for (let slot = 1; slot <= 500; slot++) {
    const keys = Uint32Array.from({ length: 4 }, () => random.below(slot % 3 === 0 ? 4 : 2 ** 32))
    postings.add(slot, keys)
    if (slot % 5 === 0) postings.delete(slot, keys)
  }
  for (const { chunks } of postings.columns) for (const chunk of chunks) digest.update(chunk)
  t.equal(digest.digest('hex').slice(0, 16), 'ad7e33c439198484')
  t.strictSame(postings.counters, [1111, 16, 58, 73, -29])
})

t.test('keys that somebody chose to lie in one bucket do not', async t => {
  const postings = new Postings(1, { keys: keysOf(secretFrom(1)) })
  // Without a secret the low bits would choose the bucket.
  for (let slot = 1; slot <= 4000; slot++) postings.add(slot, Uint32Array.of(slot * 2 ** 20))
  const [, , , overflowLines] = postings.counters
  const ordinary = new Postings(1, { keys: keysOf(secretFrom(1)) })
  const random = new Random(3)
  for (let slot = 1; slot <= 4000; slot++) ordinary.add(slot, Uint32Array.of(random.below(2 ** 32)))
  t.ok((overflowLines as number) < 2 * (ordinary.counters[3] as number))
})

t.test('behind the documents that share most bands come the first of other groups', async t => {
  const postings = new Postings(8)
  const keys = (shared: number) => Uint32Array.from({ length: 8 }, (_, band) => (band < shared ? 1 : 1000))
  const groupOf = (slot: number): number => (slot <= 20 ? 1 : slot)
  for (let slot = 1; slot <= 20; slot++) postings.add(slot, keys(6))
  for (const slot of [21, 22])
    postings.add(
      slot,
      keys(slot - 18).map((key, band) => (key === 1000 ? slot * 10 + band : key))
    )
  postings.add(
    23,
    keys(1).map((key, band) => (band === 0 ? key : 990 + band))
  )
  const asked = keys(8)
  t.strictSame(postings.candidates(asked, 8).slots, [1, 2, 3, 4, 5, 6, 7, 8])
  t.strictSame(postings.candidates(asked, 8, groupOf).slots, [1, 2, 3, 4, 5, 6, 22, 21], 'one shared band is too few')
})
