import type { IncomingMessage, Server, ServerResponse } from 'node:http'

const expecting = new WeakMap<object, ServerResponse>()

/**
 * Leaves the answer to `Expect: 100-continue` to whoever reads the body: a client that is refused is not told first to
 * go on and send what nobody will read.
 */
export function deferContinue(server: Server): void {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    expecting.set(request, response)
    server.emit('request', request, response)
  })
}

/** Tells a client that waits for it to send its body. */
export function askForBody(request: object): void {
  const response = expecting.get(request)
  expecting.delete(request)
  if (response?.headersSent === false) response.writeContinue()
}
