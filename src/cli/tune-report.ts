import { type Example, type ExampleSide, levelName } from '../tune/examples.ts'
import { isShown } from '../tune/levels.ts'
import { formatCount } from '../tune/numbers.ts'
import type { Tuning } from '../tune/tune.ts'
import { markedText, printable } from './marked-text.ts'

const barWidth = 18
/** Characters of an excerpt that are shown, and of those before the first difference. */
const [shownLength, leadLength] = [200, 60]

/** What `tune` found, for the terminal. */
export function tuningReport(tuning: Tuning, isColour: boolean): string {
  const { documents, texts, empty, shingle, proposal, examples } = tuning
  const head = `${formatCount(documents)} documents, ${formatCount(texts)} distinct texts, ${formatCount(empty)} without a word; shingles ${shingle.unit}-${shingle.size}`
  const shown = examples
    .filter(level => level.examples.length > 0)
    .map(level => `${levelName(level)}\n${level.examples.map(example => exampleLines(example, isColour)).join('')}`)
  return [
    `${head}\n`,
    plot(tuning),
    ...(shown.length === 0 ? [] : [`Examples${isColour ? '' : ', shared parts in [[ ]]'}:\n\n${shown.join('\n')}`]),
    `Proposed threshold: ${proposal.threshold.toFixed(2)}\n${proposal.reason}\n`
  ].join('\n')
}

function plot({ levels, proposal }: Tuning): string {
  const proposed = Math.round(proposal.threshold * 100)
  const rows = levels.filter(({ threshold }) => isShown(Math.round(threshold * 100), proposed))
  const most = (of: (level: (typeof levels)[number]) => number) => Math.max(1, ...rows.map(of))
  const mostPairs = most(({ pairs }) => pairs)
  const mostClusters = most(({ clusters }) => clusters)
  const lines = rows.map(({ threshold, pairs, clusters, duplicates }) => {
    const mark = Math.round(threshold * 100) === proposed ? '>' : ' '
    const cells = [
      `${mark} ${threshold.toFixed(2)}`.padStart(9),
      `${cell(pairs)} ${bar(pairs / mostPairs)}`,
      `${cell(clusters)} ${bar(clusters / mostClusters)}`,
      cell(duplicates)
    ]
    return cells.join('  ').trimEnd()
  })
  const head = `threshold  ${'pairs'.padStart(10)} ${' '.repeat(barWidth)}  ${'clusters'.padStart(10)} ${' '.repeat(barWidth)}  duplicates`
  return `${[head, ...lines].join('\n')}\n`
}

function cell(count: number): string {
  return formatCount(count).padStart(10)
}

/** A horizontal bar, exact to an eighth of a character. */
function bar(share: number): string {
  const eighths = Math.round(share * barWidth * 8)
  const rest = eighths % 8
  const end = rest === 0 ? '' : String.fromCodePoint(0x2590 - rest)
  return ('█'.repeat(eighths >> 3) + end).padEnd(barWidth)
}

function exampleLines({ similarity, left, right }: Example, isColour: boolean): string {
  const side = (name: string, shown: ExampleSide) =>
    `    ${name} ${printable(shown.id)}: ${around(shown, isColour).replace(/\s+/g, ' ').trim()}\n`
  return `  ${similarity.toFixed(3)}\n${side('a', left)}${side('b', right)}`
}

/** The part of an excerpt around what the other one lacks. */
function around({ excerpt, shared }: ExampleSide, isColour: boolean): string {
  const difference = shared[0]?.start === 0 ? (shared[0].end ?? 0) : 0
  const from = Math.max(0, Math.min(difference, excerpt.length - 1) - leadLength)
  const to = Math.min(excerpt.length, from + shownLength)
  const spans = shared
    .filter(({ start, end }) => end > from && start < to)
    .map(({ start, end }) => ({ start: Math.max(start, from) - from, end: Math.min(end, to) - from }))
  const shown = markedText(excerpt.slice(from, to), spans, isColour)
  return `${from > 0 ? '... ' : ''}${shown}${to < excerpt.length ? ' ...' : ''}`
}
