import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Float64Column, Uint32Column } from '../../src/columns/column.ts'
import { columnsOf, countersOf, restoreParts } from '../../src/columns/columnar.ts'
import { Slots } from '../../src/columns/slots.ts'
import { holds } from '../helpers/property.ts'

const index = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 70_000 }), fc.constantFrom(16_383, 16_384, 8191, 8192))

t.test('a column equals a map in which what was never written is 0, also when loaded again', async t => {
  for (const Column of [Uint32Column, Float64Column]) {
    const value = Column === Uint32Column ? fc.nat({ max: 0xffff_ffff }) : fc.double({ noNaN: true })
    await holds(
      t,
      fc.property(fc.array(fc.tuple(index, value)), fc.array(index), (writes, reads) => {
        const column = new Column()
        const expected = new Map<number, number>()
        for (const [index, value] of writes) {
          column.set(index, value)
          expected.set(index, value)
        }
        const copy = new Column()
        copy.set(3, 7)
        copy.load(column.chunks)
        assert.equal(copy.byteLength, column.byteLength)
        for (const index of [...expected.keys(), ...reads, 3]) {
          assert.equal(column.get(index), expected.get(index) ?? 0)
          assert.equal(copy.get(index), expected.get(index) ?? 0)
        }
      })
    )
  }
})

t.test('a column takes few bytes at first, and chunks of one size when it is large', async t => {
  const column = new Uint32Column()
  t.equal(column.byteLength, 0)
  column.set(16, 1)
  t.equal(column.byteLength, 128)
  column.set(16_384, 1)
  t.strictSame(
    column.chunks.map(chunk => chunk.byteLength),
    [65_536, 65_536]
  )
  t.equal(column.byteLength, 131_072)
})

t.test('what is loaded is a copy, wherever it lies in memory', async t => {
  const column = new Uint32Column()
  const chunk = new Uint8Array(65).subarray(1)
  chunk[0] = 9
  column.load([chunk])
  chunk[0] = 8
  t.equal(column.get(0), 9)
  column.load([])
  t.equal(column.get(0), 0)
})

t.test('refuses chunks of other sizes', async t => {
  const sizes = [[1], [32], [96], [2 ** 17], [64, 64], [64, 2 ** 16], [2 ** 16, 64], [0]]
  for (const lengths of sizes) {
    const chunks = lengths.map(length => new Uint8Array(length))
    t.throws(() => new Uint32Column().load(chunks), RangeError, lengths.join())
  }
})

t.test('a structure made of others restores each with its own counters', async t => {
  const saved = [new Slots(), new Slots()]
  saved[0]?.take()
  saved[1]?.release(saved[1].take())
  const copies = [new Slots(), new Slots()]
  for (const [at, column] of columnsOf(copies).entries()) column.load(columnsOf(saved)[at]!.chunks)
  restoreParts(copies, countersOf(saved))
  t.strictSame(
    copies.map(slots => slots.take()),
    [2, 1]
  )
  t.throws(() => restoreParts(copies, [1, 2, 3]), { message: '4 counters are needed, not 3' })
})
