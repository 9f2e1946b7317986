import type { DedupService } from '../../service/dedup-service.ts'
import type { Readiness } from '../../service/readiness.ts'
import type { HttpConfig } from '../http-config.ts'
import type { LinePreparer } from '../preparation/line-preparer.ts'
import type { SpoolSpace } from '../streams/spool-file.ts'

/** What the routes are given. */
export interface RouteOptions {
  readonly service: DedupService
  readonly readiness: Readiness
  readonly config: HttpConfig
  /** Prepares the documents of uploads. */
  readonly preparer: LinePreparer
  /** What the results that wait on disk share. */
  readonly spoolSpace: SpoolSpace
  readonly version: string
}
