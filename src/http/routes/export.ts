import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { exportedDocumentAnswer } from '../answers.ts'
import { storeProblems } from '../problem-schemas.ts'
import { ExportedDocument } from '../schemas/documents.ts'
import { CollectionPath, queryParameters } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import { ActiveExports } from '../streams/active-exports.ts'
import type { RouteOptions } from './route-options.ts'

/** Most documents of a page. */
const pageDocuments = 128
/** A page that has so many bytes of text takes no further document. */
const fullPageBytes = 256 * 1024

const description = `One document a line (an \`ExportedDocument\`), in order of first ingest: as \`GET\` of the document answers it, with \`similarity\` and \`estimate\` to the representative of its cluster. \`?representatives=true\` gives one document a cluster, the deduplicated collection.

- Every document that is stored when the export begins, and neither changes nor goes meanwhile, is in it exactly once; what is first ingested after that is not. Each line tells how its document and cluster are when it is made.
- With \`?representatives=true\` a cluster that does not change meanwhile has exactly one line. One whose representative changes may have several, or none; while documents are only added, and the earliest member is the representative, every cluster has at least one.
- There is no last line that says so: the answer is whole when it ends properly. Otherwise, at a failure, at a shutdown, and when the client reads nothing for too long, the connection is reset in the middle, which every HTTP client reports as an error (\`curl\` by its exit status).
- To import lines again, use \`?otherFields=drop\`, which takes out what a document does not have. Documents that were sent as a signature have no text and cannot be imported again; retentions start anew.`

const representatives = Type.Boolean({
  default: false,
  description: 'Whether only the documents that speak for their clusters are given'
})

/** Everything that is stored, as a stream. */
const exportRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service, config }) => {
  const exports = new ActiveExports(config.idleTimeoutMs)
  app.addHook('preClose', async () => exports.cutAll())

  app.get(
    '/v1/collections/:collection/export',
    {
      schema: {
        operationId: 'exportDocuments',
        summary: 'Export the documents as a stream',
        description,
        tags: ['documents'],
        params: CollectionPath,
        querystring: queryParameters({ representatives }, {}),
        response: {
          200: {
            description: 'All documents, or all representatives, one a line',
            content: {
              'application/x-ndjson': {
                schema: Type.String({
                  description: 'An `ExportedDocument` a line',
                  contentMediaType: 'application/x-ndjson',
                  contentSchema: reference(ExportedDocument)
                })
              }
            }
          },
          ...storeProblems('COLLECTION_NOT_FOUND', 'TEXT_NOT_KEPT', 'STORE_BUSY')
        }
      }
    },
    async (request, reply) => {
      const { collection } = request.params
      const { representatives } = request.query
      const read = async (cursor: string | undefined) => {
        const page = { representatives, cursor, limit: pageDocuments, fullPageBytes }
        const { items, nextCursor } = await service.exportDocuments(collection, page)
        return { items: items.map(exportedDocumentAnswer), nextCursor }
      }
      return exports.send(request, reply, await read(undefined), read)
    }
  )
}

export default exportRoutes
