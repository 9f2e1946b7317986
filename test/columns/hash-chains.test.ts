import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { HashChains } from '../../src/columns/hash-chains.ts'
import { holds } from '../helpers/property.ts'
import { reload } from '../helpers/reload.ts'

/** What HashChains must do, with a list a hash, newest first. */
class Oracle {
  readonly linked = new Map<number, number[]>()
  readonly hashes = new Map<number, number>()

  list(hash: number): number[] {
    const list = this.linked.get(hash) ?? []
    this.linked.set(hash, list)
    return list
  }

  add(slot: number, hash: number): void {
    this.list(hash).unshift(slot)
    this.hashes.set(slot, hash)
  }

  delete(slot: number): boolean {
    const list = this.list(this.hashes.get(slot) ?? 0)
    const position = list.indexOf(slot)
    if (position >= 0) list.splice(position, 1)
    this.hashes.delete(slot)
    return position >= 0
  }
}

function found(chains: HashChains, hash: number): number[] {
  const slots: number[] = []
  for (let slot = chains.first(hash); slot !== 0; slot = chains.next(slot)) slots.push(slot)
  return slots
}

function checkAdd(chains: HashChains, oracle: Oracle, slot: number, hash: number): void {
  if (oracle.hashes.has(slot)) {
    assert.throws(() => chains.add(slot, hash), RangeError)
  } else {
    chains.add(slot, hash)
    oracle.add(slot, hash)
  }
}

const hashes = [0, 1, 2, 3, 4, 0x8000_0000, 0x8000_0001, 0xffff_ffff, 0xffff_fffe, 64]
const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'delete', 'reload'),
  slot: fc.integer({ min: 1, max: 40 }),
  hash: fc.constantFrom(...hashes)
})

t.test('equals lists, newest first, through adds, deletes and reloads', async t => {
  await holds(
    t,
    fc.property(fc.array(step, { maxLength: 150 }), steps => {
      let chains = new HashChains()
      const oracle = new Oracle()
      for (const { kind, slot, hash } of steps) {
        if (kind === 'add') checkAdd(chains, oracle, slot, hash)
        else if (kind === 'delete') assert.equal(chains.delete(slot), oracle.delete(slot))
        else chains = reload(chains, new HashChains())
        for (const hash of hashes) assert.deepEqual(found(chains, hash), oracle.list(hash))
        assert.equal(chains.has(slot), oracle.hashes.has(slot))
      }
    }),
    { numRuns: 200 }
  )
})

t.test('finds each of many slots while buckets are split', async t => {
  await holds(
    t,
    fc.property(fc.uint32Array({ minLength: 100, maxLength: 3000 }), values => {
      const chains = new HashChains()
      const oracle = new Oracle()
      for (const [at, hash] of values.entries()) {
        chains.add(at + 1, hash)
        oracle.add(at + 1, hash)
      }
      for (const hash of values) assert.deepEqual(found(chains, hash), oracle.list(hash))
      for (let slot = 1; slot <= values.length; slot += 2) assert.equal(chains.delete(slot), oracle.delete(slot))
      for (const hash of values) assert.deepEqual(found(chains, hash), oracle.list(hash))
    }),
    { numRuns: 30 }
  )
})

t.test('refuses counters that are not its own', async t => {
  t.throws(() => new HashChains().restore([]), RangeError)
})
