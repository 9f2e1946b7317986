import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request as send } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DocumentRange } from '../documents/document-file.ts'
import type { GeneratedDocument } from '../documents/document-stream.ts'

/** Characters or bytes that are handed to the socket at once. */
const chunkLength = 128 * 1024
const lineEnd = 0x0a
/** No summary and no problem is longer. */
const summaryBytes = 16 * 1024

/** Which result lines an import asks for. */
export type Results = 'all' | 'none'

/** Counts of an import, as the server says them. */
export interface ImportSummary {
  readonly lines: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
}

/** What an import came to. */
export interface ImportOutcome {
  readonly summary: ImportSummary
  /** Result lines that came back. */
  readonly resultLines: number
}

/**
 * Imports documents in one upload as fast as the server takes them, and reads its results meanwhile.
 *
 * @param collection its address
 * @returns once all of them are durable
 * @throws unless every document was created
 */
export async function importDocuments(
  collection: string,
  documents: Iterable<GeneratedDocument>,
  results: Results = 'none'
): Promise<ImportOutcome> {
  let count = 0
  function* chunks(): Generator<string, void, void> {
    let chunk = ''
    for (const { line } of documents) {
      count++
      chunk += line
      if (chunk.length < chunkLength) continue
      yield chunk
      chunk = ''
    }
    yield chunk
  }
  const outcome = await upload(collection, Readable.from(chunks(), { objectMode: true, highWaterMark: 1 }), results)
  return requireCreated(outcome, count)
}

/** The same with documents that stand in a file: its bytes go to the socket as they are. */
export async function importFile(
  collection: string,
  { path, documents, start, end }: DocumentRange,
  results: Results = 'none'
): Promise<ImportOutcome> {
  const bytes = createReadStream(path, { start, end: end - 1, highWaterMark: chunkLength })
  return requireCreated(await upload(collection, bytes, results), documents)
}

async function upload(collection: string, lines: Readable, results: Results): Promise<ImportOutcome> {
  const request = send(`${collection}/import?results=${results}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' }
  })
  // Whatever fails first is told; the other one fails for the same reason.
  const [, outcome] = await Promise.all([pipeline(lines, request), readResults(request)])
  return outcome
}

async function readResults(request: ClientRequest): Promise<ImportOutcome> {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let lines = 0
  let last: Buffer = Buffer.alloc(0)
  for await (const chunk of response as AsyncIterable<Buffer>) {
    for (let end = chunk.indexOf(lineEnd); end !== -1; end = chunk.indexOf(lineEnd, end + 1)) lines++
    // The summary is the last line, and may come in several chunks.
    last = Buffer.concat([last, chunk]).subarray(-summaryBytes)
  }
  const line = last.toString().trimEnd().split('\n').at(-1) ?? ''
  const { summary } = JSON.parse(line) as { summary?: ImportSummary }
  if (response.statusCode !== 200 || summary === undefined) throw new Error(`the import was answered with ${line}`)
  return { summary, resultLines: lines - 1 }
}

function requireCreated(outcome: ImportOutcome, count: number): ImportOutcome {
  if (outcome.summary.created === count) return outcome
  throw new Error(`${count} documents sent: ${JSON.stringify(outcome.summary)}`)
}
