import t from 'tap'
import { type CachedContent, ContentCache } from '../../../src/store/embedded/content-cache.ts'

const cacheBytes = 6400
const slabWords = 25

const content = (words: number): CachedContent => ({
  signature: new Uint32Array(words).fill(words),
  shingleCount: 1,
  shingles: undefined
})
const read = () => content(slabWords)
const known = (cache: ContentCache, number: number): boolean => {
  let isKnown = true
  cache.get(number, () => {
    isKnown = false
    return read()
  })
  return isKnown
}

t.test('what is used stays, what is not makes room', async t => {
  const cache = new ContentCache(cacheBytes)
  for (let number = 0; number < 64; number++) cache.get(number, () => content(12))
  for (let number = 64; number < 96; number++) cache.get(number, read)
  t.ok(known(cache, 0), 'all have room')
  cache.get(96, read)
  t.ok(known(cache, 0), 'it was used and has a second chance')
  t.notOk(known(cache, 1), 'one of the oldest that was not used is gone')
})

t.test('whichever of a slab was used stays', async t => {
  for (const used of [0, 1]) {
    const cache = new ContentCache(cacheBytes)
    for (let number = 0; number < 128; number++) cache.get(number, () => content(12))
    cache.get(used, read)
    cache.get(128, read)
    t.strictSame([known(cache, 0), known(cache, 1)], [used === 0, used === 1])
  }
})

t.test('room is made even where all was used', async t => {
  const cache = new ContentCache(cacheBytes)
  for (let number = 0; number < 64; number++) cache.get(number, read)
  for (let number = 0; number < 64; number++) t.ok(known(cache, number))
  cache.get(64, read)
  t.ok(known(cache, 64))
  t.notOk(known(cache, 0), 'more than half of its slab')
})

t.test('what was read is copied, and stays as it is when it makes room', async t => {
  const cache = new ContentCache(cacheBytes)
  const source = Uint32Array.of(1, 2, 3)
  const kept = cache.get(-1, () => ({ signature: source, shingleCount: 2, shingles: source.subarray(1) }))
  source.fill(9)
  for (let number = 0; number < 200; number++) cache.get(number, read)
  t.notOk(known(cache, -1))
  t.strictSame([...kept.signature, ...(kept.shingles ?? [])], [1, 2, 3, 2, 3])
})

t.test('sets are kept as they are made, and large ones are not', async t => {
  const cache = new ContentCache(cacheBytes)
  const first = cache.get(1, read)
  const set = Uint32Array.from({ length: 100 }, (_, i) => i)
  t.strictSame(
    cache.shinglesOf(1, first, () => set),
    set
  )
  t.strictSame(
    cache.shinglesOf(1, first, () => t.fail('it is at hand') as never),
    set
  )
  const second = cache.get(2, read)
  t.equal(cache.shinglesOf(2, second, () => new Uint32Array(101)).length, 101)
  t.equal(second.shingles, undefined, 'more than a sixteenth of the room')
  t.strictSame(cache.get(3, () => content(101)).signature, content(101).signature)
  t.notOk(known(cache, 3), 'neither is a large signature kept')
  for (let number = 4; number < 40; number++) {
    const some = cache.get(number, read)
    cache.shinglesOf(number, some, () => new Uint32Array(100))
  }
  t.notOk(known(cache, 2))
})

t.test('what was used stays with its set', async t => {
  const cache = new ContentCache(cacheBytes)
  const first = cache.get(1, () => content(4))
  cache.shinglesOf(1, first, () => Uint32Array.of(5, 6, 7))
  t.ok(known(cache, 1))
  for (let number = 2; number < 90; number++) cache.get(number, read)
  t.ok(known(cache, 1))
  t.strictSame([...cache.get(1, read).signature], [4, 4, 4, 4])
  t.strictSame([...(cache.get(1, read).shingles ?? [])], [5, 6, 7])
})

t.test('what was deleted is read again', async t => {
  const cache = new ContentCache(cacheBytes)
  const old = cache.get(1, read)
  cache.delete(1)
  cache.delete(1)
  t.not(cache.get(1, read), old)
  t.equal(cache.shinglesOf(1, old, () => new Uint32Array(3)).length, 3)
  t.equal(old.shingles, undefined, 'it is not in the cache any more')
})
