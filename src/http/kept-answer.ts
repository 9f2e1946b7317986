import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptsGzip } from './plugins/compression.ts'

const compress = promisify(gzip)

/** An answer that is the same for everybody: it is made once, with its gzip form and its tag. */
export class KeptAnswer {
  readonly #type: string
  readonly #load: () => Buffer | string | Promise<Buffer>
  #forms: Promise<{ readonly plain: Buffer; readonly gzipped: Buffer; readonly tag: string }> | undefined

  /** @param load makes the body, when it is first asked for */
  constructor(type: string, load: () => Buffer | string | Promise<Buffer>) {
    this.#type = type
    this.#load = load
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    this.#forms ??= this.#make()
    const { plain, gzipped, tag } = await this.#forms
    const isGzip = acceptsGzip(request)
    const etag = `"${tag}${isGzip ? '-gz' : ''}"`
    reply.header('cache-control', 'no-cache').header('vary', 'accept-encoding').header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    if (isGzip) reply.header('content-encoding', 'gzip')
    return reply.type(this.#type).send(isGzip ? gzipped : plain)
  }

  async #make() {
    const plain = Buffer.from(await this.#load())
    const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    return { plain, gzipped: await compress(plain), tag }
  }
}
