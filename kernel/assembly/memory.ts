// Where everything lies. What has a fixed size comes first; what grows with the document
// is laid out behind it by reserve(), and memory grows when it must.

/** Pages of the Unicode table: for each block of 256 code points, the number of its page. */
export const STAGE1: usize = memory.data(4352 * 2)
/** Pages of 256 entries each; see unicode.ts. */
export const MAX_PAGES: i32 = 512
export const STAGE2: usize = memory.data(512 * 256 * 4, 16)

/** Row i keeps the first i of 16 bytes. */
export const MASKS: usize = memory.data(17 * 16, 16)

/** For each byte the positions of its set bits, a byte each. */
export const BITS: usize = memory.data(256 * 8, 16)

/** Slots of the longest signature; of the scheme `doppel` it is 256. */
export const MOST_SLOTS: i32 = 4096
/** The signature, and right behind its slots the band keys. */
export const SIGNATURE: usize = memory.data(2 * 4096 * 4, 16)
/** For each slot 4, the bytes of a word, when it is empty, else 0. */
export const EMPTY_SLOTS: usize = memory.data(256, 16)
/** Hash of the whole sequence of elements. */
export const SEQUENCE: usize = memory.data(16, 16)
/** The words of the secret that shingle sets are keyed by. */
export const KEYS: usize = memory.data(256, 16)
/** Powers of the base of the hash of a shingle, as many as one of half words has tokens. */
export const POWERS: usize = memory.data(2 * 16 * 8, 16)
/** Counts of a radix sort, two passes. */
export const HISTOGRAM: usize = memory.data(2 * 256 * 4, 16)
/** Open-addressing table for removing repeats. */
export const DISTINCT_BITS: i32 = 14
export const DISTINCT_SLOTS: i32 = 16384
export const DISTINCT: usize = memory.data(16384 * 8, 16)
/** Parameters of the `minhash` scheme, doubles. */
export const PERM_A: usize = memory.data(4096 * 8, 16)
export const PERM_B: usize = memory.data(4096 * 8, 16)

/** Units behind the end of a text that may be read or written. */
const SLACK: usize = 256

/** Units of the longest text that there is room for. */
export let ROOM: usize = 0
/** The text, UTF-16. */
export let TEXT: usize = 0
/** One byte a unit of the folded text: ASCII, or 0xff for anything else. */
export let LOW: usize = 0
/** The folded text, UTF-16; only made when the text is not ASCII. */
export let LOW16: usize = 0
/** Of each token its first unit, and the unit behind it. */
export let TOKENS: usize = 0
/** 64-bit hashes of the shingles; doubles in the `minhash` scheme. */
export let HASHES: usize = 0
/** 64-bit hashes of the tokens or characters. */
export let ELEMENTS: usize = 0
/** Words that go to an empty slot, in the place of ELEMENTS. */
export let CANDIDATES: usize = 0
/** Two buffers of 32-bit words for sorting, in the place of ELEMENTS; the sorted set ends in the first. */
export let SORT_A: usize = 0
export let SORT_B: usize = 0
/** The tokens written as one text, UTF-16. */
export let JOINED: usize = 0

/** Makes room for a text of so many UTF-16 units; returns 0 when there is not enough memory. */
export function reserve(units: i32): usize {
  ROOM = <usize>units
  const room = (<usize>units + SLACK + 63) & ~63
  TEXT = (__heap_base + 63) & ~63
  LOW = TEXT + 2 * room
  LOW16 = LOW + room
  TOKENS = LOW16 + 2 * room
  HASHES = TOKENS + 8 * room
  ELEMENTS = HASHES + 8 * room
  SORT_A = ELEMENTS
  CANDIDATES = ELEMENTS
  SORT_B = SORT_A + 4 * room
  JOINED = SORT_B + 4 * room
  // Tokens of their own may lie side by side, and then get a space each.
  const end = <u64>JOINED + 4 * <u64>room
  const pages = <i32>((end + 0xffff) >> 16) - memory.size()
  if (end > 0xffff0000 || (pages > 0 && memory.grow(pages) < 0)) return 0
  return TEXT
}
