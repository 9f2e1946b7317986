import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { HttpError } from '../http-error.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Names the key that the request carries; undefined without a valid one. Not the key itself. */
    keyName: string | undefined
  }
}

/** Requests as a client sends them: `Authorization: Bearer KEY`, the scheme in any case. */
const bearerPattern = /^bearer +([\w.~+/-]+=*) *$/i

/** Routes that need no key, so that orchestrators and readers of the documentation get along without. */
export function isOpenRoute(url: string | undefined): boolean {
  if (url === undefined) return false
  return (
    ['/', '/healthz', '/readyz', '/openapi.json', '/openapi.yaml', '/docs'].includes(url) || url.startsWith('/docs/')
  )
}

/** Finds out which key a request carries. Comparisons take the same time whatever is sent. */
export const identification = fp(
  async (app: FastifyInstance, { apiKeys }: { readonly apiKeys: readonly string[] }) => {
    const digests = apiKeys.map(digest)
    app.decorateRequest('keyName', undefined)
    app.addHook('onRequest', async request => {
      const key = bearerPattern.exec(request.headers.authorization ?? '')?.[1]
      if (key === undefined) return
      const sent = digest(key)
      let found = -1
      for (const [index, known] of digests.entries()) if (timingSafeEqual(known, sent)) found = index
      if (found !== -1) request.keyName = `key ${found + 1}`
    })
  },
  { name: 'identification' }
)

/** Refuses requests without a valid key, except to the open routes; without any keys everybody may do everything. */
export const authentication = fp(
  async (app: FastifyInstance, { apiKeys }: { readonly apiKeys: readonly string[] }) => {
    if (apiKeys.length === 0) return
    app.addHook('onRequest', async (request, reply) => {
      if (request.keyName !== undefined || isOpenRoute(request.routeOptions.url)) return
      const isMissing = request.headers.authorization === undefined
      reply.header('www-authenticate', `Bearer realm="doppel"${isMissing ? '' : ', error="invalid_token"'}`)
      throw new HttpError(
        'UNAUTHORIZED',
        isMissing ? 'the request carries no key' : 'the key is not one of this service'
      )
    })
  },
  { name: 'authentication', dependencies: ['identification'] }
)

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
