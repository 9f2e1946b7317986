import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { KeptAnswer } from '../kept-answer.ts'

const directory = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static')

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml'
}

/** What the documentation page is made of, and the specification as it asks for it. */
export interface DocumentationFilesOptions {
  /** Where the page is. */
  readonly prefix: string
  readonly json: KeptAnswer
  readonly yaml: KeptAnswer
}

/**
 * Answers the files of Swagger UI from memory, where the plugin would read and send each from the disk, without gzip,
 * and write the specification anew, for everybody who asks. Must be registered before that plugin.
 */
export default fp(
  async (app: FastifyInstance, { prefix, json, yaml }: DocumentationFilesOptions) => {
    const files = new Map(
      readdirSync(directory).flatMap(name => {
        const type = types[extname(name)]
        return type === undefined ? [] : [[name, new KeptAnswer(type, () => readFile(join(directory, name)))]]
      })
    )
    app.addHook('onRequest', async (request, reply) => {
      const { url } = request.routeOptions
      if (url === `${prefix}/json`) return json.send(request, reply)
      if (url === `${prefix}/yaml`) return yaml.send(request, reply)
      if (url !== `${prefix}/static/*`) return
      return files.get((request.params as { readonly '*': string })['*'])?.send(request, reply)
    })
  },
  { name: 'documentation-files' }
)
