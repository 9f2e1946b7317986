import { DocumentStream, type StreamSettings } from '../documents/document-stream.ts'
import type { SentenceBase } from '../documents/sentences.ts'
import { quantile } from '../report/statistics.ts'
import { importDocuments } from '../server/import-documents.ts'
import type { ServerProcess } from '../server/server-process.ts'
import { BulkImport, type BulkOutcome } from './bulk-import.ts'
import { type Load, postAtRate } from './open-loop.ts'

/** Latencies of one run, in milliseconds. */
export interface Latencies {
  readonly requests: number
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly max: number
  /** The longest time that the event loop of the server did not turn; at most 10 ms too long. */
  readonly stallMs: number
  /** What was imported at the same time. */
  readonly bulk?: BulkOutcome
}

/** Fills the default collection, then posts single documents: alone, and while an import runs. */
export async function measureLatency(
  server: ServerProcess,
  base: SentenceBase,
  settings: StreamSettings,
  { documents, ...load }: Load & { readonly documents: number }
): Promise<{ readonly alone: Latencies; readonly whileImporting: Latencies }> {
  const collection = `${server.url}/v1/collections/default`
  const stream = new DocumentStream(base, settings)
  await importDocuments(collection, stream.take(documents))
  // The first requests compile the code, and do not count.
  await postAtRate(collection, stream, { ...load, seconds: Math.min(5, load.seconds) })

  const measured = async (): Promise<Latencies> => {
    await server.longestStallMs()
    const latencies = (await postAtRate(collection, stream, load)).sort()
    const stallMs = await server.longestStallMs()
    return {
      requests: latencies.length,
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
      p999: quantile(latencies, 0.999),
      max: quantile(latencies, 1),
      stallMs
    }
  }
  const alone = await measured()
  const bulk = await BulkImport.start(collection, { ...settings, seed: settings.seed + 1, prefix: 'bulk' })
  const posted = await measured()
  return { alone, whileImporting: { ...posted, bulk: await bulk.stop() } }
}
