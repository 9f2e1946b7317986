// What `doppel/client` gives; the modules behind it may change.
export type { Retry, RetryOptions } from './backoff.ts'
export type * from './contract.ts'
export { type DedupOptions, dedup, type Tagged, type TagOptions, tagged } from './dedup.ts'
export { DoppelClient, type Readiness } from './doppel-client.ts'
export { DoppelCollection } from './doppel-collection.ts'
export { DoppelConnectionError, DoppelProblem, isTemporary } from './errors.ts'
export type { ClientOptions } from './transport.ts'
export type { DocumentOf, UploadOptions, UploadResult } from './upload.ts'
