import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { HttpError } from '../http-error.ts'
import { isOpenRoute } from './authentication.ts'

/** Which names and which web pages the service answers to. */
export interface OriginOptions {
  /** Names by which requests may address the service, without ports; undefined: any. */
  readonly hosts: readonly string[] | undefined
  /** Origins whose pages may use the service from a browser. */
  readonly corsOrigins: readonly string[]
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
/** How long a browser may remember the answer to a preflight, in seconds. */
const preflightSeconds = 600

/**
 * Protects the service from web pages: a browser sends what any page tells it to. What addresses the service by a
 * foreign name is refused, since a page may have its own name lead here (DNS rebinding), and so are writes from pages
 * of other origins. Pages of the origins that are set may do everything, and see the answers.
 */
export default fp(
  async (app: FastifyInstance, { hosts, corsOrigins }: OriginOptions) => {
    const names = hosts && new Set(hosts)
    const origins = new Set(corsOrigins)
    app.addHook('onRequest', async (request, reply) => {
      refuseForeignHost(request, names)
      const { origin } = request.headers
      if (origins.size > 0) reply.header('vary', 'origin')
      if (origin !== undefined && origins.has(origin)) {
        reply.header('access-control-allow-origin', origin)
        reply.header('access-control-expose-headers', 'location, retry-after, x-request-id')
        if (isPreflight(request)) return answerPreflight(reply)
      } else if (!safeMethods.has(request.method) && isFromForeignPage(request)) {
        throw new HttpError('FOREIGN_ORIGIN', 'the request comes from a web page of another origin')
      }
    })
  },
  { name: 'origins' }
)

/** What the open routes answer is no secret, and probes ask by any name. */
function refuseForeignHost({ headers: { host }, routeOptions }: FastifyRequest, names: Set<string> | undefined): void {
  if (names === undefined || host === undefined || isOpenRoute(routeOptions.url)) return
  if (names.has(host.replace(/:\d*$/, '').toLowerCase())) return
  throw new HttpError('FOREIGN_HOST', 'the service does not answer to this host name')
}

/** Browsers say where a request comes from, and pages cannot change it. Who says nothing is no browser. */
function isFromForeignPage({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined && hostOf(origin) !== hostOf(`http://${host}`)
}

/** Undefined for what is no origin, such as `null`. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

function answerPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .header('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
    .header('access-control-allow-headers', 'authorization, content-encoding, content-type, x-request-id')
    .header('access-control-max-age', preflightSeconds)
    .send()
}
