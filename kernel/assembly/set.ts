import { HASHES, HISTOGRAM, SORT_A, SORT_B } from './memory'

/** From how many hashes on all four bytes are sorted by counting. */
const LARGE: i32 = 4096

/**
 * Sorts the upper words of the hashes into SORT_A, without repeats.
 *
 * Up to a few thousand hashes rarely share their upper 16 bits: two counting passes and a
 * pass of insertion for the rest. More are sorted by all their bits, so that
 * no choice of hashes makes it slow.
 *
 * @returns how many are left
 */
export function makeSet(count: i32): i32 {
  if (count > LARGE) {
    sortByHalf(HASHES + 4, 8, count, 0)
    sortByHalf(SORT_A, 4, count, 16)
  } else {
    sortByHalf(HASHES + 4, 8, count, 16)
    insertionPass(count)
  }
  return unique(count)
}

/**
 * Sorts words by 16 of their bits into SORT_A, in two counting passes; what was sorted before stays so.
 *
 * @param stride bytes from one word to the next
 */
function sortByHalf(words: usize, stride: usize, count: i32, shift: u32): void {
  memory.fill(HISTOGRAM, 0, 2048)
  const end = words + <usize>count * stride
  for (let at = words; at < end; at += stride) {
    const half = load<u32>(at) >> shift
    increment((half & 255) << 2)
    increment((half >> 8 & 255) << 2 | 1024)
  }
  let lowPlace: u32 = SORT_B
  let highPlace: u32 = SORT_A
  for (let bin: u32 = 0; bin < 1024; bin += 4) {
    const low = load<u32>(bin, HISTOGRAM)
    const high = load<u32>(bin, HISTOGRAM + 1024)
    store<u32>(bin, lowPlace, HISTOGRAM)
    store<u32>(bin, highPlace, HISTOGRAM + 1024)
    lowPlace += low
    highPlace += high
  }
  for (let at = words; at < end; at += stride) {
    const word = load<u32>(at)
    put(word, (word >> shift & 255) << 2)
  }
  const sorted = SORT_B + (<usize>count << 2)
  for (let at = SORT_B; at < sorted; at += 4) {
    const word = load<u32>(at)
    put(word, (word >> shift >> 8 & 255) << 2 | 1024)
  }
}

/** Counts four bytes for a word of a bin. */
@inline
function increment(bin: u32): void {
  store<u32>(bin, load<u32>(bin, HISTOGRAM) + 4, HISTOGRAM)
}

/** Puts a word at the next place of its bin. */
@inline
function put(word: u32, bin: u32): void {
  const place = load<u32>(bin, HISTOGRAM)
  store<u32>(place, word)
  store<u32>(bin, place + 4, HISTOGRAM)
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
