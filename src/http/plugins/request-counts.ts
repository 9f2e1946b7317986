/** Most clients that are counted at the same time, and most that have reached their limit. */
const maxClients = 100_000

interface Window {
  count: number
  readonly startedAt: number
}

/** What the plugin that limits requests calls back with: requests in this window, and what is left of it. */
type Callback = (error: Error | null, result?: { current: number; ttl: number }) => void

/**
 * The requests of each client in its window, for `@fastify/rate-limit`. Its own store forgets the client that was
 * silent longest when it has counted 5,000 others, limited or not; here those that have reached their limit are kept
 * apart, so that no number of other addresses makes room for them.
 */
export class RequestCounts {
  // All windows are equally long: what stands first ends first, or nearly so among those that are limited.
  readonly #counting = new Map<string, Window>()
  readonly #limited = new Map<string, Window>()
  readonly #clock: () => number

  constructor({ clock = Date.now }: { readonly clock?: () => number } = {}) {
    this.#clock = clock
  }

  /** Counts a request. @param windowMs how long a window is @param max requests from which a client is limited */
  incr(client: string, callback: Callback, windowMs: number, max: number): void {
    const now = this.#clock()
    for (const windows of [this.#counting, this.#limited]) dropEnded(windows, now - windowMs)
    const window = this.#windowOf(client, now, windowMs)
    window.count++
    if (window.count < max) this.#counting.set(client, window)
    else if (!this.#limited.has(client)) {
      this.#counting.delete(client)
      this.#limited.set(client, window)
    }
    callback(null, { current: window.count, ttl: windowMs - (now - window.startedAt) })
  }

  #windowOf(client: string, now: number, windowMs: number): Window {
    const window = this.#limited.get(client) ?? this.#counting.get(client)
    if (window !== undefined && window.startedAt > now - windowMs) return window
    this.#limited.delete(client)
    this.#counting.delete(client)
    return { count: 0, startedAt: now }
  }

  /** No route has a limit of its own. */
  child(): RequestCounts {
    return this
  }
}

function dropEnded(windows: Map<string, Window>, before: number): void {
  for (const [client, { startedAt }] of windows) {
    if (startedAt > before && windows.size <= maxClients) break
    windows.delete(client)
  }
}
