import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whether the server ended the connection or the message by itself, rather than resetting it. */
  readonly isWhole: boolean
}

/**
 * A client that does what it is told byte by byte: `fetch` reads, paces and gives up by its own rules.
 * It reads nothing before `answer` or `until` is called.
 */
export class RawClient {
  readonly socket: Socket
  #received = Buffer.alloc(0)
  #chunks: Buffer[] = []
  #isClosed = false
  #error: Error | undefined

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('error', error => {
      this.#error = error
    })
    socket.on('close', () => {
      this.#isClosed = true
    })
  }

  static async open(t: Test, app: FastifyInstance): Promise<RawClient> {
    if (!app.server.listening) await app.listen({ port: 0 })
    const { port } = app.server.address() as AddressInfo
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    t.teardown(() => socket.destroy())
    await once(socket, 'connect')
    return new RawClient(socket)
  }

  /** Sends the head of a request with a chunked body. */
  async begin(path: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.send(head(path, { 'content-type': 'application/x-ndjson', 'transfer-encoding': 'chunked', ...headers }))
  }

  /** Sends raw bytes, and waits until the kernel has taken them. */
  async send(bytes: string | Buffer): Promise<void> {
    await new Promise<void>(resolve => this.socket.write(bytes, () => resolve()))
  }

  /** Sends one chunk of a chunked body. */
  async chunk(bytes: string | Buffer): Promise<void> {
    const data = Buffer.from(bytes)
    await this.send(Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]))
  }

  /** Ends a chunked body. */
  async end(): Promise<void> {
    await this.send('0\r\n\r\n')
  }

  /** Reads until the answer so far satisfies a condition, or the connection ends. */
  async until(isEnough: (soFar: RawAnswer) => boolean): Promise<RawAnswer> {
    if (this.socket.listenerCount('data') === 0) this.socket.on('data', chunk => this.#chunks.push(chunk))
    this.socket.resume()
    for (;;) {
      if (this.#chunks.length > 0) {
        this.#received = Buffer.concat([this.#received, ...this.#chunks])
        this.#chunks = []
      }
      const answer = parseAnswer(this.#received, this.#error === undefined)
      if (isEnough(answer) || this.#isClosed || this.socket.readableEnded) return answer
      // The whole answer is parsed each time: the longer it is, the less often.
      await pause(5 + this.#received.length / 20_000)
    }
  }

  /** Reads the whole answer. */
  answer(): Promise<RawAnswer> {
    return this.until(({ isWhole }) => isWhole)
  }
}

/** The head of a POST. */
export function head(path: string, headers: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** The objects of an NDJSON text; a last line without its end is left out. */
export function linesOf<Line = Record<string, unknown>>(body: string): Line[] {
  return body
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line))
}

function parseAnswer(bytes: Buffer, hasNoError: boolean): RawAnswer {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return { status: 0, headers: {}, body: '', isWhole: false }
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n')
  const status = Number(statusLine.split(' ')[1])
  if (status === 100) return parseAnswer(bytes.subarray(headEnd + 4), hasNoError)
  const headers = Object.fromEntries(
    lines.map(line => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
  )
  const rest = bytes.subarray(headEnd + 4)
  const { body, isWhole } =
    headers['transfer-encoding'] === 'chunked'
      ? dechunk(rest)
      : { body: rest, isWhole: rest.length >= Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) }
  return { status, headers, body: body.toString(), isWhole: isWhole && hasNoError }
}

function dechunk(bytes: Buffer): { body: Buffer; isWhole: boolean } {
  const pieces: Buffer[] = []
  for (let offset = 0; ; ) {
    const sizeEnd = bytes.indexOf('\r\n', offset)
    if (sizeEnd === -1) return { body: Buffer.concat(pieces), isWhole: false }
    const size = Number.parseInt(bytes.toString('latin1', offset, sizeEnd), 16)
    if (size === 0) return { body: Buffer.concat(pieces), isWhole: true }
    pieces.push(bytes.subarray(sizeEnd + 2, sizeEnd + 2 + size))
    offset = sizeEnd + 4 + size
    if (offset > bytes.length) return { body: Buffer.concat(pieces), isWhole: false }
  }
}
