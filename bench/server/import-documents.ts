import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request as send } from 'node:http'
import type { GeneratedDocument } from '../documents/document-stream.ts'

/** Characters that are handed to the socket at once. */
const chunkLength = 128 * 1024

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
  /** Bytes of the texts, in UTF-8. */
  readonly textBytes: number
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
  const upload = send(`${collection}/import?results=${results}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' }
  })
  const answer = readResults(upload)
  // Whatever fails first is told; the other one fails for the same reason.
  const [sent, received] = await Promise.all([sendLines(upload, documents), answer])
  const { summary } = received
  if (summary.created !== sent.count) throw new Error(`${sent.count} documents sent: ${JSON.stringify(summary)}`)
  return { ...received, textBytes: sent.textBytes }
}

async function sendLines(
  upload: ClientRequest,
  documents: Iterable<GeneratedDocument>
): Promise<{ count: number; textBytes: number }> {
  let count = 0
  let textBytes = 0
  let chunk = ''
  for (const document of documents) {
    count++
    textBytes += document.textBytes
    chunk += document.line
    if (chunk.length < chunkLength) continue
    const isTaken = upload.write(chunk)
    chunk = ''
    if (!isTaken) await once(upload, 'drain')
  }
  upload.end(chunk)
  return { count, textBytes }
}

async function readResults(upload: ClientRequest): Promise<{ summary: ImportSummary; resultLines: number }> {
  const [response] = (await once(upload, 'response')) as [IncomingMessage]
  let lines = 0
  let last = ''
  response.setEncoding('utf8')
  for await (const chunk of response as AsyncIterable<string>) {
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', end + 1)) lines++
    // The summary is the last line, and may come in two chunks.
    last = (last + chunk).slice(-chunkLength)
  }
  const line = last.trimEnd().split('\n').at(-1) ?? ''
  const { summary } = JSON.parse(line) as { summary?: ImportSummary }
  if (response.statusCode !== 200 || summary === undefined) throw new Error(`the import was answered with ${line}`)
  return { summary, resultLines: lines - 1 }
}
