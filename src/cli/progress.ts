import type { Writable } from 'node:stream'

/** Least time between two texts, in milliseconds. */
const pauseMs = 100

/** One line on a terminal that is written over again and again; nothing where the stream is none. */
export interface ProgressLine {
  /** @param text is made only if it is time to show it, for so many columns; what is longer is cut */
  show(text: (columns: number) => string): void
  /** Takes the line away. */
  clear(): void
}

/** A progress line on a stream for messages. */
export function progressLine(err: Writable): ProgressLine {
  if (!('isTTY' in err && err.isTTY === true)) return { show() {}, clear() {} }
  let shownAt = 0
  return {
    show(text) {
      const now = performance.now()
      if (now - shownAt < pauseMs) return
      shownAt = now
      const width = ('columns' in err && typeof err.columns === 'number' && err.columns > 0 ? err.columns : 80) - 1
      err.write(`\r\u001b[2K${text(width).slice(0, width)}`)
    },
    clear() {
      if (shownAt > 0) err.write('\r\u001b[2K')
      shownAt = 0
    }
  }
}
