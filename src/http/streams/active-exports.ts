import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DoppelError } from '../../errors.ts'
import type { Page } from '../../store/document-store.ts'
import { codeOf } from '../problems.ts'
import { PageStream, type ReadPage } from './page-stream.ts'

/**
 * The exports that are being sent.
 *
 * An answer that cannot be ended properly is cut by a reset of the connection: without the end of its chunked encoding
 * it is no whole answer to any client, and a reset tells so even to one of HTTP/1.0, which knows no chunks.
 */
export class ActiveExports {
  readonly #idleTimeoutMs: number
  readonly #cuts = new Set<(reason: string) => void>()
  #isClosing = false

  /** @param idleTimeoutMs how long a client may read nothing of what is ready */
  constructor(idleTimeoutMs: number) {
    this.#idleTimeoutMs = idleTimeoutMs
  }

  /**
   * Sends a listing as NDJSON with status 200. Whatever refuses the request as a whole must be checked before.
   *
   * @throws DoppelError STORE_CLOSING
   */
  send(request: FastifyRequest, reply: FastifyReply, first: Page<object>, readPage: ReadPage): FastifyReply {
    if (this.#isClosing) throw new DoppelError('STORE_CLOSING', 'the service is shutting down')
    reply.code(200).type('application/x-ndjson')
    // A stream to the answer of HEAD would be read to its end for nothing.
    if (request.method === 'HEAD') return reply.send(Readable.from([]))
    const { raw } = reply
    const stream = new PageStream(first, readPage, error => {
      if (stream.destroyed) return
      const line = { err: error, documents: stream.count }
      if (codeOf(error) === 'INTERNAL') request.log.error(line, 'export cut: unexpected error')
      else request.log.warn(line, 'export cut: the store failed')
      reset(reply)
    })
    const cut = (reason: string): void => {
      request.log.warn({ documents: stream.count }, `export cut: ${reason}`)
      reset(reply)
    }
    this.#cuts.add(cut)
    raw.once('close', () => this.#cuts.delete(cut))
    raw.once('finish', () => request.log.info({ documents: stream.count }, 'export answered'))
    raw.setTimeout(this.#idleTimeoutMs, () => {
      if (!stream.isReading) cut('the client does not read')
    })
    return reply.send(stream)
  }

  /** Cuts all of them, and takes no others. */
  cutAll(): void {
    this.#isClosing = true
    for (const cut of this.#cuts) cut('the service is shutting down')
  }
}

/** Ends the connection so that the client can tell; the stream is destroyed with it. */
function reset({ raw }: FastifyReply): void {
  if (raw.socket instanceof Socket) raw.socket.resetAndDestroy()
  else raw.destroy()
}
