import type { GeneratedDocument } from '../documents/document-stream.ts'
import { importDocuments } from '../server/import-documents.ts'
import { ask } from '../server/requests.ts'
import type { ServerProcess } from '../server/server-process.ts'
import type { Kind } from './kinds.ts'

/** What documents of a kind cost. */
export interface KindCost {
  /** Documents that were ingested: fewer than asked where the time was up. */
  readonly documents: number
  /** Processor time of the server a document, in microseconds: of each part, and of all. */
  readonly partMicroseconds: readonly number[]
  readonly microseconds: number
  readonly stallMs: number
  /** The first listing of clusters, and the same again. */
  readonly listSeconds: number
  readonly listAgainSeconds: number
  /** Members of the largest cluster. */
  readonly largest: number
}

/** Parts of equal size, to see the cost grow. */
const parts = 10

/** Ingests documents of one kind into an empty collection until all are stored or the time is up. */
export async function measureKind(
  server: ServerProcess,
  kind: Kind,
  { documents, limitSeconds }: { readonly documents: number; readonly limitSeconds: number }
): Promise<KindCost> {
  const collection = `${server.url}/v1/collections/default`
  const size = Math.ceil(documents / parts)
  const partMicroseconds: number[] = []
  const begin = performance.now()
  let done = 0
  await server.longestStallMs()
  while (done < documents && performance.now() - begin < 1000 * limitSeconds) {
    const part = Math.min(size, documents - done)
    const cpu = server.cpuSeconds
    await importDocuments(collection, take(kind, done, part))
    partMicroseconds.push((1e6 * (server.cpuSeconds - cpu)) / part)
    done += part
  }
  const stallMs = await server.longestStallMs()
  const [first, again] = [await list(collection), await list(collection)]
  return {
    documents: done,
    partMicroseconds,
    microseconds: partMicroseconds.reduce((sum, value) => sum + value, 0) / partMicroseconds.length,
    stallMs,
    listSeconds: first.seconds,
    listAgainSeconds: again.seconds,
    largest: first.largest
  }
}

function* take(kind: Kind, from: number, count: number): Generator<GeneratedDocument, void, void> {
  for (let place = from; place < from + count; place++) yield kind(place)
}

async function list(collection: string): Promise<{ seconds: number; largest: number }> {
  const begin = performance.now()
  const { clusters } = await ask<{ clusters: { size: number }[] }>(`${collection}/clusters?minSize=1`)
  return { seconds: (performance.now() - begin) / 1000, largest: clusters[0]?.size ?? 0 }
}
