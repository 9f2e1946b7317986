import { HASHES, HISTOGRAM, SORT_A, SORT_B } from './memory'

/** From how many hashes on all four bytes are sorted by counting. */
const LARGE: i32 = 4096

/**
 * Sorts the upper words of the hashes into SORT_A, without repeats.
 *
 * Up to a few thousand hashes rarely share their upper 16 bits: two counting passes and a
 * pass of insertion for the rest. More are sorted by four counting passes, so that
 * no choice of hashes makes it slow.
 *
 * @returns how many are left
 */
export function makeSet(count: i32): i32 {
  if (count > LARGE) sortAll(count)
  else {
    for (let i = 0; i < count; i++) store<u32>(SORT_A + (<usize>i << 2), load<u32>(HASHES + (<usize>i << 3), 4))
    countingPass(SORT_A, SORT_B, count, 16)
    countingPass(SORT_B, SORT_A, count, 24)
    insertionPass(count)
  }
  return unique(count)
}

function sortAll(count: i32): void {
  for (let i = 0; i < count; i++) store<u32>(SORT_A + (<usize>i << 2), load<u32>(HASHES + (<usize>i << 3), 4))
  countingPass(SORT_A, SORT_B, count, 0)
  countingPass(SORT_B, SORT_A, count, 8)
  countingPass(SORT_A, SORT_B, count, 16)
  countingPass(SORT_B, SORT_A, count, 24)
}

function countingPass(from: usize, to: usize, count: i32, shift: u32): void {
  memory.fill(HISTOGRAM, 0, 1024)
  const end = from + (<usize>count << 2)
  for (let at = from; at < end; at += 4) {
    const bin = HISTOGRAM + ((load<u32>(at) >> shift & 255) << 2)
    store<u32>(bin, load<u32>(bin) + 4)
  }
  let start: u32 = 0
  for (let bin = HISTOGRAM; bin < HISTOGRAM + 1024; bin += 4) {
    const size = load<u32>(bin)
    store<u32>(bin, start)
    start += size
  }
  for (let at = from; at < end; at += 4) {
    const word = load<u32>(at)
    const bin = HISTOGRAM + ((word >> shift & 255) << 2)
    const place = load<u32>(bin)
    store<u32>(to + place, word)
    store<u32>(bin, place + 4)
  }
}

function insertionPass(count: i32): void {
  const end = SORT_A + (<usize>count << 2)
  for (let at = SORT_A + 4; at < end; at += 4) {
    const word = load<u32>(at)
    let place = at
    while (place > SORT_A && load<u32>(place - 4) > word) {
      store<u32>(place, load<u32>(place - 4))
      place -= 4
    }
    store<u32>(place, word)
  }
}

function unique(count: i32): i32 {
  if (count == 0) return 0
  let to = SORT_A + 4
  const end = SORT_A + (<usize>count << 2)
  let last = load<u32>(SORT_A)
  for (let at = SORT_A + 4; at < end; at += 4) {
    const word = load<u32>(at)
    store<u32>(to, word)
    to += <usize>(word != last) << 2
    last = word
  }
  return <i32>((to - SORT_A) >> 2)
}
