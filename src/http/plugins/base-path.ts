import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** What stands before every address that an answer names: `/doppel`, or empty. */
    readonly basePath: string
  }
}

/** Lets answers name addresses as a client behind a proxy reaches them. */
export default fp(
  async (app: FastifyInstance, { basePath }: { readonly basePath: string }) => {
    app.decorate('basePath', basePath)
  },
  { name: 'base-path' }
)

/**
 * The address of a request without the base path, as the routes know it. A proxy may take the base path away or leave
 * it, so an address without one stays as it is.
 */
export function withoutBasePath(url: string, basePath: string): string {
  if (basePath === '' || !url.startsWith(basePath)) return url
  const rest = url.slice(basePath.length)
  if (rest === '' || rest.startsWith('?')) return `/${rest}`
  return rest.startsWith('/') ? rest : url
}
