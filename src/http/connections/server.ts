import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { deferContinue } from './expect-continue.ts'
import { queued } from './request-queue.ts'

/** How long the head of a request may take, from the first byte or the connection on, in milliseconds. */
const headersTimeoutMs = 30_000
const checkEveryMs = 5_000
/** How long a connection may be idle between requests: longer than most proxies keep theirs. */
const keepAliveTimeoutMs = 72_000
const makeRoomEveryMs = 1_000

/**
 * Makes the HTTP server.
 *
 * @param maxConnections beyond it a new connection is closed at once
 */
export function makeServer(handle: RequestListener, maxConnections: number): Server {
  const options: ServerOptions = {
    requireHostHeader: false,
    headersTimeout: headersTimeoutMs,
    connectionsCheckingInterval: checkEveryMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // An upload may take any time; the bodies see to it that it does not pause for long.
    requestTimeout: 0
  }
  const server = createServer(options, queued(handle)) as Server & { httpAllowHalfOpen: boolean }
  // Who ends its side has asked all it wants to ask, and may wait for the answers.
  server.httpAllowHalfOpen = true
  server.maxConnections = maxConnections
  deferContinue(server)
  // Those that wait for nothing make room; it takes a look at all of them.
  let madeRoomAt = Number.NEGATIVE_INFINITY
  server.on('drop', () => {
    if (performance.now() - madeRoomAt < makeRoomEveryMs) return
    madeRoomAt = performance.now()
    server.closeIdleConnections()
  })
  return server
}
