import { setMaxListeners } from 'node:events'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asker } from '../../threads/asker.ts'
import { Upload, UploadAborted } from '../bodies/upload.ts'

/** How long a request waits for a thread, in milliseconds. An upload line by line waits as long as it must. */
const patienceMs = 30_000

/** A request as one who waits for work of threads. Most never do: nothing is found out before it is asked for. */
export class RequestAsker implements Asker {
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  #signal: AbortSignal | undefined

  constructor(request: FastifyRequest, reply: FastifyReply) {
    this.#request = request
    this.#reply = reply
  }

  get client(): string {
    return this.#request.keyName ?? this.#request.ip
  }

  get connection(): object {
    return this.#request.raw.socket ?? this.#request
  }

  get patienceMs(): number | undefined {
    return this.#request.body instanceof Upload ? undefined : patienceMs
  }

  /** Aborted when the client closes the connection before it has its answer. */
  get signal(): AbortSignal {
    this.#signal ??= goneSignal(this.#reply)
    return this.#signal
  }
}

function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  // An upload waits for as many batches as are on their way.
  setMaxListeners(0, gone.signal)
  const abort = () => gone.abort(new UploadAborted('the client closed the connection'))
  if (raw.destroyed) abort()
  else raw.once('close', () => raw.writableFinished || abort())
  return gone.signal
}
