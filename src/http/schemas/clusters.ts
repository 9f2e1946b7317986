import { type Static, Type } from 'typebox'
import { named, reference } from './reference.ts'
import { estimate, nextCursor, similarity, time, truncation } from './scores.ts'

const share = { minimum: 0, maximum: 1 }

/** A document in a cluster. */
export const Member = named(
  'Member',
  'A document of a cluster; the similarity is that to the representative, 1 for itself',
  {
    id: Type.String(),
    similarity,
    estimate,
    url: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()),
    ingestedAt: time('When the id was first ingested')
  }
)

/** Two members that match. */
export const Pair = named('Pair', 'Two members that match', {
  a: Type.String({ description: 'Id of the earlier document' }),
  b: Type.String(),
  similarity,
  estimate
})

const properties = {
  id: Type.String({ description: 'Opaque; stays the same while the cluster grows' }),
  size: Type.Integer({ minimum: 1, description: 'Number of members' }),
  representative: Type.String({ description: 'Id of the document that speaks for the cluster' }),
  similarity: Type.Union(
    [
      Type.Object(
        { min: Type.Number(share), mean: Type.Number(share), max: Type.Number(share) },
        { title: 'SimilarityRange', additionalProperties: false }
      ),
      Type.Null()
    ],
    { description: 'Over the matches of the cluster; null for a singleton' }
  ),
  createdAt: time('When the earliest member was first ingested'),
  updatedAt: time('When a current member last changed')
}

const listed = {
  members: Type.Array(reference(Member), { description: 'In order of first ingest; in a list, the first 10' }),
  pairs: Type.Array(reference(Pair), { maxItems: 20, description: 'The strongest matches, strongest first' }),
  ...truncation,
  nextCursor: Type.Optional(
    Type.String({ description: 'Send it as `cursor` to the address of this cluster for its next members' })
  )
}

/** A cluster in a list. */
export const Cluster = named('Cluster', 'Documents that belong together', { ...properties, ...listed })

/** One cluster by itself. */
export const SingleCluster = named('SingleCluster', 'A cluster, with a page of its members', {
  ...properties,
  toRepresentative: Type.Union(
    [
      Type.Object(
        { min: Type.Number(share), mean: Type.Number(share) },
        { title: 'SimilarityToRepresentative', additionalProperties: false }
      ),
      Type.Null()
    ],
    {
      description:
        'Similarity of all other members to the representative; far below the threshold it shows a chain. Null for a singleton'
    }
  ),
  ...listed
})

/** One page of clusters. */
export const ClusterList = named('ClusterList', 'Clusters, cut at the threshold asked for', {
  clusters: Type.Array(reference(Cluster)),
  nextCursor,
  asOf: time('When the listing was computed')
})

/** What the routes answer. */
export type ClusterAnswer = Static<typeof Cluster>
export type SingleClusterAnswer = Static<typeof SingleCluster>
export type ClusterListAnswer = Static<typeof ClusterList>
