import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { HttpError } from '../http-error.ts'
import { isOpenRoute } from './authentication.ts'
import { RequestCounts } from './request-counts.ts'

/** Least limit of the documentation, whose page is made of a dozen answers. */
const leastForDocumentation = 240

/** What a limit is set for. */
export interface RequestLimitOptions {
  readonly apiKeys: readonly string[]
  /** Undefined: no limit. */
  readonly rateLimitPerMinute: number | undefined
}

/**
 * Limits the requests a minute of each key, or of each address where a request carries
 * no valid key, so that keys cannot be guessed at any rate either. Addresses that match no
 * route count too. The documentation is counted by itself; who asks how the service does is not counted.
 */
export default fp(
  async (app: FastifyInstance, { apiKeys, rateLimitPerMinute }: RequestLimitOptions) => {
    if (rateLimitPerMinute === undefined) return
    await app.register(rateLimit, {
      global: false,
      store: RequestCounts,
      max: request => (isOpen(request) ? Math.max(rateLimitPerMinute, leastForDocumentation) : rateLimitPerMinute),
      timeWindow: 60_000,
      keyGenerator: request =>
        isOpen(request) ? `open ${addressOf(request)}` : (request.keyName ?? addressOf(request)),
      allowList: ({ routeOptions: { url = '' }, keyName }) =>
        url === '/healthz' ||
        url === '/readyz' ||
        (url === '/metrics' && (keyName !== undefined || apiKeys.length === 0)),
      errorResponseBuilder: (_request, { max, ttl }) =>
        new HttpError('TOO_MANY_REQUESTS', `the limit is ${max} requests a minute`, {
          retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000))
        })
    })
    app.addHook('onRequest', app.rateLimit())
  },
  { name: 'request-limit', dependencies: ['identification'] }
)

function isOpen({ routeOptions }: FastifyRequest): boolean {
  return isOpenRoute(routeOptions.url)
}

/** A connection that has ended has no address any more. */
function addressOf({ ip }: { readonly ip?: string }): string {
  return normalizeIP(ip ?? '')
}
