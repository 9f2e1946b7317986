import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { HttpError } from '../http-error.ts'

/**
 * Refuses what no route takes, before the body is looked at: with 405 and the methods
 * that the address does take, or else with 404. Must be registered before the routes.
 */
export default fp(
  async (app: FastifyInstance) => {
    const methodsOf = new Map<string, Set<string>>()
    app.addHook('onRoute', ({ url, method }) => {
      const methods = methodsOf.get(url) ?? new Set()
      methodsOf.set(url, methods)
      for (const one of [method].flat()) methods.add(one)
    })

    const routes: { readonly path: RegExp; readonly methods: ReadonlySet<string> }[] = []
    app.addHook('onReady', async () => {
      for (const [url, methods] of methodsOf) routes.push({ path: pathPattern(url), methods })
    })

    app.addHook('onRequest', async (request, reply) => {
      if (!request.is404) return
      const path = pathOf(request)
      const methods = routes.filter(route => route.path.test(path)).flatMap(route => [...route.methods])
      if (methods.length === 0) throw notFound(path)
      const allowed = [...new Set(methods)].sort().join(', ')
      reply.header('allow', allowed)
      throw new HttpError('METHOD_NOT_ALLOWED', `${path} takes ${allowed}, not ${request.method}`)
    })
    // Only for routes that look for a file and find none; all else was refused above.
    app.setNotFoundHandler(async request => {
      throw notFound(pathOf(request))
    })
  },
  { name: 'not-found' }
)

function notFound(path: string): HttpError {
  return new HttpError('ROUTE_NOT_FOUND', `there is nothing at ${path}`)
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] as string
}

/** The paths that a route's pattern stands for, as they are sent. */
function pathPattern(url: string): RegExp {
  const segments = url.split('/').map(segment => {
    if (segment.startsWith(':')) return '[^/]+'
    return segment === '*' ? '.*' : segment.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${segments.join('/')}$`)
}
