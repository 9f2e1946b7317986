/** What a shell calls the end by a signal. */
const statuses = { SIGINT: 130, SIGTERM: 143 } as const

/** How long a stopped command may wait for what it has begun, in milliseconds. */
const graceMs = 5_000

/** A command that can be stopped. */
export interface Stop {
  /** Aborted at the first signal. */
  readonly signal: AbortSignal
  /** Aborted where the end in order takes longer than five seconds. */
  readonly overdue: AbortSignal
  /** The exit status that tells of the signal. */
  readonly status: () => number
  /** Leaves signals to others again. */
  readonly release: () => void
}

/** Stops a command in order at the first SIGINT or SIGTERM; the second one ends the process. */
export function stopOnSignal(onStop: () => void): Stop {
  const controller = new AbortController()
  const overdue = new AbortController()
  let status: number = statuses.SIGINT
  const handlers = (['SIGINT', 'SIGTERM'] as const).map(name => {
    const handler = (): void => {
      release()
      status = statuses[name]
      onStop()
      controller.abort()
      setTimeout(() => overdue.abort(), graceMs).unref()
    }
    process.on(name, handler)
    return [name, handler] as const
  })
  const release = (): void => {
    for (const [name, handler] of handlers) process.off(name, handler)
  }
  return { signal: controller.signal, overdue: overdue.signal, status: () => status, release }
}
