import { createSketcher } from '../signature/sketcher.ts'
import type { EmbeddedStore } from '../store/embedded/embedded-store.ts'
import type { Position } from './inputs/read.ts'
import { type Rejection, type RepeatedId, unpack } from './prepare/batch.ts'
import type { Preparation } from './prepare/prepare.ts'
import { prepareOnThread } from './prepare/prepare-on-thread.ts'
import type { RunState } from './state.ts'

/** The collection that holds the documents of a run. */
export const collection = 'default'

/** Batches that are being stored at the same time. */
const inFlight = 3
/** How often it is noted how far the run is, in milliseconds. */
const noteMs = 1000

/** How far the reading is. */
export interface IndexProgress {
  /** Bytes of files. */
  readonly bytes: number
  /** Records. */
  readonly records: number
}

/** What is told while inputs are read. */
export interface IndexListener {
  onProgress(progress: IndexProgress): void
  onRejected(rejections: readonly Rejection[]): void
  onRepeatedIds(repeated: readonly RepeatedId[]): void
  onNotice(message: string): void
}

/**
 * Reads the inputs, from where the state says to their end, and stores their documents.
 *
 * @param signal ends it early; what was read is stored and noted then
 * @returns where the inputs end; undefined where the signal ended it
 */
export async function indexInputs(
  store: EmbeddedStore,
  state: RunState,
  preparation: Preparation,
  listener: IndexListener,
  signal: AbortSignal
): Promise<Position | undefined> {
  const sketcher = createSketcher(preparation.settings)
  const storing: Promise<Position>[] = []
  let reached = preparation.from ?? { records: 0, fingerprint: 0 }
  let notedAt = performance.now()
  const settle = async (): Promise<void> => {
    reached = await (storing.shift() as Promise<Position>)
    if (performance.now() - notedAt < noteMs) return
    await state.reach(reached)
    notedAt = performance.now()
  }
  try {
    for await (const batch of prepareOnThread(preparation)) {
      const { documents, rejections, repeatedIds, notices, position, bytes } = batch
      if (signal.aborted) break
      if (rejections.length > 0) listener.onRejected(await state.reject(rejections))
      for (const notice of notices) listener.onNotice(notice)
      if (repeatedIds.length > 0) listener.onRepeatedIds(repeatedIds)
      const incoming = unpack(documents, sketcher)
      storing.push(ingest(store, incoming).then(() => position))
      // Whoever waits for it learns of a failure.
      storing.at(-1)?.catch(() => {})
      listener.onProgress({ bytes, records: position.records })
      if (storing.length >= inFlight) await settle()
    }
    while (storing.length > 0) await settle()
  } finally {
    await Promise.allSettled(storing)
  }
  await state.reach(reached)
  return signal.aborted ? undefined : reached
}

async function ingest(store: EmbeddedStore, documents: ReturnType<typeof unpack>): Promise<void> {
  if (documents.length === 0) return
  const answers = await store.ingest(collection, documents, { matchLimit: 0, renew: false })
  for (const answer of answers) if (answer instanceof Error) throw answer
}
