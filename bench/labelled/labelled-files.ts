import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** CORE: documents with the ids of their duplicates. */
export interface CoreSet {
  readonly ids: readonly string[]
  readonly texts: readonly string[]
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>
}

/** NEWS-COPY: documents with the cluster of each. */
export interface NewsCopySet {
  readonly texts: readonly string[]
  readonly clusters: readonly string[]
}

/**
 * Reads pinecone/core-2020-05-10-deduplication as JSONL, gzip or not: `core_id`, `processed_title`,
 * `processed_abstract`, and `labelled_duplicates`, a list of ids. The text is made as in text-dedup.
 */
export function readCore(path: string): CoreSet {
  const ids: string[] = []
  const texts: string[] = []
  const labels = new Map<string, Set<string>>()
  for (const record of records(path)) {
    const id = String(record.core_id)
    ids.push(id)
    texts.push(`${record.processed_title} ${record.processed_abstract}`.toLowerCase())
    labels.set(id, new Set(((record.labelled_duplicates ?? []) as unknown[]).map(String)))
  }
  return { ids, texts, labels }
}

/** Reads chenghao/NEWS-COPY-eval, split `test`, as JSONL, gzip or not: `article` and `cluster`. */
export function readNewsCopy(path: string): NewsCopySet {
  const all = records(path)
  return {
    texts: all.map(({ article }) => newsCopyText(String(article))),
    clusters: all.map(({ cluster }) => String(cluster))
  }
}

/** What text-dedup does to a NEWS-COPY article: joins hyphenated lines, drops punctuation, keeps ASCII only. */
export function newsCopyText(article: string): string {
  return article
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replace(/["#$%&\\()*+/:;<=>@[\]^_`{|}~.?,!']/g, '')
    .replace(/\P{ASCII}/gu, '')
}

function records(path: string): Record<string, unknown>[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))
}
