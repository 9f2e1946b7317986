import { readFileSync } from 'node:fs'
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

const corpusDir = process.env.CORPUS_DIR

/** Test options: skips, saying so, where no corpora are at hand. */
export const noCorpus: { readonly skip?: string } = corpusDir
  ? {}
  : { skip: 'set CORPUS_DIR to a folder of corpora (docs.jsonl.gz and oracle_J3_ge_*.tsv in one folder each)' }

/** Reads a corpus. Fails when CORPUS_DIR lacks it: a test that was asked for must not be left out. */
export function readCorpus(set: string): CorpusDocument[] {
  const lines = gunzipSync(readFileSync(join(corpusDir as string, set, 'docs.jsonl.gz')))
    .toString()
    .split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as CorpusDocument)
}

/** Reads the pairs of a corpus that the oracle found. */
export function readOracle(set: string, file = 'oracle_J3_ge_0.3.tsv'): OraclePair[] {
  const [, ...lines] = readFileSync(join(corpusDir as string, set, file), 'utf8')
    .trim()
    .split('\n')
  return lines.map(line => {
    const [a, b, similarity] = line.split('\t') as [string, string, string]
    return { a, b, similarity: Number(similarity) }
  })
}

/** So many texts of a corpus, always the same ones: half of them from pairs of the oracle. */
export function sampleCorpus(set: string, count: number): string[] {
  const random = new Random(41)
  const texts = new Map(readCorpus(set).map(({ id, text }) => [id, text]))
  const oracle = readOracle(set, set === 'debian_copyright' ? 'oracle_J3_ge_0.5.tsv' : undefined)
  const near = random.shuffle(oracle).flatMap(({ a, b }) => [a, b])
  const chosen = new Set(near.slice(0, count / 2))
  for (const id of random.shuffle([...texts.keys()])) {
    if (chosen.size >= count) break
    chosen.add(id)
  }
  return [...chosen].map(id => texts.get(id) as string)
}
