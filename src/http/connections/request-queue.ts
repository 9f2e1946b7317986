import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Most requests of one connection that are worked on at the same time; those pipelined behind them wait. */
const maxInFlight = 8
/** Most requests that wait on all connections: one read of 64 kB may hold 1,600 of them. */
const maxWaiting = 16_384
/** How often a client that ended its side is sent a sign of life while it waits for its answer, in milliseconds. */
const signOfLifeMs = 500

/** What Node keeps on a socket that it reads requests from; its own code stops reading by these alone. */
interface RequestSocket extends Socket {
  _paused?: boolean
  readonly parser?: { resume(): void } | null
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const queues = new WeakMap<Socket, RequestQueue>()

/**
 * Bounds what one connection may ask for ahead of its answers: Node hands over every request of what it has read at
 * once, and reads on. Here few are worked on, the others wait, and the connection is not read meanwhile. What waits on
 * a connection that ends is forgotten.
 */
export function queued(handle: RequestListener): RequestListener {
  const room = { waiting: 0 }
  return (request, response) => {
    const { socket } = request
    let queue = queues.get(socket)
    if (queue === undefined) {
      queue = new RequestQueue(socket, handle, room)
      queues.set(socket, queue)
    }
    queue.add({ request, response })
  }
}

/**
 * Runs something when all that was asked on a connection before is answered.
 *
 * @param last told whether a request whose body broke off is still without an answer
 */
export function afterAnswers(socket: Socket, last: (unanswered: ServerResponse | undefined) => void): void {
  const queue = queues.get(socket)
  if (queue === undefined) last(undefined)
  else queue.whenAnswered(last)
}

class RequestQueue {
  readonly #socket: RequestSocket
  readonly #handle: RequestListener
  readonly #room: { waiting: number }
  #inFlight: Exchange[] = []
  #waiting: Exchange[] = []
  #last: ((unanswered: ServerResponse | undefined) => void) | undefined
  #signs: NodeJS.Timeout | undefined

  constructor(socket: RequestSocket, handle: RequestListener, room: { waiting: number }) {
    this.#socket = socket
    this.#handle = handle
    this.#room = room
    // Node reads on when an answer has left; it is registered before, so this has the last word.
    socket.on('drain', () => this.#pauseIfBehind())
    socket.once('end', () => {
      this.#signs = setInterval(() => this.#giveSign(), signOfLifeMs).unref()
    })
    // Before Node tells each request of it.
    socket.prependOnceListener('close', () => this.#forget())
  }

  add(exchange: Exchange): void {
    if (this.#socket.destroyed) return
    if (this.#inFlight.length < maxInFlight && this.#waiting.length === 0) {
      this.#start(exchange)
      return
    }
    if (this.#room.waiting >= maxWaiting) {
      this.#socket.destroy()
      return
    }
    this.#room.waiting++
    if (this.#waiting.push(exchange) === 1) this.#pauseIfBehind()
  }

  whenAnswered(last: (unanswered: ServerResponse | undefined) => void): void {
    this.#last = last
    this.#finishIfAnswered()
  }

  #start(exchange: Exchange): void {
    this.#inFlight.push(exchange)
    exchange.response.once('finish', () => this.#answered(exchange))
    this.#handle(exchange.request, exchange.response)
  }

  #answered(exchange: Exchange): void {
    this.#inFlight = this.#inFlight.filter(other => other !== exchange)
    const wasBehind = this.#waiting.length > 0
    while (this.#inFlight.length < maxInFlight && !this.#socket.destroyed) {
      const next = this.#waiting.shift()
      if (next === undefined) break
      this.#room.waiting--
      this.#start(next)
    }
    if (wasBehind && this.#waiting.length === 0) this.#readOn()
    this.#finishIfAnswered()
  }

  #pauseIfBehind(): void {
    if (this.#waiting.length === 0) return
    this.#socket._paused = true
    this.#socket.pause()
  }

  #readOn(): void {
    this.#socket._paused = false
    this.#socket.parser?.resume()
    this.#socket.resume()
  }

  #finishIfAnswered(): void {
    if (this.#last === undefined || this.#waiting.length > 0 || this.#inFlight.length > 1) return
    const [exchange] = this.#inFlight
    if (exchange?.request.complete === true) return
    this.#last(exchange?.response)
    this.#last = undefined
  }

  /** Only by writing does one learn that the other side is gone, rather than just done with asking. */
  #giveSign(): void {
    const [exchange] = this.#inFlight
    if (exchange === undefined || exchange.response.headersSent || exchange.request.httpVersion !== '1.1') return
    exchange.response.writeProcessing()
  }

  #forget(): void {
    clearInterval(this.#signs)
    this.#room.waiting -= this.#waiting.length
    // Nobody has heard of them: a thousand errors with their stacks would tell nobody something, for 60 ms.
    for (const { request } of this.#waiting) request.destroy = () => request
    this.#waiting = []
    this.#inFlight = []
  }
}
