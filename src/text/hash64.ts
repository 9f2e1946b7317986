/** An unsigned 64-bit constant as two 32-bit halves. */
export interface Uint64 {
  readonly hi: number
  readonly lo: number
}

/** Splits a 64-bit constant into halves. */
export function uint64(value: bigint): Uint64 {
  return { hi: Number(BigInt.asUintN(32, value >> 32n)), lo: Number(BigInt.asUintN(32, value)) }
}

/**
 * A 64-bit register with arithmetic modulo 2^64, for hashing.
 *
 * JavaScript has no fast 64-bit integer, so the register keeps two unsigned
 * 32-bit halves and changes them in place.
 */
export class Hash64 implements Uint64 {
  hi = 0
  lo = 0

  set(hi: number, lo: number): this {
    this.hi = hi >>> 0
    this.lo = lo >>> 0
    return this
  }

  xor(other: Uint64): this {
    return this.set(this.hi ^ other.hi, this.lo ^ other.lo)
  }

  add(other: Uint64): this {
    const lo = this.lo + other.lo
    return this.set(this.hi + other.hi + (lo > 0xffffffff ? 1 : 0), lo)
  }

  multiply(other: Uint64): this {
    const hi = highProduct(this.lo, other.lo) + Math.imul(this.hi, other.lo) + Math.imul(this.lo, other.hi)
    return this.set(hi, Math.imul(this.lo, other.lo))
  }

  /** Combines the value with itself shifted right: `h ^= h >> bits`, for bits 1 to 32. */
  xorShift(bits: number): this {
    const lo = bits === 32 ? this.hi : (this.lo >>> bits) | (this.hi << (32 - bits))
    const hi = bits === 32 ? 0 : this.hi >>> bits
    return this.set(this.hi ^ hi, this.lo ^ lo)
  }
}

/** The upper 32 bits of the product of two unsigned 32-bit numbers, modulo 2^32. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const carry = aLow * bHigh + (middle & 0xffff)
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) | 0
}

/** Odd multipliers and the starting value of the scheme; see docs/decisions/0002. */
export const K1 = uint64(0x9e3779b97f4a7c15n)
export const K2 = uint64(0xc2b2ae3d27d4eb4fn)
export const K3 = uint64(0xd6e8feb86659fd93n)
export const M1 = uint64(0xbf58476d1ce4e5b9n)
export const M2 = uint64(0x94d049bb133111ebn)
