import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusDir, readCorpus } from '../../test/helpers/corpora.ts'
import { newsPage } from '../../test/helpers/pages.ts'

const set = 'neardup_webpages'

/** Two texts and whether they are near-duplicates. */
export interface LabelledPair {
  readonly kind: string
  readonly left: string
  readonly right: string
  readonly isDuplicate: boolean
}

/** The labelled pairs of edited encyclopedia pages, which are texts already: `truth.tsv` has a, b, kind and 0 or 1. */
export function readPairs(): LabelledPair[] {
  const texts = new Map(readCorpus(set).map(({ id, text }) => [id, text]))
  const rows = readFileSync(join(corpusDir!, set, 'truth.tsv'), 'utf8')
    .trim()
    .split('\n')
  return rows.map(row => {
    const [a, b, kind, label] = row.split('\t') as [string, string, string, string]
    return { kind, left: texts.get(a)!, right: texts.get(b)!, isDuplicate: label === '1' }
  })
}

/** Each article beside the next one: other content. */
export function differentArticles(pairs: readonly LabelledPair[]): LabelledPair[] {
  const originals = [...new Set(pairs.map(({ left }) => left))]
  return originals.slice(1).map((right, i) => {
    return { kind: 'different_articles', left: originals[i] as string, right, isDuplicate: false }
  })
}

/**
 * Puts both texts of a pair into pages of one site. Near-duplicates get other boilerplate each, everything else the
 * same, which makes it as hard as it can be for whoever reads all of the page.
 *
 * @param words at most so many of each text
 */
export function asPages(pair: LabelledPair, index: number, words: number): LabelledPair {
  const page = (text: string, boilerplate: number) =>
    newsPage({ article: paragraphs(text, words), title: 'The Harbour Herald', boilerplate })
  const other = pair.isDuplicate ? 2 * index + 1 : 2 * index
  return { ...pair, left: page(pair.left, 2 * index), right: page(pair.right, other) }
}

function paragraphs(text: string, words: number): string[] {
  let left = words
  const taken: string[] = []
  for (const line of text.split('\n')) {
    const part = line.split(' ').slice(0, left)
    left -= part.length
    if (part.length > 0) taken.push(part.join(' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  }
  return taken
}
