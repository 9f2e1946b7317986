import { Hash64, M1, type Uint64 } from './hash64.ts'
import { secretPlaces } from './secret.ts'
import { elementsOf, forEachShingle, type HashList, isShort, type Shingling } from './shingle.ts'

/**
 * The shingles of a document as a secret hashes them, and its sequence of elements. The public hashes that signatures
 * are made of can be inverted; what is counted as the same here, nobody can foresee who does not know the secret.
 *
 * An element is hashed in blocks by NH (Black et al., "UMAC: fast and secure message authentication", 1999), a run of
 * elements by halves that overlap, and each hash is mixed before it takes part in the next: sums of hashes that
 * were not could be made to vanish. See docs/decisions/0021.
 */
export interface KeyedShingles {
  /** One hash of 64 bits a shingle, in order, with repeats. */
  readonly windows: HashList
  /** 32 hexadecimal digits, equal for equal sequences; undefined where there is no element. */
  readonly sequence: string | undefined
}

/** @param keys as `keysOf` gives them */
export function keyedShingles(tokens: readonly string[], shingling: Shingling, keys: Uint32Array): KeyedShingles {
  const elements = elementsOf(tokens, shingling)
  const width = Math.min(shingling.size, elements.length)
  const hashes = hashRuns(hashElements(elements, keys), width, keys)
  const count = hashWindows(hashes, elements, shingling, keys)
  const windows = { hi: hashes.hi.subarray(0, count), lo: hashes.lo.subarray(0, count) }
  return { windows, sequence: hashSequence(hashes, count, elements.length, width, keys) }
}

/** The hashes of all runs of so many elements: each of the first and the last half of it, which may overlap. */
function hashRuns(elements: HashList, width: number, keys: Uint32Array): HashList {
  let hashes = elements
  for (let reached = 1, level = 1; reached < width; level++) {
    const step = Math.min(reached, width - reached)
    hashes = joinPairs(hashes, step, multiplier(keys, secretPlaces.levels + 2 * level))
    reached += step
  }
  return hashes
}

/**
 * Makes the hashes of runs those of the shingles. One with more elements than its size is hashed of its first and its
 * last, which may overlap, and its length; a document shorter than a shingle is one of its own length.
 *
 * @returns how many there are
 */
function hashWindows(
  { hi, lo }: HashList,
  elements: readonly string[],
  shingling: Shingling,
  keys: Uint32Array
): number {
  const width = Math.min(shingling.size, elements.length)
  const by = multiplier(keys, secretPlaces.longer)
  const hash = new Hash64()
  const mark = (length: number) => new Hash64().set(0, length).multiply(multiplier(keys, secretPlaces.short))
  const put = (at: number): void => {
    finish(hash)
    hi[at] = hash.hi
    lo[at] = hash.lo
  }
  let count = 0
  forEachShingle(elements, shingling, (start, end) => {
    count++
    if (end - start === width) return
    const last = { hi: hi[end - width] as number, lo: lo[end - width] as number }
    hash.set(hi[start] as number, lo[start] as number).multiply(by)
    hash.add(last).add(mark(end - start))
    put(start)
  })
  if (count > 0 && isShort(elements, shingling)) {
    hash.set(hi[0] as number, lo[0] as number).add(mark(elements.length))
    put(0)
  }
  return count
}

/** Of each hash and the one some steps after it, the hash of both. */
function joinPairs({ hi, lo }: HashList, step: number, by: Uint64): HashList {
  const joined = emptyList(hi.length - step)
  const hash = new Hash64()
  for (let i = 0; i + step < hi.length; i++) {
    hash.set(hi[i] as number, lo[i] as number).multiply(by)
    finish(hash.add({ hi: hi[i + step] as number, lo: lo[i + step] as number }))
    joined.hi[i] = hash.hi
    joined.lo[i] = hash.lo
  }
  return joined
}

/**
 * Two chains of shingles that lie side by side, of the last one, and of the last elements, which may be in none: these
 * tell all elements.
 */
function hashSequence(
  { hi, lo }: HashList,
  windows: number,
  elements: number,
  width: number,
  keys: Uint32Array
): string | undefined {
  if (elements === 0) return undefined
  const { chains } = secretPlaces
  let sequence = ''
  for (const place of [chains, chains + 4]) {
    const by = multiplier(keys, place)
    const chain = new Hash64().set(keys[place + 3] as number, keys[place + 2] as number)
    const link = (high: number, low: number) => chain.xor({ hi: high, lo: low }).multiply(by).xorShift(32)
    for (let i = 0; i < windows; i += width) link(hi[i] as number, lo[i] as number)
    for (const i of [windows - 1, elements - width]) link(hi[i] as number, lo[i] as number)
    link(0, elements)
    sequence += hex(chain.lo) + hex(chain.hi)
  }
  return sequence
}

function hashElements(elements: readonly string[], keys: Uint32Array): HashList {
  const hashes = emptyList(elements.length)
  const hasher = new ElementHasher(keys)
  for (let i = 0; i < elements.length; i++) {
    const { hi, lo } = hasher.hash(elements[i] as string)
    hashes.hi[i] = hi
    hashes.lo[i] = lo
  }
  return hashes
}

/** Hashes elements in blocks of 16 bytes, the last padded with zeros: of Latin-1 when it is ASCII, else of UTF-16. */
class ElementHasher {
  readonly #keys: Uint32Array
  readonly #wide: Uint64
  readonly #byBlock: Uint64
  readonly #byFirst: Uint64
  readonly #block = new Uint32Array(4)
  readonly #hash = new Hash64()
  readonly #sum = new Hash64()
  readonly #product = new Hash64()
  readonly #factor = new Hash64()

  constructor(keys: Uint32Array) {
    this.#keys = keys
    this.#wide = multiplier(keys, secretPlaces.wide)
    this.#byBlock = multiplier(keys, secretPlaces.block)
    this.#byFirst = multiplier(keys, secretPlaces.levels)
  }

  /** @returns a register that the next call changes */
  hash(element: string): Uint64 {
    const isWide = /[^\0-\x7f]/.test(element)
    const unitsPerBlock = isWide ? 8 : 16
    const hash = this.#hash
    if (isWide) hash.set(this.#wide.hi, this.#wide.lo)
    else hash.set(0, 0)
    for (let start = 0; start === 0 || start < element.length; start += unitsPerBlock) {
      if (start > 0) hash.multiply(this.#byBlock)
      this.#read(element, start, isWide ? 16 : 8)
      hash.add(this.#universal(0).multiply(this.#byFirst))
      const { hi, lo } = this.#universal(4)
      // Turned round, so that the two do not have their weak low bits in the same place.
      finish(hash.add(this.#factor.set(lo, hi)))
    }
    return hash
  }

  #read(element: string, start: number, bitsPerUnit: number): void {
    const block = this.#block.fill(0)
    const end = Math.min(element.length, start + 128 / bitsPerUnit)
    for (let unit = start, bit = 0; unit < end; unit++, bit += bitsPerUnit) {
      block[bit >>> 5] = (block[bit >>> 5] as number) | (element.charCodeAt(unit) << (bit & 31))
    }
  }

  /** NH of the block: sums and products of pairs of its four words and those of a key. */
  #universal(place: number): Hash64 {
    this.#product.set(0, this.#word(1, place)).multiply(this.#factor.set(0, this.#word(3, place)))
    this.#sum.set(0, this.#word(0, place)).multiply(this.#factor.set(0, this.#word(2, place)))
    return this.#sum.add(this.#product)
  }

  #word(i: number, place: number): number {
    return (this.#block[i] as number) + (this.#keys[place + i] as number)
  }
}

function finish(hash: Hash64): Hash64 {
  return hash.xorShift(32).multiply(M1).xorShift(32)
}

function multiplier(keys: Uint32Array, place: number): Uint64 {
  return { hi: keys[place + 1] as number, lo: keys[place] as number }
}

function emptyList(length: number): HashList {
  return { hi: new Uint32Array(length), lo: new Uint32Array(length) }
}

/** Of the bytes as they lie in memory, the lowest first. */
function hex(half: number): string {
  const swapped = (half >>> 24) | ((half >>> 8) & 0xff00) | ((half << 8) & 0xff0000) | (half << 24)
  return (swapped >>> 0).toString(16).padStart(8, '0')
}
