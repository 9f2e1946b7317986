import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { HttpError, type HttpErrorCode } from '../http-error.ts'
import { requestIdHeader, requestIdOf } from '../plugins/request-id.ts'
import { problemOf } from '../problems.ts'
import { afterAnswers } from './request-queue.ts'

/** A host and a port as `Host` has them (RFC 3986, 3.2.2); a name may be empty. */
const hostPattern = /^(?:\[[0-9A-Fa-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/

/**
 * Leaves to the application what Node would refuse by itself, with an answer that is no problem and has no request id:
 * requests without a host, and expectations other than `100-continue`, which a server may ignore (RFC 9110, 10.1.1).
 */
export function answerLikeAnyRequest(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.addHook('onRequest', async ({ raw }) => {
    const { host } = raw.headers
    if (host === undefined) {
      if (raw.httpVersion === '1.1') throw new HttpError('MALFORMED_REQUEST', 'the header "host" is missing')
    } else if (!hostPattern.test(host) || hasSeveralHosts(raw.rawHeaders)) {
      throw new HttpError('MALFORMED_REQUEST', 'the header "host" is not one host')
    }
  })
}

/** Of several Node shows the first, and what stands before the service may have gone by another. */
function hasSeveralHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts > 1
}

/** What Node's parser refuses, by its code; everything else is a request that cannot be read. */
const codes: Readonly<Record<string, HttpErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT'
}

type ParserError = Error & { readonly code?: string }

/**
 * Gives the handler of what Node's HTTP parser refuses, which never becomes a request.
 *
 * @param basePath as in HttpConfig
 */
export function clientErrorHandler(basePath: string): (error: ParserError, socket: Socket) => void {
  return (error, socket) => answerClientError(error, socket, basePath)
}

/**
 * Answers with a problem too, behind the answers to what was asked before; then closes the connection, because nobody
 * knows where the next request would start.
 */
function answerClientError(error: ParserError, socket: Socket, basePath: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  afterAnswers(socket, unanswered => {
    // Nothing can be put into the middle of an answer.
    if (!socket.writable || unanswered?.headersSent === true) socket.destroy()
    else socket.end(refusalOf(error, basePath), () => socket.destroy())
  })
}

function refusalOf({ code }: { readonly code?: string }, basePath: string): string {
  const headers: IncomingHttpHeaders = {}
  const requestId = requestIdOf({ headers })
  const problem = problemOf(
    new HttpError(codes[code ?? ''] ?? 'MALFORMED_REQUEST', 'the request is not valid HTTP'),
    requestId,
    basePath
  )
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'connection: close',
    'content-type: application/problem+json',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    `${requestIdHeader}: ${requestId}`
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
