import type { ComparisonWithSpans } from '../service/dedup-service.ts'
import type { Shingling } from '../text/shingle.ts'
import type { SharedSpans } from '../text/spans.ts'
import { type Command, CommandError, type CommandStreams, jsonOption } from './command.ts'
import { markedText, printable } from './marked-text.ts'
import { numberValue, shingleOption, shingleValue } from './option-values.ts'
import { readText } from './read-text.ts'

/** Compares two texts without a service, and answers as one does. */
export const compare: Command = {
  summary: 'compare two files of text or HTML',
  arguments: [
    { placeholder: 'A', help: 'a text, a page (.html, .htm or .xhtml), or - for a text on standard input' },
    { placeholder: 'B', help: 'another one' }
  ],
  options: {
    spans: { type: 'boolean', help: 'also print both texts with what they share marked' },
    threshold: { type: 'string', placeholder: 'NUMBER', help: 'end with status 3 where the similarity is below this' },
    shingle: shingleOption,
    json: jsonOption
  },
  examples: [
    { call: 'doppel compare old.txt new.txt', does: 'prints how similar the two are' },
    { call: 'doppel compare old.txt new.txt --spans | less -R', does: 'shows what they share' },
    {
      call: 'curl -s https://example.org/a.txt | doppel compare - a.txt --threshold 0.6',
      does: 'tells by the status whether they match'
    }
  ],
  statuses: { 3: 'the similarity is below --threshold' },
  async run(values, streams, [leftPath, rightPath]) {
    if (leftPath === '-' && rightPath === '-') throw new CommandError('only one of A and B can be standard input', 2)
    const threshold = numberValue(values, 'threshold', { min: 0, max: 1 })
    const shingle = shingleValue(values)
    const sides = [leftPath, rightPath] as [string, string]
    const [left, right] = (await Promise.all(sides.map(path => readText(path, streams)))) as [string, string]
    const { spans, ...scores } = await compareTexts(left, right, shingle)
    const isMarked = values.spans === true
    if (values.json === true) streams.out.write(`${JSON.stringify({ ...scores, ...(isMarked && { spans }) })}\n`)
    else {
      streams.out.write(scoreLines(scores, sides))
      if (isMarked) printMarked(streams, sides, [left, right], spans)
    }
    return threshold !== undefined && (scores.similarity ?? 0) < threshold ? 3 : 0
  }
}

/** By an empty service in memory, so that the answer is the one that a service gives. */
async function compareTexts(left: string, right: string, shingle: Shingling): Promise<ComparisonWithSpans> {
  const { DedupService } = await import('../service/dedup-service.ts')
  const { EmbeddedStore } = await import('../store/embedded/embedded-store.ts')
  const { MemoryJournal } = await import('../store/memory/memory-journal.ts')
  const store = new EmbeddedStore(new MemoryJournal(), Date.now)
  await store.open(() => {})
  try {
    const service = new DedupService(store)
    await service.putCollection('default', { shingle })
    return await service.compareWithSpans('default', { text: left }, { text: right })
  } finally {
    await store.close()
  }
}

function scoreLines(
  { similarity, estimate, containment, shared, union }: Omit<ComparisonWithSpans, 'spans'>,
  [left, right]: readonly [string, string]
): string {
  const part = (share: number | null | undefined) => (share == null ? '-' : share.toFixed(3))
  return [
    `similarity   ${(similarity ?? 0).toFixed(3)}`,
    `estimate     ${estimate.toFixed(3)}`,
    `containment  ${part(containment?.left)} of ${printable(left)} is in ${printable(right)}`,
    `             ${part(containment?.right)} of ${printable(right)} is in ${printable(left)}`,
    `shared       ${shared} of ${union} shingles`,
    ''
  ].join('\n')
}

function printMarked(
  { out, err }: CommandStreams,
  paths: readonly [string, string],
  [left, right]: readonly [string, string],
  spans: SharedSpans
): void {
  const isColour = 'isTTY' in out && out.isTTY === true
  out.write(`\n--- ${printable(paths[0])}\n${markedText(left, spans.left, isColour)}\n`)
  out.write(`\n--- ${printable(paths[1])}\n${markedText(right, spans.right, isColour)}\n`)
  if (spans.truncated) err.write('doppel: the texts share more parts than are marked\n')
}
