import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { clusterListAnswer, singleClusterAnswer } from '../answers.ts'
import { storeProblems } from '../problem-schemas.ts'
import { ClusterList, SingleCluster } from '../schemas/clusters.ts'
import { ClusterPath, CollectionPath, cursor, limit, queryParameters, threshold } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import type { RouteOptions } from './route-options.ts'

const tags = ['clusters']

const minSize = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  default: 2,
  description: 'Least number of members; 1 lists singletons too'
})

const sort = Type.Enum(['-size', 'size', '-updatedAt'], {
  title: 'ClusterOrder',
  type: 'string',
  default: '-size',
  description: 'Largest, smallest or last changed first'
})

/** Clusters of near-duplicates. */
const clusterRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service }) => {
  app.get(
    '/v1/collections/:collection/clusters',
    {
      schema: {
        operationId: 'listClusters',
        summary: 'List the clusters',
        description:
          'Each with its first 10 members and its 20 strongest matches. A threshold above the collection’s cuts the clusters there.',
        tags,
        params: CollectionPath,
        querystring: queryParameters({ minSize, sort, limit: limit(20, 100) }, { threshold, cursor }),
        response: { 200: reference(ClusterList), ...storeProblems('COLLECTION_NOT_FOUND') }
      }
    },
    async ({ params, query }) => {
      const page = await service.listClusters(params.collection, {
        threshold: query.threshold,
        minSize: query.minSize,
        order: query.sort,
        limit: query.limit,
        cursor: query.cursor
      })
      return clusterListAnswer(page)
    }
  )

  app.get(
    '/v1/collections/:collection/clusters/:id',
    {
      schema: {
        operationId: 'getCluster',
        summary: 'Get a cluster',
        description:
          'With a page of its members. The id that any stored member’s own cluster would have leads here too; `id` in the answer is the current one.',
        tags,
        params: ClusterPath,
        querystring: queryParameters({ limit: limit(10, 100) }, { threshold, cursor }),
        response: { 200: reference(SingleCluster), ...storeProblems('COLLECTION_NOT_FOUND', 'CLUSTER_NOT_FOUND') }
      }
    },
    async ({ params, query }) => {
      const cluster = await service.getCluster(params.collection, params.id, {
        threshold: query.threshold,
        limit: query.limit,
        cursor: query.cursor
      })
      return singleClusterAnswer(cluster)
    }
  )
}

export default clusterRoutes
