import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { v7 as uuidv7 } from 'uuid'

/** The header that carries the request id, in requests and in answers. */
export const requestIdHeader = 'x-request-id'

/** What is safe in a header, in a log line and in a URI reference. */
const safeRequestId = /^[\w.~-]{1,128}$/

/** The request id: the client's where it is safe to repeat, otherwise a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const sent = headers[requestIdHeader]
  return typeof sent === 'string' && safeRequestId.test(sent) ? sent : uuidv7()
}

/** Names every answer by its request id. */
export default fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', async (request, reply) => {
      reply.header(requestIdHeader, request.id)
    })
  },
  { name: 'request-id' }
)
