import { DocumentStream, type StreamSettings } from '../documents/document-stream.ts'
import type { SentenceBase } from '../documents/sentences.ts'
import { quantile } from '../report/statistics.ts'
import { documentDurations, durationQuantile } from '../server/metrics.ts'
import { ask } from '../server/requests.ts'
import type { ServerProcess } from '../server/server-process.ts'
import { BackgroundProcess } from './background-process.ts'
import { type Load, type Posted, postAtRate } from './open-loop.ts'
import { whileProbing } from './sync-probe.ts'

/** What a single document should not take, in milliseconds. */
export const targetMs = 10

/** Of some times, in milliseconds. */
export interface Quantiles {
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly max: number
}

/** Latencies of one run, and what they are made of. */
export interface Latencies extends Quantiles {
  readonly requests: number
  /** The part of each that the client was busy, at most. */
  readonly clientLag: Quantiles
  /** The part of each that it waited for a connection, since all of them waited for answers. */
  readonly queued: Quantiles
  /** Each less what the client was busy. */
  readonly withoutClientLag: Quantiles
  /** From the arrival of the headers to the end of the answer, as the server says it. */
  readonly inServer: Omit<Quantiles, 'max'>
  /** A write of 4 kB and its sync, at the same time, by another process. */
  readonly sync: Quantiles
  /** Requests that took longer than the target, and those of them that did not without the client's part. */
  readonly late: number
  readonly lateByClient: number
  /** The longest time that the event loop of the server did not turn; at most 10 ms too long. */
  readonly stallMs: number
  /** What was imported at the same time. */
  readonly bulk?: BulkOutcome
}

/** What an importing process came to. */
export interface BulkOutcome {
  readonly documents: number
  readonly seconds: number
}

/** Posts single documents to the default collection, whatever is in it: alone, and while an import runs. */
export async function measureLatency(
  server: ServerProcess,
  base: SentenceBase,
  settings: StreamSettings,
  load: Load
): Promise<{ readonly documents: number; readonly alone: Latencies; readonly whileImporting: Latencies }> {
  const collection = `${server.url}/v1/collections/default`
  const { documents } = await ask<{ documents: number }>(`${collection}/stats`)
  // Other documents than those of the store and of every run on it before, which were fewer.
  const own = { ...settings, seed: settings.seed + documents + 1, prefix: `post${documents}-` }
  const stream = new DocumentStream(base, own)
  // The first requests compile the code, and do not count.
  await postAtRate(collection, stream, { ...load, seconds: Math.min(5, load.seconds) })
  const alone = await measured(server, () => postAtRate(collection, stream, load))
  const imported = { ...own, seed: own.seed + 1, prefix: `bulk${documents}-` }
  const parameters = [collection, JSON.stringify(imported)]
  const bulk = await BackgroundProcess.start<BulkOutcome>('bulk-client.ts', parameters)
  try {
    const posted = await measured(server, () => postAtRate(collection, stream, load))
    return { documents, alone, whileImporting: { ...posted, bulk: await bulk.stop() } }
  } finally {
    bulk.kill()
  }
}

async function measured(server: ServerProcess, post: () => Promise<Posted>): Promise<Latencies> {
  const before = documentDurations(await server.metrics())
  const { result, syncMs } = await whileProbing(server.directory, post)
  const stallMs = await server.longestStallMs()
  const after = documentDurations(await server.metrics())
  const { latency, clientLag, queued } = result
  const rest = latency.map((milliseconds, place) => milliseconds - clientLag[place]!)
  const late = latency.filter(milliseconds => milliseconds > targetMs).length
  const inServer = (share: number) => 1000 * durationQuantile(before, after, share)
  return {
    requests: latency.length,
    ...quantilesOf(latency),
    clientLag: quantilesOf(clientLag),
    queued: quantilesOf(queued),
    withoutClientLag: quantilesOf(rest),
    inServer: { p50: inServer(0.5), p99: inServer(0.99), p999: inServer(0.999) },
    sync: quantilesOf(Float64Array.from(syncMs)),
    late,
    lateByClient: latency.filter((milliseconds, place) => milliseconds > targetMs && rest[place]! <= targetMs).length,
    stallMs
  }
}

function quantilesOf(milliseconds: Float64Array): Quantiles {
  const sorted = milliseconds.toSorted()
  const [p50, p99, p999, max] = [0.5, 0.99, 0.999, 1].map(share => quantile(sorted, share)) as [
    number,
    number,
    number,
    number
  ]
  return { p50, p99, p999, max }
}
