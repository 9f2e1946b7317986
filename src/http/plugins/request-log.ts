import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

/** Routes that machines ask all the time. */
const quietRoutes = new Set(['/healthz', '/readyz', '/metrics'])

/** Writes one line a request: neither query nor headers nor bodies, which may hold keys and texts. */
export default fp(
  async (app: FastifyInstance) => {
    app.addHook('onResponse', async (request, reply) => logAnswer(request, reply))
    app.addHook('onRequestAbort', async request => {
      request.log.info({ method: request.method, route: request.routeOptions.url }, 'client went away')
    })
  },
  { name: 'request-log', dependencies: ['problem-details'] }
)

/** Writes the line of a request; for the hook, and for what the framework refuses before there are hooks. */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const { url: route } = request.routeOptions
  const line = {
    method: request.method,
    path: request.url.split('?', 1)[0],
    ...(route !== undefined && { route }),
    status: reply.statusCode,
    ...(request.problemCode !== undefined && { code: request.problemCode }),
    durationMs: Math.round(reply.elapsedTime * 10) / 10
  }
  if (quietRoutes.has(route ?? '')) request.log.debug(line, 'request answered')
  else request.log.info(line, 'request answered')
}
