/** The settings of the HTTP layer. */
export interface HttpConfig {
  /** Most bytes of a JSON body and of each NDJSON line, after decompression. */
  readonly bodyLimitBytes: number
  /** Where a proxy puts the service: `/doppel`, or empty. It stands before every address that an answer names. */
  readonly basePath: string
  /** Keys that `Authorization: Bearer` may carry; with none the service is open. */
  readonly apiKeys: readonly string[]
  /** Most requests a minute of one key, or of one address where no keys are set; undefined: no limit. */
  readonly rateLimitPerMinute: number | undefined
  /** How long an upload may pause, or the client of an export read nothing, before it is given up, in milliseconds. */
  readonly idleTimeoutMs: number
  /** Where results that a client does not read yet are kept. */
  readonly spoolDirectory: string
  /** Most bytes of such results of one stream. */
  readonly spoolLimitBytes: number
}
