import type { Writable } from 'node:stream'

/** Least time between two texts, in milliseconds. */
const pauseMs = 100

/** One line on a terminal that is written over again and again; nothing where the stream is none. */
export interface ProgressLine {
  /** @param text is made only if it is time to show it */
  show(text: () => string): void
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
      const columns = 'columns' in err && typeof err.columns === 'number' ? err.columns : 80
      err.write(`\r\u001b[2K${text().slice(0, columns - 1)}`)
    },
    clear() {
      if (shownAt > 0) err.write('\r\u001b[2K')
      shownAt = 0
    }
  }
}
