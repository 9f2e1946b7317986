import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Type } from 'typebox'
import { errorsPage } from '../errors-page.ts'
import { KeptAnswer } from '../kept-answer.ts'
import { namedSchemas } from '../named-schemas.ts'
import { problems } from '../problem-schemas.ts'
import { problemsPath } from '../problem-types.ts'
import { completeSpecification } from '../specification.ts'
import { operationsOf, type Specification } from '../specification-types.ts'
import documentationFiles from './documentation-files.ts'
import { linesPlugin } from './swagger-ui-lines.ts'

const description = [
  'Finds near-duplicate documents: texts go in, verdicts, matches with exact similarities and clusters come out.',
  '',
  'Every answer carries `x-request-id`; a request may bring its own (1 to 128 of `A-Z a-z 0-9 _ . ~ -`).',
  'Unknown fields and unknown parameters are errors. Request bodies may be gzip. Times are RFC 3339 in UTC.',
  `Errors are problems of RFC 9457; their kinds are described at \`${problemsPath}\`.`
].join('\n')

const tags = [
  { name: 'documents', description: 'Put in, read, list and take out documents' },
  { name: 'matches', description: 'What is near what' },
  { name: 'clusters', description: 'Documents that belong together' },
  { name: 'collections', description: 'Documents under one set of settings' },
  { name: 'operations', description: 'For those who run the service' }
]

/** Serves the specification and a page to try it. Must be registered before the routes that it describes. */
export default fp(
  async (app: FastifyInstance, { version }: { readonly version: string }) => {
    for (const schema of namedSchemas) app.addSchema(schema)
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'doppel', version, description, license: { name: 'MIT', identifier: 'MIT' } },
        tags,
        servers: [{ url: app.basePath === '' ? '/' : app.basePath }],
        components: {
          securitySchemes: {
            key: { type: 'http', scheme: 'bearer', description: 'Needed only where the service has keys' }
          }
        },
        security: [{ key: [] }, {}]
      },
      transformObject: specification =>
        completeSpecification('openapiObject' in specification ? specification.openapiObject : {}),
      refResolver: { buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema-${index}`) }
    })
    const json = new KeptAnswer('application/json; charset=utf-8', () => JSON.stringify(app.swagger()))
    const yaml = new KeptAnswer('application/yaml', () => app.swagger({ yaml: true }))
    const shown = new KeptAnswer('application/json; charset=utf-8', () => JSON.stringify(withLines(app.swagger())))
    await app.register(documentationFiles, { prefix: '/docs', json: shown, yaml })
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      indexPrefix: app.basePath,
      uiConfig: {
        tryItOutEnabled: true,
        displayRequestDuration: true,
        validatorUrl: null,
        plugins: [linesPlugin]
      }
    })
    serveSpecification(app, json, yaml)
  },
  { name: 'documentation' }
)

/**
 * The specification as the page needs it: a field for lines, filled with the example. For what generators call a file
 * the page shows a button that chooses one, and it forgets the example where another media type is chosen.
 */
function withLines(specification: object): object {
  const shown = structuredClone(specification) as Specification
  for (const { requestBody } of operationsOf(shown)) {
    const lines = requestBody?.content['application/x-ndjson']
    if (lines?.schema === undefined) continue
    const [example] = Object.values((lines.examples ?? {}) as Record<string, { readonly value: string }>)
    delete lines.schema.format
    lines.schema = { ...lines.schema, ...(example !== undefined && { example: example.value }) }
  }
  return shown
}

function serveSpecification(app: FastifyInstance, json: KeptAnswer, yaml: KeptAnswer): void {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect(`${app.basePath}/docs`, 302))
  app.get(problemsPath, { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(errorsPage())
  )
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'getSpecificationAsJson',
        summary: 'This specification as JSON',
        description: 'OpenAPI 3.1.',
        tags: ['operations'],
        security: [],
        response: {
          200: Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'OpenAPI 3.1' }),
          ...problems()
        }
      }
    },
    (request, reply) => json.send(request, reply)
  )
  app.get(
    '/openapi.yaml',
    {
      schema: {
        operationId: 'getSpecificationAsYaml',
        summary: 'This specification as YAML',
        description: 'OpenAPI 3.1.',
        tags: ['operations'],
        security: [],
        response: {
          200: { description: 'OpenAPI 3.1', content: { 'application/yaml': { schema: Type.String() } } },
          ...problems()
        }
      }
    },
    (request, reply) => yaml.send(request, reply)
  )
}
