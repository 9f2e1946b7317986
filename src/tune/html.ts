import { type Example, type ExampleLevel, type ExampleSide, levelName } from './examples.ts'
import { isShown } from './levels.ts'
import { formatCount } from './numbers.ts'
import { tuningSvg } from './svg.ts'
import type { Tuning } from './tune.ts'

const style = `
body { font: 15px/1.5 sans-serif; max-width: 900px; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
svg { max-width: 100%; height: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .15em .8em; text-align: right }
tr.proposed { background: #f2e6b8; font-weight: bold }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; margin: .5em 0 1.5em }
.pair div { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #ccc; padding: .6em; max-height: 16em; overflow: auto }
mark { background: #cdeacd }
`

/** A page with the plot, the figures and the example pairs; it needs nothing else, and no script. */
export function tuningHtml(tuning: Tuning): string {
  const { documents, texts, empty, shingle, proposal, levels, examples } = tuning
  const proposed = Math.round(proposal.threshold * 100)
  const rows = levels.filter(({ threshold }) => isShown(Math.round(threshold * 100), proposed))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Threshold for near-duplicates</title>
<style>${style}</style>
</head>
<body>
<h1>Threshold: ${proposal.threshold.toFixed(2)}${proposal.isClear ? '' : ' (the default)'}</h1>
<p>${formatCount(documents)} documents, ${formatCount(texts)} distinct texts, ${formatCount(empty)} without a word; shingles of ${shingle.size} ${shingle.unit}s. Why ${proposal.threshold.toFixed(2)}: ${escaped(proposal.reason)}.</p>
${tuningSvg(tuning)}
<table>
<thead><tr><th>threshold</th><th>pairs</th><th>clusters</th><th>duplicates</th></tr></thead>
<tbody>
${rows
  .map(
    ({ threshold, pairs, clusters, duplicates }) =>
      `<tr${Math.round(threshold * 100) === proposed ? ' class="proposed"' : ''}><td>${threshold.toFixed(2)}</td><td>${formatCount(pairs)}</td><td>${formatCount(clusters)}</td><td>${formatCount(duplicates)}</td></tr>`
  )
  .join('\n')}
</tbody>
</table>
<h2>Examples</h2>
<p>Pairs from each tenth, with the beginning of both texts; what the two excerpts share is marked.</p>
${examples.map(levelSection).join('\n')}
</body>
</html>
`
}

function levelSection(level: ExampleLevel): string {
  const pairs = level.examples.length === 0 ? '<p>None.</p>' : level.examples.map(pair).join('\n')
  return `<h3>${levelName(level)}</h3>\n${pairs}`
}

function pair({ similarity, left, right }: Example): string {
  const name = `<code>${escaped(left.id)}</code> and <code>${escaped(right.id)}</code>`
  return `<p><b>${similarity.toFixed(3)}</b> ${name}</p>\n<div class="pair">${side(left)}${side(right)}</div>`
}

function side({ excerpt, shared }: ExampleSide): string {
  let at = 0
  let marked = ''
  for (const { start, end } of shared) {
    marked += `${escaped(excerpt.slice(at, start))}<mark>${escaped(excerpt.slice(start, end))}</mark>`
    at = end
  }
  return `<div>${marked}${escaped(excerpt.slice(at))}</div>`
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, character => entities[character] as string)
}
