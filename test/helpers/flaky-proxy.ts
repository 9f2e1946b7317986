import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

/** What happens to one request; it goes through untouched where nothing is said. */
export interface Fault {
  /** Answered in the place of the service. */
  readonly answer?: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The connection is reset once so many bytes of the answer's body have passed. */
  readonly cutAnswerAfter?: number
  /** The connection is reset once so many bytes of the request's body have passed. */
  readonly cutRequestAfter?: number
  /** The service gets the request, and the connection is reset in the place of its answer. */
  readonly losesAnswer?: boolean
  /** The request is passed on only when it is whole. */
  readonly holdsRequest?: boolean
  /** Nothing is ever answered. */
  readonly isSilent?: boolean
}

/** A proxy that fails as it is told. */
export interface FlakyProxy {
  readonly url: string
  /** The requests so far, as "METHOD path". */
  readonly requests: readonly string[]
}

/**
 * Stands between a client and a service on the loopback. It ends with the test.
 *
 * @param faultOf the fault of the request with this number, counted from 0
 */
export async function flakyProxy(
  t: Test,
  target: string | URL,
  faultOf: (number: number, request: IncomingMessage) => Fault | undefined
): Promise<FlakyProxy> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const fault = faultOf(requests.length, request) ?? {}
    requests.push(`${request.method} ${request.url}`)
    if (fault.isSilent === true) request.resume()
    else if (fault.answer !== undefined) {
      request.resume()
      response.writeHead(fault.answer.status, fault.answer.headers).end(fault.answer.body)
    } else forward(request, response, new URL(request.url as string, target), fault)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

function forward(request: IncomingMessage, response: ServerResponse, address: URL, fault: Fault): void {
  const { cutAnswerAfter = Number.POSITIVE_INFINITY, cutRequestAfter = Number.POSITIVE_INFINITY } = fault
  const upstream = send(address, { method: request.method, headers: request.headers })
  const cut = () => {
    request.socket.resetAndDestroy()
    upstream.destroy()
  }
  const held: Buffer[] = []
  let sent = 0
  request.on('data', (chunk: Buffer) => {
    sent += chunk.length
    if (sent > cutRequestAfter) cut()
    else if (fault.holdsRequest === true) held.push(chunk)
    else upstream.write(chunk)
  })
  request.on('end', () => upstream.end(Buffer.concat(held)))
  request.on('error', cut)
  response.on('close', () => upstream.destroy())
  upstream.on('error', cut)
  upstream.on('response', answer => {
    if (fault.losesAnswer === true) return cut()
    response.writeHead(answer.statusCode as number, answer.headers)
    response.flushHeaders()
    let passed = 0
    answer.on('data', (chunk: Buffer) => {
      response.write(chunk.subarray(0, Math.max(0, cutAnswerAfter - passed)))
      passed += chunk.length
      // What was passed must arrive first: a reset throws away what is under way.
      if (passed > cutAnswerAfter) setTimeout(cut, 20)
    })
    answer.on('end', () => passed <= cutAnswerAfter && response.end())
    answer.on('error', cut)
  })
}
