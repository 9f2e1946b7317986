import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DoppelError } from '../../errors.ts'
import type { CompareInput } from '../../service/dedup-service.ts'
import { matchListAnswer } from '../answers.ts'
import { bodyProblems, storeProblems } from '../problem-schemas.ts'
import { CompareRequest, Comparison } from '../schemas/comparison.ts'
import { MatchList } from '../schemas/documents.ts'
import { CollectionPath, DocumentPath, limit, queryParameters, threshold } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import type { RouteOptions } from './route-options.ts'

const tags = ['matches']

const spans = Type.Boolean({
  default: false,
  description: 'Whether to answer the passages that both texts share; `true` is not supported by this version (422)'
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
          'Stored documents or texts, under the settings of the collection. Nothing is stored. Two empty texts have similarity 0.',
        tags,
        params: CollectionPath,
        querystring: queryParameters({ spans }, {}),
        body: reference(CompareRequest),
        response: {
          200: reference(Comparison),
          ...bodyProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'NOT_SUPPORTED')
        }
      }
    },
    async ({ params, query, body }) => {
      if (query.spans) throw spansNotSupported()
      // The schema sees to it that each side has one of the two.
      const { left, right } = body as { left: CompareInput; right: CompareInput }
      return service.compare(params.collection, left, right)
    }
  )
}

export default matchRoutes

function spansNotSupported(): DoppelError {
  const message = 'must be false in this version'
  return new DoppelError('NOT_SUPPORTED', `spans ${message}`, { errors: [{ path: 'spans', message }] })
}
