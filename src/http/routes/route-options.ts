import type { DedupService } from '../../service/dedup-service.ts'
import type { Readiness } from '../../service/readiness.ts'
import type { HttpConfig } from '../http-config.ts'
import type { Preparer } from '../preparation/preparer.ts'
import type { SpoolSpace } from '../streams/spool-file.ts'

/** What the routes are given. */
export interface RouteOptions {
  readonly service: DedupService
  readonly readiness: Readiness
  readonly config: HttpConfig
  /** Prepares uploads and large bodies. */
  readonly preparer: Preparer
  /** What the results that wait on disk share. */
  readonly spoolSpace: SpoolSpace
  readonly version: string
}
