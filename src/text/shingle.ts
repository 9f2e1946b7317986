import { Hash64, K1, K2, K3, M1, type Uint64, uint64 } from './hash64.ts'
import { charactersOf, isHalfToken, isSigns } from './tokenize.ts'

/**
 * What a shingle is made of: so many consecutive words, or so many code points. Of a script of Southeast Asia that
 * writes no spaces, where a token is a letter, each counts half a word: two of them say as much as one of Han.
 */
export interface Shingling {
  readonly unit: 'word' | 'character'
  /** 1 to 16 words, or 1 to 64 characters. */
  readonly size: number
}

/** 64-bit hashes as two parallel arrays of 32-bit halves. */
export interface HashList {
  readonly hi: Uint32Array
  readonly lo: Uint32Array
}

/**
 * The elements that shingles are cut from: the tokens themselves, or the code points
 * of the tokens written as one text (see {@link charactersOf}). Signs stay together in either.
 */
export function elementsOf(tokens: readonly string[], { unit }: Shingling): readonly string[] {
  const [first] = tokens
  return unit === 'word' || (first !== undefined && isSigns(first)) ? tokens : charactersOf(tokens)
}

/** What an element counts in a shingle, in halves: two, or one for half a word. */
export function halvesOf(element: string, unit: Shingling['unit']): number {
  return unit === 'word' && isHalfToken(element) ? 1 : 2
}

/**
 * Visits the shingles: one begins at every element, and ends where its elements count as many as its size. A
 * document that counts less is a single shingle.
 *
 * @param visit takes the first element and the one behind the last
 */
export function forEachShingle(
  elements: readonly string[],
  { unit, size }: Shingling,
  visit: (start: number, end: number) => void
): void {
  const enough = 2 * size
  let end = 0
  let halves = 0
  for (let start = 0; start < elements.length; start++) {
    while (halves < enough && end < elements.length) halves += halvesOf(elements[end++] as string, unit)
    if (halves < enough && start > 0) return
    visit(start, end)
    halves -= halvesOf(elements[start] as string, unit)
  }
}

/** Whether all elements together count less than a shingle. */
export function isShort(elements: readonly string[], { unit, size }: Shingling): boolean {
  if (elements.length >= 2 * size) return false
  return elements.reduce((halves, element) => halves + halvesOf(element, unit), 0) < 2 * size
}

/**
 * The distinct shingles of a document, written out: words joined by one space,
 * characters by nothing. This is the meaning of a set in the scheme `minhash`.
 *
 * A document shorter than one shingle is a single shingle of its own length.
 */
export function shingleTexts(tokens: readonly string[], shingling: Shingling): string[] {
  const elements = elementsOf(tokens, shingling)
  const separator = shingling.unit === 'word' ? ' ' : ''
  const texts = new Set<string>()
  forEachShingle(elements, shingling, (start, end) => texts.add(elements.slice(start, end).join(separator)))
  return [...texts]
}

/**
 * Hashes the shingles of a document to 64 bits each, without repeats.
 *
 * The elements' own hashes are the digits of a polynomial modulo 2^64, so that
 * the window rolls: two multiplications a shingle, whatever its size. A document
 * shorter than one shingle is a single shingle with its length mixed in, so
 * that it equals only documents with the same elements.
 *
 * @param seed unsigned 32-bit; every hash depends on it
 */
export function shingleHashes(tokens: readonly string[], shingling: Shingling, seed: number): HashList {
  const elements = elementsOf(tokens, shingling)
  const distinct = new DistinctHashes(elements.length)
  hashShingles(elements, shingling, seed, hash => distinct.add(hash))
  return distinct.toList()
}

function hashShingles(
  elements: readonly string[],
  shingling: Shingling,
  seed: number,
  visit: (hash: Uint64) => void
): void {
  const hashes = hashElements(elements)
  const digitOf = (at: number) => digit.set(hashes.hi[at] as number, hashes.lo[at] as number)
  const salt = new Hash64().set(0, seed).multiply(K3)
  if (isShort(elements, shingling)) salt.xor(new Hash64().set(0, elements.length).multiply(K3))
  const powers = powersOf(base, 2 * shingling.size)
  const window = new Hash64()
  const digit = new Hash64()
  let added = 0
  forEachShingle(elements, shingling, (start, end) => {
    while (added < end) window.multiply(base).add(digitOf(added++))
    visit(digit.set(window.hi, window.lo).xor(salt).xorShift(32).multiply(M1).xorShift(32))
    window.add(negated(digitOf(start).multiply(powers[end - start - 1] as Uint64)))
  })
}

/**
 * The shingle set that similarity is computed from.
 *
 * @param hashes of the shingles, by a secret
 * @returns the upper 32 bits of each hash, ascending, without repeats. Two different
 * shingles coincide with probability 2^-32.
 */
export function shingleSet({ hi }: Pick<HashList, 'hi'>): Uint32Array {
  const sorted = hi.toSorted()
  let count = 0
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i] as number
  }
  return sorted.slice(0, count)
}

// An odd base keeps every digit of the polynomial reversible.
const base = uint64(0x9fb21c651e98df25n)

/** The powers from 0 on, as many as asked for. */
function powersOf(of: Uint64, count: number): Uint64[] {
  const power = new Hash64().set(0, 1)
  return Array.from({ length: count }, () => {
    const { hi, lo } = power
    power.multiply(of)
    return { hi, lo }
  })
}

function negated(value: Hash64): Uint64 {
  return { hi: ~value.hi + (value.lo === 0 ? 1 : 0), lo: -value.lo >>> 0 }
}

function hashElements(elements: readonly string[]): HashList {
  const hi = new Uint32Array(elements.length)
  const lo = new Uint32Array(elements.length)
  const hash = new Hash64()
  for (let i = 0; i < elements.length; i++) {
    hashElement(elements[i] as string, hash)
    hi[i] = hash.hi
    lo[i] = hash.lo
  }
  return { hi, lo }
}

/**
 * Hashes a token in blocks of 16 bytes, the last padded with zeros: Latin-1
 * bytes when the token is ASCII, else UTF-16 little-endian with another start.
 */
function hashElement(element: string, hash: Hash64): void {
  const isWide = hasWideUnit(element)
  const unitsPerBlock = isWide ? 8 : 16
  if (isWide) hash.set(K3.hi, K3.lo)
  else hash.set(0, 0)
  let start = 0
  for (; start + unitsPerBlock < element.length; start += unitsPerBlock) {
    readBlock(element, start, isWide)
    hash.xor(first).multiply(K1).xorShift(32)
    hash.xor(second).multiply(K2).xorShift(29)
  }
  readBlock(element, start, isWide)
  hash.xor(first).multiply(K1)
  hash.xor(second.multiply(K2)).xorShift(32)
}

// The two halves of the block that was read last; made once, because this is the hottest loop.
const first = new Hash64()
const second = new Hash64()
const blockWords = new Uint32Array(4)

function readBlock(element: string, start: number, isWide: boolean): void {
  blockWords.fill(0)
  const bitsPerUnit = isWide ? 16 : 8
  const end = Math.min(element.length, start + 128 / bitsPerUnit)
  for (let unit = start, bit = 0; unit < end; unit++, bit += bitsPerUnit) {
    blockWords[bit >>> 5] = (blockWords[bit >>> 5] as number) | (element.charCodeAt(unit) << (bit & 31))
  }
  first.set(blockWords[1] as number, blockWords[0] as number)
  second.set(blockWords[3] as number, blockWords[2] as number)
}

function hasWideUnit(element: string): boolean {
  for (let i = 0; i < element.length; i++) {
    if (element.charCodeAt(i) > 0x7f) return true
  }
  return false
}

const scatter = Math.floor(Math.random() * 2 ** 32) | 1

/** An open-addressing set of 64-bit hashes that keeps the order of arrival. */
class DistinctHashes {
  readonly #hi: Uint32Array
  readonly #lo: Uint32Array
  readonly #slots: Uint32Array
  readonly #shift: number
  #count = 0

  constructor(capacity: number) {
    this.#hi = new Uint32Array(capacity)
    this.#lo = new Uint32Array(capacity)
    const bits = 1 + Math.ceil(Math.log2(capacity + 1))
    this.#slots = new Uint32Array(2 ** bits)
    this.#shift = 32 - bits
  }

  add({ hi, lo }: Uint64): void {
    const mask = this.#slots.length - 1
    // Whoever chose the text does not know which hashes lie side by side.
    let slot = Math.imul(lo ^ hi, scatter) >>> this.#shift
    for (let entry = this.#slots[slot] as number; entry !== 0; entry = this.#slots[slot] as number) {
      if (this.#hi[entry - 1] === hi && this.#lo[entry - 1] === lo) return
      slot = (slot + 1) & mask
    }
    this.#hi[this.#count] = hi
    this.#lo[this.#count] = lo
    this.#slots[slot] = ++this.#count
  }

  toList(): HashList {
    return { hi: this.#hi.slice(0, this.#count), lo: this.#lo.slice(0, this.#count) }
  }
}
