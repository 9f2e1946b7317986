import { Type } from 'typebox'
import { named } from './reference.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

const histogram = (description: string) =>
  Type.Array(
    Type.Object(
      {
        from: Type.Number({ description: 'Least value, included' }),
        to: Type.Number({ description: 'Upper end, not included; a similarity of 1 is in the last bin' }),
        count: Type.Integer({ minimum: 0 })
      },
      { title: 'HistogramBin', additionalProperties: false }
    ),
    { description }
  )

/** Figures of a collection. */
export const Stats = named('Stats', 'Figures of a collection', {
  documents: count('Documents stored'),
  clusters: count('Clusters of two or more'),
  duplicates: count('Documents less all clusters, singletons included'),
  bytes: count('Bytes of stored text'),
  truncatedDocuments: count('Documents whose candidates were cut by a cap'),
  clusterSizes: histogram('All clusters by number of members, singletons included'),
  matchSimilarities: histogram('Matching pairs by similarity'),
  ingestPerSecond: Type.Number({ minimum: 0, description: 'Documents a second, over the last minute' })
})
