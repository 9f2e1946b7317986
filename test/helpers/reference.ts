/**
 * The hashes and the sketch of `doppel-2` once more, in BigInt and without any
 * cleverness: no rolling, no halves, no early ends. Slow, and easy to check by eye.
 */
import { type HashList, halvesOf, type Shingling } from '../../src/text/shingle.ts'

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

/** The hash of a run of elements by a secret: of the first and the last of its elements, as many as the largest power of two below its length. */
export function referenceKeyedHash(run: readonly string[], keys: Uint32Array): bigint {
  if (run.length === 1) return keyedElementHash(run[0] as string, keys)
  const level = Math.ceil(Math.log2(run.length))
  const part = 2 ** (level - 1)
  const [first, last] = [run.slice(0, part), run.slice(-part)].map(half => referenceKeyedHash(half, keys))
  return finish(u64((first as bigint) * keyAt(keys, 8 + 2 * level) + (last as bigint)))
}

/** The hashes of all shingles by a secret, in order, with repeats. */
export function referenceKeyedHashes(elements: readonly string[], shingling: Shingling, keys: Uint32Array): bigint[] {
  const { size } = shingling
  return runsOf(elements, shingling).map(({ run, isShort }) => {
    const first = referenceKeyedHash(run.slice(0, size), keys)
    const mark = u64(BigInt(run.length) * keyAt(keys, 28))
    const hash =
      run.length <= size
        ? first
        : finish(u64(first * keyAt(keys, 22) + referenceKeyedHash(run.slice(-size), keys) + mark))
    return isShort ? finish(u64(hash + mark)) : hash
  })
}

/** The elements of each shingle: it ends where they count as many as its size. */
export function runsOf(
  elements: readonly string[],
  { unit, size }: Shingling
): { run: readonly string[]; isShort: boolean }[] {
  const runs: { run: readonly string[]; isShort: boolean }[] = []
  for (let start = 0; start < elements.length; start++) {
    let halves = 0
    let end = start
    while (halves < 2 * size && end < elements.length) halves += halvesOf(elements[end++] as string, unit)
    const isShort = halves < 2 * size
    if (isShort && start > 0) break
    runs.push({ run: elements.slice(start, end), isShort })
    if (isShort) break
  }
  return runs
}

/** The content key: two chains of the shingles side by side, the last one, the last elements, and the number of elements. */
export function referenceContentKey(
  elements: readonly string[],
  shingling: Shingling,
  keys: Uint32Array
): string | undefined {
  if (elements.length === 0) return undefined
  const width = Math.min(shingling.size, elements.length)
  const hashes = referenceKeyedHashes(elements, shingling, keys)
  const rest = hashes[elements.length - width] ?? referenceKeyedHash(elements.slice(-width), keys)
  const beside = hashes.filter((_, i) => i % width === 0)
  const linked = [...beside, hashes.at(-1) as bigint, rest, BigInt(elements.length)]
  const chains = [30, 34].map(at =>
    linked.reduce((chain, hash) => link(chain, hash, keyAt(keys, at)), keyAt(keys, at + 2))
  )
  const bytes = Buffer.alloc(16)
  for (const [i, chain] of chains.entries()) bytes.writeBigUInt64LE(chain, 8 * i)
  return bytes.toString('hex')
}

function keyedElementHash(element: string, keys: Uint32Array): bigint {
  const isAscii = [...element].every(character => character <= '\x7f')
  const bytes = Buffer.from(element, isAscii ? 'latin1' : 'utf16le')
  const padded = Buffer.alloc(Math.max(1, Math.ceil(bytes.length / 16)) * 16)
  bytes.copy(padded)
  let hash = isAscii ? 0n : keyAt(keys, 26)
  for (let at = 0; at < padded.length; at += 16) {
    const [p, q] = [0, 4].map(key => {
      const [a, b, c, d] = [0, 1, 2, 3].map(i =>
        BigInt((padded.readUInt32LE(at + 4 * i) + (keys[key + i] as number)) >>> 0)
      )
      return u64((a as bigint) * (c as bigint) + (b as bigint) * (d as bigint))
    }) as [bigint, bigint]
    if (at > 0) hash = u64(hash * keyAt(keys, 24))
    hash = finish(u64(hash + p * keyAt(keys, 8) + u64((q << 32n) | (q >> 32n))))
  }
  return hash
}

function keyAt(keys: Uint32Array, place: number): bigint {
  return (BigInt(keys[place + 1] as number) << 32n) | BigInt(keys[place] as number)
}

function link(before: bigint, hash: bigint, by: bigint): bigint {
  const mixed = u64((before ^ hash) * by)
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
