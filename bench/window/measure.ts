import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentStream } from '../documents/document-stream.ts'
import { importDocuments } from '../server/import-documents.ts'
import type { ProcessMemory } from '../server/process-figures.ts'
import { ask } from '../server/requests.ts'
import type { ServerProcess } from '../server/server-process.ts'

/** How many documents pass through a collection that forgets them. */
export interface WindowSize {
  /** Documents that are alive once the first have expired. */
  readonly alive: number
  readonly perSecond: number
  /** How often so many pass through. */
  readonly passes: number
}

/** The store after one more pass. */
export interface Pass {
  /** Documents that were ingested so far. */
  readonly ingested: number
  /** Documents that the collection says it has. */
  readonly alive: number
  readonly memory: ProcessMemory
  readonly diskBytes: number
  /** Processor time of the server a document of this pass, in microseconds; to expire one is part of it. */
  readonly microseconds: number
  readonly stallMs: number
  /** How much longer the pass took than it should have, in seconds: above 0 the server was too slow. */
  readonly lateSeconds: number
}

/** Uploads of a pass. */
const slices = 20

/** Ingests at a constant rate into a collection that keeps each document as long as `alive` of them take. */
export async function measureWindow(
  server: ServerProcess,
  stream: DocumentStream,
  { alive, perSecond, passes }: WindowSize
): Promise<Pass[]> {
  const collection = `${server.url}/v1/collections/window`
  const retentionSeconds = Math.max(1, Math.round(alive / perSecond))
  await ask(collection, { method: 'PUT', json: { retentionSeconds } })
  const sliceSize = Math.ceil(alive / slices)
  const sliceMs = (1000 * retentionSeconds) / slices
  const measured: Pass[] = []
  for (let pass = 1; pass <= passes; pass++) {
    const begin = performance.now()
    const cpu = server.cpuSeconds
    await server.longestStallMs()
    for (let slice = 1; slice <= slices; slice++) {
      await importDocuments(collection, stream.take(sliceSize))
      await pause(Math.max(0, begin + slice * sliceMs - performance.now()))
    }
    const stats = await ask<{ documents: number }>(`${collection}/stats`)
    measured.push({
      ingested: pass * slices * sliceSize,
      alive: stats.documents,
      memory: server.memory,
      diskBytes: server.diskBytes,
      microseconds: (1e6 * (server.cpuSeconds - cpu)) / (slices * sliceSize),
      stallMs: await server.longestStallMs(),
      lateSeconds: (performance.now() - begin) / 1000 - retentionSeconds
    })
    process.stderr.write(`pass ${pass} of ${passes}\n`)
  }
  return measured
}
