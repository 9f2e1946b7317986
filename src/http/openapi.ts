import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { DedupService } from '../service/dedup-service.ts'
import { Readiness } from '../service/readiness.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { buildApp } from './app.ts'
import type { HttpConfig } from './http-config.ts'

/** Nothing of this is used: no request is ever made. */
const config: HttpConfig = {
  hosts: undefined,
  corsOrigins: [],
  trustedProxies: [],
  maxConnections: 1,
  bodyLimitBytes: 1,
  basePath: '',
  bodiesLimitBytes: 1,
  apiKeys: [],
  rateLimitPerMinute: undefined,
  idleTimeoutMs: 1,
  spoolDirectory: '',
  spoolLimitBytes: 0,
  spoolTotalBytes: 0
}

/** The OpenAPI specification as YAML, as {@link openApi} makes it. */
export async function openApiYaml(version: string): Promise<string> {
  return openApi(version, app => app.swagger({ yaml: true }))
}

/** The OpenAPI specification as JSON, as {@link openApi} makes it. */
export async function openApiJson(version: string): Promise<string> {
  return openApi(version, app => `${JSON.stringify(app.swagger())}\n`)
}

/**
 * The OpenAPI specification, the same text each time; needs neither a store nor a network.
 *
 * @param version of doppel
 */
async function openApi(version: string, print: (app: FastifyInstance) => string): Promise<string> {
  const service = new DedupService({} as DocumentStore)
  const logger = pino({ level: 'silent' })
  const app = await buildApp({ service, readiness: new Readiness(), config, logger, version })
  try {
    await app.ready()
    return print(app)
  } finally {
    await app.close()
  }
}
