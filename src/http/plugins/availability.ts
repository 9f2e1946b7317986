import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
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
    app.addHook('onRequest', async request => {
      if (isClosing) throw new DoppelError('STORE_CLOSING', 'the service is shutting down')
      if (readiness.status === 'loading' && request.routeOptions.url?.startsWith('/v1/') === true) {
        throw new DoppelError('STORE_LOADING', 'the index is being loaded')
      }
    })

    // To Node a connection is idle only after its first request: one that never made any, of a client that connects
    // in advance, would hold up the end for a minute.
    const unused = new Set<Socket>()
    app.server.on('connection', (socket: Socket) => {
      unused.add(socket)
      socket.once('close', () => unused.delete(socket))
    })
    app.server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket))
    app.addHook('preClose', async () => {
      for (const socket of unused) if (socket.bytesRead === 0) socket.destroy()
    })

    // The listener closes when all connections have. Those that are idle by then it closes itself, but not those
    // that become idle later: a client that keeps its connection would hold up the end for as long as it likes.
    app.addHook('onSend', async (_request, reply, payload) => {
      if (isClosing) reply.header('connection', 'close')
      return payload
    })
    app.addHook('onResponse', async () => {
      if (isClosing) setImmediate(() => app.server.closeIdleConnections())
    })
  },
  { name: 'availability' }
)
