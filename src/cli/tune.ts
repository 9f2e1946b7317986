import { extname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Sample } from '../tune/sample.ts'
import type { Tuning } from '../tune/tune.ts'
import { type Command, CommandError, type CommandStreams, jsonOption, type OptionValues } from './command.ts'
import { readDocuments } from './documents.ts'
import { faultReport } from './fault-report.ts'
import { inputOptions } from './input-options.ts'
import { forceOption, requireNew, writeWhole } from './new-file.ts'
import { numberValue, shingleOption, shingleValue, stringValue } from './option-values.ts'
import { progressLine } from './progress.ts'

/** Documents of a sample where the call does not say: the time grows with the square. */
const defaultLimit = 20_000
/** Shingles of a sample, 4 bytes each. */
const maxShingles = 100_000_000

/** Looks for a threshold in a sample, without a service. */
export const tune: Command = {
  summary: 'show what each threshold would find in a sample of documents, and propose one',
  arguments: [
    { placeholder: 'FILE', help: 'documents, as for doppel dedup; - for standard input', isRepeatable: true }
  ],
  options: {
    ...inputOptions,
    shingle: shingleOption,
    limit: {
      type: 'string',
      placeholder: 'NUMBER',
      help: `documents to read at most, the first ones; ${defaultLimit} by default`
    },
    examples: { type: 'string', placeholder: 'NUMBER', help: 'example pairs of each tenth; 2 by default' },
    out: {
      type: 'string',
      placeholder: 'FILE',
      help: 'also write the plot: a .svg, or a .html with the examples',
      completes: 'files'
    },
    force: forceOption,
    json: jsonOption
  },
  examples: [
    { call: 'doppel tune sample.jsonl', does: 'prints a plot, example pairs and a proposed threshold' },
    { call: 'doppel tune sample.jsonl --out tune.html', does: 'also writes a page to look at in a browser' },
    {
      call: 'shuf -n 20000 articles.jsonl | doppel tune - --shingle character-9',
      does: 'tries other shingles on a random sample'
    }
  ],
  async run(values, streams, paths) {
    const out = stringValue(values, 'out')
    const render = out === undefined ? undefined : await rendererFor(out)
    if (out !== undefined) requireNew(out, values.force)
    const { tuning, faults } = await tuneDocuments(values, streams, paths)
    if (out !== undefined && render !== undefined) await writeWhole(out, [render(tuning)])
    if (values.json === true) streams.out.write(`${JSON.stringify(tuning)}\n`)
    else {
      const { tuningReport } = await import('./tune-report.ts')
      streams.out.write(tuningReport(tuning, 'isTTY' in streams.out && streams.out.isTTY === true))
    }
    return faults === 0 ? 0 : 1
  }
}

async function rendererFor(path: string): Promise<(tuning: Tuning) => string> {
  const extension = extname(path).toLowerCase()
  if (extension === '.svg') return (await import('../tune/svg.ts')).tuningSvg
  if (extension === '.html') return (await import('../tune/html.ts')).tuningHtml
  throw new CommandError(`--out is ${JSON.stringify(path)}: it must end in .svg or .html`, 2)
}

async function tuneDocuments(
  values: OptionValues,
  streams: CommandStreams,
  paths: readonly string[]
): Promise<{ tuning: Tuning; faults: number }> {
  const limit = numberValue(values, 'limit', { min: 2, max: 1_000_000, isInteger: true }) ?? defaultLimit
  const examplesPerLevel = numberValue(values, 'examples', { min: 0, max: 100, isInteger: true }) ?? 2
  const shingle = shingleValue(values)
  const { createSketcher } = await import('../signature/sketcher.ts')
  const { defaultSettings } = await import('../store/collections.ts')
  const { Sample } = await import('../tune/sample.ts')
  const { tune } = await import('../tune/tune.ts')
  const sketcher = createSketcher({ ...defaultSettings, shingle })
  const sample = new Sample()
  const progress = progressLine(streams.err)
  const report = faultReport(streams.err, progress)
  const { onFault, onSkipped } = report
  const request = {
    paths,
    values,
    streamFormat: 'jsonl',
    isWhole: false,
    onFault,
    onSkipped,
    onNotice: report.say
  } as const
  try {
    for await (const { place, id = place, text = '' } of readDocuments(request, streams)) {
      const cut = cutReason(sample, limit)
      if (cut !== undefined) {
        report.say(`the sample ends here, at ${cut}`)
        break
      }
      sample.add(id, text, sketcher.sketchText(text))
      progress.show(() => `reading: ${sample.documents} documents`)
    }
    if (sample.documents === 0) throw new CommandError('no document could be read; nothing was done', 1)
  } catch (error) {
    report.end()
    throw error
  }
  const work = tune(sample, sketcher, { shingle, fallback: defaultSettings.threshold, examplesPerLevel })
  for (;;) {
    const step = work.next()
    if (step.done === true) {
      report.end()
      return { tuning: step.value, faults: report.failed }
    }
    progress.show(() => `comparing: ${Math.round((100 * step.value) / sample.texts.length)} %`)
    // A chance for Ctrl-C.
    await setImmediate()
  }
}

function cutReason(sample: Sample, limit: number): string | undefined {
  if (sample.documents >= limit) return `${limit} documents (--limit reads more)`
  return sample.shingles >= maxShingles
    ? `${sample.documents} documents, which have ${maxShingles} shingles`
    : undefined
}
