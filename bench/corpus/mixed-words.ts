/** The finaliser of MurmurHash3: a bijection of 32-bit numbers that looks random. */
export function mix32(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * A made-up word of 16 hexadecimal digits: one for each number below 2^31, no two alike.
 * bench/python/accuracy.py makes the same.
 */
export function mixedWord(number: number): string {
  return hex(mix32(2 * number)) + hex(mix32(2 * number + 1))
}

const digits = Array.from({ length: 0x10000 }, (_, value) => value.toString(16).padStart(4, '0'))

function hex(value: number): string {
  return digits[value >>> 16]! + digits[value & 0xffff]!
}
