/** The settings of the HTTP layer. */
export interface HttpConfig {
  /** Names by which requests may address the service, without ports; undefined: any. */
  readonly hosts: readonly string[] | undefined
  /** Origins whose pages may use the service from a browser. */
  readonly corsOrigins: readonly string[]
  /** Addresses and networks of proxies whose `X-Forwarded-*` is believed. */
  readonly trustedProxies: readonly string[]
  /** Most connections at the same time. */
  readonly maxConnections: number
  /** Most bytes of all bodies and lines together that have not arrived whole. */
  readonly bodiesLimitBytes: number
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
  /** Most bytes of such results of all streams. */
  readonly spoolTotalBytes: number
}
