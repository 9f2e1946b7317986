import fc from 'fast-check'
import t from 'tap'
import { Hash64, uint64 } from '../../src/text/hash64.ts'
import { holds } from '../helpers/property.ts'

const anyUint64 = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  // Values around the seams of the 16-bit and 32-bit halves.
  fc
    .tuple(fc.constantFrom(0n, 1n, 15n, 16n, 31n, 32n, 33n, 47n, 48n, 63n, 64n), fc.constantFrom(-1n, 0n, 1n))
    .map(([bit, offset]) => BigInt.asUintN(64, 2n ** bit + offset)),
  fc
    .tuple(fc.constantFrom(0n, 0xffffn, 0xffffffffn), fc.constantFrom(0n, 0xffff0000n, 0xffffffffn))
    .map(([hi, lo]) => (hi << 32n) | lo)
)

const register = (value: bigint): Hash64 => new Hash64().set(uint64(value).hi, uint64(value).lo)
const bigIntOf = ({ hi, lo }: Hash64): bigint => (BigInt(hi) << 32n) | BigInt(lo)

t.test('uint64 splits a constant into two unsigned halves', async t => {
  t.strictSame(uint64(0xfedcba9876543210n), { hi: 0xfedcba98, lo: 0x76543210 })
  t.strictSame(uint64(0n), { hi: 0, lo: 0 })
})

t.test('set takes any 32-bit number as unsigned', async t => {
  t.strictSame({ ...new Hash64().set(-1, 2 ** 32 + 5) }, { hi: 0xffffffff, lo: 5 })
})

t.test('add, multiply and xor equal BigInt arithmetic modulo 2^64', async t => {
  await holds(
    t,
    fc.property(anyUint64, anyUint64, (a, b) => {
      const sum = bigIntOf(register(a).add(uint64(b))) === BigInt.asUintN(64, a + b)
      const product = bigIntOf(register(a).multiply(uint64(b))) === BigInt.asUintN(64, a * b)
      return sum && product && bigIntOf(register(a).xor(uint64(b))) === (a ^ b)
    }),
    { numRuns: 5000 }
  )
})

t.test('xorShift equals BigInt arithmetic for every shift from 1 to 32', async t => {
  await holds(
    t,
    fc.property(anyUint64, fc.integer({ min: 1, max: 32 }), (a, bits) => {
      return bigIntOf(register(a).xorShift(bits)) === (a ^ (a >> BigInt(bits)))
    }),
    { numRuns: 2000 }
  )
})

t.test('operations chain on one register and do not touch their argument', async t => {
  const other = new Hash64().set(3, 4)
  const hash = new Hash64().set(1, 2)
  t.equal(hash.xor(other).add(other).multiply(other).xorShift(7), hash)
  t.strictSame({ hi: other.hi, lo: other.lo }, { hi: 3, lo: 4 })
})
