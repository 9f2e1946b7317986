import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import helmet from 'helmet'

/** Sends the headers that keep browsers from doing more with an answer than show it. */
export default fp(
  async (app: FastifyInstance) => {
    // `@fastify/helmet` makes this anew for every request.
    const setHeaders = helmet({
      contentSecurityPolicy: {
        directives: {
          fontSrc: ["'self'", 'data:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          // Otherwise browsers fetch the assets of /docs by https, which on plain http nobody answers.
          upgradeInsecureRequests: null
        }
      },
      // Whether a host is to be reached by https alone is for the proxy that speaks https to say.
      strictTransportSecurity: false
    })
    app.addHook('onRequest', ({ raw: request, routeOptions }, reply, done) => {
      const { raw: response } = reply
      // Texts are nobody's but the client's: nothing between keeps them.
      if (!isDocumentation(routeOptions.url)) reply.header('cache-control', 'no-store')
      setHeaders(request, response, error => done(error as Error | undefined))
    })
  },
  { name: 'security-headers' }
)

function isDocumentation(url = ''): boolean {
  return /^\/($|docs|openapi\.)/.test(url)
}
