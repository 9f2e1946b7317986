import { foldPairs, foldRuns, hanPairs } from './fold-table.ts'
import { TextBuilder } from './text-builder.ts'

/**
 * Writes letters that readers take for the same in one way, by the committed table: lower case,
 * Latin, Greek and Cyrillic without marks, one of the forms of an Arabic letter, digits as ASCII,
 * simplified Han. For hashing only.
 *
 * @param normalized as `normalize` returned it
 */
export function fold(normalized: string): string {
  const folded = new TextBuilder()
  for (let at = 0; at < normalized.length; at++) {
    const codePoint = normalized.codePointAt(at) as number
    if (codePoint > 0xffff) at++
    const pair = codePoint < 0x80 ? undefined : pairs.get(codePoint)
    if (pair === undefined) folded.append(codePoint + distanceOf(codePoint))
    else for (const part of pair) folded.append(part)
  }
  return folded.toString()
}

/** How far a code point is from the one that it is folded to; 0 also for those that become two. */
export function distanceOf(codePoint: number): number {
  return distances[codePoint >>> 8]?.[codePoint & 255] ?? 0
}

/** The code points that become two others. */
export const pairs: ReadonlyMap<number, readonly [first: number, second: number]> = readPairs()

/** By blocks of 256 code points, of those blocks in which any is folded. */
const distances: (Int32Array | undefined)[] = readDistances()

/** Visits the code points that become one other. */
export function forEachFolded(visit: (codePoint: number, distance: number) => void): void {
  for (let block = 0; block < distances.length; block++) {
    const inBlock = distances[block]
    if (inBlock === undefined) continue
    for (let at = 0; at < 256; at++) if (inBlock[at] !== 0) visit(block * 256 + at, inBlock[at] as number)
  }
}

function readPairs(): Map<number, readonly [number, number]> {
  const found = new Map<number, readonly [number, number]>()
  for (const entry of foldPairs.split(',')) {
    const [codePoint, first, second] = numbersOf(entry)
    found.set(codePoint as number, [first as number, second as number])
  }
  return found
}

function readDistances(): (Int32Array | undefined)[] {
  const found: (Int32Array | undefined)[] = new Array(0x1100).fill(undefined)
  const set = (codePoint: number, distance: number) => {
    const block = codePoint >>> 8
    found[block] ??= new Int32Array(256)
    found[block][codePoint & 255] = distance
  }
  for (let letter = 0x41; letter <= 0x5a; letter++) set(letter, 0x20)
  for (const run of foldRuns.split(',')) {
    const [first = 0, count = 0, stride = 1, distance = 0] = numbersOf(run)
    for (let i = 0; i < count; i++) set(first + i * stride, distance)
  }
  const han = Array.from(hanPairs, character => character.codePointAt(0) as number)
  for (let i = 0; i < han.length; i += 2) set(han[i] as number, (han[i + 1] as number) - (han[i] as number))
  return found
}

function numbersOf(entry: string): number[] {
  return entry.split(' ').map(value => Number.parseInt(value, 36))
}
