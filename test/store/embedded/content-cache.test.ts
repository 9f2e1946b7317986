import t from 'tap'
import { type CachedContent, ContentCache } from '../../../src/store/embedded/content-cache.ts'

const content = (words: number): CachedContent => ({
  signature: new Uint32Array(words),
  shingleCount: 1,
  shingles: undefined
})
const read = () => content(25)
const known = (cache: ContentCache, number: number): boolean => {
  let isKnown = true
  cache.get(number, () => {
    isKnown = false
    return read()
  })
  return isKnown
}

t.test('what is used stays, what is not makes room', async t => {
  const cache = new ContentCache(1000)
  for (let number = 0; number < 10; number++) cache.get(number, read)
  t.ok(known(cache, 0), 'all ten have room')
  cache.get(10, read)
  t.ok(known(cache, 0), 'it was used and has a second chance')
  t.notOk(known(cache, 1), 'the oldest that was not used is gone')
})

t.test('sets count as they are made, and large ones are not kept', async t => {
  const cache = new ContentCache(16_000)
  const first = cache.get(1, read)
  t.equal(cache.shinglesOf(1, first, () => new Uint32Array(250)).length, 250)
  t.equal(cache.shinglesOf(1, first, () => t.fail('it is at hand') as never).length, 250)
  const second = cache.get(2, read)
  t.equal(cache.shinglesOf(2, second, () => new Uint32Array(251)).length, 251)
  t.equal(second.shingles, undefined, 'more than a sixteenth of the room')
  for (let number = 3; number < 30; number++) {
    const some = cache.get(number, read)
    cache.shinglesOf(number, some, () => new Uint32Array(250))
  }
  t.notOk(known(cache, 2))
})

t.test('what was deleted is read again', async t => {
  const cache = new ContentCache(1000)
  const old = cache.get(1, read)
  cache.delete(1)
  cache.delete(1)
  t.not(cache.get(1, read), old)
  t.equal(cache.shinglesOf(1, old, () => new Uint32Array(3)).length, 3)
  t.equal(old.shingles, undefined, 'it is not in the cache any more')
})
