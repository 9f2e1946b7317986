import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { HttpError } from '../http-error.ts'
import { isOpenRoute } from './authentication.ts'

/**
 * Limits the requests a minute of each key, or of each address where a request carries
 * no valid key, so that keys cannot be guessed at any rate either. Addresses that match no
 * route count too.
 */
export default fp(
  async (app: FastifyInstance, { rateLimitPerMinute }: { readonly rateLimitPerMinute: number | undefined }) => {
    if (rateLimitPerMinute === undefined) return
    await app.register(rateLimit, {
      global: false,
      max: rateLimitPerMinute,
      timeWindow: 60_000,
      keyGenerator: request => request.keyName ?? normalizeIP(request.ip),
      allowList: request => isOpenRoute(request.routeOptions.url),
      errorResponseBuilder: (_request, { max, ttl }) =>
        new HttpError('TOO_MANY_REQUESTS', `the limit is ${max} requests a minute`, {
          retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000))
        })
    })
    app.addHook('onRequest', app.rateLimit())
  },
  { name: 'request-limit', dependencies: ['identification'] }
)
