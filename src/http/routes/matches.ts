import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { comparisonAnswer, matchListAnswer } from '../answers.ts'
import { comparisonSource } from '../preparation/comparison-source.ts'
import { bodyProblems, storeProblems } from '../problem-schemas.ts'
import { CompareRequest, Comparison } from '../schemas/comparison.ts'
import { MatchList } from '../schemas/documents.ts'
import { CollectionPath, DocumentPath, limit, queryParameters, threshold } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import type { RouteOptions } from './route-options.ts'

const tags = ['matches']

const spans = Type.Boolean({
  default: false,
  description:
    'Whether to answer the spans of each text that the two share, too; needs the texts (409 where one is not kept)'
})

/** What is near what. */
const matchRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service, preparer }) => {
  app.get(
    '/v1/collections/:collection/documents/:id/matches',
    {
      schema: {
        operationId: 'listMatches',
        summary: 'List the matches of a document',
        description: 'Earlier and later documents that match it, best first.',
        tags,
        params: DocumentPath,
        querystring: queryParameters({ limit: limit(10, 1000) }, { threshold }),
        response: { 200: reference(MatchList), ...storeProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND') }
      }
    },
    async ({ params, query }) => {
      const { collection, id } = params
      const matches = await service.matchesOf(collection, id, { threshold: query.threshold, limit: query.limit })
      return matchListAnswer(matches)
    }
  )

  app.post(
    '/v1/collections/:collection/compare',
    {
      config: { takesJsonBytes: true },
      schema: {
        operationId: 'compareDocuments',
        summary: 'Compare two documents',
        description:
          'Stored documents or texts, under the settings of the collection. Nothing is stored. Two empty texts have similarity 0. ' +
          'With `spans=true` also the character spans of each text that lie under shared shingles.',
        tags,
        params: CollectionPath,
        querystring: queryParameters({ spans }, {}),
        body: reference(CompareRequest),
        response: {
          200: reference(Comparison),
          ...bodyProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'TEXT_NOT_KEPT', 'COLLECTION_CHANGED')
        }
      }
    },
    async (request, reply) => {
      const { collection } = request.params
      const source = comparisonSource(request, reply, preparer)
      if (!request.query.spans) return service.compareFrom(collection, source)
      return comparisonAnswer(await service.compareWithSpansFrom(collection, source))
    }
  )
}

export default matchRoutes
