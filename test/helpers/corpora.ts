import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Random } from './random.ts'

/** A document of a corpus. */
export interface CorpusDocument {
  readonly id: string
  readonly text: string
}

/** A pair of the oracle: exact Jaccard of word 3-gram sets. */
export interface OraclePair {
  readonly a: string
  readonly b: string
  readonly similarity: number
}

/** The folder of corpora, one folder each, if there is one. */
export const corpusDir: string | undefined = process.env.CORPUS_DIR || undefined

/** Test options: skips, saying so, where no corpora are at hand. */
export const noCorpus: { readonly skip?: string } = corpusDir
  ? {}
  : { skip: 'set CORPUS_DIR to a folder of corpora (docs.jsonl.gz and oracle_J3_ge_*.tsv in one folder each)' }

/** Whether a corpus is there. */
export function hasCorpus(set: string): boolean {
  return corpusDir !== undefined && existsSync(documentsPath(set))
}

/** Reads a corpus. Fails when CORPUS_DIR lacks it: a test that was asked for must not be left out. */
export function readCorpus(set: string): CorpusDocument[] {
  const lines = gunzipSync(readFileSync(documentsPath(set)))
    .toString()
    .split('\n')
  return lines
    .filter(line => line !== '')
    .map(line => {
      const { id, text } = JSON.parse(line)
      return { id: String(id), text: String(text) }
    })
}

/** The corpora whose similar pairs an oracle has found, in order of name. */
export function corporaWithOracle(): string[] {
  if (corpusDir === undefined) return []
  return readdirSync(corpusDir)
    .filter(set => hasCorpus(set) && oracleFile(set) !== undefined)
    .sort()
}

/** Reads the pairs of a corpus that the oracle found: all those from {@link leastOfOracle} on. */
export function readOracle(set: string): OraclePair[] {
  const path = join(corpusDir as string, set, oracleFile(set) as string)
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map(line => {
    const [a, b, similarity] = line.split('\t') as [string, string, string]
    return { a, b, similarity: Number(similarity) }
  })
}

/** The similarity from which on the oracle of a corpus has all pairs. */
export function leastOfOracle(set: string): number {
  return Number(oracleFile(set)?.match(/ge_([\d.]+)[.]tsv$/)?.[1])
}

/** So many texts of a corpus, always the same ones: half of them from pairs of the oracle. */
export function sampleCorpus(set: string, count: number): string[] {
  const random = new Random(41)
  const texts = new Map(readCorpus(set).map(({ id, text }) => [id, text]))
  const near = random.shuffle(readOracle(set)).flatMap(({ a, b }) => [a, b])
  const chosen = new Set(near.slice(0, count / 2))
  for (const id of random.shuffle([...texts.keys()])) {
    if (chosen.size >= count) break
    chosen.add(id)
  }
  return [...chosen].map(id => texts.get(id) as string)
}

function documentsPath(set: string): string {
  return join(corpusDir as string, set, 'docs.jsonl.gz')
}

function oracleFile(set: string): string | undefined {
  return readdirSync(join(corpusDir as string, set)).find(name => /^oracle_J3_ge_[\d.]+[.]tsv$/.test(name))
}
