import { extractPage } from '../../src/extraction/extract-page.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { hasCorpus } from '../../test/helpers/corpora.ts'
import { thisMachine } from '../report/machine.ts'
import { save } from '../report/save.ts'
import { median, quantile } from '../report/statistics.ts'
import { markdownTable } from '../report/table.ts'
import { choices, visibleText } from './choices.ts'
import { asPages, differentArticles, type LabelledPair, readPairs } from './labelled-pairs.ts'
import { type ExpectedPage, hasPages, readPages } from './readability-pages.ts'
import { tokenScore } from './token-score.ts'

const thresholds = [0.5, 0.6, 0.7, 0.8]
/** Of the articles that are put into pages: short, as long as news, and whole. */
const lengths = [150, 400, Number.POSITIVE_INFINITY]

const machine = thisMachine()
const pages = hasPages() ? measurePages(await readPages()) : undefined
const pairs = hasCorpus('neardup_webpages') ? measurePairs(readPairs()) : undefined
if (pages === undefined && pairs === undefined) {
  console.log('CORPUS_DIR names no folder with html_readability or neardup_webpages: there is nothing to measure')
}
save({ bench: 'extraction', machine, pages, pairs })

/** Each choice against the expected articles, and the fields against the expected ones. */
function measurePages(expected: readonly ExpectedPage[]) {
  const byChoice = Object.entries(choices).map(([choice, textOf]) => {
    const start = process.cpuUsage()
    const found = expected.map(({ html }) => textOf(html))
    const { user, system } = process.cpuUsage(start)
    const scores = found.map((text, i) => tokenScore(tokenize(text), tokenize(visibleText(expected[i]!.expected))))
    const sorted = scores.map(({ f1 }) => f1).sort((a, b) => a - b)
    return {
      choice,
      f1: mean(sorted),
      median: median(sorted),
      tenth: quantile(sorted, 0.1),
      least: sorted[0] as number,
      precision: mean(scores.map(({ precision }) => precision)),
      recall: mean(scores.map(({ recall }) => recall)),
      cpuMs: (user + system) / 1000 / expected.length
    }
  })
  const fields = expected.map(page => ({ page, found: extractPage(page.html) }))
  const titles = fields.filter(({ page, found }) => spaced(page.title) === spaced(found.title)).length
  const dated = fields.filter(({ page }) => page.publishedTime !== null)
  const dates = dated.filter(({ page, found }) => found.publishedAt?.slice(0, 10) === page.publishedTime!.slice(0, 10))
  console.log(
    markdownTable(
      [
        `${expected.length} pages`,
        'mean F1',
        'median',
        '10th percentile',
        'least',
        'precision',
        'recall',
        'CPU ms a page'
      ],
      byChoice.map(({ choice, cpuMs, ...scores }) => [
        choice,
        ...[scores.f1, scores.median, scores.tenth, scores.least, scores.precision, scores.recall].map(three),
        cpuMs.toFixed(0)
      ])
    )
  )
  console.log(
    `titles as expected: ${titles} of ${expected.length}; days of publication: ${dates.length} of ${dated.length}\n`
  )
  return { pages: expected.length, byChoice, titles, dates: dates.length, dated: dated.length }
}

/** Whether pairs are told apart: as the texts that they are, then in pages, by each choice. */
function measurePairs(given: readonly LabelledPair[]) {
  const all = [...given, ...differentArticles(given)]
  const asTexts = score('the texts themselves', given, text => text)
  const inPages = lengths.flatMap(words => {
    const pages = all.map((pair, i) => asPages(pair, i, words))
    const length = Number.isFinite(words) ? `${words} words` : 'whole articles'
    return Object.entries(choices).map(([choice, textOf]) => score(`${length}, ${choice}`, pages, textOf))
  })
  const results = [asTexts, ...inPages]
  console.log(
    markdownTable(
      ['accuracy at the threshold', ...thresholds.map(String)],
      results.map(({ name, accuracy }) => [name, ...accuracy.map(three)])
    )
  )
  console.log()
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  console.log(
    markdownTable(
      ['pairs right at .6', ...kinds],
      results.map(({ name, byKind }) => [
        name,
        ...kinds.map(kind => (byKind[kind] === undefined ? '-' : `${byKind[kind].right}/${byKind[kind].all}`))
      ])
    )
  )
  return results
}

function score(name: string, pairs: readonly LabelledPair[], textOf: (text: string) => string) {
  const similarities = pairs.map(({ left, right }) => similarity(textOf(left), textOf(right)))
  const isRight = (i: number, threshold: number) => similarities[i]! >= threshold === pairs[i]!.isDuplicate
  const byKind: Record<string, { right: number; all: number }> = {}
  for (const [i, { kind }] of pairs.entries()) {
    const counts = byKind[kind] ?? { right: 0, all: 0 }
    byKind[kind] = counts
    counts.all++
    if (isRight(i, 0.6)) counts.right++
  }
  const accuracy = thresholds.map(threshold => pairs.filter((_, i) => isRight(i, threshold)).length / pairs.length)
  return { name, pairs: pairs.length, accuracy, byKind }
}

/** Exact Jaccard similarity of the shingle sets under the default settings. */
function similarity(left: string, right: string): number {
  const sketcher = createSketcher(defaultSettings)
  const [a, b] = [new Set(sketcher.shinglesOf(left)), new Set(sketcher.shinglesOf(right))]
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  const union = a.size + b.size - shared
  return union === 0 ? 0 : shared / union
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function three(value: number): string {
  return value.toFixed(3)
}

function spaced(title: string | null | undefined): string {
  return (title ?? '').replace(/\s+/g, ' ').trim()
}
