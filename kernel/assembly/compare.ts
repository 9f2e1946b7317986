/** Where two sets or signatures that are compared lie; behind each set four words may be read. */
let left: usize = 0
let right: usize = 0

/** Makes room for two arrays of 32-bit words; returns the place of the first, or 0. */
export function reserveComparison(leftWords: i32, rightWords: i32): usize {
  left = (__heap_base + 63) & ~63
  right = left + ((<usize>leftWords * 4 + 79) & ~63)
  const end = <u64>right + 4 * <u64>rightWords + 64
  const pages = <i32>((end + 0xffff) >> 16) - memory.size()
  if (end > 0xffff0000 || (pages > 0 && memory.grow(pages) < 0)) return 0
  return left
}

/** The place of the second array. */
export function rightPlace(): usize {
  return right
}

/**
 * Counts the words in both of two ascending sets: four of one against four of the other at
 * a time, then moving on past the four with the lesser end.
 */
export function countShared(leftCount: i32, rightCount: i32): i32 {
  let a = left
  let b = right
  const aEnd = left + (<usize>leftCount << 2)
  const bEnd = right + (<usize>rightCount << 2)
  let sum = i32x4.splat(0)
  if (leftCount >= 4 && rightCount >= 4) {
    const aLast = aEnd - 16
    const bLast = bEnd - 16
    while (a <= aLast && b <= bLast) {
      const x = v128.load(a)
      const y = v128.load(b)
      const hits = v128.or(
        v128.or(i32x4.eq(x, y), i32x4.eq(x, i32x4.shuffle(y, y, 1, 2, 3, 0))),
        v128.or(i32x4.eq(x, i32x4.shuffle(y, y, 2, 3, 0, 1)), i32x4.eq(x, i32x4.shuffle(y, y, 3, 0, 1, 2)))
      )
      sum = i32x4.sub(sum, hits)
      const xLast = load<u32>(a, 12)
      const yLast = load<u32>(b, 12)
      a += <usize>(xLast <= yLast) << 4
      b += <usize>(yLast <= xLast) << 4
    }
  }
  let shared = sumOf(sum)
  while (a < aEnd && b < bEnd) {
    const x = load<u32>(a)
    const y = load<u32>(b)
    shared += <i32>(x == y)
    a += <usize>(x <= y) << 2
    b += <usize>(y <= x) << 2
  }
  return shared
}

/** Counts the slots in which two signatures agree; empty slots never do. */
export function countEqualSlots(slots: i32): i32 {
  let sum = i32x4.splat(0)
  const empty = i32x4.splat(-1)
  const end = <usize>slots << 2
  const end4 = <usize>(slots & ~3) << 2
  for (let i: usize = 0; i < end4; i += 16) {
    const x = v128.load(left + i)
    sum = i32x4.sub(sum, v128.andnot(i32x4.eq(x, v128.load(right + i)), i32x4.eq(x, empty)))
  }
  let equal = sumOf(sum)
  for (let i = end4; i < end; i += 4) {
    const x = load<u32>(left + i)
    equal += <i32>(x == load<u32>(right + i) && x != 0xffffffff)
  }
  return equal
}

@inline
export function sumOf(lanes: v128): i32 {
  return (
    i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1) + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3)
  )
}
