import type { DocumentStream } from '../documents/document-stream.ts'
import { importDocuments, type Results } from '../server/import-documents.ts'
import type { ServerProcess } from '../server/server-process.ts'
import type { Block, BlockedIngest } from './blocks.ts'

/** How much is ingested. */
export interface IngestSize {
  readonly documents: number
  /** Documents of a block. */
  readonly block: number
}

/** Ingests documents into the default collection, each block in an upload of its own, which ends when it is durable. */
export async function ingestOverHttp(
  server: ServerProcess,
  stream: DocumentStream,
  { documents, block }: IngestSize,
  results: Results
): Promise<BlockedIngest> {
  const base = { memory: server.memory, diskBytes: server.diskBytes }
  const blocks: Block[] = []
  let textBytes = 0
  await server.longestStallMs()
  for (let done = 0; done < documents; done += block) {
    const size = Math.min(block, documents - done)
    const begin = performance.now()
    const cpu = server.cpuSeconds
    const clientCpu = process.cpuUsage()
    const outcome = await importDocuments(`${server.url}/v1/collections/default`, stream.take(size), results)
    const seconds = (performance.now() - begin) / 1000
    const { user, system } = process.cpuUsage(clientCpu)
    textBytes += outcome.textBytes
    blocks.push({
      documents: done + size,
      size,
      seconds,
      cpuSeconds: server.cpuSeconds - cpu,
      clientCpuSeconds: (user + system) / 1e6,
      memory: server.memory,
      diskBytes: server.diskBytes,
      textBytes,
      stallMs: await server.longestStallMs()
    })
    process.stderr.write(`${done + size} documents\n`)
  }
  return { base, blocks }
}
