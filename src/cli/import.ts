import { createHash } from 'node:crypto'
import type { Document, Problem } from '../client/contract.ts'
import type { DoppelCollection } from '../client/doppel-collection.ts'
import { DoppelProblem } from '../client/errors.ts'
import { formatCount } from '../tune/numbers.ts'
import { type Command, type CommandStreams, jsonOption, type OptionValues } from './command.ts'
import { counted, secondsSince } from './data-directory.ts'
import { type ReadDocument, readDocuments } from './documents.ts'
import { type FaultReport, faultReport } from './fault-report.ts'
import { inputOptions } from './input-options.ts'
import { stringValue } from './option-values.ts'
import { type ProgressLine, progressLine } from './progress.ts'
import { answered, collectionOption, serviceOf, serviceOptions, streamRetry } from './service.ts'
import { stopOnSignal } from './stop-signal.ts'

/** What the service said of the documents so far. */
interface Counts {
  created: number
  updated: number
  unchanged: number
  unique: number
  nearDuplicates: number
  exactDuplicates: number
}

/** What an import works with. */
interface Import {
  readonly collection: DoppelCollection
  readonly paths: readonly string[]
  readonly values: OptionValues
  readonly streams: CommandStreams
  readonly counts: Counts
  readonly report: FaultReport
  readonly progress: ProgressLine
  /** Ends the reading; what was read still gets its results. */
  readonly signal: AbortSignal
  /** Ends the waiting for them. */
  readonly overdue: AbortSignal
}

/** The fields of a document in the API, but for the id and the text. */
const knownFields = new Set(['html', 'signature', 'url', 'title', 'metadata', 'publishedAt', 'retentionSeconds'])
const verdictCounts = {
  unique: 'unique',
  'near-duplicate': 'nearDuplicates',
  'exact-duplicate': 'exactDuplicates'
} as const

/** Sends documents to a service as a stream. */
export const importCommand: Command = {
  summary: 'send documents from files to a service; safe to run again',
  arguments: [
    { placeholder: 'FILE', help: 'documents, as for doppel dedup; - for standard input', isRepeatable: true }
  ],
  options: {
    ...serviceOptions,
    collection: collectionOption,
    create: { type: 'boolean', help: 'create the collection with default settings where there is none' },
    ...inputOptions,
    'id-field': {
      ...inputOptions['id-field'],
      help: `${inputOptions['id-field'].help}, or after its content where it comes from a pipe`
    },
    'other-fields': {
      type: 'string',
      placeholder: 'WHAT',
      help: 'fields that a document of the API does not have: refuse (the default), metadata or drop',
      completes: ['refuse', 'metadata', 'drop']
    },
    json: jsonOption
  },
  examples: [
    { call: 'doppel import articles.jsonl', does: 'stores each line as a document' },
    { call: 'doppel import *.jsonl.gz --collection news --create', does: 'stores many files in one collection' },
    {
      call: 'doppel import pages.csv --text-field body --id-field url --other-fields metadata',
      does: 'takes other names'
    }
  ],
  statuses: {
    1: 'a document was not stored; what was is durable, and running the same again goes on',
    130: 'interrupted; running the same again goes on',
    143: 'terminated; running the same again goes on'
  },
  async run(values, streams, paths) {
    const startedAt = performance.now()
    const progress = progressLine(streams.err)
    const report = faultReport(streams.err, progress)
    const service = await serviceOf(values, streamRetry, report.say)
    const counts = { created: 0, updated: 0, unchanged: 0, unique: 0, nearDuplicates: 0, exactDuplicates: 0 }
    const { signal, overdue, status, release } = stopOnSignal(() => report.say('stopping; once more ends at once'))
    const { collection } = service
    try {
      await answered(service, async () => {
        if (values.create === true) await createMissing(collection, signal)
        await upload({ collection, paths, values, streams, counts, report, progress, signal, overdue })
      })
    } catch (error) {
      if (error !== signal.reason && error !== overdue.reason) throw error
    } finally {
      release()
      if (overdue.aborted) report.say('stopped without the results of what was sent last; the same command goes on')
      else if (signal.aborted) report.say('stopped; the same command goes on')
      report.end()
      const { failed, skipped } = report
      const result = { ...counts, failed, skipped }
      streams.out.write(values.json === true ? `${JSON.stringify(result)}\n` : summary(counts, failed, startedAt))
    }
    if (signal.aborted) return status()
    return report.failed === 0 ? 0 : 1
  }
}

async function upload(run: Import): Promise<void> {
  const { collection, paths, values, streams, counts, report, progress, signal, overdue } = run
  const { onFault, onSkipped } = report
  const startedAt = performance.now()
  const others = stringValue(values, 'other-fields') ?? 'refuse'
  const request = {
    paths,
    values,
    streamFormat: 'jsonl',
    isWhole: true,
    onFault,
    onSkipped,
    onNotice: report.say,
    signal
  } as const
  const document = (item: ReadDocument) => documentOf(item, others)
  let isRefused = false
  let replaced = 0
  try {
    const documents = untilStopped(readDocuments(request, streams), signal)
    for await (const result of collection.import(documents, { document, matches: 0, signal: overdue })) {
      const { item, answer, problem } = result
      if (problem === undefined) {
        counts[answer.status]++
        counts[verdictCounts[answer.verdict]]++
        if (answer.status === 'updated' && item.id === undefined && !item.isStreamed) replaced++
      } else {
        onFault({ place: item.place, message: messageOf(problem) })
        isRefused ||= others === 'refuse' && Object.keys(item.fields).some(name => !knownFields.has(name))
      }
      progress.show(() => {
        const { done, duplicates } = totals(counts)
        const rate = Math.round((1000 * done) / (performance.now() - startedAt))
        return `${counted(done, 'document')}, ${counted(duplicates, 'duplicate')}, ${rate} a second`
      })
    }
  } finally {
    if (isRefused) {
      report.say(
        'documents with fields that the service does not know were refused; --other-fields takes or drops them'
      )
    }
    if (replaced > 0) {
      const what = `${counted(replaced, 'document')} without an id replaced what was stored under the same FILE:LINE`
      report.say(`${what}; --id-field names the field of an id`)
    }
  }
}

async function* untilStopped<Item>(items: AsyncIterable<Item>, signal: AbortSignal): AsyncGenerator<Item, void, void> {
  for await (const item of items) {
    if (signal.aborted) return
    yield item
  }
}

function documentOf(item: ReadDocument, others: string): Document {
  const { text, fields } = item
  const entries = Object.entries(fields)
  const known = Object.fromEntries(entries.filter(([name]) => others === 'refuse' || knownFields.has(name)))
  const rest = Object.fromEntries(entries.filter(([name]) => !knownFields.has(name)))
  const metadata = { ...(known.metadata as object | undefined), ...rest }
  const isAdded = others === 'metadata' && Object.keys(rest).length > 0
  return { ...known, ...(isAdded && { metadata }), id: idOf(item), ...(text !== undefined && { text }) } as Document
}

/** In a stream the content stands for an id: its lines have other numbers the next time, or are of another stream. */
function idOf({ id, place, isStreamed, text, fields }: ReadDocument): string {
  if (id !== undefined) return id
  if (!isStreamed) return place
  const hash = createHash('sha256').update(JSON.stringify([text, fields]))
  return `sha256-${hash.digest('hex').slice(0, 32)}`
}

async function createMissing(collection: DoppelCollection, signal: AbortSignal): Promise<void> {
  try {
    await collection.get({ signal })
  } catch (error) {
    if (!(error instanceof DoppelProblem && error.status === 404)) throw error
    await collection.put({}, { signal })
  }
}

/** What the service says of one document, in a line. */
export function messageOf({ detail, title, code }: Problem): string {
  return `${detail ?? title} (${code})`
}

function totals({ created, updated, unchanged, nearDuplicates, exactDuplicates }: Counts) {
  return { done: created + updated + unchanged, duplicates: nearDuplicates + exactDuplicates }
}

function summary(counts: Counts, failed: number, startedAt: number): string {
  const { created, updated, unchanged, unique, nearDuplicates, exactDuplicates } = counts
  return [
    `${counted(totals(counts).done, 'document')} in ${secondsSince(startedAt)}: ${formatCount(created)} created, ${formatCount(updated)} updated, ${formatCount(unchanged)} unchanged; ${formatCount(failed)} failed`,
    `${formatCount(unique)} unique, ${formatCount(nearDuplicates)} near-duplicate, ${formatCount(exactDuplicates)} exact-duplicate`,
    ''
  ].join('\n')
}
