import { partSizes, writeDocuments } from '../documents/document-file.ts'
import type { DocumentStream } from '../documents/document-stream.ts'
import { importFile, type Results } from '../server/import-documents.ts'
import { type ServerSettings, withServer } from '../server/server-process.ts'
import type { Block, BlockedIngest } from './blocks.ts'

/** How much is ingested. */
export interface IngestSize {
  readonly documents: number
  /** Documents of a block. */
  readonly block: number
}

/**
 * Ingests documents into the default collection of a new server, each block in an upload of its own, which ends when
 * it is durable. The documents are made before, in a file beside the data, so that the client does hardly more than
 * to hand their bytes to the socket.
 */
export async function ingestOverHttp(
  settings: ServerSettings,
  stream: DocumentStream,
  { documents, block }: IngestSize,
  results: Results
): Promise<BlockedIngest> {
  process.stderr.write('writing the documents to a file\n')
  const ranges = writeDocuments(`${settings.directory}/documents.ndjson`, stream, partSizes(documents, block))
  return withServer(settings, async server => {
    const standing = () => ({ memory: server.memory, diskBytes: server.diskBytes })
    const base = standing()
    const blocks: Block[] = []
    let textBytes = 0
    let done = 0
    await server.longestStallMs()
    for (const range of ranges) {
      const times = await timesOf(server, () => importFile(`${server.url}/v1/collections/default`, range, results))
      textBytes += range.textBytes
      done += range.documents
      const stallMs = await server.longestStallMs()
      blocks.push({ documents: done, size: range.documents, ...times, textBytes, stallMs, ...standing() })
      process.stderr.write(`${done} documents\n`)
    }
    return { base, blocks }
  })
}

type Times = Pick<Block, 'seconds' | 'cpuSeconds' | 'clientCpuSeconds'>

async function timesOf(server: { readonly cpuSeconds: number }, work: () => Promise<unknown>): Promise<Times> {
  const begin = performance.now()
  const cpu = server.cpuSeconds
  const clientCpu = process.cpuUsage()
  await work()
  const seconds = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(clientCpu)
  return { seconds, cpuSeconds: server.cpuSeconds - cpu, clientCpuSeconds: (user + system) / 1e6 }
}
