import { workerData } from 'node:worker_threads'

/**
 * How far a thread is, in memory that it shares with its pool: the piece of work that it is at, and the step of it,
 * both counted from 1.
 */
export type Progress = Int32Array

/** That of a thread that has not begun. */
export function newProgress(): Progress {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** Notes on a thread of a pool that it begins with the next piece of work. */
export function beginWork(): void {
  own[1] = 0
  own[0] = (own[0] as number) + 1
}

/** Notes on a thread of a pool that it begins with the next step of its work. On other threads it does nothing of use. */
export function beginStep(): void {
  own[1] = (own[1] as number) + 1
}

const own: Progress = (workerData as { progress?: Progress } | null)?.progress ?? newProgress()
