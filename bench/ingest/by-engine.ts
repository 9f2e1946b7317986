import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DedupService, type SettingsInput } from '../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { partSizes } from '../documents/document-file.ts'
import type { DocumentStream, GeneratedDocument } from '../documents/document-stream.ts'
import { memoryOf } from '../server/process-figures.ts'
import { diskBytes } from '../server/temporary-directory.ts'
import type { Block, BlockedIngest } from './blocks.ts'
import type { IngestSize } from './over-http.ts'

const collection = 'default'
const batchSize = 256
/** As an import has them: two groups of a commit. */
const batchesInFlight = 4

/**
 * Ingests documents in this process, durably, without HTTP and JSON. To make the documents
 * does not count, neither for the rate nor for the processor time; its memory does, from the first block on.
 */
export async function ingestByEngine(
  directory: string,
  stream: DocumentStream,
  size: IngestSize,
  settings: SettingsInput
): Promise<BlockedIngest> {
  const store = new EmbeddedStore(new LmdbJournal(directory), Date.now)
  await store.open(() => {})
  const service = new DedupService(store)
  await service.putCollection(collection, settings)
  const delay = monitorEventLoopDelay()
  delay.enable()
  const standing = () => ({ memory: memoryOf(process.pid), diskBytes: diskBytes(directory) })
  const base = standing()
  const blocks: Block[] = []
  let textBytes = 0
  let documents = 0
  for (const part of partSizes(size.documents, size.block)) {
    delay.reset()
    const block = await ingestBlock(service, stream, part)
    documents += part
    textBytes += settings.storeText === false ? 0 : block.textBytes
    const stallMs = delay.max / 1e6
    blocks.push({ ...block, documents, clientCpuSeconds: 0, textBytes, stallMs, ...standing() })
    process.stderr.write(`${documents} documents\n`)
  }
  await store.close()
  return { base, blocks }
}

type EngineBlock = Pick<Block, 'size' | 'seconds' | 'cpuSeconds' | 'textBytes'>

async function ingestBlock(service: DedupService, stream: DocumentStream, size: number): Promise<EngineBlock> {
  const watch = new Stopwatch()
  const inFlight: Promise<void>[] = []
  let textBytes = 0
  for (let done = 0; done < size; done += batchSize) {
    const batch = watch.pausedFor(() => [...stream.take(Math.min(batchSize, size - done))].map(plain))
    for (const document of batch) textBytes += document.textBytes
    if (inFlight.length === batchesInFlight) await inFlight.shift()
    const stored = ingestBatch(service, batch)
    stored.catch(() => {})
    inFlight.push(stored)
  }
  await Promise.all(inFlight)
  return { size, textBytes, ...watch.read() }
}

/** A document that is put together already. */
function plain({ id, text, textBytes }: GeneratedDocument): { id: string; text: string; textBytes: number } {
  return { id, text, textBytes }
}

async function ingestBatch(service: DedupService, batch: readonly { id: string; text: string }[]): Promise<void> {
  const documents = batch.map(({ id, text }) => ({ id, text }))
  const results = await service.ingestMany(collection, documents, { matchLimit: 10, renew: false })
  for (const result of results) if (result instanceof Error) throw result
}

/** Measures time by the clock and of the processor, except while it is paused. */
class Stopwatch {
  readonly #begin = performance.now()
  readonly #cpu = process.cpuUsage()
  #pausedMs = 0
  #pausedCpu = 0

  pausedFor<Result>(work: () => Result): Result {
    const begin = performance.now()
    const cpu = process.cpuUsage()
    const result = work()
    this.#pausedMs += performance.now() - begin
    this.#pausedCpu += microseconds(process.cpuUsage(cpu))
    return result
  }

  read(): { seconds: number; cpuSeconds: number } {
    return {
      seconds: (performance.now() - this.#begin - this.#pausedMs) / 1000,
      cpuSeconds: (microseconds(process.cpuUsage(this.#cpu)) - this.#pausedCpu) / 1e6
    }
  }
}

function microseconds({ user, system }: NodeJS.CpuUsage): number {
  return user + system
}
