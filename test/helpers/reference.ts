/**
 * The hashes and the sketch of `doppel-2` once more, in BigInt and without any
 * cleverness: no rolling, no halves, no early ends. Slow, and easy to check by eye.
 */
import type { HashList, Shingling } from '../../src/text/shingle.ts'

const K1 = 0x9e3779b97f4a7c15n
const K2 = 0xc2b2ae3d27d4eb4fn
const K3 = 0xd6e8feb86659fd93n
const M1 = 0xbf58476d1ce4e5b9n
const M2 = 0x94d049bb133111ebn
const base = 0x9fb21c651e98df25n

const u64 = (value: bigint): bigint => BigInt.asUintN(64, value)

/** A word or a code point: blocks of 16 bytes, the last padded with zeros. */
export function referenceElementHash(element: string): bigint {
  const isAscii = [...element].every(character => character <= '\x7f')
  const bytes = Buffer.from(element, isAscii ? 'latin1' : 'utf16le')
  const padded = Buffer.alloc(Math.max(1, Math.ceil(bytes.length / 16)) * 16)
  bytes.copy(padded)
  let hash = isAscii ? 0n : K3
  for (let at = 0; at < padded.length; at += 16) {
    const [first, second] = [padded.readBigUInt64LE(at), padded.readBigUInt64LE(at + 8)]
    if (at + 16 === padded.length) {
      hash = u64((hash ^ first) * K1) ^ u64(second * K2)
      return hash ^ (hash >> 32n)
    }
    hash = u64((hash ^ first) * K1)
    hash = u64((hash ^ (hash >> 32n) ^ second) * K2)
    hash ^= hash >> 29n
  }
  throw new RangeError('unreachable')
}

/** The distinct 64-bit hashes of all windows, each window a polynomial evaluated from scratch. */
export function referenceShingleHashes(elements: readonly string[], shingling: Shingling, seed: number): bigint[] {
  const { windows, isShort } = referenceWindows(elements, shingling)
  const salt = u64(BigInt(seed) * K3) ^ (isShort ? u64(BigInt(elements.length) * K3) : 0n)
  const hashes = new Set<bigint>()
  for (const window of windows) {
    const polynomial = window.reduce((sum, element) => u64(sum * base + referenceElementHash(element)), 0n)
    hashes.add(finish(polynomial ^ salt))
  }
  return [...hashes]
}

const halfWord =
  /^(?!\p{Nd})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Tham}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Viet}\p{Script=Ahom}]/u

/**
 * The windows that shingles are: from each element on the shortest run that counts as many words as the size, where a
 * letter of a script of Southeast Asia is half a word; all elements where they count less.
 */
export function referenceWindows(
  elements: readonly string[],
  { unit, size }: Shingling
): { windows: string[][]; isShort: boolean } {
  const wordsIn = (run: readonly string[]) =>
    run.reduce((sum, element) => sum + (unit === 'word' && halfWord.test(element) ? 0.5 : 1), 0)
  const isShort = wordsIn(elements) < size
  if (isShort) return { windows: elements.length === 0 ? [] : [[...elements]], isShort }
  const windows = elements.flatMap((_, start) => {
    const lengths = Array.from({ length: 2 * size }, (_, i) => i + 1).filter(i => start + i <= elements.length)
    const length = lengths.find(i => wordsIn(elements.slice(start, start + i)) >= size)
    return length === undefined ? [] : [elements.slice(start, start + length)]
  })
  return { windows, isShort }
}

function finish(hash: bigint): bigint {
  const mixed = u64((hash ^ (hash >> 32n)) * M1)
  return mixed ^ (mixed >> 32n)
}

/** The digest of a sequence of elements: four nonlinear chains that take turns, chained in the end behind their number. */
export function referenceSequenceHash(elements: readonly string[]): string | undefined {
  if (elements.length === 0) return undefined
  const chains = [0, 1, 2, 3].map(chain =>
    elements
      .filter((_, i) => i % 4 === chain)
      .map(referenceElementHash)
      .reduce(link, u64(BigInt(chain + 1) * K3))
  )
  const state = finish(chains.reduce(link, u64(BigInt(elements.length) * K3)))
  return state.toString(16).padStart(16, '0')
}

function link(before: bigint, hash: bigint): bigint {
  const mixed = u64((before ^ hash) * M1)
  return mixed ^ (mixed >> 32n)
}

/** Fast Similarity Sketching as in the paper: throw every hash once a round, until no slot is empty. */
export function referenceSketch(hashes: readonly bigint[], slotCount: number): Uint32Array {
  const slotBits = BigInt(Math.log2(slotCount))
  const fractionBits = 32n - slotBits
  const slots: (bigint | undefined)[] = new Array(slotCount).fill(undefined)
  const throwAt = (round: number, throws: Iterable<[slot: number, fraction: bigint]>) => {
    const least = new Map<number, bigint>()
    for (const [slot, fraction] of throws) {
      if (slots[slot] !== undefined) continue
      const value = (BigInt(round) << fractionBits) | fraction
      if (value < (least.get(slot) ?? 1n << 32n)) least.set(slot, value)
    }
    for (const [slot, value] of least) slots[slot] = value
  }
  const split = (word: bigint): [number, bigint] => [Number(word >> fractionBits), word & ((1n << fractionBits) - 1n)]

  throwAt(
    0,
    hashes.map(hash => split(hash >> 32n))
  )
  throwAt(
    1,
    hashes.map(hash => split(hash & 0xffffffffn))
  )
  let multiplier = K1
  for (let round = 2; round < slotCount - 1 && slots.includes(undefined); round++) {
    const current = multiplier
    throwAt(
      round,
      hashes.map(hash => {
        const mixed = u64(hash * current)
        return [Number(mixed >> (64n - slotBits)), u64(mixed * M2) >> (64n - fractionBits)]
      })
    )
    multiplier = u64(multiplier * M2 + 2n)
  }
  for (let slot = 0; slot < slotCount; slot++) {
    if (slots[slot] !== undefined) continue
    throwAt(
      slotCount - 1,
      hashes.map(hash => {
        const salted = u64((hash ^ u64(BigInt(slot + 1) * K3)) * M1)
        const fraction = u64((salted ^ (salted >> 32n)) * M2) >> (64n - fractionBits)
        // The greatest fraction is that of an empty slot.
        return [slot, fraction === (1n << fractionBits) - 1n ? fraction - 1n : fraction]
      })
    )
  }
  return Uint32Array.from(slots, value => Number(value ?? 0xffffffffn))
}

/** Bucket keys of a signature. */
export function referenceBandKeys(signature: Uint32Array, count: number, rows: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, band) => {
    let hash = u64(BigInt(band + 1) * K3)
    const slots = [...signature.subarray(band * rows, (band + 1) * rows)].map(BigInt)
    for (let at = 0; at < rows; at += 2) {
      hash = u64((hash ^ (slots[at] as bigint) ^ ((slots[at + 1] ?? 0n) << 32n)) * K1)
      hash ^= hash >> 32n
    }
    return Number(u64(hash * M1) >> 32n)
  })
}

/** The shingles of a document as strings that cannot be confused, for similarity by JS Sets. */
export function referenceShingles(elements: readonly string[], shingling: Shingling): Set<string> {
  return new Set(referenceWindows(elements, shingling).windows.map(window => JSON.stringify(window)))
}

/** Shared elements of two sets. */
export function sharedCount<Element>(left: ReadonlySet<Element>, right: ReadonlySet<Element>): number {
  let shared = 0
  for (const element of left) if (right.has(element)) shared++
  return shared
}

/** Jaccard similarity of two sets; 0 when both are empty. */
export function jaccardOfSets<Element>(left: ReadonlySet<Element>, right: ReadonlySet<Element>): number {
  const shared = sharedCount(left, right)
  const union = left.size + right.size - shared
  return union === 0 ? 0 : shared / union
}

/** 64-bit hashes as BigInts, in order. */
export function toBigInts({ hi, lo }: HashList): bigint[] {
  return Array.from(hi, (high, at) => (BigInt(high) << 32n) | BigInt(lo[at] as number))
}

/** BigInts as two parallel arrays. */
export function toHashList(hashes: readonly bigint[]): HashList {
  return {
    hi: Uint32Array.from(hashes, hash => Number(hash >> 32n)),
    lo: Uint32Array.from(hashes, hash => Number(hash & 0xffffffffn))
  }
}
