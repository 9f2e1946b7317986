/** One request that might hold up the service. */
export interface Scenario {
  /** What it sends, in words. */
  readonly name: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** NDJSON instead of JSON. */
  readonly isLines?: boolean
  /**
   * Makes the body, which is sent as it is and as gzip; without one there is none.
   *
   * @param limit most bytes of a body or a line
   */
  readonly body?: (limit: number) => Buffer
  /** The status of the answer. */
  readonly status: number
  /** How many are sent at once; 1 when left out. */
  readonly atOnce?: number
}

/** Scenarios of one kind, and what they need. */
export interface Family {
  readonly name: string
  /** Puts there what its scenarios ask for. */
  readonly prepare?: (collection: string, limit: number) => Promise<void>
  readonly scenarios: readonly Scenario[]
}

/** A text repeated up to a number of bytes, between a beginning and an end. */
export function filled(unit: string, bytes: number, before = '', after = ''): Buffer {
  const room = bytes - Buffer.byteLength(before) - Buffer.byteLength(after)
  return Buffer.from(`${before}${unit.repeat(Math.floor(room / Buffer.byteLength(unit)))}${after}`)
}
