import type { Readable, Writable } from 'node:stream'
import type { ExtractionLimits } from '../extraction/extraction-pool.ts'
import type { Rejection, RepeatedId } from './prepare/batch.ts'

/** How far a run is. */
export interface RunProgress {
  readonly phase: 'loading' | 'reading' | 'clusters' | 'writing'
  /** Of the phase, 0 to 1. */
  readonly share: number
  /** Records that were read so far, in this run and those that it goes on from. */
  readonly records: number
  /** Documents less clusters, so far. */
  readonly duplicates: number
}

/** What a run tells while it runs. */
export interface RunListener {
  onProgress(progress: RunProgress): void
  onRejected(rejections: readonly Rejection[]): void
  onRepeatedIds(repeated: readonly RepeatedId[]): void
  onNotice(message: string): void
}

/** What surrounds a run. */
export interface RunContext {
  readonly in: Readable
  readonly out: Writable
  readonly listener: RunListener
  /** Stops the run in order, so that it can go on later. */
  readonly signal: AbortSignal
  /** Memory from which on no document is taken, in bytes. */
  readonly memoryLimitBytes: number
  /** What pages of HTML may cost. */
  readonly extraction: ExtractionLimits
}
