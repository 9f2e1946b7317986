import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { DedupService } from '../service/dedup-service.ts'
import type { Readiness } from '../service/readiness.ts'
import bodies from './bodies/bodies.ts'
import { answerLikeAnyRequest, clientErrorHandler } from './connections/client-errors.ts'
import { makeServer } from './connections/server.ts'
import type { HttpConfig } from './http-config.ts'
import { authentication, identification } from './plugins/authentication.ts'
import availability from './plugins/availability.ts'
import basePath, { withoutBasePath } from './plugins/base-path.ts'
import compression from './plugins/compression.ts'
import documentation from './plugins/documentation.ts'
import metrics from './plugins/metrics.ts'
import notFound from './plugins/not-found.ts'
import origins from './plugins/origins.ts'
import pathParameters from './plugins/path-parameters.ts'
import problemDetails, { sendProblem } from './plugins/problem-details.ts'
import requestId, { requestIdHeader, requestIdOf } from './plugins/request-id.ts'
import requestLimit from './plugins/request-limit.ts'
import requestLog, { logAnswer } from './plugins/request-log.ts'
import securityHeaders from './plugins/security-headers.ts'
import validation from './plugins/validation.ts'
import { inlinePreparer } from './preparation/inline-preparer.ts'
import type { Preparer } from './preparation/preparer.ts'
import admin from './routes/admin.ts'
import check from './routes/check.ts'
import clusters from './routes/clusters.ts'
import collections from './routes/collections.ts'
import documents from './routes/documents.ts'
import documentsByQuery from './routes/documents-by-query.ts'
import exports from './routes/export.ts'
import health from './routes/health.ts'
import matches from './routes/matches.ts'
import type { RouteOptions } from './routes/route-options.ts'
import stats from './routes/stats.ts'
import streams from './routes/streams.ts'
import { SpoolSpace } from './streams/spool-file.ts'

/** What the application is made of. */
export interface AppOptions {
  readonly service: DedupService
  readonly readiness: Readiness
  readonly config: HttpConfig
  /** Prepares uploads and large bodies; on this thread unless given. It is closed by whoever made it. */
  readonly preparer?: Preparer
  readonly logger: FastifyBaseLogger
  /** The version of doppel, for the specification and the metrics. */
  readonly version: string
  /** Called before the routes are registered; for tests. */
  readonly prepare?: (app: FastifyInstance) => Promise<void>
}

/** Longest parameter in a path: more than Node lets through, so that the service decides what is too long. */
const maxParamLength = 65_536

/**
 * Puts the HTTP application together; it does not listen yet.
 *
 * The order matters: hooks run as they are registered, and those on routes must come before the routes.
 */
export async function buildApp({ logger, prepare, ...given }: AppOptions): Promise<FastifyInstance> {
  const { config } = given
  const options = { preparer: inlinePreparer, spoolSpace: new SpoolSpace(config.spoolTotalBytes), ...given }
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    rewriteUrl: ({ url = '/' }) => withoutBasePath(url, given.config.basePath),
    routerOptions: { maxParamLength },
    forceCloseConnections: 'idle',
    // The plugin `availability` answers as all of the service does.
    return503OnClosing: false,
    ...(config.trustedProxies.length > 0 && { trustProxy: [...config.trustedProxies] }),
    serverFactory: handle => makeServer(handle, config.maxConnections),
    clientErrorHandler: clientErrorHandler(config.basePath),
    frameworkErrors: (error, request, reply) => {
      sendProblem(error, request, reply.header(requestIdHeader, request.id))
      logAnswer(request, reply)
    }
  })
  await prepare?.(app)
  await registerPlugins(app, options)
  await registerRoutes(app, options)
  return app
}

async function registerPlugins(app: FastifyInstance, options: RouteOptions): Promise<void> {
  const { config } = options
  await app.register(basePath, config)
  await app.register(requestId)
  await app.register(problemDetails)
  answerLikeAnyRequest(app)
  await app.register(requestLog)
  await app.register(securityHeaders)
  await app.register(origins, config)
  await app.register(compression)
  await app.register(identification, config)
  await app.register(requestLimit, config)
  await app.register(authentication, config)
  await app.register(notFound)
  await app.register(availability, options)
  await app.register(pathParameters)
  await app.register(bodies, { ...config, preparer: options.preparer })
  await app.register(validation)
  await app.register(documentation, options)
  await app.register(metrics, options)
}

async function registerRoutes(app: FastifyInstance, options: RouteOptions): Promise<void> {
  for (const routes of [
    health,
    collections,
    documents,
    documentsByQuery,
    matches,
    check,
    clusters,
    stats,
    streams,
    exports,
    admin
  ]) {
    await app.register(routes, options)
  }
}
