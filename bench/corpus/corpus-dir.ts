import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The folder of real documents, if there is one. */
export const corpusDir: string | undefined = process.env.CORPUS_DIR || undefined

export interface CorpusDocument {
  readonly id: string
  readonly text: string
}

/** A pair that the oracle knows, with its exact similarity on word 3-grams. */
export interface OraclePair {
  readonly a: string
  readonly b: string
  readonly similarity: number
}

/** The documents of a set: `docs.jsonl.gz`, one JSON a line with `id` and `text`. */
export function readDocuments(set: string): CorpusDocument[] {
  const lines = gunzipSync(readFileSync(join(corpusDir!, set, 'docs.jsonl.gz'))).toString()
  return lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const { id, text } = JSON.parse(line)
      return { id: String(id), text: String(text) }
    })
}

/** The sets that have a list of all similar pairs, in order of name. */
export function setsWithOracle(): string[] {
  if (corpusDir === undefined) return []
  return readdirSync(corpusDir)
    .filter(set => oraclePath(set) !== undefined)
    .sort()
}

/** Whether a set is there. */
export function hasSet(set: string): boolean {
  return corpusDir !== undefined && existsSync(join(corpusDir, set, 'docs.jsonl.gz'))
}

/** All pairs of a set from some similarity on, as the file `oracle_J3_ge_*.tsv` has them. */
export function readOracle(set: string): { readonly least: number; readonly pairs: OraclePair[] } {
  const path = oraclePath(set)!
  const [, ...rows] = readFileSync(path, 'utf8').trim().split('\n')
  const pairs = rows.map(row => {
    const [a, b, similarity] = row.split('\t') as [string, string, string]
    return { a, b, similarity: Number(similarity) }
  })
  return { least: Number(path.match(/ge_([\d.]+)[.]tsv$/)![1]), pairs }
}

function oraclePath(set: string): string | undefined {
  const folder = join(corpusDir!, set)
  if (!existsSync(join(folder, 'docs.jsonl.gz'))) return undefined
  const file = readdirSync(folder).find(name => /^oracle_J3_ge_[\d.]+[.]tsv$/.test(name))
  return file && join(folder, file)
}
