import type { Document, Problem } from '../client/contract.ts'
import type { DoppelCollection } from '../client/doppel-collection.ts'
import { DoppelProblem } from '../client/errors.ts'
import { type Command, type CommandStreams, jsonOption, type OptionValues } from './command.ts'
import { counted, secondsSince } from './data-directory.ts'
import { type Fault, inputOptions, type ReadDocument, readDocuments } from './documents.ts'
import { stringValue } from './option-values.ts'
import { type ProgressLine, progressLine } from './progress.ts'
import { answered, collectionOption, serviceOf, serviceOptions, streamRetry } from './service.ts'

/** What became of the documents so far. */
interface Counts {
  created: number
  updated: number
  unchanged: number
  failed: number
  unique: number
  nearDuplicates: number
  exactDuplicates: number
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
  statuses: { 1: 'a document was not stored; what was is durable, and running the same again goes on' },
  async run(values, streams, paths) {
    const startedAt = performance.now()
    const service = await serviceOf(values, streamRetry)
    const counts = { created: 0, updated: 0, unchanged: 0, failed: 0, unique: 0, nearDuplicates: 0, exactDuplicates: 0 }
    const progress = progressLine(streams.err)
    try {
      await answered(service, async () => {
        if (values.create === true) await createMissing(service.collection)
        await upload(service.collection, paths, values, streams, counts, progress)
      })
    } finally {
      progress.clear()
      streams.out.write(values.json === true ? `${JSON.stringify(counts)}\n` : summary(counts, startedAt))
    }
    return counts.failed === 0 ? 0 : 1
  }
}

async function upload(
  collection: DoppelCollection,
  paths: readonly string[],
  values: OptionValues,
  streams: CommandStreams,
  counts: Counts,
  progress: ProgressLine
): Promise<void> {
  const startedAt = performance.now()
  const fail = ({ place, message }: Fault) => {
    counts.failed++
    progress.clear()
    streams.err.write(`doppel: ${place}: ${message}\n`)
  }
  const others = stringValue(values, 'other-fields') ?? 'refuse'
  const documents = readDocuments({ paths, values, streamFormat: 'jsonl', isWhole: true, onFault: fail }, streams)
  const results = collection.import(documents, { document: item => documentOf(item, others), matches: 0 })
  let isRefused = false
  for await (const { item, answer, problem } of results) {
    if (problem === undefined) {
      counts[answer.status]++
      counts[verdictCounts[answer.verdict]]++
    } else {
      fail({ place: item.place, message: messageOf(problem) })
      isRefused ||= others === 'refuse' && Object.keys(item.fields).some(name => !knownFields.has(name))
    }
    progress.show(() => {
      const { done, duplicates } = totals(counts)
      const rate = Math.round((1000 * done) / (performance.now() - startedAt))
      return `${counted(done, 'document')}, ${counted(duplicates, 'duplicate')}, ${rate} a second`
    })
  }
  if (isRefused) {
    streams.err.write(
      'doppel: documents with fields that the service does not know were refused; --other-fields takes or drops them\n'
    )
  }
}

function documentOf({ id, text, fields }: ReadDocument, others: string): Document {
  const entries = Object.entries(fields)
  const known = Object.fromEntries(entries.filter(([name]) => others === 'refuse' || knownFields.has(name)))
  const rest = Object.fromEntries(entries.filter(([name]) => !knownFields.has(name)))
  const metadata = { ...(known.metadata as object | undefined), ...rest }
  const isAdded = others === 'metadata' && Object.keys(rest).length > 0
  return { ...known, ...(isAdded && { metadata }), id, ...(text !== undefined && { text }) } as Document
}

async function createMissing(collection: DoppelCollection): Promise<void> {
  try {
    await collection.get()
  } catch (error) {
    if (!(error instanceof DoppelProblem && error.status === 404)) throw error
    await collection.put()
  }
}

/** What the service says of one document, in a line. */
export function messageOf({ detail, title, code }: Problem): string {
  return `${detail ?? title} (${code})`
}

function totals({ created, updated, unchanged, nearDuplicates, exactDuplicates }: Counts) {
  return { done: created + updated + unchanged, duplicates: nearDuplicates + exactDuplicates }
}

function summary(counts: Counts, startedAt: number): string {
  const { created, updated, unchanged, failed, unique, nearDuplicates, exactDuplicates } = counts
  const number = (count: number) => count.toLocaleString('en-US')
  return [
    `${counted(totals(counts).done, 'document')} in ${secondsSince(startedAt)}: ${number(created)} created, ${number(updated)} updated, ${number(unchanged)} unchanged; ${number(failed)} failed`,
    `${number(unique)} unique, ${number(nearDuplicates)} near-duplicate, ${number(exactDuplicates)} exact-duplicate`,
    ''
  ].join('\n')
}
