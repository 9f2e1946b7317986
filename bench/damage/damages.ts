import { readFileSync, writeFileSync } from 'node:fs'
import type { Random } from '../documents/random.ts'

/** Bytes of a page of the data file; other files are damaged in pieces of the same size. */
const pageBytes = 16_384
/** What LMDB keeps at the beginning of a page, with the first places of its entries. */
const headerBytes = 120

/** A change to the bytes of a file that no program of ours would make. */
export type Damage = (bytes: Buffer, random: Random) => { readonly bytes: Buffer; readonly where: string }

/** By name, what disks, copies and people do to files. */
export const damages: Readonly<Record<string, Damage>> = {
  'a bit': (bytes, random) => flipped(bytes, random.below(bytes.length), random),
  'a bit in the head of a page': (bytes, random) => {
    const page = random.below(Math.ceil(bytes.length / pageBytes)) * pageBytes
    return flipped(bytes, Math.min(page + random.below(headerBytes), bytes.length - 1), random)
  },
  'a byte': (bytes, random) => {
    const at = random.below(bytes.length)
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ (1 + random.below(255))
    return { bytes: changed, where: `byte ${at}` }
  },
  'a page of zeros': (bytes, random) => page(bytes, random, piece => piece.fill(0)),
  'a page of noise': (bytes, random) =>
    page(bytes, random, piece => {
      for (let at = 0; at < piece.length; at++) piece[at] = random.below(256)
    }),
  'a page that belongs elsewhere': (bytes, random) => {
    const from = random.below(Math.ceil(bytes.length / pageBytes)) * pageBytes
    return page(bytes, random, piece => bytes.copy(piece, 0, from, from + piece.length))
  },
  'cut at a page': (bytes, random) => cut(bytes, random.below(Math.ceil(bytes.length / pageBytes)) * pageBytes),
  'cut anywhere': (bytes, random) => cut(bytes, random.below(bytes.length))
}

/** Damages a file in one way. */
export function damageFile(path: string, kind: string, random: Random): string {
  const { bytes, where } = damages[kind]!(readFileSync(path), random)
  writeFileSync(path, bytes)
  return where
}

function flipped(bytes: Buffer, at: number, random: Random): ReturnType<Damage> {
  const changed = Buffer.from(bytes)
  const bit = random.below(8)
  changed[at] = (changed[at] as number) ^ (1 << bit)
  return { bytes: changed, where: `bit ${bit} of byte ${at}` }
}

function page(bytes: Buffer, random: Random, change: (piece: Buffer) => void): ReturnType<Damage> {
  const changed = Buffer.from(bytes)
  const number = random.below(Math.ceil(bytes.length / pageBytes))
  change(changed.subarray(number * pageBytes, (number + 1) * pageBytes))
  return { bytes: changed, where: `page ${number}` }
}

function cut(bytes: Buffer, length: number): ReturnType<Damage> {
  return { bytes: bytes.subarray(0, length), where: `${length} of ${bytes.length} bytes` }
}
