import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

const compress = promisify(gzip)

/** Answers from here on are worth their compression: those to an ingest are shorter, and are to come soon. */
const minBytes = 8 * 1024
/** Answers up to here are compressed: a longer one would hold a thread that others need for files. */
const maxBytes = 8 * 1024 * 1024
/** Answers that are compressed at the same time, each on a thread of its own; others are sent as they are. */
const maxAtOnce = 2

/** Whether a client takes gzip. */
export function acceptsGzip({ headers }: FastifyRequest): boolean {
  const accepted = headers['accept-encoding']
  return typeof accepted === 'string' && /gzip/i.test(accepted) && negotiate(accepted, ['gzip']) === 'gzip'
}

/** Compresses answers to those who take gzip, off the main thread. Streams go out line by line, as they are. */
export default fp(
  async (app: FastifyInstance) => {
    let running = 0
    app.addHook<string | Buffer | object | null | undefined>('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
      if (payload.length < minBytes || reply.hasHeader('content-encoding')) return payload
      reply.header('vary', appended(reply.getHeader('vary'), 'accept-encoding'))
      if (running >= maxAtOnce || !acceptsGzip(request)) return payload
      const bytes = Buffer.from(payload as string)
      if (bytes.length > maxBytes) return payload
      running++
      try {
        const gzipped = await compress(bytes, { level: 4 })
        reply.header('content-encoding', 'gzip').removeHeader('content-length')
        return gzipped
      } finally {
        running--
      }
    })
  },
  { name: 'compression' }
)

function appended(value: unknown, name: string): string {
  if (value === undefined) return name
  return String(value).includes(name) ? String(value) : `${value}, ${name}`
}
