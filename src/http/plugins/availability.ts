import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { DoppelError } from '../../errors.ts'
import type { Readiness } from '../../service/readiness.ts'

/** Refuses requests while the store is loading, and those that arrive on open connections while the service shuts down. */
export default fp(
  async (app: FastifyInstance, { readiness }: { readonly readiness: Readiness }) => {
    let isClosing = false
    app.addHook('preClose', async () => {
      isClosing = true
    })
    app.addHook('onRequest', async (request, reply) => {
      if (isClosing) {
        reply.header('connection', 'close')
        throw new DoppelError('STORE_CLOSING', 'the service is shutting down')
      }
      if (readiness.status === 'loading' && request.routeOptions.url?.startsWith('/v1/') === true) {
        throw new DoppelError('STORE_LOADING', 'the index is being loaded')
      }
    })
  },
  { name: 'availability' }
)
