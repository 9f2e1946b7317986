import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { DocumentStream } from '../documents/document-stream.ts'
import { sentenceBase } from '../documents/sentences.ts'

/** What is known of a file of documents with planted copies. */
export interface Planted {
  /** The original of each document; its own number where it is one. */
  readonly families: readonly number[]
  /** Pairs of one family with an exact Jaccard similarity of at least the threshold, as numbers of documents. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly words: number
  readonly source: string
}

/**
 * Makes a file of documents, a tenth of them edited copies of earlier ones, and finds which pairs belong together; both are
 * made once for each number of documents.
 */
export function plantedFile(folder: string, documents: number): { readonly path: string; readonly planted: Planted } {
  const path = `${folder}/documents-${documents}.jsonl`
  const truthPath = `${folder}/truth-${documents}.json`
  if (!existsSync(truthPath)) writeFileSync(truthPath, JSON.stringify(makeFile(path, documents)))
  return { path, planted: JSON.parse(readFileSync(truthPath, 'utf8')) as Planted }
}

function makeFile(path: string, documents: number): Planted {
  const base = sentenceBase()
  const words = 400
  const stream = new DocumentStream(base, { seed: 1, words, copies: 0.1, prefix: '' })
  const families: number[] = []
  const copies = new Map<number, { number: number; text: string }[]>()
  const file = openSync(path, 'w')
  for (let number = 0; number < documents; number++) {
    const { text, line, copy } = stream.next()
    const original = copy === undefined ? number : Number(copy.of)
    families.push(original)
    if (copy !== undefined) copies.set(original, [...(copies.get(original) ?? []), { number, text }])
    writeSync(file, line)
  }
  closeSync(file)
  return { families, pairs: pairsIn(path, copies), words, source: base.source }
}

function pairsIn(path: string, copies: Map<number, { number: number; text: string }[]>): [number, number][] {
  const sketcher = createSketcher(defaultSettings)
  const pairs: [number, number][] = []
  let number = 0
  for (const line of linesOf(path)) {
    const family = copies.get(number)
    if (family !== undefined) {
      const { text } = JSON.parse(line) as { text: string }
      const sets = [{ number, text }, ...family].map(member => ({ ...member, set: sketcher.shinglesOf(member.text) }))
      for (const [i, left] of sets.entries()) {
        for (const right of sets.slice(i + 1)) {
          if (jaccardOf(left.set, right.set) >= defaultSettings.threshold) pairs.push([left.number, right.number])
        }
      }
    }
    number++
  }
  return pairs
}

/** The lines of a file that is too large for one string. */
function* linesOf(path: string): Generator<string, void, void> {
  const blockBytes = 64 * 1024 * 1024
  const file = openSync(path, 'r')
  let rest = Buffer.alloc(0)
  const block = Buffer.alloc(blockBytes)
  for (let count = readSync(file, block); count > 0; count = readSync(file, block)) {
    const bytes = Buffer.concat([rest, block.subarray(0, count)])
    const end = bytes.lastIndexOf(10) + 1
    yield* bytes.toString('utf8', 0, end).trimEnd().split('\n')
    rest = Buffer.from(bytes.subarray(end))
  }
  closeSync(file)
}

function jaccardOf(left: Uint32Array, right: Uint32Array): number {
  const set = new Set(left)
  const shared = right.reduce((count, shingle) => count + (set.has(shingle) ? 1 : 0), 0)
  const union = left.length + right.length - shared
  return union === 0 ? 0 : shared / union
}
