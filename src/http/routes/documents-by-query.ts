import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ingestedAnswer, matchListAnswer } from '../answers.ts'
import { storeProblems } from '../problem-schemas.ts'
import { Document, MatchList } from '../schemas/documents.ts'
import { CollectionPath, documentQuery, limit, matchLimit, renew, threshold } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import { ingestResponses } from './documents.ts'
import type { RouteOptions } from './route-options.ts'

/**
 * The routes to one document once more, with its id in the query. Proxies decode `%2F` in paths, join slashes, and
 * resolve dots, so an id that is an address does not pass them in a path.
 */
const documentByQueryRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service }) => {
  app.put(
    '/v1/collections/:collection/documents',
    {
      schema: {
        operationId: 'putDocumentByQuery',
        summary: 'Ingest a document under the id in the query',
        description: 'As `PUT` with the id in the path.',
        tags: ['documents'],
        params: CollectionPath,
        querystring: documentQuery({ matches: matchLimit, renew }, {}),
        body: reference(Document),
        response: ingestResponses
      }
    },
    async ({ params, query, body }, reply) => {
      const options = { matchLimit: query.matches, renew: query.renew, pathId: query.id }
      const ingested = await service.ingest(params.collection, body, options)
      return reply.code(ingested.status === 'created' ? 201 : 200).send(ingestedAnswer(ingested))
    }
  )

  app.delete(
    '/v1/collections/:collection/documents',
    {
      schema: {
        operationId: 'deleteDocumentByQuery',
        summary: 'Delete the document whose id is in the query',
        description: 'As `DELETE` with the id in the path. Without an id nothing is deleted.',
        tags: ['documents'],
        params: CollectionPath,
        querystring: documentQuery({}, {}),
        response: {
          204: Type.Null({ description: 'Deleted' }),
          ...storeProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND')
        }
      }
    },
    async ({ params, query }, reply) => {
      await service.remove(params.collection, query.id)
      return reply.code(204).send(null)
    }
  )

  app.get(
    '/v1/collections/:collection/matches',
    {
      schema: {
        operationId: 'listMatchesByQuery',
        summary: 'List the matches of the document whose id is in the query',
        description: 'As the matches of a document with the id in the path.',
        tags: ['matches'],
        params: CollectionPath,
        querystring: documentQuery({ limit: limit(10, 1000) }, { threshold }),
        response: { 200: reference(MatchList), ...storeProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND') }
      }
    },
    async ({ params, query }) =>
      matchListAnswer(
        await service.matchesOf(params.collection, query.id, { threshold: query.threshold, limit: query.limit })
      )
  )
}

export default documentByQueryRoutes
