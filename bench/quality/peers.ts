import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bandingFor } from '../../src/lsh/banding.ts'
import { PeerProcess } from '../python/peer-process.ts'
import { componentsOf } from './partition.ts'
import type { Findings } from './score.ts'

/** As many as bench/python/quality.py makes. */
const slots = 128

/** The Python peers on one set of documents. */
export class PeerIndexes {
  readonly #process: PeerProcess
  readonly #folder: string
  readonly #documents: number

  /** @param tokens our tokens of each text, so that all cut the same shingles */
  constructor(python: string, texts: readonly string[], tokens: readonly (readonly string[])[]) {
    this.#folder = mkdtempSync(join(tmpdir(), 'doppel-bench-'))
    this.#documents = texts.length
    const file = join(this.#folder, 'documents.jsonl')
    writeFileSync(file, texts.map((text, i) => `${JSON.stringify({ text, tokens: tokens[i]!.join(' ') })}\n`).join(''))
    this.#process = new PeerProcess(python, 'quality.py', [file])
  }

  /** What each peer reports at a threshold; their clusters are the components of the pairs. */
  async find(threshold: number): Promise<Map<string, Findings>> {
    const { count, rows } = bandingFor(threshold, slots)
    type Answer = Record<string, { pairs: [number, number][]; seconds: number }>
    const answer = await this.#process.ask<Answer>({ threshold, bands: count, rows })
    return new Map(
      Object.entries(answer).map(([name, { pairs, seconds }]) => {
        const named = pairs.map(([a, b]) => ({ a, b }))
        return [name, { pairs: named, clusters: componentsOf(this.#documents, named), seconds }]
      })
    )
  }

  close(): void {
    this.#process.close()
    rmSync(this.#folder, { recursive: true })
  }
}
