import responseValidation from '@fastify/response-validation'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import type { Test } from 'tap'
import { buildApp } from '../../src/http/app.ts'
import type { HttpConfig } from '../../src/http/http-config.ts'
import { namedSchemas } from '../../src/http/named-schemas.ts'
import type { Preparer } from '../../src/http/preparation/preparer.ts'
import { DedupService } from '../../src/service/dedup-service.ts'
import type { PageExtractor } from '../../src/service/page-extractor.ts'
import { noExtractor } from '../../src/service/page-reading.ts'
import { Readiness } from '../../src/service/readiness.ts'
import type { DocumentStore } from '../../src/store/document-store.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'

/** What a test may want otherwise. */
export interface TestAppOptions {
  readonly config?: Partial<HttpConfig>
  /** Prepares uploads; on the thread of the test unless given. */
  readonly preparer?: Preparer
  readonly clock?: () => number
  /** A store in the place of the one in memory; it is opened and closed here. */
  readonly store?: DocumentStore
  /** Reads pages; without one they are refused. It is closed here. */
  readonly extractor?: PageExtractor
  /** The application stays as it is before the store is loaded. */
  readonly isLoading?: boolean
  /** Lines of the log are put here. */
  readonly log?: object[]
  /** Called before the routes are registered. */
  readonly prepare?: (app: FastifyInstance) => Promise<void>
}

/** An application over a store in memory. */
export interface TestApp {
  readonly app: FastifyInstance
  readonly service: DedupService
  readonly readiness: Readiness
  readonly store: DocumentStore
}

/**
 * Builds an application that checks each of its own answers against its schema, and answers 500 where it finds a fault.
 * All is closed when the test ends.
 */
export async function buildTestApp(t: Test, options: TestAppOptions = {}): Promise<TestApp> {
  const store = options.store ?? new EmbeddedStore(new MemoryJournal(), options.clock ?? Date.now)
  const { extractor = noExtractor } = options
  const service = new DedupService(store, undefined, extractor)
  const readiness = new Readiness()
  const app = await buildApp({
    service,
    readiness,
    config: { ...testConfig(t), ...options.config },
    ...(options.preparer !== undefined && { preparer: options.preparer }),
    logger: options.log === undefined ? pino({ level: 'silent' }) : collectingLogger(options.log),
    version: '0.0.0-test',
    prepare: async app => {
      await validateResponses(app)
      await options.prepare?.(app)
    }
  })
  t.teardown(async () => {
    await app.close()
    await extractor.close()
    await store.close()
  })
  await store.open(share => readiness.loading(share))
  if (options.isLoading !== true) readiness.ready()
  await app.ready()
  return { app, service, readiness, store }
}

/** Listens on a free port of the loopback. */
export async function listen(app: FastifyInstance): Promise<URL> {
  return new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
}

function testConfig(t: Test): HttpConfig {
  return {
    hosts: undefined,
    corsOrigins: [],
    trustedProxies: [],
    maxConnections: 1000,
    bodyLimitBytes: 16 * 1024 * 1024,
    basePath: '',
    bodiesLimitBytes: 64 * 1024 * 1024,
    apiKeys: [],
    rateLimitPerMinute: undefined,
    idleTimeoutMs: 5_000,
    spoolDirectory: t.testdir(),
    spoolLimitBytes: 64 * 1024 * 1024,
    spoolTotalBytes: 256 * 1024 * 1024
  }
}

async function validateResponses(app: FastifyInstance): Promise<void> {
  await app.register(responseValidation, {
    // A status that the specification does not name is a fault too.
    responseStatusCodeValidation: true,
    ajv: {
      strict: false,
      removeAdditional: false,
      useDefaults: false,
      formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i, 'uri-reference': /^\S+$/ },
      schemas: [...namedSchemas]
    }
  })
}

function collectingLogger(lines: object[]): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) })
}
