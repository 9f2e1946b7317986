import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { storeProblems } from '../problem-schemas.ts'
import { CollectionPath } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import { Stats } from '../schemas/stats.ts'
import type { RouteOptions } from './route-options.ts'

/** Figures of collections. */
const statsRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service }) => {
  app.get(
    '/v1/collections/:collection/stats',
    {
      schema: {
        operationId: 'getStats',
        summary: 'Get the figures of a collection',
        description: 'How much it holds, how its clusters and similarities are distributed, and how fast it grows.',
        tags: ['collections'],
        params: CollectionPath,
        response: { 200: reference(Stats), ...storeProblems('COLLECTION_NOT_FOUND') }
      }
    },
    async ({ params }) => {
      const stats = await service.stats(params.collection)
      return {
        ...stats,
        clusterSizes: stats.clusterSizes.map(bin => ({ ...bin })),
        matchSimilarities: stats.matchSimilarities.map(bin => ({ ...bin }))
      }
    }
  )
}

export default statsRoutes
