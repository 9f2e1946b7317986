import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { CompareInput } from '../../service/dedup-service.ts'
import { comparisonAnswer, matchListAnswer } from '../answers.ts'
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
const matchRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service }) => {
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
    async ({ params, query, body }) => {
      // The schema sees to it that each side has one of the two.
      const { left, right } = body as { left: CompareInput; right: CompareInput }
      if (query.spans) return comparisonAnswer(await service.compareWithSpans(params.collection, left, right))
      return service.compare(params.collection, left, right)
    }
  )
}

export default matchRoutes
