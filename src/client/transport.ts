import { backoffMs, defaultRetry, pause, type RetryOptions, retryAfterMs } from './backoff.ts'
import type { CallOptions, Problem } from './contract.ts'
import { Deadline } from './deadline.ts'
import { DoppelConnectionError, DoppelProblem, isRetryable } from './errors.ts'

/** How a service is reached. */
export interface ClientOptions {
  /** Where the service is, for instance `http://127.0.0.1:3000`; a path in it is kept. */
  readonly url: string | URL
  /** Sent as `Authorization: Bearer`. */
  readonly apiKey?: string | undefined
  /** How long one attempt may take, in milliseconds; of a stream, how long nothing may come. Default 30,000. */
  readonly timeoutMs?: number
  readonly retry?: RetryOptions
  /** In the place of the global `fetch`. */
  readonly fetch?: typeof fetch
}

/** Values of a query; those that are undefined are left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>

/** One request, to be made as often as need be. */
export interface Call extends CallOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The segments of the path; they are encoded here. */
  readonly path: readonly string[]
  readonly query?: QueryValues
  readonly body?: unknown
  /** Whether a second request does no more than the first. */
  readonly isRepeatable: boolean
}

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  /** The next bytes; undefined at the end. Rejects when none come in time. */
  readonly read: () => Promise<Uint8Array | undefined>
  /** Lets go of the connection; what was not read is lost. */
  readonly close: () => void
}

interface PreparedRequest {
  readonly address: URL
  readonly init: RequestInit
}

/** Longest part of an answer that is no problem document, in characters, that an error repeats. */
const shownAnswerLength = 200
const tooLarge = 413
/** Where it was doppel that found a body too large, its problem says so. */
const proxyLimit =
  'a proxy before doppel takes no body of this length; raise its limit (nginx: client_max_body_size), or send less at a time'

/** Makes requests: addresses, keys, time limits, retries, errors. */
export class Transport {
  readonly url: URL
  readonly retry: Required<RetryOptions>
  readonly timeoutMs: number
  readonly #fetch: typeof fetch
  readonly #headers: Headers

  constructor({ url, apiKey, timeoutMs = 30_000, retry = {}, fetch = globalThis.fetch }: ClientOptions) {
    this.url = baseOf(url)
    this.timeoutMs = timeoutMs
    this.retry = { ...defaultRetry, ...retry }
    this.#fetch = (...parameters) => fetch(...parameters)
    this.#headers = new Headers(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` })
  }

  /**
   * Makes a request and reads its JSON.
   *
   * @returns undefined where the answer has no body
   */
  async json<Answer>(call: Call): Promise<Answer> {
    const text = await this.text(call)
    if (text === '') return undefined as Answer
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw new Error(`${call.method} ${this.url.origin} answered no JSON: ${text.slice(0, shownAnswerLength)}`, {
        cause
      })
    }
  }

  /** Makes a request, again where that is safe and may help, and reads the answer. */
  async text(call: Call): Promise<string> {
    const request = this.#request(call)
    let attempts = 0
    try {
      return await this.#again(call, () => {
        attempts++
        return this.#attempt(call, request)
      })
    } catch (error) {
      // The attempt before may have deleted it, and only its answer was lost.
      if (attempts > 1 && call.method === 'DELETE' && error instanceof DoppelProblem && error.status === 404) return ''
      throw error
    }
  }

  /** Makes a request whose answer is a stream, again where that may help; only what is wrong with the stream itself is not mended. */
  openAgain(call: Call): Promise<OpenAnswer> {
    return this.#again(call, () => this.open(call))
  }

  /**
   * Waits before a further attempt.
   *
   * @param failures attempts that failed without progress, this one left out
   * @throws the error itself where there have been enough attempts, or another one would not help
   */
  async pauseAfter(error: unknown, failures: number, signal: AbortSignal | undefined): Promise<void> {
    const { attempts, maxRetryAfterMs, onRetry } = this.retry
    if (!isRetryable(error) || failures >= attempts) throw error
    const leastMs = (error instanceof DoppelProblem ? error.retryAfterMs : undefined) ?? 0
    if (leastMs > maxRetryAfterMs) throw error
    const waitMs = backoffMs(failures, this.retry, leastMs)
    onRetry({ error, waitMs, failures: failures + 1 })
    await pause(waitMs, signal)
  }

  /** Makes a request whose answer is a stream, once. */
  async open(call: Call, body?: ReadableStream<Uint8Array>): Promise<OpenAnswer> {
    const request = this.#request(call, body)
    const deadline = new Deadline(call.signal)
    const timeoutMs = call.timeoutMs ?? this.timeoutMs
    const timed = async <Value>(action: () => Promise<Value>): Promise<Value> => {
      deadline.start(timeoutMs)
      try {
        return await action()
      } catch (error) {
        throw this.#failure(error, call, deadline, timeoutMs)
      } finally {
        deadline.pause()
      }
    }
    try {
      const response = await timed(() => this.#fetch(request.address, { ...request.init, signal: deadline.signal }))
      if (!response.ok) throw problemOf(response, await timed(() => response.text()))
      const reader = response.body?.getReader()
      return {
        read: () => timed(async () => (await reader?.read())?.value),
        close: () => deadline.end()
      }
    } catch (error) {
      deadline.end()
      throw error
    }
  }

  async #again<Answer>(call: Call, attempt: () => Promise<Answer>): Promise<Answer> {
    for (let failures = 0; ; failures++) {
      try {
        return await attempt()
      } catch (error) {
        if (!call.isRepeatable) throw error
        await this.pauseAfter(error, failures, call.signal)
      }
    }
  }

  async #attempt(call: Call, { address, init }: PreparedRequest): Promise<string> {
    const deadline = new Deadline(call.signal)
    const timeoutMs = call.timeoutMs ?? this.timeoutMs
    deadline.start(timeoutMs)
    try {
      const response = await this.#fetch(address, { ...init, signal: deadline.signal })
      const text = await response.text()
      if (!response.ok) throw problemOf(response, text)
      return text
    } catch (error) {
      throw this.#failure(error, call, deadline, timeoutMs)
    } finally {
      deadline.release()
    }
  }

  /** What is wrong with a call comes out here, before anything is sent. */
  #request({ method, path, query = {}, body }: Call, stream?: ReadableStream<Uint8Array>): PreparedRequest {
    const address = new URL(path.map(encodeSegment).join('/'), this.url)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(name, String(value))
    }
    const headers = new Headers(this.#headers)
    const init: RequestInit & { duplex?: 'half' } = { method, headers }
    if (stream !== undefined) {
      headers.set('content-type', 'application/x-ndjson')
      init.body = stream
      init.duplex = 'half'
    } else if (body !== undefined) {
      headers.set('content-type', 'application/json')
      init.body = JSON.stringify(body)
    }
    return { address, init }
  }

  #failure(error: unknown, call: Call, deadline: Deadline, timeoutMs: number): unknown {
    if (error instanceof DoppelProblem) return error
    if (call.signal?.aborted === true) return call.signal.reason
    const reason = deadline.isOver ? `nothing came within ${timeoutMs} ms` : reasonOf(error)
    return new DoppelConnectionError(`${call.method} ${this.url.origin}: ${reason}`, { cause: error })
  }
}

function baseOf(address: string | URL): URL {
  const url = String(address)
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new TypeError(`the url is ${JSON.stringify(url)}: it must be one such as http://127.0.0.1:3000`)
  }
  const base = new URL(url)
  base.search = ''
  base.hash = ''
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  return base
}

/** A URL drops `.` and `..`, even encoded, and so would name something else. */
function encodeSegment(segment: string): string {
  if (segment === '' || segment === '.' || segment === '..') {
    throw new TypeError(`${JSON.stringify(segment)} is no id or name: no address can hold it`)
  }
  return encodeURIComponent(segment)
}

function problemOf(response: Response, text: string): DoppelProblem {
  return new DoppelProblem(
    readProblem(text) ?? {
      type: 'about:blank',
      title: response.statusText || 'The answer is no problem document',
      status: response.status,
      detail: response.status === tooLarge ? proxyLimit : text.slice(0, shownAnswerLength),
      instance: response.headers.get('x-request-id') ?? '',
      code: `HTTP_${response.status}`
    },
    retryAfterMs(response.headers.get('retry-after'), Date.now())
  )
}

function readProblem(text: string): Problem | undefined {
  try {
    const value = JSON.parse(text)
    return typeof value?.code === 'string' && typeof value.status === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

/** `fetch` says "fetch failed", and why in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return cause.message || String((cause as Error & { readonly code?: unknown }).code ?? error.message)
}
