import type { Writable } from 'node:stream'
import { counted } from './data-directory.ts'
import type { Fault } from './documents.ts'
import type { ProgressLine } from './progress.ts'

/** Faults that are printed; the others are counted. */
const maxPrinted = 20

/** Tells what was not read, sent or taken. */
export interface FaultReport {
  readonly failed: number
  /** Files of folders that were left out. */
  readonly skipped: number
  readonly onFault: (fault: Fault) => void
  readonly onSkipped: () => void
  /** Prints a message. */
  readonly say: (message: string) => void
  /** Takes the progress away, and prints what was only counted. */
  readonly end: () => void
}

/** A report on a stream for messages, which progress is shown on too. */
export function faultReport(err: Writable, progress: ProgressLine): FaultReport {
  let failed = 0
  let skipped = 0
  const say = (message: string): void => {
    progress.clear()
    err.write(`doppel: ${message}\n`)
  }
  return {
    get failed() {
      return failed
    },
    get skipped() {
      return skipped
    },
    onFault({ place, message }) {
      if (++failed <= maxPrinted) say(`${place}: ${message}`)
    },
    onSkipped() {
      skipped++
    },
    say,
    end() {
      progress.clear()
      if (failed > maxPrinted) say(`${counted(failed - maxPrinted, 'more failure')} not shown`)
      if (skipped > 0) say(`${counted(skipped, 'file')} of folders skipped, whose names say no format`)
    }
  }
}
