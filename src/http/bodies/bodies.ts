import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { HttpError } from '../http-error.ts'
import { JsonBytes, largeBodyBytes } from '../preparation/json-bytes.ts'
import type { Preparer } from '../preparation/preparer.ts'
import { RequestAsker } from '../preparation/request-asker.ts'
import { BodyRoom } from './body-room.ts'
import { parseJson } from './parse-json.ts'
import { bodyTooLarge, readBody } from './read-body.ts'
import { lingerOverUnreadBodies } from './unread-body.ts'
import { Upload } from './upload.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An empty body counts as `{}`; other routes with a body schema refuse it. */
    readonly isBodyOptional?: boolean
    /** The route takes a large body as {@link JsonBytes}; for others it is read and checked by a thread before. */
    readonly takesJsonBytes?: boolean
  }
}

/** What the bodies of requests may be. */
export interface BodyOptions {
  /** Most bytes of a JSON body after decompression. */
  readonly bodyLimitBytes: number
  /** Most bytes of all bodies and lines together that have not arrived whole. */
  readonly bodiesLimitBytes: number
  /** How long a client may pause within its body, in milliseconds. */
  readonly idleTimeoutMs: number
  /** Reads the large ones. */
  readonly preparer: Preparer
}

const json = 'application/json'
const ndjson = 'application/x-ndjson'
/** Other names that files and clients have for it; none is registered. */
const ndjsonNames = [ndjson, 'application/ndjson', 'application/jsonl', 'application/x-jsonlines']

/**
 * Reads the bodies of requests: JSON, and NDJSON as an {@link Upload} on the routes whose schema says that they take it.
 * Both may be gzip.
 */
export default fp(
  async (app: FastifyInstance, { bodyLimitBytes, bodiesLimitBytes, idleTimeoutMs, preparer }: BodyOptions) => {
    const room = new BodyRoom(bodiesLimitBytes)
    const uploadOf = (request: FastifyRequest, payload: FastifyRequest['raw'], isTimed: boolean): Upload => {
      checkCharset(request.headers['content-type'])
      return new Upload(payload, { isGzip: isGzip(request), idleTimeoutMs, isTimed, room })
    }
    const uploads = new ActiveUploads()

    app.removeAllContentTypeParsers()
    app.addContentTypeParser(json, async (request: FastifyRequest, payload: FastifyRequest['raw']) => {
      if (!takes(request, json)) throw unsupported(`this route takes ${ndjson}, not ${json}`)
      const upload = uploadOf(request, payload, true)
      if (!isGzip(request) && Number(request.headers['content-length']) > bodyLimitBytes) {
        throw bodyTooLarge(bodyLimitBytes)
      }
      const bytes = await readBody(upload, bodyLimitBytes)
      if (bytes.length > largeBodyBytes) return new JsonBytes(bytes)
      return bytes.length === 0 ? undefined : parseJson(bytes)
    })
    app.addContentTypeParser(ndjsonNames, async (request: FastifyRequest, payload: FastifyRequest['raw']) => {
      if (!takes(request, ndjson)) throw unsupported(`this route takes ${json}, not ${ndjson}`)
      return uploadOf(request, payload, false)
    })
    app.addContentTypeParser('*', async (request: FastifyRequest) => {
      if (request.is404) return undefined
      const type = request.headers['content-type']
      throw unsupported(
        type === undefined ? 'the content-type is missing' : `the content-type is not one that is read here`
      )
    })

    app.addHook('preValidation', async (request, reply) => {
      const { config, schema } = request.routeOptions
      if (schema?.body === undefined) return
      if (request.body instanceof JsonBytes && config.takesJsonBytes !== true) {
        const { bytes } = request.body
        const { $ref } = schema.body as { readonly $ref?: string }
        request.body =
          $ref === undefined ? parseJson(bytes) : await preparer.readBody(bytes, $ref, new RequestAsker(request, reply))
      }
      // Generated clients of some languages send `null` for a body that is not given.
      const isAbsent = request.body === undefined || (request.body === null && config.isBodyOptional === true)
      if (!isAbsent) return
      if (config.isBodyOptional !== true) throw new HttpError('MALFORMED_BODY', 'the body is empty')
      request.body = {}
    })
    app.addHook('preHandler', async (request, reply) => {
      if (request.body instanceof Upload) uploads.add(request.body, reply.raw)
    })
    app.addHook('preClose', () => uploads.stopAll())
    lingerOverUnreadBodies(app)
  },
  { name: 'bodies' }
)

/** The uploads that are being answered, so that a shutdown can wait for them. */
class ActiveUploads {
  readonly #uploads = new Map<Upload, Promise<void>>()

  add(upload: Upload, answer: ServerResponse): void {
    const closed = new Promise<void>(resolve => {
      answer.once('close', () => {
        this.#uploads.delete(upload)
        resolve()
      })
    })
    this.#uploads.set(upload, closed)
  }

  /** Ends all uploads where they are; resolves when each has its answer, or its connection is gone. */
  async stopAll(): Promise<void> {
    const closed = [...this.#uploads.values()]
    for (const upload of this.#uploads.keys()) upload.stop()
    await Promise.all(closed)
  }
}

/** Whether the schema of the route describes such a body. A schema that tells no types apart is for JSON. */
function takes({ routeOptions }: FastifyRequest, type: string): boolean {
  const schema = routeOptions.schema?.body as { readonly content?: Readonly<Record<string, unknown>> } | undefined
  return schema?.content === undefined ? type === json : type in schema.content
}

function checkCharset(contentType: string | undefined): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw unsupported('the charset must be utf-8')
}

function isGzip({ headers }: FastifyRequest): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (encoding === 'gzip' || encoding === 'x-gzip') return true
  if (encoding === '' || encoding === 'identity') return false
  throw unsupported('the content-encoding must be gzip or identity')
}

function unsupported(message: string): HttpError {
  return new HttpError('UNSUPPORTED_MEDIA_TYPE', message)
}
