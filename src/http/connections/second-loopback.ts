import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * `localhost` is two addresses on most machines, and a server listens on one: what arrives at the others is handed to it.
 * Must be called when it listens.
 *
 * @param addresses those of `localhost`
 */
export async function listenOnAllOfLocalhost(app: FastifyInstance, addresses?: readonly string[]): Promise<void> {
  const { address: own, port } = app.server.address() as AddressInfo
  for (const address of addresses ?? (await addressesOfLocalhost())) {
    if (address === own) continue
    const server = createServer({ allowHalfOpen: true, noDelay: true }, socket => app.server.emit('connection', socket))
    server.listen({ host: address, port })
    // An address without a device behind it, or one whose port another has: the first is enough.
    const isListening = await once(server, 'listening').then(
      () => true,
      () => false
    )
    if (isListening) app.server.once('close', () => server.close())
  }
}

async function addressesOfLocalhost(): Promise<string[]> {
  return (await lookup('localhost', { all: true })).map(({ address }) => address)
}
