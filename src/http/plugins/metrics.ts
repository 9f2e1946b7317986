import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Type } from 'typebox'
import type { DedupService } from '../../service/dedup-service.ts'
import type { Readiness } from '../../service/readiness.ts'
import { problems } from '../problem-schemas.ts'

/** Bounds of the duration histogram, in seconds. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Measures requests, and shows all measures to Prometheus. */
export default fp(
  async (
    app: FastifyInstance,
    { service, readiness, version }: { service: DedupService; readiness: Readiness; version: string }
  ) => {
    const register = new Registry()
    collectDefaultMetrics({ register })
    observeRequests(app, register)
    showService(register, service, readiness)
    new Gauge({ name: 'doppel_info', help: 'The version', labelNames: ['version'], registers: [register] })
      .labels(version)
      .set(1)

    app.get(
      '/metrics',
      {
        schema: {
          operationId: 'getMetrics',
          summary: 'Metrics for Prometheus',
          description: 'Of this process, since its start.',
          tags: ['operations'],
          response: {
            200: {
              description: 'Prometheus text format',
              content: { 'text/plain': { schema: Type.String() } }
            },
            ...problems()
          }
        }
      },
      async (_request, reply) => reply.type(register.contentType).send(await register.metrics())
    )
  },
  { name: 'metrics' }
)

function observeRequests(app: FastifyInstance, register: Registry): void {
  const durations = new Histogram({
    name: 'doppel_http_request_duration_seconds',
    help: 'From the arrival of the headers to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: durationBuckets,
    registers: [register]
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, not the address: ids would make a series each.
    const route = request.routeOptions.url ?? 'none'
    durations.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000)
  })
}

function showService(register: Registry, service: DedupService, readiness: Readiness): void {
  new Counter({
    name: 'doppel_ingested_documents_total',
    help: 'Documents ingested, by what became of them',
    labelNames: ['status', 'verdict'],
    registers: [register],
    collect() {
      this.reset()
      for (const { status, verdict, count } of service.ingestCounts.entries()) this.labels(status, verdict).inc(count)
    }
  })
  new Counter({
    name: 'doppel_refused_documents_total',
    help: 'Documents that were not ingested because of an error',
    registers: [register],
    collect() {
      this.reset()
      this.inc(service.ingestCounts.failed)
    }
  })
  new Gauge({
    name: 'doppel_store_bytes',
    help: 'Size of the data file on disk, free pages included; 0 where nothing is kept on disk',
    registers: [register],
    collect() {
      this.set(service.diskBytes)
    }
  })
  new Gauge({
    name: 'doppel_ready',
    help: '1 when the store is loaded and the service is not shutting down',
    registers: [register],
    collect() {
      this.set(readiness.status === 'ready' ? 1 : 0)
    }
  })
}
