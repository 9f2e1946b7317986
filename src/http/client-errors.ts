import { type IncomingHttpHeaders, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { HttpError, type HttpErrorCode } from './http-error.ts'
import { requestIdHeader, requestIdOf } from './plugins/request-id.ts'
import { problemOf } from './problems.ts'

/**
 * Leaves to the application what Node would refuse by itself, with an answer that is no problem and has no request id:
 * requests without a host, and expectations other than `100-continue`, which a server may ignore (RFC 9110, 10.1.1).
 */
export function answerLikeAnyRequest(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
      throw new HttpError('MALFORMED_REQUEST', 'the header "host" is missing')
    }
  })
}

/** What Node's parser refuses, by its code; everything else is a request that cannot be read. */
const codes: Readonly<Record<string, HttpErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT'
}

/** Gives the handler of what Node's HTTP parser refuses, see {@link answerClientError}. */
export function clientErrorHandler(basePath: string): (error: ParserError, socket: Socket) => void {
  return (error, socket) => answerClientError(error, socket, basePath)
}

type ParserError = Error & { readonly code?: string }

/**
 * Answers what never becomes a request as a problem too; then closes the connection, because nobody knows where the
 * next request would start.
 */
function answerClientError(error: ParserError, socket: Socket, basePath: string): void {
  // Node keeps the answer that is under way here; nothing can be put into the middle of it.
  const { _httpMessage: underway } = socket as Socket & { readonly _httpMessage?: ServerResponse | null }
  if (error.code === 'ECONNRESET' || !socket.writable || underway?.headersSent === true) {
    socket.destroy()
    return
  }
  const headers: IncomingHttpHeaders = {}
  const requestId = requestIdOf({ headers })
  const code = codes[error.code ?? ''] ?? 'MALFORMED_REQUEST'
  const problem = problemOf(new HttpError(code, 'the request is not valid HTTP'), requestId, basePath)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'connection: close',
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    `${requestIdHeader}: ${requestId}`
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
