import type { Checked, Document } from '../client/contract.ts'
import { type Command, jsonOption } from './command.ts'
import { type ReadDocument, readDocuments } from './documents.ts'
import { faultReport } from './fault-report.ts'
import { messageOf } from './import.ts'
import { inputOptions } from './input-options.ts'
import { printable } from './marked-text.ts'
import { numberValue } from './option-values.ts'
import { progressLine } from './progress.ts'
import { answered, collectionOption, serviceOf, serviceOptions, streamRetry } from './service.ts'

/** Asks a service whether it has seen documents. */
export const check: Command = {
  summary: 'ask a service whether it has seen documents before; nothing is stored',
  arguments: [
    {
      placeholder: 'FILE',
      help: 'texts or documents, as for doppel dedup; - for a text on standard input',
      isRepeatable: true
    }
  ],
  options: {
    ...serviceOptions,
    collection: collectionOption,
    threshold: { type: 'string', placeholder: 'NUMBER', help: "a higher threshold than the collection's" },
    matches: {
      type: 'string',
      placeholder: 'NUMBER',
      help: 'matches of each document at most, with --json; 10 by default'
    },
    ...inputOptions,
    json: { ...jsonOption, help: 'print one answer a line as JSON, in the form of the API' }
  },
  examples: [
    { call: 'doppel check new.txt', does: 'prints the verdict' },
    { call: 'doppel check page.txt && publish page.txt', does: 'goes on only with what is new' },
    {
      call: 'doppel check batch.jsonl --json | jq -r \'select(.verdict == "unique") | .id\'',
      does: 'prints the ids of what is new'
    }
  ],
  statuses: {
    0: 'all are unique',
    1: 'a document was not checked',
    3: 'at least one was seen before, and all were checked'
  },
  async run(values, streams, paths) {
    const threshold = numberValue(values, 'threshold', { min: 0, max: 1 })
    const matches = numberValue(values, 'matches', { min: 0, max: 100, isInteger: true })
    const report = faultReport(streams.err, progressLine(streams.err))
    const service = await serviceOf(values, streamRetry, report.say)
    const isJson = values.json === true
    let seen = 0
    const { onFault, onSkipped } = report
    const request = {
      paths,
      values,
      streamFormat: 'text',
      isWhole: true,
      onFault,
      onSkipped,
      onNotice: report.say
    } as const
    const documents = readDocuments(request, streams)
    // Without its id: a document that is stored is one that was seen.
    const document = ({ text, fields: { html, signature } }: ReadDocument) => ({ text, html, signature }) as Document
    const options = { document, threshold, matches: isJson ? matches : 1 }
    try {
      await answered(service, async () => {
        for await (const { item, answer, problem } of service.collection.checkAll(documents, options)) {
          const { place, id = place } = item
          if (problem !== undefined) onFault({ place, message: messageOf(problem) })
          else {
            if (answer.verdict !== 'unique') seen++
            streams.out.write(isJson ? `${JSON.stringify({ id, ...answer })}\n` : line(id, answer))
          }
        }
      })
    } finally {
      report.end()
    }
    if (report.failed > 0) return 1
    return seen > 0 ? 3 : 0
  }
}

function line(id: string, { verdict, cluster, matches: [best] }: Checked): string {
  const start = `${verdict.padEnd(15)}  ${printable(id)}`
  if (best === undefined || cluster === null) return `${start}\n`
  const similarity = best.similarity ?? best.estimate
  return `${start}  ${similarity.toFixed(3)} of ${printable(best.id)}, in cluster ${cluster.id} of ${cluster.size}\n`
}
