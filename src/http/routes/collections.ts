import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { collectionAnswer, nextCursorAnswer } from '../answers.ts'
import { bodyProblems, storeProblems } from '../problem-schemas.ts'
import { Collection, CollectionList, CollectionPatch, CollectionSettings } from '../schemas/collections.ts'
import { CollectionPath, cursor, limit, queryParameters } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import type { RouteOptions } from './route-options.ts'

const tags = ['collections']

/** Collections: their settings and their lives. */
const collectionRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service }) => {
  app.get(
    '/v1/collections',
    {
      schema: {
        operationId: 'listCollections',
        summary: 'List the collections',
        description: 'In order of name.',
        tags,
        querystring: queryParameters({ limit: limit(100, 1000) }, { cursor }),
        response: { 200: reference(CollectionList), ...storeProblems() }
      }
    },
    async ({ query }) => {
      const { items, nextCursor } = await service.listCollections({ cursor: query.cursor, limit: query.limit })
      return { collections: items.map(collectionAnswer), ...nextCursorAnswer(nextCursor) }
    }
  )

  app.get(
    '/v1/collections/:collection',
    {
      schema: {
        operationId: 'getCollection',
        summary: 'Get a collection',
        description: 'Its settings, what follows from them, and how much it holds.',
        tags,
        params: CollectionPath,
        response: { 200: reference(Collection), ...storeProblems('COLLECTION_NOT_FOUND') }
      }
    },
    async ({ params }) => collectionAnswer(await service.getCollection(params.collection))
  )

  app.put(
    '/v1/collections/:collection',
    {
      config: { isBodyOptional: true },
      schema: {
        operationId: 'putCollection',
        summary: 'Create a collection',
        description:
          'With the settings of the body, which may be absent; what is missing has its default. A collection that exists takes other settings while it is empty.',
        tags,
        params: CollectionPath,
        body: reference(CollectionSettings),
        response: {
          200: { ...reference(Collection), description: 'It existed; it has these settings now' },
          201: { ...reference(Collection), description: 'Created' },
          ...bodyProblems('INVALID_SETTINGS', 'COLLECTION_NOT_EMPTY', 'STORE_FULL')
        }
      }
    },
    async ({ params, body }, reply) => {
      const { created, collection } = await service.putCollection(params.collection, body)
      return reply.code(created ? 201 : 200).send(collectionAnswer(collection))
    }
  )

  app.patch(
    '/v1/collections/:collection',
    {
      schema: {
        operationId: 'patchCollection',
        summary: 'Change the representative or the retention',
        description:
          'Only what is in the body changes. A new retention holds at once, for all documents without a retention of their own: a shorter one expires those that are older.',
        tags,
        params: CollectionPath,
        body: reference(CollectionPatch),
        response: {
          200: reference(Collection),
          ...bodyProblems('COLLECTION_NOT_FOUND', 'INVALID_SETTINGS')
        }
      }
    },
    async ({ params, body }) => collectionAnswer(await service.patchCollection(params.collection, body))
  )

  app.delete(
    '/v1/collections/:collection',
    {
      schema: {
        operationId: 'deleteCollection',
        summary: 'Delete a collection with all its documents',
        description: '`default` is emptied, and stays.',
        tags,
        params: CollectionPath,
        response: { 204: Type.Null({ description: 'Deleted' }), ...storeProblems('COLLECTION_NOT_FOUND') }
      }
    },
    async ({ params }, reply) => {
      await service.deleteCollection(params.collection)
      return reply.code(204).send(null)
    }
  )
}

export default collectionRoutes
