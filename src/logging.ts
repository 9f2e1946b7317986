import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** How long the end of the log may take when nobody reads it, in milliseconds. */
const endTimeoutMs = 1000

/** The log of the process: JSON lines on standard output. */
export interface Log {
  readonly logger: Logger
  /** Waits until all lines are written; nothing may be logged any more. */
  end(): Promise<void>
}

/**
 * Opens the log. Lines are written in the background, so that a slow reader does not hold up
 * requests; ending the process without {@link Log.end} could write the last of them out of order.
 */
export function openLog(level: Config['logLevel']): Log {
  const destination = pino.destination({ sync: false })
  return {
    logger: pino({ level }, destination),
    async end() {
      const ended = once(destination, 'close')
      destination.end()
      await Promise.race([ended, setTimeout(endTimeoutMs)])
    }
  }
}
