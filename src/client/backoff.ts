import type { DoppelConnectionError, DoppelProblem } from './errors.ts'

/** How often and after how long a request is made again. */
export interface RetryOptions {
  /** Most further attempts since the last progress; 0 for none, `Infinity` to go on until it works. Default 8. */
  readonly attempts?: number
  /** Longest wait before the first further attempt, in milliseconds; it doubles each time. Default 250. */
  readonly minMs?: number
  /** Longest wait, in milliseconds, unless the service asks for more. Default 15,000. */
  readonly maxMs?: number
  /** Most that the service may ask for with `Retry-After`, in milliseconds; where it asks for more there is no further attempt. Default 120,000. */
  readonly maxRetryAfterMs?: number
  /** Is told before each wait for a further attempt. */
  readonly onRetry?: (retry: Retry) => void
}

/** A further attempt that is going to be made. */
export interface Retry {
  /** Why the one before failed. */
  readonly error: DoppelProblem | DoppelConnectionError
  /** How long it is waited for, in milliseconds. */
  readonly waitMs: number
  /** Attempts that failed since the last progress, counted from 1. */
  readonly failures: number
}

/** @see RetryOptions */
export const defaultRetry: Readonly<Required<RetryOptions>> = {
  attempts: 8,
  minMs: 250,
  maxMs: 15_000,
  maxRetryAfterMs: 120_000,
  onRetry: () => {}
}

/** Longest time that a timer takes, in milliseconds: almost 25 days. It fires at once for anything longer. */
export const longestTimerMs = 2 ** 31 - 1

/**
 * How long to wait before a further attempt, in milliseconds: twice as long each time, and between half and all of
 * that by chance, so that clients which failed together do not come back together.
 *
 * @param failures attempts that failed without progress, this one left out
 * @param retryAfterMs the least that the service asked for
 */
export function backoffMs(
  failures: number,
  { minMs, maxMs }: Pick<Required<RetryOptions>, 'minMs' | 'maxMs'>,
  retryAfterMs = 0,
  random: () => number = Math.random
): number {
  const longest = Math.min(maxMs, minMs * 2 ** failures)
  return retryAfterMs + longest * (0.5 + random() / 2)
}

/**
 * Reads a `Retry-After` header: seconds or a date.
 *
 * @returns milliseconds from now, at least 0; undefined where there is no such header or it says nothing
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}

/**
 * Waits, but not longer than {@link longestTimerMs}.
 *
 * @throws the signal's reason once it is aborted
 */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      },
      Math.min(milliseconds, longestTimerMs)
    )
    signal?.addEventListener('abort', abort, { once: true })
  })
}
